"""Measures and materials that the drone's parts share."""

from __future__ import annotations

from math import cos, sin, tau

from scenes.author import Material
from scenes.demo.shapes import (
    srgb,
)

__all__ = [
    "ACCENT",
    "ARMS",
    "CARBON",
    "HEIGHT",
    "LENS",
    "LIGHT",
    "PROP",
    "REACH",
    "SHELL",
    "angle",
    "place",
]

ARMS, REACH, HEIGHT = 6, 0.46, 0.36
PROP = 0.21
ACCENT = srgb("#e2622b")
SHELL = srgb("#dfe3e4")
CARBON = Material("carbon fibre", (0.035, 0.037, 0.04), roughness=0.32, clearcoat=0.8)
LENS = Material("lens", (0.012, 0.014, 0.03), roughness=0.04, clearcoat=1.0)
LIGHT = Material("beacon", (0.1, 0.9, 0.4), emissive=(0.1, 1.0, 0.35), emissive_strength=2.0)


def angle(i: int) -> float:
    """The direction of arm i."""
    return tau * (i + 0.5) / ARMS


def place(i: int, radius: float, y: float) -> tuple[float, float, float]:
    """A place along arm i."""
    return radius * cos(angle(i)), y, radius * sin(angle(i))
