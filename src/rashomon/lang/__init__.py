"""What English does: numbers, units, dates, cues, agencies, names. Knowledge lives in `tables/*.toml`."""
