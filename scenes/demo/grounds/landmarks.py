"""Landmarks: the park's gate, the moon gate on the plaza, the bridge across the lake."""

from __future__ import annotations

import math

import numpy as np

from scenes.demo import palette as c
from scenes.demo import plan
from scenes.demo.kit_frame import Floats, standing
from scenes.demo.kit_parts import cap, columns, plate, shadow
from scenes.demo.kit_polygon import offset, rectangle
from scenes.demo.kit_sheet import Sheet
from scenes.demo.kit_tint import hashed

MOON = (0.0, -27.4)


def gate(s: Sheet) -> None:
    """Draw the park's gate: a long white roof on timber fans, walls of stone either side."""
    with s.at(standing(0, plan.GATE_Z)):
        roof = rectangle(-42, -7, 36, 8)
        plate(s, roof, 13.4, 2.1)
        cap(s, offset(roof, -0.6), 11.28, c.TIMBER_PALE, up=False)
        shadow(s, roof, 11.3, 13.4)
        s.boxes("stone", [[-42.05, 11.25, -7.05]], [[36.05, 11.5, 8.05]], c.GOLD, faces="ewsn")
        s.mass("stone", [-41, 0, -3.6], [-13.4, 8.6, -2.4], c.TERRACOTTA, split=3)
        s.mass("stone", [-36, 0, 1.5], [-25, 11.3, 5.2], c.WHITE, split=3)
        s.mass("stone", [13.4, 0, -3.2], [16.6, 11.3, 4.2], c.WHITE, split=3)
        s.mass("stone", [16.6, 0, -2.6], [34, 4.4, -1.2], c.TERRACOTTA, split=3)
        s.mass("stone", [-1.3, 0, -3.2], [1.3, 1.2, 3.4], c.STONE)
        _fans(s)
        s.boxes("stone", [-41.5, 0, 9.5], [-15, 1.2, 11.5], c.STONE, faces="ewusn", split=3)
        s.boxes("stone", [-41.2, 1.2, 9.8], [-15.3, 1.8, 11.2], c.HEDGE, faces="ewusn", split=1.5)
        for x in (-5.4, 5.4):
            s.boxes("stone", [x - 3.6, 0.85, -0.1], [x + 3.6, 1.0, 0.05], c.GOLD)
            s.boxes("stone", [x - 3.9, 0, -0.3], [x - 3.5, 1.2, 0.25], c.SLATE, faces="ewusn")


def _fans(s: Sheet) -> None:
    """Draw posts that open upwards like fans under the roof."""
    for x in (-20.0, -10.6, 0.0, 10.6, 26.0):
        for lean in (-2.6, -0.9, 0.9, 2.6):
            for z in (-4.6, 5.6):
                foot, head = (x, 0.0, z * 0.55), (x + lean, 11.3, z)
                _strut(s, foot, head, 0.16, c.TIMBER)


def _strut(
    s: Sheet,
    foot: tuple[float, float, float],
    head: tuple[float, float, float],
    half: float,
    color: c.Color,
) -> None:
    a, b = np.array(foot), np.array(head)
    ring = np.array([(-half, 0, -half), (half, 0, -half), (half, 0, half), (-half, 0, half)])
    low, high = a + ring, b + ring
    nxt = np.roll(np.arange(4), -1)
    quads = np.stack([low[nxt], low, high, high[nxt]], axis=1)
    s.quads("stone", quads, color)


def moon_gate(s: Sheet) -> None:
    """Draw a great ring at the end of the basin, framing the lake."""
    r, thick, deep, y = 6.2, 0.6, 0.8, 5.9
    n = 72 if s.fine else 28
    a = np.arange(n + 1) * 2 * math.pi / n
    with s.at(standing(*MOON)):

        def ring(radius: float, z: float) -> Floats:
            return np.stack([radius * np.cos(a), y + radius * np.sin(a), np.full(n + 1, z)], axis=1)

        outer, inner = r + thick, r - thick
        _loop(s, ring(outer, deep), ring(outer, -deep), c.WHITE)
        _loop(s, ring(inner, -deep), ring(inner, deep), c.GOLD)
        _loop(s, ring(inner, deep), ring(outer, deep), c.WHITE)
        _loop(s, ring(outer, -deep), ring(inner, -deep), c.WHITE)
        s.mass("stone", [-4.2, 0, -1.6], [4.2, 0.42, 1.6], c.STONE, split=2)
        s.solid([-6.8, 4, -deep], [-5.6, 8, deep])
        s.solid([5.6, 4, -deep], [6.8, 8, deep])
        s.solid([-3, 11.5, -deep], [3, 12.7, deep])


def _loop(s: Sheet, a: Floats, b: Floats, color: c.Color) -> None:
    quads = np.stack([b[:-1], b[1:], a[1:], a[:-1]], axis=1)
    s.quads("stone", quads[:, ::-1], color)


def bridge(s: Sheet) -> None:
    """Draw the timber bridge on its piles, with slim rails; the coarse level is its deck alone."""
    (x0, z0), (x1, z1), half = plan.BRIDGE
    run, y = math.hypot(x1 - x0, z1 - z0), plan.BRIDGE_Y
    with s.at(standing(x0, z0, math.atan2(-(x1 - x0), -(z1 - z0)))):
        step = 1.0 if s.fine else run
        marks = -np.arange(0.0, run - 0.01, step)
        low = np.stack([0 * marks - half, 0 * marks + y - 0.3, marks - step * 0.99], axis=1)
        high = np.stack([0 * marks + half, 0 * marks + y, marks], axis=1)
        tone = 0.82 + 0.3 * hashed(np.arange(len(marks)), 0, 4)[:, None]
        s.boxes("stone", low, high, np.array(c.TIMBER_PALE) * tone, faces="uew")
        low = np.array([[-half - 0.1, -0.05, -run], [half, -0.05, -run]])
        s.boxes("stone", low, low + np.array([0.1, y + 0.1, run]), c.SLATE)
        zs = -np.arange(2.0, run - 1, 4.0)
        if s.fine:
            for x in (-half + 0.1, half - 0.1):
                _rail(s, x, zs, run)
        piles = [(x, z) for x in (-half + 0.4, half - 0.4) for z in zs[::2]]
        columns(s, np.array(piles), -0.9, y - 0.3, 0.16, c.SLATE, sides=6)


def _rail(s: Sheet, x: float, zs: Floats, run: float) -> None:
    """Draw one side's posts, two wires and the handrail."""
    y = plan.BRIDGE_Y
    posts = np.stack([0 * zs + x - 0.04, 0 * zs + y, zs - 0.04], axis=1)
    s.boxes("stone", posts, posts + np.array([0.08, 1.05, 0.08]), c.SLATE, faces="ewsn")
    wires = np.array([[x - 0.015, y + high, -run + 1] for high in (0.35, 0.65)])
    s.boxes("stone", wires, wires + np.array([0.03, 0.03, run - 2]), c.SLATE)
    top = np.array([x - 0.06, y + 1.02, -run + 1])
    s.boxes("stone", top, top + np.array([0.12, 0.08, run - 2]), c.TIMBER)
