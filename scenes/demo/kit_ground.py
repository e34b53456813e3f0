"""The ground as a flat partition: each spot belongs to the topmost surface painted there.

Surfaces are signed distances. A grid of cells is refined until every surface is straight within
each cell; then triangles are cut exactly along the surfaces' edges. No two triangles overlap, so
nothing flickers at any distance.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from scenes.demo.kit_field import Field
from scenes.demo.kit_frame import Floats
from scenes.demo.kit_quads import Faces, join
from scenes.demo.palette import Color

_EMPTY = np.zeros((0, 3, 2))


class Layer(NamedTuple):
    """A surface: its shape, colour, height, and what is drawn where it steps down (or None)."""

    field: Field
    color: Color
    y: float = 0.0
    edge: Color | None = None
    material: str = "ground"
    fine: bool = True  # drawn at the fine level
    coarse: bool = True  # drawn at the coarse level


class Ground(NamedTuple):
    """Triangles (n, 3, 2) of each layer, and the cut edges (n, 2, 2) where it steps down."""

    triangles: list[Floats]
    edges: list[Floats]


class Grain(NamedTuple):
    """How finely to cut: largest and smallest cell, and how far an edge may stray, in metres."""

    largest: float
    smallest: float
    stray: float


def partition(
    layers: list[Layer], low: tuple[float, float], high: tuple[float, float], grain: Grain
) -> Ground:
    """Cut a rectangle of ground into layers, the last painted on top."""
    rest = _cells(layers, low, high, grain)
    triangles, edges = [_EMPTY] * len(layers), [np.zeros((0, 2, 2))] * len(layers)
    for i in range(len(layers) - 1, -1, -1):
        triangles[i], rest, edges[i] = _cut(rest, layers[i].field)
    return Ground(triangles, edges)


def faces(ground: Ground, layers: list[Layer]) -> dict[str, Faces]:
    """Return a partition as flat faces by material, with a skirt where a surface steps down."""
    parts: dict[str, list[Faces]] = {}
    for layer, tris, cuts in zip(layers, ground.triangles, ground.edges, strict=True):
        if len(tris):
            parts.setdefault(layer.material, []).append(_flat(tris, layer.y, layer.color))
        if layer.edge is not None and len(cuts):
            parts.setdefault("ground", []).append(_skirt(cuts, layer.y, layer.edge))
    return {name: join(p) for name, p in parts.items()}


def _cells(
    layers: list[Layer], low: tuple[float, float], high: tuple[float, float], grain: Grain
) -> Floats:
    size = _common(grain.largest, high[0] - low[0], high[1] - low[1])
    xs, zs = np.meshgrid(np.arange(low[0], high[0], size), np.arange(low[1], high[1], size))
    corner = np.stack([xs.ravel(), zs.ravel()], axis=1)
    done = []
    while size > grain.smallest:
        bent = _bent(layers, corner, size, grain.stray)
        done.append(_halves(corner[~bent], size))
        corner, size = _quarters(corner[bent], size / 2), size / 2
    done.append(_halves(corner, size))
    return np.concatenate(done)


def _common(size: float, width: float, depth: float) -> float:
    """Return the largest halving of a cell's size that fills a rectangle exactly."""
    while width % size or depth % size:
        size /= 2
    return size


def _bent(layers: list[Layer], corner: Floats, size: float, stray: float) -> NDArray[np.bool_]:
    """Return which cells some edge crosses other than as one straight line."""
    steps = np.linspace(0, 1, 5)
    u, v = (a.ravel() for a in np.meshgrid(steps, steps))
    x, z = corner[:, :1] + u * size, corner[:, 1:] + v * size
    bent = np.zeros(len(corner), dtype=bool)
    for layer in layers:
        d = layer.field(x, z)
        flat = (
            d[:, :1] * (1 - u) * (1 - v) + d[:, 4:5] * u * (1 - v)
            + d[:, 20:21] * (1 - u) * v + d[:, 24:25] * u * v
        )  # fmt: skip
        near = np.abs(d).min(axis=1) < size * 0.3
        bent |= near & (np.abs(d - flat).max(axis=1) > stray)
    return bent


def _quarters(corner: Floats, half: float) -> Floats:
    shifts = np.array([(0, 0), (half, 0), (0, half), (half, half)])
    quarters: Floats = (corner[:, None] + shifts).reshape(-1, 2)
    return quarters


