"""What visits come to, aggregated."""
