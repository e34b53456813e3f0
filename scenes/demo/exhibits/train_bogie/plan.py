"""Measures of the bogie at its scale of 1 : 2.5."""

from __future__ import annotations

__all__ = ["AXLE", "ENDS", "GAUGE", "SIDES", "WHEEL"]

SCALE = 0.4
BASE = 2.5 * SCALE
GAUGE = 1.5 * SCALE
WHEEL = 0.46 * SCALE
RAIL = 0.075
AXLE = RAIL + WHEEL
SIDES = (-1, 1)
ENDS = (-BASE / 2, BASE / 2)
