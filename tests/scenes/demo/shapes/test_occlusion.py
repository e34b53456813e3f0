"""Baked light: open surfaces stay bright, corners and insides go dark."""

from __future__ import annotations

import numpy as np

from scenes.demo.shapes import box, merge, sphere
from scenes.demo.shapes.occlusion import visibility


def test_a_ball_alone_sees_everything() -> None:
    assert visibility(sphere(1, 32, 16)).min() > 0.9


def test_two_walls_darken_each_other_where_they_meet() -> None:
    apart = visibility(box(4, 0.2, 4))
    both = visibility(merge([box(4, 0.2, 4), box(0.2, 4, 4).moved(x=1.9, y=2.1)]))
    floor = box(4, 0.2, 4)
    top = floor.normals[:, 1] > 0.9
    near, far = floor.positions[:, 0] > 1, floor.positions[:, 0] < -1
    beside = both[: len(floor.positions)]
    assert beside[top & near].mean() < 0.75 * apart[top & near].mean()
    assert beside[top & far].mean() > 0.85 * apart[top & far].mean()


def test_the_inside_of_a_box_is_dark() -> None:
    inner = box(1, 1, 1).flipped()
    shells = merge([box(1.2, 1.2, 1.2), inner])
    light = visibility(shells)
    assert light[len(box(1.2, 1.2, 1.2).positions) :].max() < 0.1


def test_looking_twice_sees_the_same() -> None:
    mesh = merge([box(1, 1, 1, 0.1), box(3, 0.1, 3).moved(y=-0.6)])
    assert np.array_equal(visibility(mesh), visibility(mesh))
