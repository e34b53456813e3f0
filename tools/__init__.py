"""Programs for people who work on Lingjing."""
