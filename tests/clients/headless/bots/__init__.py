"""Wandering visitors."""
