from __future__ import annotations

import numpy as np
import pytest

from scenes.demo import plan
from scenes.demo.grounds.terrain import hills, merged
from tests.scenes.demo.drawing import agrees, fronts


@pytest.mark.parametrize("fine", [True, False])
def test_hills_ring_the_park_and_rise_to_the_horizon(fine: bool) -> None:
    faces = hills(fine=fine)
    away = np.abs(faces.positions[:, [0, 2]]).max(axis=1)
    assert away.min() >= plan.EDGE
    assert faces.positions[:, 1].max() > 60
    near = away < plan.GROUND + 5
    assert np.abs(faces.positions[near, 1]).max() < 5


def test_hills_look_up() -> None:
    faces = hills(fine=False)
    assert (fronts(faces)[:, 1] > 0).all()
    assert (faces.normals[:, 1] > 0).all()


def test_merging_joins_each_material() -> None:
    one = {"ground": hills(fine=False)}
    both = merged([one, one])
    assert set(both) == {"ground"}
    assert len(both["ground"].indices) == 2 * len(one["ground"].indices)
    assert agrees(both["ground"]) == agrees(one["ground"])
