"""What wandering visitors do next."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clients.headless.bots.choose import Act, Go, Pass, Play, Rest, choose
from clients.headless.geometry import Vec3, distance
from clients.headless.messages import Body, Person
from clients.headless.pose import Pose, encode_pose
from clients.headless.presence import Sighting
from clients.headless.scene import Scene
from clients.headless.world import World
from tests.clients.headless.scripted import node, scene

HERE: Vec3 = (0.0, 0.0, 5.0)


@pytest.fixture
def world() -> World:
    return World(hall="grounds", me=1, scene=Scene(**scene()))


def acts(world: World, count: int = 400) -> list[Act]:
    rng = Random(7)
    return [choose(world, HERE, rng) for _ in range(count)]


def test_the_same_dice_make_the_same_choices(world: World) -> None:
    assert acts(world) == acts(world)


def test_there_is_something_of_everything(world: World) -> None:
    kinds = Counter(type(act) for act in acts(world))
    assert set(kinds) == {Go, Rest, Pass, Play}
    assert kinds[Go] > kinds[Play] + kinds[Pass] + kinds[Rest]


def test_one_stands_beside_an_exhibit_and_looks_at_it(world: World) -> None:
    for act in acts(world):
        if isinstance(act, Play):
            assert distance((act.place[0], 0, act.place[2]), (2, 0, 2)) == pytest.approx(2.2)
            assert act.look == (2, 0, 2)


def test_a_taken_seat_is_left_alone(world: World) -> None:
    world.people[9] = Person(9, "Ben", "visitor", Body(), "seat-1")
    assert not any(isinstance(act, Rest) for act in acts(world))


def test_what_is_near_tempts_more(world: World) -> None:
    world.nodes["far"] = node("exhibit", (400, 0, 400))
    looked = [act.look for act in acts(world) if isinstance(act, Go | Play)]
    assert looked.count((2, 0, 2)) > 10 * looked.count((400, 0, 400))


def test_small_groups_form_and_stay_small(world: World) -> None:
    def crowd(size: int) -> int:
        standing = encode_pose(Pose((3.0, 1.6, 6.0)))
        world.sightings = {id: Sighting(standing, 0) for id in range(10, 10 + size)}
        return sum(
            isinstance(act, Go) and act.look == pytest.approx((3.0, 1.6, 6.0), abs=0.01)
            for act in acts(world)
        )

    assert crowd(2) > 20
    assert crowd(6) == 0


def test_many_seats_do_not_make_everybody_sit(world: World) -> None:
    world.nodes.update({f"chair-{number}": node("seat", (1, 0, 4)) for number in range(90)})
    kinds = Counter(type(act) for act in acts(world))
    assert kinds[Rest] < kinds[Go]


def test_views_are_looked_at(world: World) -> None:
    view = {"position": [0, 1.7, 0], "yaw": 0.0, "pitch": 0.0}
    world.scene.hall["viewpoints"] = [view]
    assert any(
        isinstance(act, Go) and act.look == pytest.approx((0, 1.7, -20)) for act in acts(world)
    )


@given(st.integers(0, 2**32))
def test_even_an_empty_hall_leaves_something_to_do(seed: int) -> None:
    act = choose(World(), HERE, Random(seed))
    assert isinstance(act, Go)
    assert distance(act.place, HERE) <= 12.0
