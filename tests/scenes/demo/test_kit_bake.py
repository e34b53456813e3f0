from __future__ import annotations

import numpy as np
import pytest

from scenes.demo.kit_bake import SHADOW, TO_SUN, ambient, bake, sun
from scenes.demo.kit_frame import HERE, Floats
from scenes.demo.kit_quads import Faces
from scenes.demo.kit_sheet import Solid

UP: Floats = np.array([[0.0, 1.0, 0.0]])
GROUND: Floats = np.array([[0.0, 0.0, 0.0]])
ROOF = Solid(np.array([0.0, 3.0, 0.0]), np.array([50.0, 0.2, 50.0]), HERE)
FAR = Solid(np.array([500.0, 3.0, 0.0]), np.array([1.0, 1.0, 1.0]), HERE)


def test_open_ground_sees_the_whole_sky_and_the_sun() -> None:
    assert ambient(GROUND, UP, []) == pytest.approx([1.0])
    assert sun(GROUND, UP, []) == pytest.approx([1.0])


def test_under_a_roof_it_is_dark() -> None:
    assert ambient(GROUND, UP, [ROOF])[0] < 0.5
    assert sun(GROUND, UP, [ROOF])[0] == 0


def test_what_stands_far_away_changes_nothing() -> None:
    assert ambient(GROUND, UP, [FAR]) == pytest.approx(ambient(GROUND, UP, []))


def test_a_nearer_wall_takes_more_of_the_sky() -> None:
    seen = [
        ambient(GROUND, UP, [Solid(np.array([x, 2.0, 0]), np.array([0.5, 2.0, 20]), HERE)])[0]
        for x in (1.0, 3.0, 6.0)
    ]
    assert seen == sorted(seen)
    assert len(set(seen)) == 3


def test_faces_turned_from_the_sun_are_left_to_the_renderer() -> None:
    assert sun(GROUND, -TO_SUN[None], [ROOF]) == pytest.approx([1.0])


def test_shade_goes_into_the_colours_and_nowhere_else() -> None:
    faces = Faces(GROUND, UP, np.ones((1, 3)), np.zeros((0, 3), int))
    inside, outside = bake(faces, [ROOF], sunlit=False), bake(faces, [ROOF])
    assert outside.colors == pytest.approx(inside.colors * SHADOW)
    assert inside.positions is faces.positions
