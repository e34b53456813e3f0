"""A visitor on a real socket, against a park that says what the test wants."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest

from clients.headless import (
    ConnectionLost,
    LingjingError,
    Operation,
    Patience,
    ProtocolError,
    Refused,
    TimedOut,
    Unreachable,
    Visitor,
)
from clients.headless.messages import Patch as SeenPatch
from clients.headless.pose import Pose, decode_pose
from server.wire import messages as m
from tests.clients.headless.scripted import ScriptedPark
from tests.clients.headless.test_world import frame

QUICK = Patience(total=5.0, first=0.001, longest=0.01)


@pytest.fixture
async def park() -> AsyncIterator[ScriptedPark]:
    async with ScriptedPark() as scripted:
        yield scripted


@pytest.fixture
async def visitor(park: ScriptedPark) -> AsyncIterator[Visitor]:
    async with Visitor(park.url, name="王小明", patience=QUICK) as guest:
        await guest.join("grounds")
        yield guest


async def test_a_visitor_says_who_they_are_and_enters(park: ScriptedPark) -> None:
    async with Visitor(park.url, name="王小明", token="secret", lang="en") as guest:
        assert (guest.role, guest.name, guest.connection_id) == ("visitor", "王小明", "c-1")
        world = await guest.join("grounds", "spawn-main")
        assert (world.hall, world.me) == ("grounds", 1)
        assert guest.gait.feet == (0.0, 0.0, 5.0)
    (auth,) = park.heard(m.Auth)
    assert (auth.version, auth.token, auth.lang) == (m.VERSION, "secret", "en")
    assert park.heard(m.Join) == [m.Join("grounds", "spawn-main")]


async def test_walking_is_seen_at_the_halls_rate(park: ScriptedPark, visitor: Visitor) -> None:
    assert await visitor.walk_to((0.0, 0.0, 4.0), speed=20.0)
    assert visitor.gait.feet == (0.0, 0.0, 4.0)
    seen = [decode_pose(body).position[2] for body in park.poses]
    assert seen == sorted(seen, reverse=True)
    assert park.heard(m.FindPath)[0].goal == (0.0, 0.0, 4.0)


async def test_a_new_walk_takes_the_place_of_the_old(park: ScriptedPark, visitor: Visitor) -> None:
    first = asyncio.create_task(visitor.walk_to((0.0, 0.0, -500.0)))
    await park.until(lambda: park.poses and decode_pose(park.poses[-1]).position[2] < 4.99)
    assert await visitor.walk_to((0.0, 0.0, 5.5), speed=50.0)
    assert await first is False


async def test_no_way_is_an_error_with_a_code(park: ScriptedPark, visitor: Visitor) -> None:
    park.answers[m.FindPath] = lambda asked: [m.WalkablePath(asked.id, None)]
    with pytest.raises(Unreachable) as caught:
        await visitor.walk_to((9.0, 0.0, 9.0))
    assert caught.value.code == "unreachable"


async def test_sitting_down_and_getting_up(park: ScriptedPark, visitor: Visitor) -> None:
    await visitor.sit("seat-1")
    assert visitor.gait.feet == (1.0, 0.0, 0.0)
    assert visitor.gait.pose().seated
    await visitor.walk_to((1.0, 0.0, 0.5), speed=50.0)
    assert [sit.seat for sit in park.heard(m.Sit)] == ["seat-1", None]


async def test_exhibits_are_taken_apart_for_everyone(park: ScriptedPark, visitor: Visitor) -> None:
    await visitor.explode("gearbox", 0.5)
    await visitor.variant("gearbox", "red")
    await visitor.animate("gearbox", "turn")
    assert visitor.world.scene.value("gearbox", "explode") == 0.5
    assert visitor.world.scene.value("gearbox", "variant") == "red"
    assert visitor.world.scene.value("gearbox", "animation")["clip"] == "turn"
    await visitor.animate("gearbox", None)
    assert visitor.world.scene.value("gearbox", "animation") is None
    assert visitor.world.revision == 4
    assert {edit.layer for edit in park.heard(m.Edit)} == {"shared"}


async def test_a_refusal_carries_its_code_and_the_revision(
    park: ScriptedPark, visitor: Visitor
) -> None:
    stale = m.Detail("/base", "current_revision", "error", "12")
    park.answers[m.Edit] = lambda asked: [
        m.Error("scene_stale", "场景已有新的结构变化", [stale], "r-1", asked.id)
    ]
    with pytest.raises(Refused) as caught:
        await visitor.edit([Operation("remove", "/nodes/gearbox")], base=3)
    assert (caught.value.code, caught.value.current_revision) == ("scene_stale", 12)
    assert park.heard(m.Edit)[0].base == 3


async def test_what_is_needed_here(visitor: Visitor) -> None:
    (first,) = await visitor.need()
    assert (first.node, first.level) == ("gearbox", 1)
    assert visitor.world.manifest == [first]


async def test_strangers_are_asked_for_once(park: ScriptedPark, visitor: Visitor) -> None:
    stranger = frame((9, Pose((1, 1, 1))))
    await park.tell(stranger, stranger)
    await visitor.until(lambda world: 9 in world.people)
    assert visitor.world.people[9].name == "p9"
    assert park.heard(m.Who) == [m.Who([9])]


async def test_a_cut_connection_is_taken_up_where_it_was(
    park: ScriptedPark, visitor: Visitor
) -> None:
    await visitor.explode("gearbox", 0.5)
    visitor.gait.place((3.0, 0.0, 3.0), 1.0)
    missed = m.Patch("grounds", 2, "shared", [m.Operation("set", "/nodes/gearbox/explode", 1.0)])

    def answer(asked: m.Join) -> list[m.AnyServerMessage]:
        park.revision = 2
        joined = park.joined(asked.hall, asked.resume)
        joined.patches = [missed]
        return [joined]

    park.answers[m.Join] = answer
    visitor.cut()
    await visitor.until(lambda world: world.revision == 2)
    assert park.heard(m.Join)[-1].resume == m.Resume("ticket-1", "0badcafe", 1)
    assert visitor.world.scene.value("gearbox", "explode") == 1.0
    assert visitor.gait.feet == (3.0, 0.0, 3.0)


async def test_a_place_that_is_lost_is_joined_anew(park: ScriptedPark, visitor: Visitor) -> None:
    refused = m.Error("hall_full", "", [], "r")
    park.answers[m.Join] = lambda asked: [refused if asked.resume else park.joined(asked.hall)]
    visitor.gait.place((3.0, 0.0, 3.0), 1.0)
    visitor.cut()
    await visitor.until(lambda _: visitor.gait.feet == (0.0, 0.0, 5.0))
    assert [join.resume is None for join in park.heard(m.Join)] == [True, False, True]


async def test_questions_on_a_lost_socket_are_answered_with_the_loss(
    park: ScriptedPark, visitor: Visitor
) -> None:
    park.answers[m.Need] = lambda _: []
    asking = asyncio.create_task(visitor.need())
    await park.until(lambda: park.heard(m.Need))
    visitor.cut()
    with pytest.raises(ConnectionLost):
        await asking


@pytest.mark.parametrize(
    ("close", "code"), [(4003, "too_many_errors"), (4007, "connection_replaced")]
)
async def test_a_final_close_ends_everything(
    park: ScriptedPark, visitor: Visitor, close: int, code: str
) -> None:
    waiting = asyncio.create_task(visitor.until(lambda world: world.total == 99))
    await asyncio.sleep(0)
    await park.tell(m.Bye(code, "goodbye"))
    await park.close(close)
    with pytest.raises(ConnectionLost, match=code):
        await waiting
    with pytest.raises(ConnectionLost, match=code):
        await visitor.need()


async def test_without_patience_a_cut_is_the_end(park: ScriptedPark) -> None:
    async with Visitor(park.url, patience=None) as guest:
        await guest.join()
        guest.cut()
        with pytest.raises(ConnectionLost, match="connection_lost"):
            await guest.until(lambda world: world.total == 99)


async def test_a_park_that_does_not_come_back_is_given_up() -> None:
    async with ScriptedPark() as park:
        guest = Visitor(park.url, patience=Patience(0.05, 0.001, 0.01))
        await guest.__aenter__()
        await guest.join()
    with pytest.raises(ConnectionLost):
        await guest.until(lambda world: world.total == 99)
    await guest.close()


async def test_the_way_out_of_a_closed_hall_is_followed(
    park: ScriptedPark, visitor: Visitor
) -> None:
    await park.tell(m.Moved("hall-1", "hall_closed", "展厅已关闭"))
    await visitor.until(lambda world: world.hall == "hall-1")


async def test_through_a_portal(park: ScriptedPark, visitor: Visitor) -> None:
    visitor.gait.place((2.9, 0.0, 0.0), 0.0)
    await visitor.enter("door")
    assert visitor.world.hall == "hall-1"
    assert park.heard(m.Join)[-1] == m.Join("hall-1", "spawn-main")


async def test_events_are_followed(visitor: Visitor) -> None:
    events = visitor.events()
    await visitor.explode("gearbox", 1.0)
    kinds = {type(await anext(events)), type(await anext(events))}
    assert SeenPatch in kinds


async def test_waiting_ends_in_time(visitor: Visitor) -> None:
    with pytest.raises(TimedOut):
        await visitor.until(lambda _: False, within=0.01)
    assert issubclass(TimedOut, TimeoutError)


async def test_a_faulty_condition_is_its_callers(park: ScriptedPark, visitor: Visitor) -> None:
    waiting = asyncio.create_task(visitor.until(lambda world: world.total == 5 and 1 // 0))
    await asyncio.sleep(0)
    await park.tell(m.Gone([], 5))
    with pytest.raises(ZeroDivisionError):
        await waiting
    assert await visitor.ping() >= 0


async def test_the_servers_clock(visitor: Visitor) -> None:
    assert await visitor.ping() < 5.0
    assert visitor.server_time() == pytest.approx(
        1000.0 + asyncio.get_running_loop().time(), abs=0.5
    )


async def test_a_server_that_talks_nonsense_is_left(park: ScriptedPark, visitor: Visitor) -> None:
    await park.tell(b"\x93nonsense")
    with pytest.raises(ProtocolError):
        await visitor.until(lambda world: world.total == 99)


async def test_a_scene_without_nodes_is_nonsense_too(park: ScriptedPark) -> None:
    def answer(asked: m.Join) -> list[m.AnyServerMessage]:
        joined = park.joined(asked.hall)
        joined.scene = {}
        return [joined]

    park.answers[m.Join] = answer
    async with Visitor(park.url) as guest:
        with pytest.raises(ProtocolError):
            await guest.join()


async def test_a_version_that_is_not_spoken(park: ScriptedPark) -> None:
    park.greeting = False
    park.answers[m.Auth] = lambda _: [m.Hello(9, 8, 0.0, "c"), m.Ready("visitor", "")]
    with pytest.raises(ConnectionLost, match="version_unsupported"):
        await Visitor(park.url).__aenter__()


async def test_a_refused_token(park: ScriptedPark) -> None:
    park.answers[m.Auth] = lambda _: [m.Error("token_refused", "令牌无效", [], "r")]
    with pytest.raises(Refused, match="token_refused"):
        await Visitor(park.url, token="no").__aenter__()


async def test_nobody_at_home() -> None:
    with pytest.raises(ConnectionLost, match="connection_failed"):
        await Visitor("http://127.0.0.1:9").__aenter__()


async def test_a_server_that_does_not_answer(park: ScriptedPark) -> None:
    park.greeting = False
    park.answers[m.Auth] = lambda _: []
    with pytest.raises(LingjingError, match="connection_failed"):
        await Visitor(park.url, timeout=0.05).__aenter__()


async def test_closing_tells_whoever_waits(visitor: Visitor) -> None:
    waiting = asyncio.create_task(visitor.until(lambda world: world.total == 99))
    await asyncio.sleep(0)
    await visitor.close()
    with pytest.raises(ConnectionLost, match="closed"):
        await waiting
    with pytest.raises(ConnectionLost, match="closed"):
        await visitor.need()
