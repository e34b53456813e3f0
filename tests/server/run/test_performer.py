"""Effects performed: told once encoded, archived in order, answered."""

from __future__ import annotations

import asyncio
from unittest.mock import AsyncMock

import pytest

from server.access.actor import OWNER
from server.halls.effects import Answer, Send
from server.halls.errors import HallError
from server.wire import messages as wire
from tests.server.house import House
from tests.server.run.line import PaperLine


def caller(house: House) -> PaperLine:
    line = PaperLine()
    talk = house.park.opened(line, "en")
    house.park.conversation.hear(talk, b"\x82\xa1t\xa4auth\xa7version\x01")
    house.park.conversation.hear(talk, b"\x82\xa1t\xa4join\xa4hall\xa7gallery")
    return line


async def test_one_encoding_serves_everyone(house: House) -> None:
    lines = [caller(house) for _ in range(3)]
    hall = house.park.hall("gallery")
    house.park.performer.perform(hall, [Send(list(hall.audience), wire.Pong(1.0, 2.0))])
    assert {line.frames[-1] for line in lines} == {lines[0].frames[-1]}
    assert lines[0].last() == wire.Pong(1.0, 2.0)


async def test_answers_reach_who_waits(house: House) -> None:
    hall = house.park.hall("gallery")
    loop = asyncio.get_running_loop()
    good, bad, given_up = loop.create_future(), loop.create_future(), loop.create_future()
    given_up.cancel()
    house.park.performer.perform(
        hall,
        [Answer(good, 4), Answer(bad, 4, "archive_failed"), Answer(given_up, 4), Answer(None, 4)],
    )
    assert await good == 4
    with pytest.raises(HallError, match="archive_failed"):
        await bad


async def test_an_answer_to_a_visitor_is_a_message(house: House) -> None:
    line = caller(house)
    hall = house.park.hall("gallery")
    talk = house.park.talks[line.id]
    house.park.performer.perform(
        hall, [Answer((talk, 7), 9), Answer((talk, 8), 9, "archive_failed")]
    )
    done, error = line.heard()[-2:]
    assert done == wire.Done(7, 9)
    assert (error.code, error.id) == ("archive_failed", 8)


async def test_what_is_on_its_way_is_waited_for(house: House) -> None:
    hall = house.park.hall("gallery")
    op = {"op": "set", "path": "/hall/capacity", "value": 7}
    effects = hall.editing.edit("published", [op], 0, actor=OWNER)
    house.park.performer.perform(hall, effects)
    assert hall.revision == 0
    await house.park.performer.finish()
    assert (hall.revision, hall.capacity) == (1, 7)


async def test_what_nobody_foresaw_is_a_failed_edit_and_not_a_stuck_hall(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    hall = house.park.hall("gallery")
    op = {"op": "set", "path": "/hall/capacity", "value": 7}
    with monkeypatch.context() as patched:
        patched.setattr(house.park.archive, "append", AsyncMock(side_effect=RuntimeError))
        with pytest.raises(HallError, match="archive_failed"):
            await house.park.edit(hall, "published", [op], 0, OWNER)
    assert await house.park.edit(hall, "published", [op], 0, OWNER) == 1
