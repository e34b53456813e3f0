"""Measures of the pack and its modules."""

from __future__ import annotations

from scenes.demo.shapes import srgb

__all__ = ["COLUMNS", "FLOOR", "HIGH_VOLTAGE", "LONG", "MODULE", "RIM", "ROWS", "STACK", "WIDE"]

LONG, WIDE = 1.84, 1.24
FLOOR, RIM = 0.018, 0.15
MODULE = (0.5, 0.1, 0.255)
ROWS = (-0.42, -0.14, 0.14, 0.42)
COLUMNS = (-0.61, -0.085, 0.44)
HIGH_VOLTAGE = srgb("#f07f13")
STACK = 0.05
