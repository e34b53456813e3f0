"""Lights keep their kind, and the sun shines where it should."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenes.export.lights import facing, light, sun
from scenes.places import rotate

parts = st.floats(-1, 1).filter(lambda value: value == 0 or abs(value) > 1e-3)


@given(st.tuples(parts, parts, parts).filter(any))
def test_a_light_that_faces_a_direction_shines_along_it(
    direction: tuple[float, float, float],
) -> None:
    x, y, z, w = facing(direction)
    length = math.hypot(*direction)
    assert math.hypot(x, y, z, w) == pytest.approx(1.0)
    shines = rotate((x, y, z, w), (0.0, 0.0, -1.0))
    assert shines == pytest.approx(tuple(v / length for v in direction), abs=1e-4)


def test_a_spot_has_a_cone_and_a_range() -> None:
    made = light({"type": "spot", "color": [1, 1, 1], "intensity": 5, "range": 3, "angle": 1.0})
    assert made["spot"] == {"innerConeAngle": 0.7, "outerConeAngle": 1.0}
    assert made["range"] == 3


def test_a_directional_light_has_no_range() -> None:
    made = light({"type": "directional", "color": [1, 1, 1], "intensity": 5, "range": 3})
    assert made == {"type": "directional", "color": [1, 1, 1], "intensity": 5}


@pytest.mark.parametrize("value", [None, {"direction": [0, 0, 0]}])
def test_no_sun(value: object) -> None:
    assert sun({"sun": value}) is None
