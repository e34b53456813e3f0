"""Fewer triangles for one piece: with care first, and if need be whatever becomes of the details.

Only indices change: every vertex that is left keeps its attributes, skin weights and morph targets.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from scenes.exhibits.codecs.errors import CodecError
from scenes.exhibits.codecs.meshopt import Options, Simplified, simplify, simplify_sloppy
from scenes.exhibits.derive.shape import Shape

__all__ = ["Wish", "simpler"]

U32 = NDArray[np.uint32]
NEAR = (0.5, 1.2)
"""A result of so many times the wanted triangles is as good as asked for."""
MANY = 3 * 32
"""Indices among which a few that reach farthest may be kept."""
Way = Callable[[Shape, U32, int, float], Simplified]


class Wish(NamedTuple):
    """What a level asks of a piece."""

    share: float
    """Triangles of the whole piece that may be left."""
    floor: int
    """Triangles that every piece may keep."""
    error: float
    """The largest deviation, as a share of the piece's extent."""
    rough: bool = False
    """Whether seams, and in the end all topology, may be given up to come to the share."""
    thin: bool = False
    """Whether points and lines are thinned too."""


def simpler(shape: Shape, indices: U32, triangles: int, wish: Wish) -> Simplified:
    """About ``wish.share`` of ``triangles`` left of ``indices``; the error in the mesh's units."""
    target = 3 * max(wish.floor, int(triangles * wish.share))
    if len(indices) <= target:
        return Simplified(indices, 0.0)
    own = shape.own(indices)
    if target >= MANY:
        shape = shape._replace(peaks=_both(shape.peaks, shape.outermost))
    best = _best(shape, own, target, wish)
    left = _with_peaks(shape, own, best.indices if len(best.indices) else _largest(shape, own))
    return Simplified(shape.rows[left], best.error * shape.extent)


def _best(shape: Shape, indices: U32, target: int, wish: Wish) -> Simplified:
    """The first way that comes near the target, or the one that comes nearest."""
    found = []
    for way in ROUGH if wish.rough else CAREFUL:
        try:
            made = way(shape, indices, target, wish.error)
        except CodecError:  # no room for so large a mesh
            continue
        if NEAR[0] * target <= len(made.indices) <= NEAR[1] * target:
            return made
        found.append(made)
    if not found:
        return Simplified(indices, 0.0)
    return min(found, key=lambda each: abs(math.log((len(each.indices) + 1) / (target + 1))))


def _with_care(shape: Shape, indices: U32, target: int, error: float) -> Simplified:
    return _simplified(shape, indices, target, error, Options.PRUNE)


def _over_seams(shape: Shape, indices: U32, target: int, error: float) -> Simplified:
    unlocked = shape._replace(locked=None)
    return _simplified(unlocked, indices, target, error, Options.PRUNE | Options.PERMISSIVE)


def _by_form_alone(shape: Shape, indices: U32, target: int, error: float) -> Simplified:
    bare = shape._replace(attributes=None, weights=None, locked=None)
    return _simplified(bare, indices, target, error, Options.PRUNE | Options.PERMISSIVE)


def _anyhow(shape: Shape, indices: U32, target: int, error: float) -> Simplified:
    return simplify_sloppy(indices, shape.positions, target, error, locked=shape.peaks)


def _simplified(
    shape: Shape, indices: U32, target: int, error: float, options: Options
) -> Simplified:
    return simplify(
        indices,
        shape.positions,
        target,
        error,
        options=options,
        attributes=shape.attributes,
        weights=shape.weights,
        locked=_both(shape.locked, shape.peaks),
    )


def _with_peaks(shape: Shape, indices: U32, left: U32) -> U32:
    """Loose pieces are pruned, whatever is locked: a triangle of what must stay comes back."""
    if shape.peaks is None:
        return left
    missing = np.setdiff1d(np.flatnonzero(shape.peaks), left)
    corners = indices.reshape(-1, 3)
    hits = (np.flatnonzero((corners == vertex).any(axis=1)) for vertex in missing)
    back = [int(triangles[0]) for triangles in hits if len(triangles)]
    return np.concatenate([left, corners[sorted(set(back))].ravel()]) if back else left


def _both(
    one: NDArray[np.uint8] | None, other: NDArray[np.uint8] | None
) -> NDArray[np.uint8] | None:
    return one | other if one is not None and other is not None else one if other is None else other


CAREFUL: tuple[Way, ...] = (_with_care, _over_seams)
ROUGH: tuple[Way, ...] = (_over_seams, _by_form_alone, _anyhow)


def _largest(shape: Shape, indices: U32) -> U32:
    """The triangle that is seen best: nothing that was drawn vanishes altogether."""
    corners = shape.positions[indices.reshape(-1, 3)].astype(np.float64)
    spans = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    at = 3 * int(np.argmax(np.einsum("ij,ij->i", spans, spans)))
    return indices[at : at + 3]
