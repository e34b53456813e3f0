"""Numbers in single precision, as a graphics card has them."""

from __future__ import annotations

import math
import struct

__all__ = ["single"]

FLOAT = struct.Struct("<f")


def single(number: float) -> float:
    """The number of single precision that is nearest; infinite beyond its range."""
    try:
        value: float = FLOAT.unpack(FLOAT.pack(number))[0]
    except OverflowError:
        return math.copysign(math.inf, number)
    return value
