"""Two visitors come into one hall, see each other, and share what they do."""

from __future__ import annotations

import hashlib
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from clients.headless import FetchFailed, Hand, Refused, Visitor
from clients.headless.geometry import distance
from scenes.glb import write_glb
from server.access.actor import OWNER
from server.app import Running
from server.run.exhibits import keep_asset
from tests.flows.house import park_at


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[Running]:
    async with park_at(tmp_path) as running:
        yield running


@pytest.fixture
async def anna(house: Running) -> AsyncIterator[Visitor]:
    async with Visitor(house.visitor_url, name="安娜") as visitor:
        await visitor.join("grounds")
        yield visitor


@pytest.fixture
async def ben(house: Running) -> AsyncIterator[Visitor]:
    async with Visitor(house.visitor_url, name="Ben", lang="en") as visitor:
        await visitor.join("grounds")
        yield visitor


async def test_they_know_each_other_by_name(anna: Visitor, ben: Visitor) -> None:
    await anna.until(lambda world: world.person("Ben"))
    await ben.until(lambda world: world.person("安娜"))
    assert anna.world.me != ben.world.me


async def test_each_sees_the_other_walk(anna: Visitor, ben: Visitor) -> None:
    goal = (2.0, 0.0, -1.0)
    assert await anna.walk_to(goal, speed=8.0)
    await ben.until(lambda world: (pose := world.pose(anna.world.me)) and pose.position[2] < -0.99)
    seen = ben.world.pose(anna.world.me)
    assert seen is not None
    assert distance(seen.position, anna.gait.eyes) < 0.01


async def test_hands_are_seen_from_near(anna: Visitor, ben: Visitor) -> None:
    anna.show_hands(Hand((-0.3, -0.2, -0.4)), None, (15, 0))
    await ben.until(lambda world: (pose := world.pose(anna.world.me)) and pose.full)
    seen = ben.world.pose(anna.world.me)
    assert seen is not None
    assert seen.left is not None
    assert distance(seen.left.position, (-0.3, -0.2, -0.4)) < 0.002
    assert (seen.right, seen.grip) == (None, (15, 0))


async def test_what_one_takes_apart_is_apart_for_all(
    anna: Visitor, ben: Visitor, house: Running
) -> None:
    await anna.explode("fox", 0.75)
    await anna.variant("fox", "red")
    await ben.until(lambda world: world.scene.value("fox", "variant") == "red")
    assert ben.world.scene.value("fox", "explode") == 0.75
    async with Visitor(house.visitor_url) as late:
        world = await late.join("grounds")
        assert world.scene == anna.world.scene


async def test_one_seat_is_for_one(anna: Visitor, ben: Visitor) -> None:
    await anna.sit("seat-1")
    await ben.until(lambda world: world.people[anna.world.me].seat == "seat-1")
    with pytest.raises(Refused, match="seat_taken"):
        await ben.sit("seat-1")
    await anna.stand()
    await ben.until(lambda world: world.people[anna.world.me].seat is None)
    await ben.sit("seat-1")


async def test_a_new_name_is_seen(anna: Visitor, ben: Visitor) -> None:
    await anna.rename("安娜（投资部）")
    await ben.until(lambda world: world.person("安娜（投资部）"))


async def test_leaving_is_seen_at_once(anna: Visitor, ben: Visitor) -> None:
    gone = anna.world.me
    await ben.until(lambda world: gone in world.people)
    await anna.leave()
    await ben.until(lambda world: gone not in world.people and world.total == 1)


async def test_through_the_portal_and_back(anna: Visitor, ben: Visitor) -> None:
    await ben.until(lambda world: world.total == 2)
    await anna.enter("to-gallery", speed=20.0)
    assert anna.world.hall == "gallery"
    await ben.until(lambda world: world.total == 1)
    await anna.enter("to-grounds", speed=20.0)
    await ben.until(lambda world: world.person("安娜"))


async def test_a_closed_hall_shows_the_way_out(anna: Visitor, house: Running) -> None:
    await house.park.edit(
        house.park.hall("grounds"),
        "published",
        [{"op": "set", "path": "/hall/state", "value": "closed"}],
        0,
        OWNER,
    )
    await anna.until(lambda world: world.hall == "gallery")


async def test_assets_are_fetched_and_checked(anna: Visitor, house: Running) -> None:
    data = write_glb({"asset": {"version": "2.0"}}, b"")
    await keep_asset(house.park, data)
    assert await anna.fetch(hashlib.sha256(data).hexdigest()) == data
    with pytest.raises(FetchFailed):
        await anna.fetch("0" * 64)


async def test_the_server_tells_the_time_and_the_need(anna: Visitor) -> None:
    assert await anna.ping() < 5.0
    needed = await anna.need()
    assert {fetch.node for fetch in needed} == {"fox"}
    assert needed[0].level == 1
