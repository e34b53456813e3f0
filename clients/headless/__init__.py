"""An async Python client of a Lingjing park."""
