"""Triangles between points of a plane (Bowyer 1981, Watson 1981): no point in another's circle."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

F64 = NDArray[np.float64]
I64 = NDArray[np.int64]


def delaunay(points: F64) -> I64:
    """Triangles (m,3) over points (n,2), counter-clockwise."""
    low, high = points.min(axis=0), points.max(axis=0)
    middle, size = (low + high) / 2, float((high - low).max()) * 20
    frame = middle + size * np.array([[-1.0, -1.0], [1.0, -1.0], [0.0, 1.2]])
    # A hair's breadth of order where grids would tie: which way a square is cut must not be luck.
    nudge = np.stack([np.sin(np.arange(len(points)) * 12.9), np.cos(np.arange(len(points)) * 78.2)])
    spots = np.concatenate([points + nudge.T * float((high - low).max()) * 1e-7, frame])
    n = len(points)
    faces = np.array([[n, n + 1, n + 2]], "i8")
    circles = _circles(spots, faces)
    for i in range(n):
        gone = ((circles[:, :2] - spots[i]) ** 2).sum(axis=1) < circles[:, 2]
        rim = _rim(faces[gone])
        fresh = np.concatenate([rim, np.full((len(rim), 1), i)], axis=1)
        faces = np.concatenate([faces[~gone], fresh])
        circles = np.concatenate([circles[~gone], _circles(spots, fresh)])
    return faces[(faces < n).all(axis=1)]


def _rim(faces: I64) -> I64:
    """The edges of faces that no other of them shares, in their own direction."""
    edges = np.concatenate([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]])
    ends = np.sort(edges, axis=1)
    _, first, count = np.unique(ends, axis=0, return_index=True, return_counts=True)
    rim: I64 = edges[np.sort(first[count == 1])]
    return rim


def _circles(spots: F64, faces: I64) -> F64:
    """Centre and squared radius of the circle through each face's corners."""
    a, b, c = (spots[faces[:, k]] for k in range(3))
    p, q = b - a, c - a
    cross = 2 * (p[:, 0] * q[:, 1] - p[:, 1] * q[:, 0])
    cross = np.where(np.abs(cross) < 1e-18, 1e-18, cross)
    pp, qq = (p * p).sum(axis=1), (q * q).sum(axis=1)
    x = (q[:, 1] * pp - p[:, 1] * qq) / cross
    y = (p[:, 0] * qq - q[:, 0] * pp) / cross
    return np.stack([a[:, 0] + x, a[:, 1] + y, x * x + y * y], axis=1)
