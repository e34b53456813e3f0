"""The drawing sheet: faces gathered by material, and the solids that shade them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from scenes.demo.kit_frame import HERE, Floats, Frame
from scenes.demo.kit_quads import Faces, box_quads, grid_quads

ALL = "ewudsn"
SIDES = "ewsn"
OPEN = "ewusn"


class Solid(NamedTuple):
    """An upright box that stops light: centre, half sizes, and its turn about +Y."""

    centre: Floats
    half: Floats
    frame: Frame


class Sheet:
    """Everything drawn for one model; `fine` is False for its coarse level."""

    def __init__(self, *, fine: bool) -> None:
        self.fine = fine
        self.faces: dict[str, list[Faces]] = {}
        self.solids: list[Solid] = []
        self.frame = HERE

    @contextmanager
    def at(self, frame: Frame) -> Iterator[None]:
        """Draw inside a local frame until the block ends."""
        outer = self.frame
        self.frame = frame.then(outer)
        yield
        self.frame = outer

    def quads(self, material: str, corners: ArrayLike, color: ArrayLike, split: float = 0) -> None:
        """Add quads (n, 4, 3), counter-clockwise from outside; colours are linear RGB.

        A positive `split` cuts them into cells of at most that many metres, so that shade shows.
        """
        placed = self.frame.points(corners)
        step = split if self.fine else split * 4
        self.add(material, grid_quads(placed, np.asarray(color, dtype=float), step))

    def boxes(
        self,
        material: str,
        low: ArrayLike,
        high: ArrayLike,
        color: ArrayLike,
        faces: str = ALL,
        split: float = 0,
    ) -> None:
        """Add axis-aligned boxes given by two corners, (3,) or (n, 3) each."""
        lo, hi = np.broadcast_arrays(np.atleast_2d(low), np.atleast_2d(high))
        tint = np.broadcast_to(np.asarray(color, dtype=float), (len(lo), 3))
        quads = box_quads(lo.astype(float), hi.astype(float), faces)
        self.quads(material, quads, np.repeat(tint, len(faces), axis=0)[:, None], split)

    def solid(self, low: ArrayLike, high: ArrayLike) -> None:
        """Say that a box is there, for shade alone."""
        lo, hi = np.asarray(low, dtype=float), np.asarray(high, dtype=float)
        self.solids.append(Solid(self.frame.points((lo + hi) / 2), (hi - lo) / 2, self.frame))

    def mass(
        self, material: str, low: ArrayLike, high: ArrayLike, color: ArrayLike, split: float = 4
    ) -> None:
        """Add one box that also casts shade."""
        self.boxes(material, low, high, color, split=split)
        self.solid(low, high)

    def triangles(
        self, material: str, points: ArrayLike, indices: NDArray[np.int64], color: ArrayLike
    ) -> None:
        """Add a flat-shaded triangle list over local points (n, 3)."""
        corners = self.frame.points(points)[indices.reshape(-1, 3)]
        normal = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
        normal /= np.maximum(np.linalg.norm(normal, axis=1, keepdims=True), 1e-12)
        count = len(corners) * 3
        tint = np.broadcast_to(np.asarray(color, dtype=float), (count, 3))
        flat = np.arange(count).reshape(-1, 3)
        self.add(material, Faces(corners.reshape(-1, 3), normal.repeat(3, axis=0), tint, flat))

    def add(self, material: str, faces: Faces) -> None:
        """Add finished faces, already in the sheet's outer space."""
        if len(faces.indices):
            self.faces.setdefault(material, []).append(faces)
