"""The robot's axes, lengths and home pose."""

from __future__ import annotations

from scenes.author.turn import Vec3

__all__ = ["ELBOW_RISE", "GRIP", "HOME", "PITCH", "ROLL", "SHOULDER", "UP", "UPPER"]

UP: Vec3 = (0.0, 1.0, 0.0)
PITCH: Vec3 = (0.0, 0.0, -1.0)
ROLL: Vec3 = (1.0, 0.0, 0.0)
SHOULDER = (0.16, 0.3, 0.0)
UPPER = 0.66
ELBOW_RISE = 0.1
HOME = (0.0, -18.0, 12.0, 0.0, 96.0, 0.0)
GRIP = 0.036
