"""The robot's axes, lengths and home pose."""

from __future__ import annotations

from scenes.author.turn import Vec3

__all__ = [
    "COLUMN",
    "ELBOW_RISE",
    "FLANGE",
    "FOREARM",
    "GRASP",
    "GRIP",
    "HAND",
    "HOME",
    "PITCH",
    "ROLL",
    "SHOULDER",
    "UP",
    "UPPER",
    "WRIST",
]

UP: Vec3 = (0.0, 1.0, 0.0)
PITCH: Vec3 = (0.0, 0.0, -1.0)
ROLL: Vec3 = (1.0, 0.0, 0.0)
# Where each joint stands in the space of the one before it.
COLUMN: Vec3 = (0.0, 0.188, 0.0)
SHOULDER: Vec3 = (0.16, 0.3, 0.0)
UPPER = 0.66
ELBOW_RISE = 0.1
FOREARM: Vec3 = (0.215, ELBOW_RISE, 0.0)
WRIST: Vec3 = (0.42, 0.0, 0.0)
HAND: Vec3 = (0.087, 0.0, 0.0)
# From the hand: where the fingers slide, how far open they stand.
FLANGE = 0.115
GRIP = 0.036
# From the wrist: the point between the finger tips.
GRASP = HAND[0] + 0.2
# Joint angles at rest, degrees.
HOME = (0.0, -18.0, 12.0, 0.0, 96.0, 0.0)
