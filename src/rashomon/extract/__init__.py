"""Extract: from a report to what it claims, with the characters of each claim."""
