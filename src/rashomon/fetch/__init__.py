"""The only door to the network: shut unless a user asks, guarded, bounded, and it keeps what it brings in."""
