"""Guides in a hall: turns, bodies, what they may do."""
