"""Putting an exhibit together: items with pieces, light baked in, nodes out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from scenes.author import Instances, Material, Node, Part, Surface
from scenes.author.turn import IDENTITY, Quat, Vec3
from scenes.demo.exhibits.detail import Detail
from scenes.demo.shapes import Mesh, extrude, merge
from scenes.demo.shapes.occlusion import visibility

__all__ = ["Item", "Piece", "assemble", "axial", "capsule", "painted", "rounded", "slab"]

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


def slab(outline: ArrayLike, thickness: float, bevel: float = 0.0, crease: float = 35.0) -> Mesh:
    """An outline of (x, y) points standing upright, its thickness centred on z = 0."""
    flat = extrude(outline, thickness, bevel=bevel, crease=crease)
    return flat.turned("x", -np.pi / 2).moved(z=thickness / 2)


def rounded(x: float, y: float, radius: float, steps: int = 5) -> NDArray[np.float64]:
    """The outline of a rectangle about the origin with round corners."""
    turns = np.linspace(0, np.pi / 2, steps)
    arc = np.stack([np.cos(turns), np.sin(turns)], axis=1) * radius
    corner = arc + np.array([x / 2 - radius, y / 2 - radius])
    flip = np.array([[1, 1], [-1, 1], [-1, -1], [1, -1]])
    return np.concatenate([(corner if i % 2 == 0 else corner[::-1]) * flip[i] for i in range(4)])


def capsule(low: float, high: float, length: float, steps: int = 16) -> NDArray[np.float64]:
    """The outline round two circles: radius `low` at the origin, `high` at (0, length)."""
    lean = np.arcsin((low - high) / length)
    top = np.linspace(lean, np.pi - lean, steps)
    bottom = np.linspace(np.pi - lean, 2 * np.pi + lean, steps)
    upper = np.stack([high * np.cos(top), high * np.sin(top) + length], axis=1)
    lower = np.stack([low * np.cos(bottom), low * np.sin(bottom)], axis=1)
    return np.concatenate([upper, lower])


def assemble(items: Sequence[Item], detail: Detail, floor: float = 0.5) -> tuple[Node, ...]:
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
    rays, samples = (32, 90_000) if detail.fine else (24, 40_000)
    views = [_seen(bare, [p.together for p in placed], rays, samples)]
    if any((p.together != p.apart).any() for p in placed):
        views.append(_seen(bare, [p.apart for p in placed], rays, samples))
    ends = np.cumsum([len(mesh.positions) for mesh in bare])[:-1]
    steps = 40 if detail.fine else 16
    bright = floor + (1 - floor) * np.rint(np.mean(views, axis=0) * steps) / steps
    for p, share in zip(placed, np.split(bright, ends), strict=True):
        light.found.setdefault(id(p.pieces), share)
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
