"""Trees as shapes: a trunk, and crowns of many small leaves around a dark heart."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from scenes.demo.kit_frame import Floats
from scenes.demo.kit_quads import Faces, join
from scenes.demo.kit_tint import noise
from scenes.demo.palette import Color

BARK: Color = (0.16, 0.115, 0.08)


Lump = tuple[float, float, float, float, float]


class Species(NamedTuple):
    """A kind of tree: height and crown in metres, its lumps (x, y, z, radius) and its green."""

    name: str
    trunk: float
    crown: tuple[float, float]  # centre height, radius: for shadows
    lumps: tuple[Lump, ...]  # x, y, z, radius, height radius
    leaf: Color
    seed: int


SPECIES = (
    Species(
        "plane", 3.4, (6.6, 3.5),
        ((0, 7.0, 0, 2.9, 2.6), (1.7, 5.9, 0.5, 2.1, 1.8), (-1.5, 6.0, -0.9, 2.2, 1.9),
         (0.1, 5.7, 1.8, 1.9, 1.6), (-0.3, 5.8, -1.7, 1.9, 1.6)),
        (0.15, 0.25, 0.06), 1,
    ),
    Species(
        "ginkgo", 2.6, (6.2, 2.0),
        ((0, 4.7, 0, 2.0, 2.1), (0.2, 6.7, 0.1, 1.65, 2.0), (-0.1, 8.6, 0, 1.0, 1.6)),
        (0.30, 0.30, 0.05), 2,
    ),
    Species(
        "pine", 1.6, (5.4, 2.2),
        ((0, 3.2, 0, 2.5, 1.0), (0, 5.0, 0, 2.0, 1.0), (0, 6.7, 0, 1.5, 1.0), (0, 8.4, 0, 0.9, 1.1)),
        (0.055, 0.125, 0.06), 3,
    ),
    Species(
        "cherry", 2.0, (4.0, 2.4),
        ((0, 4.3, 0, 2.2, 1.5), (1.3, 3.8, 0.4, 1.4, 1.1), (-1.2, 3.9, 0.7, 1.4, 1.1),
         (0, 3.8, -1.3, 1.4, 1.1)),
        (0.56, 0.30, 0.31), 4,
    ),
)  # fmt: skip


class Look(NamedTuple):
    """How closely a tree is drawn: leaves in all, their size in metres, and the most lumps."""

    leaves: int
    size: float
    lumps: int


def tree(kind: Species, look: Look) -> Faces:
    """Return a tree standing at the origin, its extent centred on the trunk's foot."""
    lumps = _merged(kind, look.lumps)
    share = np.array([r * r for *_, r, _ in lumps])
    counts = np.maximum(3, np.round(look.leaves * share / share.sum())).astype(int)
    parts = [_trunk(kind)]
    for i, (lump, count) in enumerate(zip(lumps, counts, strict=True)):
        parts.append(_heart(kind, lump))
        parts.append(_leaves(kind, lump, int(count), look.size, kind.seed * 97 + i))
    return _centred(join(parts))


def _merged(kind: Species, most: int) -> tuple[Lump, ...]:
    """Return the crown as at most so many lumps: seen from afar, neighbours are one."""
    if most >= len(kind.lumps):
        return kind.lumps
    rows = np.array(sorted(kind.lumps, key=lambda lump: lump[1]))
    groups = []
    for group in np.array_split(rows, most):
        x, y, z, r, ry = group.T
        low, high = (y - ry).min(), (y + ry).max()
        wide = float((np.hypot(x, z) + r).max()) * 0.92
        groups.append((0.0, float(low + high) / 2, 0.0, wide, float(high - low) / 2))
    return tuple(groups)


def _centred(faces: Faces) -> Faces:
    """Shift a tree until its box is symmetric: then its places need no crooked numbers."""
    low, high = faces.positions.min(axis=0), faces.positions.max(axis=0)
    return faces._replace(positions=faces.positions - (low + high) / 2 * np.array([1, 0, 1]))


