"""The rows of the settings table, an area a file."""
