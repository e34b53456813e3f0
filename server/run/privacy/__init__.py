"""Personal data: its keys, its audit trail, its way out."""
