"""Trees as shapes: a trunk, and crowns of leaf sprays around a dark heart."""

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
    spray: float = 1.0  # fewer and smaller sprays than a tree's


SPECIES = (
    Species(
        "plane", 3.4, (6.6, 3.5),
        ((0, 7.0, 0, 2.9, 2.6), (1.7, 5.9, 0.5, 2.1, 1.8), (-1.5, 6.0, -0.9, 2.2, 1.9),
         (0.1, 5.7, 1.8, 1.9, 1.6), (-0.3, 5.8, -1.7, 1.9, 1.6)),
        (0.155, 0.225, 0.08), 1,
    ),
    Species(
        "ginkgo", 2.6, (6.2, 2.0),
        ((0, 4.7, 0, 2.0, 2.1), (0.2, 6.7, 0.1, 1.65, 2.0), (-0.1, 8.6, 0, 1.0, 1.6)),
        (0.29, 0.275, 0.085), 2,
    ),
    Species(
        "pine", 1.6, (5.4, 2.2),
        ((0, 3.2, 0, 2.5, 1.0), (0, 5.0, 0, 2.0, 1.0), (0, 6.7, 0, 1.5, 1.0), (0, 8.4, 0, 0.9, 1)),
        (0.07, 0.13, 0.075), 3,
    ),
    Species(
        "cherry", 2.0, (4.0, 2.4),
        ((0, 4.3, 0, 2.2, 1.5), (1.3, 3.8, 0.4, 1.4, 1.1), (-1.2, 3.9, 0.7, 1.4, 1.1),
         (0, 3.8, -1.3, 1.4, 1.1)),
        (0.70, 0.46, 0.47), 4,
    ),
    Species(
        "bush", 0.0, (0.4, 0.7),
        ((0, 0.4, 0, 0.68, 0.48), (0.5, 0.3, 0.2, 0.45, 0.36), (-0.45, 0.3, -0.3, 0.45, 0.36)),
        (0.125, 0.18, 0.08), 5, 0.34,
    ),
    Species("reed", 0.0, (0.4, 0.3), (), (0.235, 0.245, 0.105), 6),
)  # fmt: skip


_CORNERS = ((-1, -1), (1, -1), (1, 1), (-1, 1))


class Textured(NamedTuple):
    """Faces with a texture coordinate (n, 2) at each vertex; see `leaf_picture`."""

    faces: Faces
    uvs: Floats


class Look(NamedTuple):
    """How closely a tree is drawn: sprays in all, their size in metres, and the most lumps."""

    sprays: int
    size: float
    lumps: int


