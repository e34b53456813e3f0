"""Normals from geometry: weld corners that touch, smooth across edges blunter than an angle."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from scenes.demo.shapes.mesh import Mesh

__all__ = ["creased", "weld_keys"]

F64 = NDArray[np.float64]
I64 = NDArray[np.int64]


def creased(
    positions: ArrayLike,
    triangles: ArrayLike,
    degrees: float = 40.0,
    importance: ArrayLike | None = None,
) -> Mesh:
    """A mesh whose normals are smooth, save across edges sharper than `degrees`.

    Faces weigh by area and corner angle, so a narrow bevel bends the light and the large
    faces beside it stay flat; `importance` (one number a triangle) says so more firmly.
    Triangles without area are dropped.
    """
    points = np.asarray(positions, "f8").reshape(-1, 3)
    faces = np.asarray(triangles, "i8").reshape(-1, 3)
    ids = weld_keys(points)[faces]
    corners = points[faces]
    cross = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    area = np.linalg.norm(cross, axis=1)
    distinct = (ids[:, 0] != ids[:, 1]) & (ids[:, 1] != ids[:, 2]) & (ids[:, 0] != ids[:, 2])
    keep = distinct & (area > 1e-14)
    corners, ids = corners[keep], ids[keep]
    unit = cross[keep] / area[keep, None]
    weights = _corner_angles(corners) * area[keep, None]
    if importance is not None:
        weights *= np.asarray(importance, "f8")[keep, None]
    normals = _smoothed(ids.ravel(), np.repeat(unit, 3, axis=0), weights.ravel(), degrees)
    return _indexed(corners.reshape(-1, 3), ids.ravel(), normals)


def weld_keys(points: F64) -> I64:
    """One small number per point; points closer than a millionth of the whole share theirs."""
    low = points.min(axis=0) if len(points) else np.zeros(3)
    size = float((points - low).max()) if len(points) else 0.0
    cells = np.rint((points - low) / max(size, 1e-9) * 1_000_000).astype("i8")
    keys = (cells[:, 0] << 42) | (cells[:, 1] << 21) | cells[:, 2]
    numbers: I64 = np.unique(keys, return_inverse=True)[1].astype("i8")
    return numbers


def _corner_angles(corners: F64) -> F64:
    ahead = np.roll(corners, -1, axis=1) - corners
    behind = np.roll(corners, 1, axis=1) - corners
    lengths = np.linalg.norm(ahead, axis=2) * np.linalg.norm(behind, axis=2)
    cosine = (ahead * behind).sum(axis=2) / np.where(lengths > 0, lengths, 1.0)
    angles: F64 = np.arccos(np.clip(cosine, -1.0, 1.0))
    return angles


def _smoothed(ids: I64, units: F64, weights: F64, degrees: float) -> F64:
    """Sum, for every corner, the faces round its vertex that bend less than the angle."""
    order = np.argsort(ids, kind="stable")
    counts = np.bincount(ids)
    counts = counts[counts > 0]
    reach = np.repeat(counts, counts)
    starts = np.repeat(np.cumsum(counts) - counts, counts)
    left = np.repeat(np.arange(len(ids)), reach)
    right = np.arange(len(left)) - np.repeat(np.cumsum(reach) - reach, reach)
    right += np.repeat(starts, reach)
    n, w = units[order], weights[order]
    near = (n[left] * n[right]).sum(axis=1) >= np.cos(np.radians(degrees)) - 1e-9
    share = n[right] * (w[right] * near)[:, None]
    total = np.stack([np.bincount(left, share[:, k], len(ids)) for k in range(3)], axis=1)
    length = np.linalg.norm(total, axis=1, keepdims=True)
    result: F64 = np.empty(total.shape)
    result[order] = np.where(length > 1e-20, total / np.where(length > 0, length, 1.0), n)
    return result


def _indexed(points: F64, ids: I64, normals: F64) -> Mesh:
    cells = np.rint((normals + 1.0) * 500.0).astype("i8")
    key = (ids << 33) | (cells[:, 0] << 22) | (cells[:, 1] << 11) | cells[:, 2]
    first, inverse = _first_seen(key)
    return Mesh(points[first].astype("f4"), normals[first].astype("f4"), inverse.astype("u4"))


def _first_seen(keys: I64) -> tuple[NDArray[Any], NDArray[Any]]:
    """Unique keys in order of first use: where each first stands, and each key's new number."""
    _, first, inverse = np.unique(keys, return_index=True, return_inverse=True)
    order = np.argsort(first, kind="stable")
    rank = np.empty_like(order)
    rank[order] = np.arange(len(order))
    return first[order], rank[inverse]