def _shade(kind: Species, points: Floats, outward: Floats) -> Floats:
    """Return leaf colours: dark low and inside, bright on top and outside."""
    low = min(y - ry for _, y, _, _, ry in kind.lumps)
    high = max(y + ry for _, y, _, _, ry in kind.lumps)
    rise = np.clip((points[:, 1] - low) / (high - low), 0, 1)
    light = 0.42 + 0.42 * rise + 0.24 * np.clip(outward[:, 1], -0.6, 1)
    return np.array(kind.leaf) * light[:, None]


def _heart(kind: Species, lump: Lump) -> Faces:
    x, y, z, r, ry = lump
    points, indices = _ball()
    placed = points * np.array([r, ry, r]) * 0.9 + np.array([x, y, z])
    return Faces(placed, points, _shade(kind, placed, points) * 0.8, indices)


def _leaves(
    kind: Species, lump: Lump, count: int, size: float, seed: int
) -> Faces:
    x, y, z, r, ry = lump
    i = np.arange(count) + 0.5
    up = 1 - 2 * i / count
    turn = i * np.pi * (3 - np.sqrt(5)) + noise(seed, count)
    flat = np.sqrt(1 - up * up)
    out = np.stack([flat * np.cos(turn), up, flat * np.sin(turn)], axis=1)
    depth = 0.86 + 0.2 * noise(seed + 1, count)[:, None]
    centre = np.array([x, y, z]) + out * np.array([r, ry, r]) * depth
    spread = noise(seed + 2, count, 3, 3) - 0.5
    # Leaves lie almost flat on the crown, like shingles; ones that stick out look like thorns.
    spread -= 0.75 * np.einsum("nkc,nc->nk", spread, out)[..., None] * out[:, None]
    spread /= np.linalg.norm(spread, axis=2, keepdims=True)
    reach = size * (0.6 + 0.6 * noise(seed + 3, count))[:, None, None]
    corners = centre[:, None] + spread * reach
    points = corners.reshape(-1, 3)
    normals = out.repeat(3, axis=0)
    tone = (0.8 + 0.45 * noise(seed + 4, count)).repeat(3)[:, None]
    colors = _shade(kind, points, normals) * tone
    return Faces(points, normals, colors, np.arange(count * 3).reshape(-1, 3))


def _trunk(kind: Species) -> Faces:
    sides, top = 5, kind.trunk + 1.4
    turn = np.arange(sides) * 2 * np.pi / sides
    ring = np.stack([np.cos(turn), 0 * turn, np.sin(turn)], axis=1)
    foot, head = ring * 0.24, ring * 0.12 + np.array([0, top, 0])
    a = np.arange(sides)
    b = (a + 1) % sides
    indices = np.concatenate([np.stack([a, b + sides, b], 1), np.stack([a, a + sides, b + sides], 1)])
    colors = np.repeat([np.array(BARK) * 0.7, np.array(BARK)], sides, axis=0)
    return Faces(np.concatenate([foot, head]), np.tile(ring, (2, 1)), colors, indices)


def _ball() -> tuple[Floats, NDArray[np.int64]]:
    """Return an icosahedron's unit corners and faces."""
    g = (1 + 5**0.5) / 2
    points = np.array(
        [(-1, g, 0), (1, g, 0), (-1, -g, 0), (1, -g, 0), (0, -1, g), (0, 1, g), (0, -1, -g),
         (0, 1, -g), (g, 0, -1), (g, 0, 1), (-g, 0, -1), (-g, 0, 1)]
    )  # fmt: skip
    faces = np.array(
        [(0, 11, 5), (0, 5, 1), (0, 1, 7), (0, 7, 10), (0, 10, 11), (1, 5, 9), (5, 11, 4),
         (11, 10, 2), (10, 7, 6), (7, 1, 8), (3, 9, 4), (3, 4, 2), (3, 2, 6), (3, 6, 8), (3, 8, 9),
         (4, 9, 5), (2, 4, 11), (6, 2, 10), (8, 6, 7), (9, 8, 1)]
    )  # fmt: skip
    return points / np.linalg.norm(points[0]), faces
