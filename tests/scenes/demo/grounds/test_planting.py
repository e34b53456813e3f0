from __future__ import annotations

import numpy as np
import pytest

from scenes.demo import plan
from scenes.demo.grounds.planting import Planting, planting
from scenes.demo.grounds.surfaces import Surfaces, surfaces
from scenes.demo.grounds.tree_shapes import SPECIES
from scenes.demo.kit_field import turned_box


@pytest.fixture(scope="module")
def shapes() -> Surfaces:
    return surfaces()


@pytest.fixture(scope="module")
def trees(shapes: Surfaces) -> Planting:
    return planting(shapes)


def test_there_are_many_trees_of_every_kind(trees: Planting) -> None:
    counts = np.bincount(trees.kind, minlength=len(SPECIES))
    assert counts.min() > 20
    assert 500 < counts.sum() < 6000


def test_no_tree_stands_in_the_water_or_on_a_road(trees: Planting, shapes: Surfaces) -> None:
    x, z = trees.at.T
    assert (shapes.lake(x, z) > 0).all()
    assert (shapes.roads(x, z) > 0).all()


def test_no_tree_stands_in_a_building(trees: Planting) -> None:
    for lot in plan.LOTS:
        assert (turned_box(lot.x, lot.z, lot.yaw, *lot.half)(*trees.at.T) > 0).all()


def test_no_two_trees_share_a_trunk(trees: Planting) -> None:
    assert len(np.unique(trees.at, axis=0)) == len(trees.at)


def test_where_people_arrive_there_is_room(trees: Planting) -> None:
    away = np.hypot(*(trees.at - np.array(plan.SPAWN)).T)
    assert away.min() > 3


def test_sizes_and_turns_differ_a_little(trees: Planting) -> None:
    assert trees.size.min() > 0.7
    assert trees.size.max() < 1.5
    assert len(np.unique(trees.turn)) > 8


def test_the_same_trees_grow_every_time(trees: Planting, shapes: Surfaces) -> None:
    again = planting(shapes)
    assert (again.at == trees.at).all()
    assert (again.size == trees.size).all()
