"""Points off the walls: there is room to stand, and one can look along the wall."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given

from scenes.walk.inset import CLEARANCE, jutting, off_corner, off_edge
from scenes.walk.rings import Edges, clean, contains, join
from tests.scenes.walk.shapes import courtyards, rectangle


def yard(area: dict[str, Any]) -> Edges:
    rings = [clean(points) for points in (area["polygon"], *area["holes"])]
    found = [ring for ring in rings if ring is not None]
    return join(found[0], found[1:])


def test_a_room_juts_nowhere_and_a_pillar_with_every_corner() -> None:
    area = {"polygon": rectangle(0, 0, 10, 10), "holes": [rectangle(4, 4, 2, 2)]}
    edges = yard(area)
    assert {int(edges.ring[corner]) for corner in jutting(edges)} == {1}
    assert len(jutting(edges)) == 4


def test_off_a_pillar_s_corner_is_diagonally_away_from_it() -> None:
    edges = yard({"polygon": rectangle(0, 0, 10, 10), "holes": [rectangle(4, 4, 2, 2)]})
    for corner in jutting(edges):
        point = off_corner(edges, corner)
        assert point is not None
        away = point - edges.a[corner]
        assert np.hypot(*away) == pytest.approx(CLEARANCE[0])
        assert np.hypot(*(point - (5, 5))) == pytest.approx(2**0.5 + CLEARANCE[0])


def test_in_a_gap_one_keeps_as_much_as_there_is() -> None:
    pillars = [rectangle(2, 2, 2.9, 2), rectangle(5.1, 2, 2.9, 2)]
    edges = yard({"polygon": rectangle(0, 0, 10, 10), "holes": pillars})
    gap = [i for i in range(len(edges.a)) if edges.a[i][0] == pytest.approx(4.9)
           and edges.b[i][0] == pytest.approx(4.9)]  # fmt: skip
    point = off_edge(edges, gap[0], np.array([4.9, 3.0]))
    assert point is not None
    assert point == pytest.approx([4.9 + CLEARANCE[1], 3.0])


@given(courtyards())
def test_every_point_off_a_wall_is_on_the_floor(area: Any) -> None:
    edges = yard(area)
    for corner in range(len(edges.a)):
        point = off_corner(edges, corner)
        if point is not None:
            assert contains(edges, point[None])[0]
            assert np.hypot(*(point - edges.a[corner])) <= CLEARANCE[0] + 1e-9
        middle = (edges.a[corner] + edges.b[corner]) / 2
        beside = off_edge(edges, corner, middle)
        if beside is not None:
            assert contains(edges, beside[None])[0]


def test_where_nothing_fits_there_is_nothing() -> None:
    crack = yard({"polygon": rectangle(0, 0, 10, 0.001), "holes": []})
    along = [i for i in range(4) if abs(crack.a[i][0] - crack.b[i][0]) > 1]
    assert [off_edge(crack, i, (crack.a[i] + crack.b[i]) / 2) for i in along] == [None, None]
