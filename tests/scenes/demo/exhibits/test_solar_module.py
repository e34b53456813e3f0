"""The solar module: 144 half cells in two halves, none touching, all under the glass."""

from __future__ import annotations

import numpy as np

from scenes.demo.exhibits.solar_module import CELL_X, CELL_Z, GAP, LONG, WIDE, _places


def test_there_are_one_hundred_and_forty_four_half_cells() -> None:
    assert len({tuple(place) for place in _places().round(6).tolist()}) == 144


def test_cells_do_not_touch() -> None:
    places = _places()
    xs, zs = np.unique(places[:, 0].round(6)), np.unique(places[:, 2].round(6))
    assert np.diff(xs).min() > CELL_X
    assert np.diff(zs).min() > CELL_Z


def test_the_two_halves_leave_room_for_the_ribbons() -> None:
    zs = np.unique(_places()[:, 2].round(6))
    assert np.diff(zs).max() > CELL_Z + GAP * 0.9


def test_cells_lie_under_the_glass() -> None:
    places = np.abs(_places())
    assert places[:, 0].max() + CELL_X / 2 < WIDE / 2 - 0.007
    assert places[:, 2].max() + CELL_Z / 2 < LONG / 2 - 0.007
