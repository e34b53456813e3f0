"""Guides over HTTP: knowledge, personas, dialogues, talk on a page."""
