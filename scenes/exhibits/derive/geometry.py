"""A document's geometry as it is worked on: soups of vertices, and pieces that index into them.

Primitives that share all their accessors share a soup, and stay together in every level.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from scenes.exhibits.derive.weld import welded
from scenes.exhibits.read import raw, scaled
from scenes.glb import Glb

__all__ = ["BASE", "Geometry", "Name", "Piece", "Soup", "Stream", "geometry"]

Json = dict[str, Any]
U32 = NDArray[np.uint32]
Name = tuple[int, str]
"""A morph target's number (BASE for the mesh itself) and an attribute's semantic."""
BASE = -1
EVERY = slice(None)
POINTS, TRIANGLES, STRIP, FAN = 0, 4, 5, 6
FREE = frozenset({"KHR_materials_variants", "EXT_mesh_features", "KHR_gaussian_splatting"})
"""Extensions of a primitive that mean the same for other triangles; others hold it as it is."""


class Stream(NamedTuple):
    """One attribute as it is stored: numbers (n, width) and what its accessor says of them."""

    values: NDArray[Any]
    json: Json

    def floats(self, rows: U32 | slice = EVERY) -> NDArray[np.float32]:
        """What the numbers mean, of some rows."""
        return np.ascontiguousarray(scaled(self.values[rows], self.json))


@dataclass(slots=True)
class Soup:
    """Vertices that pieces share."""

    streams: dict[Name, Stream]
    count: int
    held: bool = False
    """Whether its vertices must keep their number and order."""


@dataclass(slots=True)
class Piece:
    """What a primitive draws: indices into its soup; ``implicit`` where the file has none."""

    soup: int
    indices: U32
    mode: int
    source: Json | None = None
    """What the file says of the indices' accessor."""
    implicit: bool = False
    held: bool = False

    @property
    def is_triangles(self) -> bool:
        """Whether it is a list of triangles."""
        return self.mode == TRIANGLES

    @property
    def triangles(self) -> int:
        """How many triangles it draws."""
        return len(self.indices) // 3 if self.is_triangles else 0

    @property
    def size(self) -> int:
        """Its triangles, or the corners of its points and lines."""
        return self.triangles if self.is_triangles else len(self.indices)


@dataclass(slots=True)
class Geometry:
    """Everything that is drawn; ``of`` gives each (mesh, primitive) its piece."""

    soups: list[Soup] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    of: dict[tuple[int, int], int] = field(default_factory=dict)

    def by_soup(self) -> list[list[int]]:
        """For each soup the pieces that share it."""
        found: list[list[int]] = [[] for _ in self.soups]
        for i, piece in enumerate(self.pieces):
            found[piece.soup].append(i)
        return found


def geometry(glb: Glb) -> Geometry:
    """Read every primitive; strips and fans become triangles, and equal vertices one."""
    found = Geometry()
    soups: dict[str, int] = {}
    pieces: dict[tuple[int, object, int, bool], int] = {}
    for place, primitive in _primitives(glb.json):
        names = dict(_names(primitive))
        held = bool(set(primitive.get("extensions", {})) - FREE)
        key = repr(sorted(names.items()))
        if key not in soups:
            soups[key] = len(found.soups)
            found.soups.append(_soup(glb, names))
        own = soups[key], primitive.get("indices"), primitive.get("mode", TRIANGLES), held
        if own not in pieces:
            pieces[own] = len(found.pieces)
            found.pieces.append(_piece(glb, found.soups[own[0]], *own))
        found.of[place] = pieces[own]
    _hold(found)
    _weld(found)
    return found


def _primitives(json: Json) -> Iterator[tuple[tuple[int, int], Json]]:
    for m, mesh in enumerate(json.get("meshes", [])):
        for p, primitive in enumerate(mesh["primitives"]):
            yield (m, p), primitive


def _names(primitive: Json) -> Iterator[tuple[Name, int]]:
    for number, attributes in enumerate([primitive["attributes"], *primitive.get("targets", [])]):
        for semantic, accessor in attributes.items():
            yield (number - 1, semantic), accessor


def _soup(glb: Glb, names: dict[Name, int]) -> Soup:
    accessors = glb.json["accessors"]
    streams = {name: Stream(raw(glb, i), accessors[i]) for name, i in names.items()}
    return Soup(streams, min((len(s.values) for s in streams.values()), default=0))


def _piece(glb: Glb, soup: Soup, number: int, indices: int | None, mode: int, held: bool) -> Piece:
    if indices is None:
        values, source = np.arange(soup.count, dtype=np.uint32), None
    else:
        values, source = raw(glb, indices)[:, 0].astype(np.uint32), glb.json["accessors"][indices]
    if held or mode not in (TRIANGLES, STRIP, FAN) or len(values) < 3:
        return Piece(number, values, mode, source, indices is None, held or mode == TRIANGLES)
    return Piece(number, _triangles(values, mode), TRIANGLES, source)


def _triangles(values: U32, mode: int) -> U32:
    """Section 3.7.2.1's equations: what a strip or a fan is as single triangles."""
    if mode == TRIANGLES:
        return values[: len(values) // 3 * 3]
    i = np.arange(len(values) - 2)
    if mode == STRIP:
        corners = np.stack([i, i + 1 + i % 2, i + 2 - i % 2], axis=1)
    else:
        corners = np.stack([i + 1, i + 2, np.zeros_like(i)], axis=1)
    return np.ascontiguousarray(values[corners.ravel()])


def _hold(found: Geometry) -> None:
    for piece in found.pieces:
        soup = found.soups[piece.soup]
        soup.held = soup.held or piece.held
    for piece in found.pieces:
        piece.held = piece.held or found.soups[piece.soup].held


def _weld(found: Geometry) -> None:
    """Only soups of triangles: points and lines may be drawn twice on purpose."""
    for soup, numbers in zip(found.soups, found.by_soup(), strict=True):
        mine = [found.pieces[i] for i in numbers]
        if soup.held or not all(piece.mode == TRIANGLES for piece in mine):
            continue
        first = welded([stream.values for stream in soup.streams.values()])
        if first is not None:
            for piece in mine:
                piece.indices = first[piece.indices]
