"""Numbers of JSON as the standard takes them: 1.0 is an integer, true is none."""

from __future__ import annotations

import math
import sys
from typing import Any

__all__ = ["LARGEST", "NONE", "is_number", "real", "whole"]

LARGEST = sys.float_info.max
"""Beyond it a number is infinite."""

NONE = -1
"""An integer that is absent or unusable."""


def whole(value: Any) -> int | None:
    """The integer that a JSON value is, or None; one too large for a double is none."""
    kind = type(value)
    if kind is int:
        return int(value) if -LARGEST <= value <= LARGEST else None
    return int(value) if kind is float and value.is_integer() else None


def is_number(value: Any) -> bool:
    """Whether a JSON value is a number."""
    return type(value) in (int, float)


def real(value: float) -> float:
    """A number as a double; one beyond its range becomes infinite."""
    try:
        return float(value)
    except OverflowError:
        return math.inf if value > 0 else -math.inf
