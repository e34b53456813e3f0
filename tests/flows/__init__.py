"""Whole journeys through real sockets."""
