"""The brain that needs no model: it picks and joins sentences of the records."""
