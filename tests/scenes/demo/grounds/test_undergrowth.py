from __future__ import annotations

import numpy as np

from scenes.demo import plan
from scenes.demo.grounds.surfaces import surfaces
from scenes.demo.grounds.undergrowth import BUSH, REED, undergrowth
from scenes.demo.kit_field import turned_box


def test_bushes_stand_off_the_paving_and_out_of_buildings() -> None:
    shapes = surfaces()
    at, kinds = undergrowth(shapes)
    x, z = at[kinds == BUSH].T
    assert len(x) > 100
    assert (shapes.lake(x, z) > 1).all()
    for lot in plan.LOTS:
        assert (turned_box(lot.x, lot.z, lot.yaw, *lot.half)(x, z) > 0).all()


def test_reeds_line_the_water_but_not_before_the_plaza() -> None:
    shapes = surfaces()
    at, kinds = undergrowth(shapes)
    x, z = at[kinds == REED].T
    assert len(x) > 100
    assert (np.abs(shapes.lake(x, z) - 1.2) < 0.6).all()
    assert not ((np.abs(x) < 40) & (z > -60)).any()
