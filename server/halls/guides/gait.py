"""How a guide walks and turns, a little each tick."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import Final

from avatars.pose import Vector
from server.halls.guides.body import GuideBody, yaw_towards

SPEED: Final = 1.25
"""Metres a second: a guide strolls, so that visitors keep up."""
TURN: Final = 3.2
"""Radians a second that it turns at most."""
LONGEST_STEP: Final = 0.5
"""Seconds that one tick stands for at most: after a pause of the server nobody leaps."""


def moved(body: GuideBody, seconds: float, *, walking: bool = True) -> None:
    """Let so much time pass: walk on along the way, then turn to what is looked at."""
    seconds = max(0.0, min(seconds, LONGEST_STEP))
    before = body.feet
    if walking and body.way:
        body.feet = _along(body, SPEED * seconds)
    goal = _facing(body, before)
    if goal is not None:
        body.yaw = _turned_towards(body.yaw, goal, TURN * seconds)


def _along(body: GuideBody, metres: float) -> Vector:
    """Where one is after so many metres; corners that were reached are left behind."""
    at = body.feet
    while body.way:
        corner = body.way[0]
        left = math.dist(at, corner)
        if left > metres:
            share = metres / left
            x, y, z = (a + (b - a) * share for a, b in zip(at, corner, strict=True))
            return (x, y, z)
        at, metres = corner, metres - left
        body.way.pop(0)
    return at


def _facing(body: GuideBody, before: Vector) -> float | None:
    """Which way to look: where one walks to, else at what one looks at."""
    if body.way and math.dist(before, body.feet) > 1e-6:
        return yaw_towards(body.feet, body.way[0])
    point = body.target or body.gaze
    if point is None or math.hypot(point[0] - body.feet[0], point[2] - body.feet[2]) < 0.2:
        return None
    return yaw_towards(body.feet, point)


def _turned_towards(yaw: float, goal: float, most: float) -> float:
    """The nearer way round, and no faster than people turn."""
    away = math.remainder(goal - yaw, math.tau)
    return math.remainder(yaw + max(-most, min(most, away)), math.tau)


def shortened(way: list[Vector], goal: Vector, metres: float) -> list[Vector]:
    """A way that ends as soon as one is within so many metres of a goal, seen from above."""
    kept: list[Vector] = []
    for start, end in pairwise(way):
        entry = _entry(start, end, goal, metres)
        if entry is not None:
            x, y, z = (a + (b - a) * entry for a, b in zip(start, end, strict=True))
            return [*kept, (x, y, z)]
        kept.append(end)
    return kept


def _entry(start: Vector, end: Vector, goal: Vector, metres: float) -> float | None:
    """How far along a leg (0..1) the circle around the goal is entered; None when it is not."""
    dx, dz = end[0] - start[0], end[2] - start[2]
    fx, fz = start[0] - goal[0], start[2] - goal[2]
    if fx * fx + fz * fz <= metres * metres:
        return 0.0
    a, b = dx * dx + dz * dz, fx * dx + fz * dz
    inside = b * b - a * (fx * fx + fz * fz - metres * metres)
    if a <= 0.0 or inside < 0.0:
        return None
    entry = (-b - math.sqrt(inside)) / a
    return entry if 0.0 <= entry <= 1.0 else None
