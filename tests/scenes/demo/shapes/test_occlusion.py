"""Baked light: open surfaces stay bright, corners and insides go dark."""

from __future__ import annotations

import numpy as np

from scenes.demo.shapes import baked, box, grid, sphere
from scenes.demo.shapes.occlusion import visibility


def test_a_ball_alone_sees_everything() -> None:
    assert visibility(sphere(1, 32, 16)).min() > 0.9


def test_a_floor_is_darker_beside_a_wall() -> None:
    floor, _ = baked([grid(4, 4, 20, 20), box(0.2, 2, 4).moved(x=2, y=1)])
    assert floor.colors is not None
    near, far = floor.positions[:, 0] > 1.7, floor.positions[:, 0] < -1
    inside = np.abs(floor.positions[:, 2]) < 1.5
    dark, light = floor.colors[near & inside, 0].mean(), floor.colors[far & inside, 0].mean()
    assert dark < 0.85 * light


def test_baking_is_repeatable() -> None:
    one, two = (baked([box(1, 1, 1, 0.1), grid(3, 3, 8, 8).moved(y=-0.5)]) for _ in range(2))
    for a, b in zip(one, two, strict=True):
        assert np.array_equal(a.colors_or_white(), b.colors_or_white())
