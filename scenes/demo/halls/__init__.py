"""The halls: rooms under a roof, each a hall of its own."""
