"""The package's dies share the interposer without touching, and everything is under the lid."""

from __future__ import annotations

from itertools import combinations

from scenes.demo.exhibits.chip_package import DIES, INTERPOSER, SIDE, STACKS, _grid

STACK_SIZE = (0.086, 0.094)


def _rectangles() -> list[tuple[float, float, float, float]]:
    dies = [(x - w / 2, z - d / 2, x + w / 2, z + d / 2) for x, z, w, d in DIES]
    wide, deep = STACK_SIZE
    stacks = [(x - wide / 2, z - deep / 2, x + wide / 2, z + deep / 2) for x, z in STACKS]
    return dies + stacks


def test_no_two_dies_overlap() -> None:
    for a, b in combinations(_rectangles(), 2):
        apart = a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]
        assert apart, (a, b)


def test_all_dies_are_on_the_interposer() -> None:
    wide, _, deep = INTERPOSER
    for x0, z0, x1, z1 in _rectangles():
        assert -wide / 2 < x0 and x1 < wide / 2
        assert -deep / 2 < z0 and z1 < deep / 2


def test_there_are_eight_memory_stacks() -> None:
    assert len(set(STACKS)) == 8


def test_a_grid_leaves_its_middle_free() -> None:
    full, ring = _grid(1.0, 10, 0, 0.5), _grid(1.0, 10, 4, 0.5)
    assert len(full) == 100
    assert len(ring) == 84
    assert set(ring[:, 1].tolist()) == {0.5}


def test_balls_stay_on_the_substrate() -> None:
    places = _grid(SIDE - 0.06, 22, 6, 0.0)
    assert abs(places[:, [0, 2]]).max() < SIDE / 2
