from __future__ import annotations

import numpy as np

from scenes.demo import plan
from scenes.demo.grounds.parking import bays, parking, roofs
from scenes.demo.kit_field import box


def test_every_bay_lies_within_a_car_park() -> None:
    x, _, z = bays().T
    inside = [box(*park)(x, z) < -2 for park in plan.CARPARKS]
    assert (np.sum(inside, axis=0) == 1).all()


def test_every_bay_has_a_roof_that_shades_the_ground() -> None:
    assert len(roofs()) == len(bays())


def test_some_places_are_free() -> None:
    roof, *cars = parking()
    assert roof.instances is not None
    taken = sum(len(car.instances.translations) for car in cars if car.instances is not None)
    assert 0 < taken < 3 * len(roof.instances.translations)
