"""Overview, statistics, tables, QR codes."""
