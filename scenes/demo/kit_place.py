"""Repeated things: many places for one drawing."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from scenes.author import Instances, Node, Surface
from scenes.demo.kit_frame import Floats
from scenes.demo.kit_model import MATERIALS, finished, mesh
from scenes.demo.kit_quads import Faces
from scenes.demo.kit_sheet import Sheet


def repeated(
    name: str, drawing: Sheet, at: ArrayLike, yaw: ArrayLike = 0.0, size: ArrayLike = 1.0
) -> Node:
    """Return a node that repeats a drawing at places (n, 3), turned and scaled."""
    return repeated_faces(name, finished(drawing), at, yaw, size)


def repeated_faces(
    name: str, faces: dict[str, Faces], at: ArrayLike, yaw: ArrayLike = 0.0, size: ArrayLike = 1.0
) -> Node:
    """Return a node that repeats finished faces at places (n, 3), turned and scaled."""
    surfaces = tuple(Surface(mesh(f), MATERIALS[m]) for m, f in faces.items())
    return repeated_surfaces(name, surfaces, at, yaw, size)


def repeated_surfaces(
    name: str,
    surfaces: tuple[Surface, ...],
    at: ArrayLike,
    yaw: ArrayLike = 0.0,
    size: ArrayLike = 1.0,
) -> Node:
    """Return a node that repeats surfaces at places (n, 3), turned and scaled."""
    places = np.atleast_2d(np.asarray(at, dtype=float))
    turns = np.broadcast_to(np.asarray(yaw, dtype=float), (len(places),))
    sizes = np.broadcast_to(np.asarray(size, dtype=float), (len(places),))
    rotations = np.stack([0 * turns, np.sin(turns / 2), 0 * turns, np.cos(turns / 2)], axis=1)
    scales = np.repeat(sizes[:, None], 3, axis=1)
    places_ = Instances(places, rotations if turns.any() else None, scales)
    return Node(name, surfaces, instances=places_)


def grid(xs: ArrayLike, zs: ArrayLike, y: float = 0.0) -> Floats:
    """Return every crossing of two rows of coordinates as places (n, 3)."""
    x, z = (a.ravel() for a in np.meshgrid(np.asarray(xs, float), np.asarray(zs, float)))
    return np.stack([x, np.full_like(x, y), z], axis=1)
