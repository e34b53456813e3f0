"""Rooms: shells seen from inside, timber floors, and light baked from lamps and daylight."""

from __future__ import annotations

import itertools
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from scenes.demo import palette as c
from scenes.demo.kit_bake import ambient
from scenes.demo.kit_frame import Floats
from scenes.demo.kit_quads import Faces, join
from scenes.demo.kit_sheet import Sheet
from scenes.demo.kit_tint import hashed
from scenes.demo.palette import Color

_UNLIT = {"glow", "screen", "daylight"}


class Lamp(NamedTuple):
    """A light that is baked: where, how strong, which way (None: all around), how wide (cosine)."""

    at: tuple[float, float, float]
    power: float
    aim: tuple[float, float, float] | None = None
    cone: float = 0.7
    color: Color = c.LIGHT


class Room(NamedTuple):
    """A room's box: x0, z0, x1, z1, its floor and ceiling."""

    x0: float
    z0: float
    x1: float
    z1: float
    floor: float
    ceiling: float


def walls(s: Sheet, room: Room, color: Color, *, sides: str = "ewsn", split: float = 1.5) -> None:
    """Draw walls that face into the room."""
    x0, z0, x1, z1, y0, y1 = room
    quads = {
        "n": [(x0, y0, z0), (x1, y0, z0), (x1, y1, z0), (x0, y1, z0)],
        "s": [(x1, y0, z1), (x0, y0, z1), (x0, y1, z1), (x1, y1, z1)],
        "w": [(x0, y0, z1), (x0, y0, z0), (x0, y1, z0), (x0, y1, z1)],
        "e": [(x1, y0, z0), (x1, y0, z1), (x1, y1, z1), (x1, y1, z0)],
    }
    s.quads("stone", [quads[side] for side in sides], color, split=split)


def ceiling(s: Sheet, room: Room, color: Color, split: float = 2.0) -> None:
    """Draw the ceiling."""
    x0, z0, x1, z1, _, y = room
    s.quads("stone", [[(x0, y, z0), (x1, y, z0), (x1, y, z1), (x0, y, z1)]], color, split=split)


def planks(
    s: Sheet,
    room: Room,
    wide: float = 0.36,
    long: float = 2.0,
    color: Color = c.TIMBER_PALE,
    *,
    vary: float = 0.3,
    bond: bool = True,
) -> None:
    """Draw a floor of boards (or, without bond, of square slabs) along X, each of its own tone."""
    wide, long = (wide, long) if s.fine else (wide * 2.5, long * 2)
    rows = max(1, round((room.z1 - room.z0) / wide))
    zs = np.linspace(room.z0, room.z1, rows + 1)
    quads, tones = [], []
    for i, (a, b) in enumerate(itertools.pairwise(zs)):
        shift = (float(hashed(i, 0, 3)) - 1) * long if bond else 0.0
        xs = np.clip(np.arange(room.x0 + shift, room.x1 + long, long), room.x0, room.x1)
        for j, (p, q) in enumerate(itertools.pairwise(xs)):
            if q - p > 1e-3:
                y = room.floor
                quads.append([(p, y, b), (q, y, b), (q, y, a), (p, y, a)])
                tones.append(1 - vary / 2 + vary * float(hashed(i, j, 9)))
    tint = np.array(color) * np.array(tones)[:, None]
    s.quads("floor", quads, tint[:, None], split=long / 2)


def lit(sheet: Sheet, room: Room, lamps: list[Lamp], base: ArrayLike) -> dict[str, Faces]:
    """Return a sheet's faces with the room's light in their colours; `base` is the ambient RGB."""
    joined = {name: join(parts) for name, parts in sorted(sheet.faces.items())}
    return {
        name: faces if name in _UNLIT else _lit(faces, sheet, room, lamps, np.asarray(base, float))
        for name, faces in joined.items()
    }


def _lit(faces: Faces, sheet: Sheet, room: Room, lamps: list[Lamp], base: Floats) -> Faces:
    seen = ambient(faces.positions, faces.normals, sheet.solids) * _corners(faces, room)
    # Light from the floor reaches what faces down; without it every ceiling would look like slate.
    bounce = 1 + 0.45 * np.maximum(-faces.normals[:, 1], 0)
    light = (seen * bounce)[:, None] * base
    for lamp in lamps:
        light = light + _from(lamp, faces)[:, None] * np.array(lamp.color) * (
            0.5 + 0.5 * seen[:, None]
        )
    return faces._replace(colors=faces.colors * light)


def _from(lamp: Lamp, faces: Faces) -> Floats:
    way = np.array(lamp.at) - faces.positions
    far = np.maximum(np.linalg.norm(way, axis=1), 0.3)
    unit = way / far[:, None]
    facing = np.maximum(np.sum(unit * faces.normals, axis=1), 0.0)
    power: Floats = lamp.power * facing / (far * far + 0.6)
    if lamp.aim is not None:
        aim = np.array(lamp.aim) / np.linalg.norm(lamp.aim)
        inside = -unit @ aim
        edge = np.clip((inside - lamp.cone) / (1 - lamp.cone) * 2.2, 0, 1)
        power = power * edge * edge * (3 - 2 * edge)
    return power


def _corners(faces: Faces, room: Room) -> Floats:
    """Darken where walls, floor and ceiling meet."""
    dark = np.ones(len(faces.positions))
    for axis, low, high in (
        (0, room.x0, room.x1),
        (1, room.floor, room.ceiling),
        (2, room.z0, room.z1),
    ):
        across = np.abs(faces.normals[:, axis]) < 0.5
        near = np.minimum(faces.positions[:, axis] - low, high - faces.positions[:, axis])
        dark = dark * np.where(across, 1 - 0.3 * np.exp(-np.maximum(near, 0) / 0.7), 1.0)
    return dark
