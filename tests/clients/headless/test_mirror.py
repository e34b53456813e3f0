"""What a visitor does of its own accord when the server speaks."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from clients.headless.addresses import live_url
from clients.headless.gait import Gait
from clients.headless.messages import Auth, Body, Error, Gone, Join, Moved, Person, Resume
from clients.headless.mirror import Mirror
from clients.headless.pose import Pose
from clients.headless.presence import read_presence
from clients.headless.session import Session
from server.wire import messages as m
from tests.clients.headless.scripted import ScriptedPark
from tests.clients.headless.test_world import frame, joined


@pytest.fixture
async def park() -> AsyncIterator[ScriptedPark]:
    async with ScriptedPark() as scripted:
        yield scripted


@pytest.fixture
async def mirror(park: ScriptedPark) -> AsyncIterator[Mirror]:
    session = Session(live_url(park.url), Auth(1), timeout=5.0, tls=None, patience=None)
    made = Mirror(session, Gait())
    await session.start(made)
    made.hear(joined(position=(1.0, 0.0, 2.0), yaw=0.5))
    yield made
    made.close()
    await session.close()


async def test_a_join_sets_the_clock(park: ScriptedPark, mirror: Mirror) -> None:
    await park.until(lambda: park.heard(m.Ping))
    await mirror.watch.until(lambda _: mirror.clock.samples)


async def test_nobody_asks_twice_for_a_stranger(park: ScriptedPark, mirror: Mirror) -> None:
    stranger = frame((7, Pose((0, 0, 0))), (8, Pose((0, 0, 0))))
    mirror.hear(read_presence(stranger))
    mirror.hear(read_presence(stranger))
    await mirror.watch.until(lambda world: {7, 8} <= world.people.keys())
    assert park.heard(m.Who) == [m.Who([7, 8])]


async def test_an_id_that_went_is_asked_for_anew(park: ScriptedPark, mirror: Mirror) -> None:
    park.answers[m.Who] = lambda _: []
    for _ in range(2):
        mirror.hear(read_presence(frame((7, Pose((0, 0, 0))))))
        mirror.hear(Gone([7], 1))
    await park.until(lambda: len(park.heard(m.Who)) == 2)


async def test_again_means_from_the_last_revision(mirror: Mirror) -> None:
    assert mirror.again() == Join("grounds", None, Resume("t", "e", 3))
    mirror.world.clear()
    assert mirror.again() is None


async def test_a_refused_return_becomes_a_new_arrival(park: ScriptedPark, mirror: Mirror) -> None:
    mirror.again()
    mirror.hear(Error("hall_full", "", [], "r"))
    await park.until(lambda: park.heard(m.Join))
    assert park.heard(m.Join) == [m.Join("grounds")]
    mirror.hear(Error("hall_full", "", [], "r"))
    assert park.heard(m.Join) == [m.Join("grounds")]


async def test_who_kept_a_seat_stays_on_it(mirror: Mirror) -> None:
    seated = Person(1, "me", "visitor", Body(), "seat-1")
    mirror.hear(joined(people=[seated], position=(9.0, 0.0, 9.0)))
    assert mirror._gait.feet == (1.0, 0.0, 2.0)


async def test_the_way_out_is_taken(park: ScriptedPark, mirror: Mirror) -> None:
    mirror.hear(Moved("hall-1", "hall_closed", ""))
    assert mirror.world.hall == ""
    await mirror.watch.until(lambda world: world.hall == "hall-1")
