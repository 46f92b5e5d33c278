"""Which reports repeat which: copies found by their words, and rewritten copies by what they say in which order."""
