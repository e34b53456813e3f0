"""Putting an exhibit together: items with pieces, light baked in, nodes out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from scenes.author import Instances, Material, Node, Part, Surface
from scenes.author.turn import IDENTITY, Quat, Vec3
from scenes.demo.exhibits.detail import Detail
from scenes.demo.shapes import Mesh, merge
from scenes.demo.shapes.occlusion import visibility

__all__ = ["Item", "Piece", "assemble", "axial", "painted"]

Rgb = tuple[float, float, float]


class Piece(NamedTuple):
    """Triangles with one finish."""

    mesh: Mesh
    finish: Material
    variants: tuple[tuple[str, Material], ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """A node of an exhibit; with a title it is a separable part.

    Pieces lie in the item's own space. Items that hold the same tuple share one mesh.
    """

    name: str
    pieces: tuple[Piece, ...] = ()
    title: tuple[str, str] | None = None
    explode: Vec3 = (0.0, 0.0, 0.0)
    at: Vec3 = (0.0, 0.0, 0.0)
    turn: Quat = IDENTITY
    children: tuple[Item, ...] = ()
    places: Instances | None = None


@dataclass(slots=True)
class _Light:
    """How bright each vertex of each tuple of pieces is; filled by looking from all sides."""

    found: dict[int, NDArray[np.float64]] = field(default_factory=dict)


def painted(finish: Material, color: Rgb, *meshes: Mesh) -> Piece:
    """One piece of all meshes in one colour."""
    return Piece(merge(meshes).painted(color), finish)


def axial(mesh: Mesh) -> Mesh:
    """A shape made round the Y axis, laid along the X axis (its top towards +X)."""
    return mesh.turned("z", -np.pi / 2)


def assemble(items: Sequence[Item], detail: Detail, floor: float = 0.4) -> tuple[Node, ...]:
    """Nodes for the author; vertices are darkened where the assembled and apart shapes hide sky."""
    light = _baked(items, detail, floor)
    surfaces: dict[int, tuple[Surface, ...]] = {}
    return tuple(_node(item, light, surfaces) for item in items)


def _node(item: Item, light: _Light, known: dict[int, tuple[Surface, ...]]) -> Node:
    key = id(item.pieces)
    if item.pieces and key not in known:
        known[key] = _surfaces(item.pieces, light.found.get(key))
    return Node(
        item.name,
        known.get(key, ()) if item.pieces else (),
        tuple(_node(child, light, known) for child in item.children),
        item.at,
        item.turn,
        part=None if item.title is None else Part(_text(item.title), item.explode),
        instances=item.places,
    )


def _text(title: tuple[str, str]) -> dict[str, str]:
    return {"zh": title[0], "en": title[1]}


def _surfaces(pieces: tuple[Piece, ...], light: NDArray[np.float64] | None) -> tuple[Surface, ...]:
    """One surface for each finish, so that each is one draw call."""
    sizes = [len(piece.mesh.positions) for piece in pieces]
    factors = np.ones(sum(sizes)) if light is None else light
    shares = np.split(factors, np.cumsum(sizes)[:-1])
    groups: dict[tuple[object, ...], list[Mesh]] = {}
    first: dict[tuple[object, ...], Piece] = {}
    for piece, share in zip(pieces, shares, strict=True):
        key = (piece.finish, piece.variants)
        groups.setdefault(key, []).append(piece.mesh.shaded(share))
        first.setdefault(key, piece)
    return tuple(
        Surface(merge(meshes), first[key].finish, dict(first[key].variants))
        for key, meshes in groups.items()
    )


class _Placed(NamedTuple):
    pieces: tuple[Piece, ...]
    together: NDArray[np.float64]
    apart: NDArray[np.float64]


def _baked(items: Sequence[Item], detail: Detail, floor: float) -> _Light:
    light = _Light()
    placed = [p for item in items for p in _walk(item, np.eye(4), np.eye(4))]
    if not placed:
        return light
    bare = [merge([piece.mesh for piece in p.pieces]) for p in placed]
    rays, samples = (40, 80_000) if detail.fine else (20, 30_000)
    views = [_seen(bare, [p.together for p in placed], rays, samples)]
    if any((p.together != p.apart).any() for p in placed):
        views.append(_seen(bare, [p.apart for p in placed], rays, samples))
    ends = np.cumsum([len(mesh.positions) for mesh in bare])[:-1]
    for p, share in zip(placed, np.split(np.mean(views, axis=0), ends), strict=True):
        light.found.setdefault(id(p.pieces), floor + (1 - floor) * share)
    return light


def _seen(
    meshes: list[Mesh], matrices: list[NDArray[np.float64]], rays: int, samples: int
) -> NDArray[np.float64]:
    whole = merge(
        Mesh(m.positions, m.normals, m.indices).transformed(matrix)
        for m, matrix in zip(meshes, matrices, strict=True)
    )
    return visibility(whole, rays, samples=samples)


def _walk(
    item: Item, together: NDArray[np.float64], apart: NDArray[np.float64]
) -> Iterator[_Placed]:
    here, there = together @ _matrix(item, False), apart @ _matrix(item, True)
    if item.pieces:
        places = [np.zeros(3)] if item.places is None else item.places.translations
        for place in places:
            shift = np.eye(4)
            shift[:3, 3] = place
            yield _Placed(item.pieces, here @ shift, there @ shift)
    for child in item.children:
        yield from _walk(child, here, there)


def _matrix(item: Item, apart: bool) -> NDArray[np.float64]:
    x, y, z, w = item.turn
    matrix = np.eye(4)
    matrix[:3, :3] = [
        [1 - 2 * (y * y + z * z), 2 * (x * y - z * w), 2 * (x * z + y * w)],
        [2 * (x * y + z * w), 1 - 2 * (x * x + z * z), 2 * (y * z - x * w)],
        [2 * (x * z - y * w), 2 * (y * z + x * w), 1 - 2 * (x * x + y * y)],
    ]
    matrix[:3, 3] = item.at
    if apart and item.title is not None:
        matrix[:3, 3] += item.explode
    return matrix
