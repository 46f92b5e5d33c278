"""Origins: who has it from whom, and how many independent origins stand behind each side."""
