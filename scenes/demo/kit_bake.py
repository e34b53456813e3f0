"""Baked light: how much sky and sun each vertex sees past the solids around it."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from scenes.demo.kit_frame import Floats
from scenes.demo.kit_quads import Faces
from scenes.demo.kit_sheet import Solid

TO_SUN: Floats = np.array([-0.62, 0.60, 0.505]) / np.linalg.norm([-0.62, 0.60, 0.505])
SHADOW: Floats = np.array([0.44, 0.48, 0.56])
_REACH = 14.0
# Large odd numbers: their weighted sums tell places and directions apart, wrapping as they like.
_MIX = np.array(
    [0x2545F4914F6CDD1D, 0x1B873593CC9E2D51, 0x27D4EB2F165667C5, 0x165667B19E3779F9,
     0x0A2B8FC73D5E6B41, 0x3C6EF372FE94F82B], dtype=np.int64
)  # fmt: skip
_RAYS = 28
_SLACK = 0.04


def bake(faces: Faces, solids: list[Solid], *, sunlit: bool = True) -> Faces:
    """Return the faces with ambient occlusion, and sun shadow outdoors, in their colours."""
    positions, normals, each = _distinct(faces)
    light = ambient(positions, normals, solids)[:, None] * np.ones(3)
    if sunlit:
        lit = sun(positions, normals, solids)[:, None]
        light = light * (SHADOW + (1 - SHADOW) * lit)
    return faces._replace(colors=faces.colors * light[each])


def _distinct(faces: Faces) -> tuple[Floats, Floats, NDArray[np.int64]]:
    """Return each place and direction once, and which of them every vertex has."""
    both = np.concatenate([faces.positions, faces.normals], axis=1)
    keys = (np.rint(both * 1024).astype(np.int64) * _MIX).sum(axis=1)
    _, first, each = np.unique(keys, return_index=True, return_inverse=True)
    return faces.positions[first], faces.normals[first], each


def ambient(positions: Floats, normals: Floats, solids: list[Solid]) -> Floats:
    """Return the open share of the sky above each vertex, 0..1, darkened where walls meet earth."""
    rays = _sphere(_RAYS)
    weight = np.maximum(normals @ rays.T, 0.0)
    start = positions + normals * _SLACK
    blocked = np.zeros_like(weight)
    for solid in solids:
        some = np.flatnonzero(_close(start, solid))
        if len(some):
            near = _hit(start[some], rays, solid)
            dark = np.maximum(1.0 - near / _REACH, 0.0)
            blocked[some] = np.maximum(blocked[some], dark)
    total = np.maximum(weight.sum(axis=1), 1e-9)
    seen = 1.0 - (weight * np.sqrt(blocked)).sum(axis=1) / total
    upright = 1.0 - np.abs(normals[:, 1])
    contact: Floats = 1.0 - 0.2 * upright * np.exp(-np.maximum(positions[:, 1], 0.0) / 0.9)
    result: Floats = (0.22 + 0.78 * seen) * contact
    return result


def sun(positions: Floats, normals: Floats, solids: list[Solid]) -> Floats:
    """Return how much of the sun's disc each vertex sees, 0..1; faces turned away keep 1.

    A renderer already darkens what is turned away; darkening it here again would count it twice.
    """
    rays = TO_SUN + 0.03 * np.array([[0, 0, 0], [1, 0, 1], [-1, 0, -1], [0, 1, 0]])
    start = positions + normals * _SLACK
    open_ = np.ones((len(positions), len(rays)))
    for solid in solids:
        open_ = np.where(np.isfinite(_hit(start, rays, solid)), 0.0, open_)
    share: Floats = open_.mean(axis=1)
    return np.where(normals @ TO_SUN > 0.02, share, 1.0)


def _close(start: Floats, solid: Solid) -> NDArray[np.bool_]:
    """Return which points lie within reach of a solid."""
    local = np.abs((start - solid.centre) @ solid.frame.axes.T)
    return np.asarray((local < solid.half + _REACH).all(axis=1))


def _hit(start: Floats, rays: Floats, solid: Solid) -> Floats:
    """Return the distance along each ray (vertices, rays) to a solid; infinite when it misses."""
    axes = solid.frame.axes
    origin = (start - solid.centre) @ axes.T
    local = rays @ axes.T
    inverse = 1.0 / np.where(np.abs(local) < 1e-9, 1e-9, local)
    enter = np.full((len(start), len(rays)), -np.inf)
    leave = np.full((len(start), len(rays)), np.inf)
    for axis in range(3):
        middle = -origin[:, axis, None] * inverse[:, axis]
        reach = np.abs(solid.half[axis] * inverse[:, axis])
        enter = np.maximum(enter, middle - reach)
        leave = np.minimum(leave, middle + reach)
    return np.where((leave >= np.maximum(enter, 0)) & (leave > 1e-6), np.maximum(enter, 0), np.inf)


def _sphere(count: int) -> Floats:
    """Return evenly spread unit directions (a Fibonacci sphere)."""
    i = np.arange(count) + 0.5
    y = 1 - 2 * i / count
    turn = i * math.pi * (3 - math.sqrt(5))
    r = np.sqrt(1 - y * y)
    return np.stack([r * np.cos(turn), y, r * np.sin(turn)], axis=1)
