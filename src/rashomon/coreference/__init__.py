"""Align: which claims of different reports answer the same question, and why."""
