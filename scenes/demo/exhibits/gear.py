"""Involute spur gears (ISO 53 basic rack, 20°) and the phases at which they mesh."""

from __future__ import annotations

from math import acos, cos, pi, radians, tan, tau

import numpy as np
from numpy.typing import NDArray

__all__ = ["gear_outline", "mesh_phase", "ring_outline", "ring_phase"]

F64 = NDArray[np.float64]
PRESSURE = radians(20)


def gear_outline(teeth: int, module: float, steps: int = 4, backlash: float = 0.02) -> F64:
    """The outline of an external gear, tooth 0 centred on the first axis; (n,2) metres."""
    pitch = teeth * module / 2
    return _outline(teeth, pitch, pitch - 1.2 * module, pitch + module, steps, -backlash * module)


def ring_outline(teeth: int, module: float, steps: int = 4, backlash: float = 0.02) -> F64:
    """The inner outline of a ring gear: a gap is centred on the first axis, teeth point inwards."""
    pitch = teeth * module / 2
    return _outline(teeth, pitch, pitch - module, pitch + 1.2 * module, steps, backlash * module)


def _outline(teeth: int, pitch: float, root: float, tip: float, steps: int, thicker: float) -> F64:
    """Teeth between the root and tip circles with involute flanks."""
    base = pitch * cos(PRESSURE)
    radii = np.linspace(max(root, base), tip, steps)
    half = pi / (2 * teeth) + _involute(pitch, base) + thicker / (2 * pitch)
    angles = np.array([half - _involute(float(r), base) for r in radii])
    if root < base:
        radii, angles = np.append(root, radii), np.append(angles[0], angles)
    flank = np.stack([radii, angles], axis=1)
    tooth = np.concatenate([flank * [1, -1], flank[::-1]])
    turns = np.repeat(np.arange(teeth) * tau / teeth, len(tooth)) + np.tile(tooth[:, 1], teeth)
    far = np.tile(tooth[:, 0], teeth)
    return np.stack([far * np.cos(turns), far * np.sin(turns)], axis=1)


def _involute(radius: float, base: float) -> float:
    """The involute's polar angle at a radius: tan(a) - a, where cos(a) = base / radius."""
    angle = acos(min(base / radius, 1.0))
    return tan(angle) - angle if radius > base else 0.0


def mesh_phase(teeth: int, towards: float, driver_teeth: int, driver_phase: float) -> float:
    """How far to turn a gear that stands in direction `towards` so that it meshes."""
    tooth = driver_teeth * (towards - driver_phase) / tau
    return towards + pi - tau / teeth * (0.5 - tooth)


def ring_phase(teeth: int, towards: float, planet_teeth: int, planet_phase: float) -> float:
    """How far to turn a ring gear so that it meshes with a planet in direction `towards`.

    A gap of the ring lies at its phase, and takes the planet's tooth.
    """
    tooth = planet_teeth * (towards - planet_phase) / tau
    return towards - tau / teeth * tooth