def tree(kind: Species, look: Look) -> Textured:
    """Return a tree standing at the origin, its extent centred on the trunk's foot."""
    if not kind.lumps:
        return _solid(_centred(_blades(kind, max(5, look.sprays // 4))))
    lumps = _merged(kind, look.lumps)
    share = np.array([r * r for *_, r, _ in lumps])
    counts = np.maximum(3, np.round(look.sprays * kind.spray * share / share.sum())).astype(int)
    parts = [_solid(_trunk(kind))] if kind.trunk else []
    for i, (lump, count) in enumerate(zip(lumps, counts, strict=True)):
        parts.append(_solid(_heart(kind, lump)))
        parts.append(_sprays(kind, lump, int(count), look.size * kind.spray, kind.seed * 97 + i))
    uvs = np.concatenate([part.uvs for part in parts])
    return Textured(_centred(join([part.faces for part in parts])), uvs)


def _solid(faces: Faces) -> Textured:
    """Point faces at the middle of the picture's opaque patch."""
    return Textured(faces, np.tile([208 / 256, 0.5], (len(faces.positions), 1)))


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


def _blades(kind: Species, count: int) -> Faces:
    """Return a tuft of upright blades, dark at the foot and pale at the tip."""
    draw = noise(kind.seed * 13, count, 5)
    turn = draw[:, 0] * 2 * np.pi
    away = np.stack([np.cos(turn), 0 * turn, np.sin(turn)], axis=1)
    foot = away * 0.35 * draw[:, 1:2]
    side = np.stack([-np.sin(turn), 0 * turn, np.cos(turn)], axis=1) * 0.045
    lean = away * (0.12 + 0.35 * draw[:, 2:3])
    tip = foot + lean + np.array([0, 1.0, 0]) * (0.8 + 0.8 * draw[:, 3:4])
    points = np.stack([foot - side, foot + side, tip], axis=1).reshape(-1, 3)
    shade = np.tile([0.45, 0.45, 1.1], count)[:, None] * (0.8 + 0.4 * draw[:, 4]).repeat(3)[:, None]
    normals = np.tile([0.0, 1.0, 0.0], (len(points), 1))
    return Faces(points, normals, np.array(kind.leaf) * shade, np.arange(count * 3).reshape(-1, 3))


def _shade(kind: Species, points: Floats, outward: Floats) -> Floats:
    """Return leaf colours: dark low and inside, bright on top and outside."""
    low = min(y - ry for _, y, _, _, ry in kind.lumps)
    high = max(y + ry for _, y, _, _, ry in kind.lumps)
    rise = np.clip((points[:, 1] - low) / (high - low), 0, 1)
    light = 0.52 + 0.36 * rise + 0.16 * np.clip(outward[:, 1], -0.6, 1)
    return np.array(kind.leaf) * light[:, None]


def _heart(kind: Species, lump: Lump) -> Faces:
    x, y, z, r, ry = lump
    points, indices = _ball()
    placed = points * np.array([r, ry, r]) * 0.72 + np.array([x, y, z])
    return Faces(placed, points, _shade(kind, placed, points) * 0.66, indices)


def _sprays(kind: Species, lump: Lump, count: int, size: float, seed: int) -> Textured:
    """Return cards that show a spray of leaves, lying over a lump like shingles."""
    x, y, z, r, ry = lump
    i = np.arange(count) + 0.5
    up = 1 - 1.86 * i / count
    turn = i * np.pi * (3 - np.sqrt(5)) + noise(seed, count)
    flat = np.sqrt(np.maximum(1 - up * up, 0))
    out = np.stack([flat * np.cos(turn), up, flat * np.sin(turn)], axis=1)
    centre = np.array([x, y, z]) + out * np.array([r, ry, r]) * (
        0.9 + 0.16 * noise(seed + 1, count)[:, None]
    )
    # Sprays stand rather than lie: one that lies on the crown is seen as a line from below.
    facing = out * np.array([1, 0.45, 1]) + 0.9 * (noise(seed + 2, count, 3) - 0.5)
    facing /= np.linalg.norm(facing, axis=1, keepdims=True)
    across = np.cross(facing, noise(seed + 3, count, 3) - 0.5)
    across /= np.linalg.norm(across, axis=1, keepdims=True)
    along = np.cross(facing, across)
    half = (size * (0.42 + 0.2 * noise(seed + 4, count)))[:, None]
    corners = [centre + half * (a * across + b * along) for a, b in _CORNERS]
    points = np.stack(corners, axis=1).reshape(-1, 3)
    # Leaning normals upwards stands for light that leaves pass on to each other.
    soft = 0.7 * out + np.array([0, 0.45, 0])
    normals = (soft / np.linalg.norm(soft, axis=1, keepdims=True)).repeat(4, axis=0)
    tone = (0.86 + 0.3 * noise(seed + 5, count)).repeat(4)[:, None]
    quad = np.array([[0, 1, 2], [0, 2, 3]])
    indices = (quad[None] + np.arange(count)[:, None, None] * 4).reshape(-1, 3)
    uvs = np.tile((np.array(_CORNERS) * 0.95 + 1) / 2 * np.array([0.5, 1.0]), (count, 1))
    return Textured(Faces(points, normals, _shade(kind, points, normals) * tone, indices), uvs)


def _trunk(kind: Species) -> Faces:
    sides, top = 5, kind.trunk + 1.4
    turn = np.arange(sides) * 2 * np.pi / sides
    ring = np.stack([np.cos(turn), 0 * turn, np.sin(turn)], axis=1)
    foot, head = ring * 0.24, ring * 0.12 + np.array([0, top, 0])
    a = np.arange(sides)
    b = (a + 1) % sides
    indices = np.concatenate(
        [np.stack([a, b + sides, b], 1), np.stack([a, a + sides, b + sides], 1)]
    )
    colors = np.repeat([np.array(BARK) * 0.7, np.array(BARK)], sides, axis=0)
    return Faces(np.concatenate([foot, head]), np.tile(ring, (2, 1)), colors, indices)


def _ball() -> tuple[Floats, NDArray[np.int64]]:
    """Return an octahedron's unit corners and faces; sprays hide how few they are."""
    points = np.array([(1, 0, 0), (-1, 0, 0), (0, 1, 0), (0, -1, 0), (0, 0, 1), (0, 0, -1.0)])
    faces = np.array(
        [(0, 2, 4), (4, 2, 1), (1, 2, 5), (5, 2, 0), (4, 3, 0), (1, 3, 4), (5, 3, 1), (0, 3, 5)]
    )
    return points, faces
