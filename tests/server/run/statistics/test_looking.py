"""Who looks at what: near enough, and facing it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenes.state import SceneState
from server.run.statistics.looking import NEAR, NOTHING, looked_at
from server.run.statistics.sights import Sights, sights_of
from tests.scenes.samples import hall_document

AHEAD = (0.0, 0.0, -1.0)
FOX = Sights(("fox",), ("",), np.array([[0.0, -3.0]], np.float32), np.array([1.0], np.float32))


def look(at: tuple[float, float], way: tuple[float, float, float], sights: Sights = FOX) -> int:
    where = np.array([[at[0], 1.6, at[1]]], np.float32)
    return int(looked_at(where, np.array([way], np.float32), sights)[0])


def test_in_front_of_it() -> None:
    assert look((0, 0), AHEAD) == 0
    assert look((0, 1.9), AHEAD) == 0  # 4.9 m from its middle, 3.9 from its edge
    assert look((0, 2.1), AHEAD) == NOTHING


def test_turned_away_or_to_the_side() -> None:
    assert look((0, 0), (0.0, 0.0, 1.0)) == NOTHING
    assert look((0, 0), (1.0, 0.0, 0.0)) == NOTHING
    assert look((0, 0), (0.5, 0.0, -0.87)) == 0


def test_looking_down_at_the_floor_is_looking_at_nothing_far() -> None:
    assert look((0, 0), (0.0, -1.0, 0.0)) == NOTHING


def test_within_it_every_way_faces_it() -> None:
    assert look((0.2, -3.1), (0.0, 0.0, 1.0)) == 0


def test_the_nearest_edge_of_several() -> None:
    two = Sights(
        ("a", "b"), ("", ""), np.array([[-1, -3], [1, -2]], np.float32), np.array([0.5, 0.5])
    )
    assert look((0, 0), AHEAD, two) == 1


def test_nothing_to_look_at_and_nobody_who_looks() -> None:
    none = Sights((), (), np.zeros((0, 2), np.float32), np.zeros(0, np.float32))
    assert look((0, 0), AHEAD, none) == NOTHING
    assert looked_at(np.zeros((0, 3), np.float32), np.zeros((0, 3), np.float32), FOX).tolist() == []


spot = st.tuples(st.floats(-9, 9), st.floats(-9, 9))
turn = st.floats(-3.2, 3.2)


@given(st.lists(st.tuples(spot, turn), max_size=6), st.lists(st.tuples(spot, st.floats(0.3, 2))))
def test_each_alone_as_all_together(people: list, things: list) -> None:  # type: ignore[type-arg]
    sights = Sights(
        tuple(str(n) for n in range(len(things))),
        ("",) * len(things),
        np.array([at for at, _ in things], np.float32).reshape(-1, 2),
        np.array([reach for _, reach in things], np.float32),
    )
    where = np.array([[x, 1.6, z] for (x, z), _ in people], np.float32).reshape(-1, 3)
    ways = [(float(np.sin(a)), 0.0, float(np.cos(a))) for _, a in people]
    together = looked_at(where, np.array(ways, np.float32).reshape(-1, 3), sights).tolist()
    alone = [look(at, way, sights) for (at, _), way in zip(people, ways, strict=True)]
    assert together == alone
    for ((x, z), _), found in zip(people, together, strict=True):
        if found != NOTHING:
            (tx, tz), reach = things[found]
            assert np.hypot(tx - x, tz - z) - reach <= NEAR + 1e-3


def test_exhibits_of_a_hall_stand_on_their_plinths() -> None:
    sights = sights_of(SceneState.load(hall_document()))
    assert sights.nodes == ("fox",) and sights.exhibits == ("",)
    assert sights.middles.tolist() == [[0.0, -3.0]]
    assert sights.reaches.tolist() == pytest.approx([2**0.5])
