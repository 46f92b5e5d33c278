"""From bytes to reports: files, records, metadata beside them, and the parts of a plain text."""
