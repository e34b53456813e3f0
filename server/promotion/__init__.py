"""The host: leads, visits and space to let, as rules. Pure."""
