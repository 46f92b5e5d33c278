"""Judge: what the answers to one question say together, by small named rules over exact values."""
