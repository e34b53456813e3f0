"""The battery's modules fit its tray, and its figures agree with each other."""

from __future__ import annotations

from itertools import pairwise, product

import pytest

from scenes.demo.exhibits.battery_pack.case import lid, tray
from scenes.demo.exhibits.battery_pack.core import cell_module, cooling_plate
from scenes.demo.exhibits.battery_pack.electrics import busbars, management_unit
from scenes.demo.exhibits.battery_pack.plan import COLUMNS, LONG, MODULE, RIM, ROWS, STACK, WIDE
from scenes.demo.exhibits.detail import Detail
from scenes.demo.shapes import Mesh, merge

FINE = Detail(0)


def _all(pieces: tuple) -> Mesh:  # type: ignore[type-arg]
    return merge(piece.mesh for piece in pieces)


def test_modules_stand_clear_of_each_other_and_of_the_rim() -> None:
    for places, size, room in ((COLUMNS, MODULE[0], LONG), (ROWS, MODULE[2], WIDE)):
        assert all(b - a > size for a, b in pairwise(places))
        assert all(abs(p) + size / 2 < room / 2 - 0.05 for p in places)
    assert STACK + MODULE[1] == pytest.approx(RIM)


def test_a_module_has_its_size() -> None:
    low, high = _all(cell_module(FINE)).bounds
    assert high - low == pytest.approx(MODULE, abs=0.006)


def test_the_cooling_plate_lies_between_tray_and_modules() -> None:
    low, high = _all(cooling_plate(FINE)).bounds
    assert low[1] > 0.018
    assert high[1] <= STACK + 0.003


def test_everything_is_under_the_lid() -> None:
    lid_top = _all(lid(FINE)).bounds[1][1]
    for pieces in (busbars(FINE), management_unit(FINE)):
        low, high = _all(pieces).bounds
        assert high[1] < lid_top
        assert abs(low[0]) < LONG / 2 and high[0] < LONG / 2


def test_the_tray_is_as_long_and_wide_as_stated() -> None:
    low, high = tray(FINE)[0].mesh.bounds
    assert high[2] - low[2] == pytest.approx(WIDE + 0.12, abs=0.001)


def test_energy_is_voltage_times_capacity() -> None:
    cells = len(list(product(COLUMNS, ROWS))) * 10
    assert cells == 120
    assert cells * 3.2 == pytest.approx(384)
    assert pytest.approx(82, abs=0.5) == 384 * 214 / 1000
