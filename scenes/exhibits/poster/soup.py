"""Everything a scene draws as one heap of triangles, with what the picture needs of each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from scenes.exhibits.poster.paint import Paint, paint_of
from scenes.exhibits.poster.strokes import bodies, pairs
from scenes.exhibits.read import floats, raw
from scenes.glb import Glb
from scenes.summary.placed import Placed, placed

__all__ = ["Soup", "gather"]

Json = dict[str, Any]
F32 = NDArray[np.float32]
MOST = 600_000
"""Triangles drawn; of a larger scene every n-th, which a picture this small hardly shows."""
MOST_LINES = 40_000
"""Points and lines that are drawn of one primitive."""
SIDE = 512
"""Pixels of a texture's longer side, as it is sampled."""


class Soup(NamedTuple):
    """Triangles in scene space (metres). Shapes: corners, normals (n,3,3); uv (n,3,2); rgb (n,3,3)
    linear; paint (n,): which of ``paints`` each wears."""

    corners: F32
    normals: F32
    uv: F32
    rgb: F32
    paint: NDArray[np.int32]
    paints: tuple[Paint, ...]

    def only(self, which: NDArray[np.bool_]) -> Soup:
        """The triangles that ``which`` (n,) picks."""
        return Soup(
            self.corners[which],
            self.normals[which],
            self.uv[which],
            self.rgb[which],
            self.paint[which],
            self.paints,
        )


