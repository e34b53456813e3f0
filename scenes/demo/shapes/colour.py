"""Colours as people write them, turned into the linear values that glTF wants."""

from __future__ import annotations

__all__ = ["srgb"]

Colour = tuple[float, float, float]


def srgb(text: str) -> Colour:
    """`#rrggbb` as linear red, green, blue in 0..1 (IEC 61966-2-1)."""
    digits = text.removeprefix("#")
    red, green, blue = (_linear(int(digits[i : i + 2], 16) / 255) for i in (0, 2, 4))
    return red, green, blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)
