"""Glasses: two rings of wire, a bridge, arms to the ears."""

from __future__ import annotations

import numpy as np

from avatars.bodies import hold
from avatars.bodies.field import F64, unit
from avatars.bodies.patch import quads, tidy
from avatars.bodies.piece import Color, Piece, flat, normals_of


def glasses(color: Color) -> list[Piece]:
    """Round glasses: two rings, a bridge, the arms to the ears."""

    pieces = []
    for sign in (1.0, -1.0):
        c = np.array([sign * 0.0350, -0.010, 0.0965])
        turn = np.linspace(0, 2 * np.pi, 28, endpoint=False)
        tilt = sign * 0.16
        loop = (
            np.stack(
                [
                    np.cos(turn) * 0.0245,
                    np.sin(turn) * 0.0205,
                    -np.cos(turn) * 0.0245 * np.sin(tilt),
                ],
                axis=1,
            )
            + c
        )
        pieces.append(_wire(loop, 0.0011, color, True))
        arm = np.array(
            [
                [sign * 0.0590, -0.004, 0.0915],
                [sign * 0.0720, -0.002, 0.070],
                [sign * 0.0810, -0.004, 0.020],
                [sign * 0.0835, -0.006, -0.012],
            ]
        )
        pieces.append(_wire(arm, 0.0011, color, False))
    bridge = np.array(
        [
            [-0.0108, -0.006, 0.0985],
            [-0.005, -0.0030, 0.1015],
            [0.005, -0.0030, 0.1015],
            [0.0108, -0.006, 0.0985],
        ]
    )
    pieces.append(_wire(bridge, 0.0011, color, False))
    return pieces


def _wire(line: F64, radius: float, color: Color, closed: bool) -> Piece:

    ahead = (
        unit(np.roll(line, -1, axis=0) - np.roll(line, 1, axis=0))
        if closed
        else unit(np.gradient(line, axis=0))
    )
    up = np.tile([0.0, 0.0, 1.0], (len(line), 1))
    up = np.where(np.abs((ahead * up).sum(axis=1))[:, None] > 0.9, [0.0, 1.0, 0.0], up)
    side = unit(np.cross(ahead, up))
    up = np.cross(side, ahead)
    turn = np.linspace(0, 2 * np.pi, 6, endpoint=False)
    rows = (
        line[:, None]
        + np.cos(turn)[None, :, None] * side[:, None] * radius
        + np.sin(turn)[None, :, None] * up[:, None] * radius
    )
    points = rows.reshape(-1, 3)
    faces = quads(len(line), 6, True)
    if closed:
        last = quads(2, 6, True)
        last = np.where(last < 6, last + (len(line) - 1) * 6, last - 6)
        faces = np.concatenate([faces, last])
    faces = tidy(points, faces)
    normals = normals_of(points, faces)
    out = (points.reshape(len(line), 6, 3) - line[:, None]).reshape(-1, 3)
    if float((normals * out).sum()) < 0:
        faces, normals = faces[:, ::-1], -normals
    return Piece(points, normals, faces, flat(color, len(points)), hold.head(points))
