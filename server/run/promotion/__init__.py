"""Promotion's engine: leads, visits and space to let, kept and told of."""