def gather(glb: Glb) -> Soup:
    """The triangles of the default scene, with thin bodies for its points and lines."""
    paints: dict[int, int] = {}
    made: list[Paint] = []
    pieces = []
    thin = []
    for item in placed(glb):
        key = int(item.primitive.get("material", -1))
        if key not in paints:
            paints[key] = len(made)
            made.append(paint_of(glb, key, SIDE))
        number = paints[key]
        pieces += [
            (*piece, np.full(len(piece[0]), number, np.int32))
            for piece in _pieces(glb, item, made[number].texcoord)
        ]
        thin += [(ends, rgb, number) for ends, rgb in _lines(glb, item)]
    pieces += _bodies(thin, [piece[0] for piece in pieces])
    if not pieces:
        empty = np.zeros((0, 3, 3), np.float32)
        return Soup(empty, empty, empty[..., :2], empty, np.zeros(0, np.int32), ())
    columns = [np.concatenate(column) for column in zip(*pieces, strict=True)]
    step = -(-len(columns[0]) // MOST)
    corners, normals, uv, rgb, paint = (column[::step] for column in columns)
    return Soup(corners, normals, uv, rgb, paint, tuple(made))


def _pieces(glb: Glb, item: Placed, texcoord: int) -> Iterator[tuple[F32, F32, F32, F32]]:
    attributes = item.primitive["attributes"]
    triangles = _triangles(glb, item.primitive)
    if "POSITION" not in attributes or not len(triangles):
        return
    at = floats(glb, attributes["POSITION"])
    if triangles.max() >= len(at):
        return
    normals = _column(glb, attributes, "NORMAL", 3)
    uv = _column(glb, attributes, f"TEXCOORD_{texcoord}", 2)
    rgb = _column(glb, attributes, "COLOR_0", 3)
    n = len(triangles)
    flat = np.zeros((n, 3, 2), np.float32) if uv is None else uv[triangles]
    painted = np.ones((n, 3, 3), np.float32) if rgb is None else rgb[triangles]
    for matrix in item.matrices[: max(1, MOST // n)]:
        corners = at[triangles] @ matrix[:3, :3].T + matrix[:3, 3]
        turned = _face_normals(corners)
        if normals is not None:
            turned = _unit(normals[triangles] @ _normal_matrix(matrix))
        yield corners.astype(np.float32), turned.astype(np.float32), flat, painted


def _lines(glb: Glb, item: Placed) -> Iterator[tuple[F32, F32]]:
    """Both ends of points and lines in scene space, shape (n,2,3), and their colour (n,3)."""
    attributes = item.primitive["attributes"]
    mode = item.primitive.get("mode", 4)
    if mode > 3 or "POSITION" not in attributes:
        return
    order = pairs(_order(glb, item.primitive), mode)
    order = order[:: max(1, -(-len(order) // MOST_LINES))]
    at = floats(glb, attributes["POSITION"])
    if not len(order) or order.max() >= len(at):
        return
    painted = _column(glb, attributes, "COLOR_0", 3)
    rgb = np.ones((len(order), 3), np.float32) if painted is None else painted[order[:, 0]]
    for matrix in item.matrices[: max(1, MOST_LINES // len(order))]:
        yield (at[order] @ matrix[:3, :3].T + matrix[:3, 3]).astype(np.float32), rgb


def _bodies(thin: list[tuple[F32, F32, int]], drawn: list[F32]) -> list[tuple[Any, ...]]:
    """The pieces of all points and lines, as thick as what is drawn with them allows."""
    if not thin:
        return []
    places = np.concatenate([place.reshape(-1, 3) for place in (*drawn, *(one[0] for one in thin))])
    places = places[np.isfinite(places).all(1)]
    size = float(np.linalg.norm(np.ptp(places.astype(float), axis=0))) if len(places) else 0.0
    pieces: list[tuple[Any, ...]] = []
    for ends, rgb, number in thin:
        corners = bodies(ends, size)
        each = len(corners) // len(ends)
        colors = np.repeat(np.repeat(rgb, each, 0)[:, None], 3, 1)
        flat = np.zeros((len(corners), 3, 2), np.float32)
        turned = _face_normals(corners).astype(np.float32)
        pieces.append((corners, turned, flat, colors, np.full(len(corners), number, np.int32)))
    return pieces


def _column(glb: Glb, attributes: Json, name: str, width: int) -> F32 | None:
    if name not in attributes:
        return None
    rows: F32 = floats(glb, attributes[name])[:, :width]
    return rows


def _triangles(glb: Glb, primitive: Json) -> NDArray[np.int64]:
    """Corner numbers, shape (n,3), of triangles, strips and fans (glTF 2.0 section 3.7.2.1)."""
    mode = primitive.get("mode", 4)
    order = _order(glb, primitive)
    if mode == 4:
        return order[: len(order) // 3 * 3].reshape(-1, 3)
    if mode not in (5, 6) or len(order) < 3:
        return np.zeros((0, 3), np.int64)
    if mode == 6:
        return np.stack([np.full(len(order) - 2, order[0]), order[1:-1], order[2:]], 1)
    strip = np.stack([order[:-2], order[1:-1], order[2:]], 1)
    strip[1::2] = strip[1::2, [1, 0, 2]]
    return strip


def _order(glb: Glb, primitive: Json) -> NDArray[np.int64]:
    """The primitive's vertices as they are drawn one after the other."""
    if "indices" in primitive:
        listed: NDArray[np.int64] = raw(glb, primitive["indices"])[:, 0].astype(np.int64)
        return listed
    position = primitive["attributes"].get("POSITION")
    return np.arange(glb.json["accessors"][position]["count"] if position is not None else 0)


def _face_normals(corners: NDArray[Any]) -> NDArray[Any]:
    across = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    return np.repeat(_unit(across)[:, None], 3, 1)


def _unit(rows: NDArray[Any]) -> NDArray[Any]:
    length = np.linalg.norm(rows, axis=-1, keepdims=True)
    return np.asarray(np.nan_to_num(rows / np.maximum(length, 1e-20)))


def _normal_matrix(matrix: NDArray[Any]) -> NDArray[Any]:
    """For row vectors: the cofactor matrix, which stands also where the scale is 0."""
    a, b, c = matrix[:3, 0], matrix[:3, 1], matrix[:3, 2]
    turned = np.stack([np.cross(b, c), np.cross(c, a), np.cross(a, b)])
    return turned if np.linalg.det(matrix[:3, :3]) >= 0 else -turned
