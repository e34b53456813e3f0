"""Guides at work: knowledge, brains, voices, dialogues."""
