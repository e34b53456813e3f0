"""How parts leave each other."""

from __future__ import annotations

import numpy as np

from scenes.exhibits.apart import ways
from scenes.exhibits.groups import Box, Group


def group(node: int, low: list[float], high: list[float]) -> Group:
    return Group(node, Box(np.array(low, float), np.array(high, float)))


def test_ways_lead_apart_and_never_below() -> None:
    shell = group(0, [-2, 0, -2], [2, 4, 2])
    core = group(1, [-1, 1, -1], [1, 3, 1])
    foot = group(2, [-1, 0, -1], [1, 0.5, 1])
    found = [shell, core, foot]
    moved = ways(found)
    assert moved[0].tolist() == [0, 0, 0]
    assert (moved[:, 1] >= 0).all()
    lows = [each.box.low + way for each, way in zip(found, moved, strict=True)]
    highs = [each.box.high + way for each, way in zip(found, moved, strict=True)]
    for i in range(3):
        for j in range(i):
            assert ((lows[i] >= highs[j]) | (lows[j] >= highs[i])).any()


def test_what_stands_apart_already_stays() -> None:
    far = [group(0, [0, 0, 0], [1, 1, 1]), group(1, [3, 0, 0], [4, 1, 1])]
    assert not ways(far).any()
    assert ways([]).shape == (0, 3)


def test_parts_without_a_size_stay_where_they_are() -> None:
    points = [group(i, [1, 2, 3], [1, 2, 3]) for i in range(3)]
    assert not ways(points).any()
