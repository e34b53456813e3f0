"""A piece as the simplifier sees it: positions, what else is seen of it, what must stay."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from scenes.exhibits.codecs.meshopt import position_remap, scale
from scenes.exhibits.derive.geometry import BASE, TRIANGLES, Geometry, Piece, Soup

__all__ = ["Shape", "shapes"]

F32 = NDArray[np.float32]
U32 = NDArray[np.uint32]
MOST_ATTRIBUTES = 32
"""Numbers a vertex that meshoptimizer weighs."""
WEIGHTS = {"NORMAL": 0.2, "TEXCOORD_0": 0.5, "COLOR_0": 0.3}
MORPH_WEIGHT = 1.0
"""A morph target's way, as a share of the extent, counts like a way of the mesh itself."""


class Shape(NamedTuple):
    """Vertices that a piece uses; ``extent`` makes relative errors into the mesh's units."""

    rows: U32
    """Their numbers in the soup, rising."""
    positions: F32
    attributes: F32 | None
    weights: F32 | None
    locked: NDArray[np.uint8] | None
    """Vertices at which this piece meets another."""
    peaks: NDArray[np.uint8] | None
    """Vertices that a morph target moves or turns most: without them it would do nothing."""
    outermost: NDArray[np.uint8]
    """Vertices that reach farthest: without them the whole would be of another size."""
    extent: float

    def own(self, indices: U32) -> U32:
        """The soup's indices as indices into these vertices."""
        return np.searchsorted(self.rows, indices).astype(np.uint32)


def shapes(found: Geometry) -> list[Shape | None]:
    """The shape of every piece; None where it is not made of triangles somewhere in space."""
    plain = [_shape(found.soups[piece.soup], piece) for piece in found.pieces]
    locks = _locks(found, plain)
    return [s if s is None else s._replace(locked=locks.get(i)) for i, s in enumerate(plain)]


def _shape(soup: Soup, piece: Piece) -> Shape | None:
    stream = soup.streams.get((BASE, "POSITION"))
    if stream is None or piece.mode != TRIANGLES or piece.held or not len(piece.indices):
        return None
    rows: U32 = np.unique(piece.indices)
    positions = stream.floats(rows)
    extent = scale(positions)
    columns = list(_columns(soup, rows, extent))
    peaks, outermost = _peaks(soup, rows), _outermost(positions)
    if not columns:
        return Shape(rows, positions, None, None, None, peaks, outermost, extent)
    attributes = np.concatenate([column for column, _ in columns], axis=1)[:, :MOST_ATTRIBUTES]
    weights = np.concatenate([np.full(c.shape[1], w, np.float32) for c, w in columns])
    weights = weights[:MOST_ATTRIBUTES]
    return Shape(
        rows, positions, np.ascontiguousarray(attributes), weights, None, peaks, outermost, extent
    )


def _columns(soup: Soup, rows: U32, extent: float) -> Iterator[tuple[F32, float]]:
    for semantic, weight in WEIGHTS.items():
        stream = soup.streams.get((BASE, semantic))
        if stream is not None:
            yield stream.floats(rows)[:, :3], weight
    ways = [
        stream.floats(rows) / np.float32(extent or 1)
        for (target, semantic), stream in soup.streams.items()
        if target != BASE and semantic == "POSITION"
    ]
    for way in sorted(ways, key=lambda way: -float(np.abs(way).max(initial=0))):
        yield way, MORPH_WEIGHT


def _peaks(soup: Soup, rows: U32) -> NDArray[np.uint8] | None:
    ways = [stream.floats(rows) for (target, _), stream in soup.streams.items() if target != BASE]
    if not ways:
        return None
    peaks = np.zeros(len(rows), np.uint8)
    peaks[[int(np.abs(way).max(axis=1).argmax()) for way in ways]] = 1
    return peaks


def _outermost(positions: F32) -> NDArray[np.uint8]:
    found = np.zeros(len(positions), np.uint8)
    found[positions.argmin(axis=0)] = 1
    found[positions.argmax(axis=0)] = 1
    return found


def _locks(found: Geometry, plain: Sequence[Shape | None]) -> dict[int, NDArray[np.uint8]]:
    """Vertices at which a mesh's pieces meet: moving them in one alone would tear a gap."""
    meshes: dict[int, list[int]] = {}
    for (mesh, _), piece in found.of.items():
        known = meshes.setdefault(mesh, [])
        if plain[piece] is not None and piece not in known:
            known.append(piece)
    locks: dict[int, NDArray[np.uint8]] = {}
    for pieces in meshes.values():
        if len(pieces) > 1:
            locks |= _meeting({i: shape for i in pieces if (shape := plain[i])})
    return locks


def _meeting(shapes: dict[int, Shape]) -> dict[int, NDArray[np.uint8]]:
    first = position_remap(np.concatenate([shape.positions for shape in shapes.values()]))
    sizes = [len(shape.rows) for shape in shapes.values()]
    owner = np.repeat(np.arange(len(sizes)), sizes)
    shared = np.zeros(len(first), np.uint8)
    shared[first[owner != owner[first]]] = 1
    parts = np.split(shared[first], np.cumsum(sizes)[:-1])
    return {i: part for i, part in zip(shapes, parts, strict=True) if part.any()}
