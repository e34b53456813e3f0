"""Visitors who are here: seen, muted, removed, blocked, reported; tickets."""
