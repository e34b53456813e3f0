"""Wandering visitors: they fill a park, so that it can be seen alive and measured."""

from clients.headless.bots.crowd import Crowd, Tally

__all__ = ["Crowd", "Tally"]
