"""Findings: what the answers to one question say together, each with its verdict, reason and places."""
