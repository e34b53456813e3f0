"""Ear clipping: a polygon with holes as triangles (after D. Eberly's description)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

__all__ = ["signed_area", "triangulate"]

F64 = NDArray[np.float64]


def signed_area(ring: ArrayLike) -> float:
    """The area of a ring of (n,2) points, positive when it runs counter-clockwise."""
    p = np.asarray(ring, "f8")
    q = np.roll(p, -1, axis=0)
    return float((p[:, 0] * q[:, 1] - q[:, 0] * p[:, 1]).sum() / 2)


def triangulate(outline: ArrayLike, holes: Sequence[ArrayLike] = ()) -> NDArray[np.int64]:
    """Triangles (m,3), counter-clockwise, indexing the points of outline + holes in order."""
    rings = [np.asarray(ring, "f8") for ring in (outline, *holes)]
    points = np.concatenate(rings)
    starts = np.cumsum([0] + [len(ring) for ring in rings])
    orders = [np.arange(starts[i], starts[i + 1]) for i in range(len(rings))]
    for i, ring in enumerate(rings):
        if (signed_area(ring) > 0) != (i == 0):
            orders[i] = orders[i][::-1]
    return _clip(points, _bridged(points, orders))


def _bridged(points: F64, orders: list[NDArray[np.int64]]) -> list[int]:
    """One loop: every hole is joined to the outside by a cut there and back."""
    loop = [int(i) for i in orders[0]]
    holes = sorted(orders[1:], key=lambda ring: -float(points[ring, 0].max()))
    for i, ring in enumerate(holes):
        start = int(np.argmax(points[ring, 0]))
        turn = [int(i) for i in np.roll(ring, -start)]
        walls = _edges(points, [np.array(loop), *holes[i:]])
        at = _visible(points, loop, points[turn[0]], walls)
        loop = [*loop[: at + 1], *turn, turn[0], *loop[at:]]
    return loop


def _edges(points: F64, rings: list[NDArray[np.int64]]) -> tuple[F64, F64]:
    """Where all edges of the rings begin and end."""
    ends = [np.roll(ring, -1) for ring in rings]
    return points[np.concatenate(rings)], points[np.concatenate(ends)]


def _visible(points: F64, loop: list[int], eye: F64, walls: tuple[F64, F64]) -> int:
    """The nearest place in the loop that the eye sees past all walls, from the inside."""
    a = points[loop]
    for at in np.argsort(((a - eye) ** 2).sum(axis=1), kind="stable"):
        before, after = a[at - 1], a[(at + 1) % len(loop)]
        inside = _in_corner(before, a[at], after, eye)
        if inside and not _crosses(eye, a[at], *walls).any():
            return int(at)
    return 0


def _in_corner(before: F64, corner: F64, after: F64, eye: F64) -> bool:
    """Whether the way from a corner of the loop to the eye starts inside the polygon."""
    first, second = _turn(before, corner, eye) >= 0, _turn(corner, after, eye) >= 0
    return (first and second) if _turn(before, corner, after) > 0 else (first or second)


def _crosses(p: F64, q: F64, a: F64, b: F64) -> NDArray[np.bool_]:
    def side(o: F64, d: F64, x: F64) -> F64:
        result: F64 = (d[..., 0] - o[..., 0]) * (x[..., 1] - o[..., 1]) - (
            d[..., 1] - o[..., 1]
        ) * (x[..., 0] - o[..., 0])
        return result

    crossed: NDArray[np.bool_] = (side(p, q, a) * side(p, q, b) < -1e-18) & (
        side(a, b, p) * side(a, b, q) < -1e-18
    )
    return crossed


def _clip(points: F64, loop: list[int]) -> NDArray[np.int64]:
    triangles = []
    at, idle = 0, 0
    while len(loop) > 3:
        at %= len(loop)
        a, b, c = loop[at - 1], loop[at], loop[(at + 1) % len(loop)]
        if idle > len(loop) or _is_ear(points, loop, a, b, c):
            triangles.append((a, b, c))
            del loop[at]
            at, idle = at + 1, 0
        else:
            at, idle = at + 1, idle + 1
    return np.array([*triangles, tuple(loop)], "i8")


def _is_ear(points: F64, loop: list[int], a: int, b: int, c: int) -> bool:
    p, q, r = points[a], points[b], points[c]
    if _turn(p, q, r) <= 0:
        return False
    others = points[loop]
    inside = (_turns(p, q, others) >= 0) & (_turns(q, r, others) >= 0) & (_turns(r, p, others) >= 0)
    corner = (others == p).all(axis=1) | (others == q).all(axis=1) | (others == r).all(axis=1)
    return not bool((inside & ~corner).any())


def _turn(p: F64, q: F64, r: F64) -> float:
    return float((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]))


def _turns(p: F64, q: F64, others: F64) -> F64:
    result: F64 = (q[0] - p[0]) * (others[:, 1] - p[1]) - (q[1] - p[1]) * (others[:, 0] - p[0])
    return result
