"""What a wandering visitor does is seen by the park."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from random import Random

import pytest

from clients.headless import ConnectionLost, Visitor
from clients.headless.bots.choose import Act, Go, Pass, Play, Rest
from clients.headless.bots.wanderer import Deeds, Wanderer
from server.wire import messages as m
from tests.clients.headless.scripted import ScriptedPark


async def at_once(seconds: float) -> None:
    """A pause that takes no time."""
    await asyncio.sleep(0)


async def live(park: ScriptedPark, *acts: Act) -> Deeds:
    """One life of these acts, after which the park is gone."""
    left, deeds = iter(acts), Deeds()

    def next_act(*_: object) -> Act:
        try:
            return next(left)
        except StopIteration:
            raise ConnectionLost("closed", retry=False) from None

    async with Visitor(park.url) as visitor:
        await visitor.join("grounds")
        wanderer = Wanderer(visitor, Random(3), deeds, chooser=next_act, pause=at_once)
        with pytest.raises(ConnectionLost):
            await wanderer.live()
    return deeds


@pytest.fixture
async def park() -> AsyncIterator[ScriptedPark]:
    """A park in which every way is short."""
    async with ScriptedPark() as scripted:
        scripted.answers[m.FindPath] = lambda asked: [m.WalkablePath(asked.id, [asked.start])]
        yield scripted


async def test_going_looking_resting_and_passing(park: ScriptedPark) -> None:
    going = Go((0.0, 0.0, 4.9), (0.0, 1.0, 0.0), 0.01)
    deeds = await live(park, going, Rest("seat-1", 0.0), Pass("door"))
    assert (deeds.looked, deeds.sat, deeds.passed, deeds.refused) == (1, 1, 1, 0)
    assert park.heard(m.Join)[-1] == m.Join("hall-1", "spawn-main")


async def test_what_is_refused_is_let_be(park: ScriptedPark) -> None:
    park.answers[m.FindPath] = lambda asked: [m.WalkablePath(asked.id, None)]
    deeds = await live(park, Go((9.0, 0.0, 9.0), (0.0, 0.0, 0.0), 1.0), Pass("nowhere"))
    assert (deeds.looked, deeds.refused) == (0, 2)


@pytest.mark.parametrize(
    ("model", "path"),
    [
        ({"clips": ["turn"]}, "/nodes/gearbox/animation"),
        ({"variants": ["red"]}, "/nodes/gearbox/variant"),
        ({"parts": 3}, "/nodes/gearbox/explode"),
    ],
)
async def test_an_exhibit_is_tried(park: ScriptedPark, model: dict[str, object], path: str) -> None:
    def joined(asked: m.Join) -> list[m.AnyServerMessage]:
        message = park.joined(asked.hall)
        assert message.scene is not None
        message.scene["nodes"]["gearbox"]["model"] = model
        return [message]

    park.answers[m.Join] = joined
    deeds = await live(park, Play("gearbox", (0.0, 0.0, 5.0), (0.0, 0.0, 0.0)))
    assert deeds.played == 1
    assert {op.path for edit in park.heard(m.Edit) for op in edit.ops} == {path}
