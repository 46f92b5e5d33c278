"""What the page shows, worked out in Python so that the browser needs neither offsets nor rules."""
