"""Where the machine's axes stand at home, and its colour."""

from __future__ import annotations

from scenes.author.turn import Vec3
from scenes.demo.shapes import srgb

__all__ = ["CRADLE", "HEAD", "SADDLE", "TABLE", "TEAL"]

TEAL = srgb("#23777c")
SADDLE: Vec3 = (0.0, 0.92, 0.16)
HEAD: Vec3 = (0.0, 0.0, -0.2)
CRADLE: Vec3 = (0.0, 0.44, 0.02)
TABLE: Vec3 = (0.0, -0.05, 0.0)
