"""Measures and colours that the pump's parts share."""

from __future__ import annotations

from scenes.demo.shapes import srgb

__all__ = ["AXIS", "EXIT", "INLET", "MOTOR_GREY", "PUMP_BLUE"]

AXIS = 0.3
PUMP_BLUE = srgb("#1f5fa8")
MOTOR_GREY = srgb("#5b666e")
INLET, EXIT = 0.062, 0.135