def _halves(corner: Floats, size: float) -> Floats:
    """Return two triangles a cell, counter-clockwise from above (z runs down the page)."""
    a, b = corner, corner + np.array([size, 0])
    c, d = corner + np.array([size, size]), corner + np.array([0, size])
    return np.concatenate([np.stack([d, c, b], axis=1), np.stack([d, b, a], axis=1)])


def _cut(tris: Floats, field: Field) -> tuple[Floats, Floats, Floats]:
    """Split triangles into those inside a shape, those outside, and the edges between them."""
    if not len(tris):
        return _EMPTY, tris, np.zeros((0, 2, 2))
    d = field(tris[..., 0], tris[..., 1])
    d = np.where(np.abs(d) < 1e-6, 1e-6, d)
    inside = (d < 0).sum(axis=1)
    lone_in, pair_out, cut_a = _split(tris, d, inside == 1, sign=-1)
    lone_out, pair_in, cut_b = _split(tris, d, inside == 2, sign=1)
    return (
        np.concatenate([tris[inside == 3], lone_in, pair_in]),
        np.concatenate([tris[inside == 0], lone_out, pair_out]),
        np.concatenate([cut_a[:, ::-1], cut_b]),
    )


def _split(
    tris: Floats, d: Floats, which: NDArray[np.bool_], sign: int
) -> tuple[Floats, Floats, Floats]:
    """Cut the triangles whose lone corner has the given sign: (lone part, rest, cut line)."""
    t, e = tris[which], d[which] * sign
    first = np.argmax(e > 0, axis=1)
    turn = (first[:, None] + np.arange(3)) % 3
    t = np.take_along_axis(t, turn[..., None], axis=1)
    e = np.take_along_axis(e, turn, axis=1)
    p = t[:, 0] + (t[:, 1] - t[:, 0]) * (e[:, 0] / (e[:, 0] - e[:, 1]))[:, None]
    q = t[:, 0] + (t[:, 2] - t[:, 0]) * (e[:, 0] / (e[:, 0] - e[:, 2]))[:, None]
    lone = np.stack([t[:, 0], p, q], axis=1)
    rest = np.concatenate([np.stack([p, t[:, 1], t[:, 2]], 1), np.stack([p, t[:, 2], q], 1)])
    return lone, rest, np.stack([p, q], axis=1)


def _flat(tris: Floats, y: float, color: Color) -> Faces:
    points = tris[_morton(tris.mean(axis=1))].reshape(-1, 2)
    positions = np.stack([points[:, 0], np.full(len(points), y), points[:, 1]], axis=1)
    normals = np.broadcast_to([0.0, 1.0, 0.0], positions.shape)
    colors = np.broadcast_to(np.array(color), positions.shape)
    return Faces(positions, normals, colors, np.arange(len(points)).reshape(-1, 3))


def _morton(points: Floats) -> NDArray[np.int64]:
    """Return an order in which neighbours follow each other, so that indices compress."""
    q = np.floor((points + 2048) * 2).astype(np.int64)
    code = np.zeros(len(q), dtype=np.int64)
    for bit in range(13):
        code |= ((q[:, 0] >> bit) & 1) << (2 * bit) | ((q[:, 1] >> bit) & 1) << (2 * bit + 1)
    return np.argsort(code, kind="stable")


def _skirt(cuts: Floats, y: float, color: Color) -> Faces:
    """Return walls from height y up to the ground along cut lines, facing the lower side."""
    p, q = cuts[:, 0], cuts[:, 1]

    def at(point: Floats, height: float) -> Floats:
        return np.stack([point[:, 0], np.full(len(point), height), point[:, 1]], axis=1)

    positions = np.stack([at(p, y), at(q, y), at(q, 0.0), at(p, 0.0)], axis=1)
    normal = np.cross(positions[:, 1] - positions[:, 0], positions[:, 3] - positions[:, 0])
    normal /= np.maximum(np.linalg.norm(normal, axis=1, keepdims=True), 1e-9)
    quad = np.array([[0, 1, 2], [0, 2, 3]])
    indices = (quad[None] + np.arange(len(cuts))[:, None, None] * 4).reshape(-1, 3)
    flat = positions.reshape(-1, 3)
    return Faces(flat, normal.repeat(4, 0), np.broadcast_to(np.array(color), flat.shape), indices)
