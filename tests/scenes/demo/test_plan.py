"""The masterplan makes sense on the ground: nothing stands on anything else."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from scenes.demo import plan
from scenes.demo.kit_field import turned_box
from scenes.demo.kit_polygon import area

PAIRS = list(itertools.combinations(plan.LOTS, 2))


def spots(lot: plan.Lot) -> tuple[np.ndarray, np.ndarray]:
    """Points all over a lot."""
    u, v = np.meshgrid(np.linspace(-1, 1, 21), np.linspace(-1, 1, 21))
    x, z = u * lot.half[0], v * lot.half[1]
    c, s = np.cos(lot.yaw), np.sin(lot.yaw)
    return lot.x + x * c + z * s, lot.z - x * s + z * c


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair[0].id}-{pair[1].id}")
def test_no_two_lots_overlap(pair: tuple[plan.Lot, plan.Lot]) -> None:
    one, other = pair
    shape = turned_box(other.x, other.z, other.yaw, *other.half)
    assert (shape(*spots(one)) > 0).all()


@pytest.mark.parametrize("lot", plan.LOTS, ids=lambda lot: lot.id)
def test_every_lot_lies_within_the_park(lot: plan.Lot) -> None:
    x, z = spots(lot)
    assert max(np.abs(x).max(), np.abs(z).max()) < plan.EDGE


def test_names_and_ids_are_distinct_in_both_languages() -> None:
    for names in ([lot.id for lot in plan.LOTS], [lot.zh for lot in plan.LOTS]):
        assert len(set(names)) == len(names)
    assert len({lot.en for lot in plan.LOTS}) == len(plan.LOTS) >= 12


def test_every_district_has_a_building() -> None:
    assert {lot.district for lot in plan.LOTS} == set(plan.DISTRICTS)


def test_the_lake_is_a_lake() -> None:
    assert 10_000 < abs(area(plan.LAKE_KNOTS)) < 60_000
