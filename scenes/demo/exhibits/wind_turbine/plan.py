"""Measures of the model."""

from __future__ import annotations

from math import radians

__all__ = ["FRONT", "HUB", "RADIUS", "TILT"]

HUB = 1.36
RADIUS = 0.84
TILT = radians(4)
FRONT = -0.15
