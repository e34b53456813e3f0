"""A human comes into a talk: called, taking over, speaking by name, giving back."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from avatars.guides.brain import ActionCall, Clause, Finish
from clients.headless import Visitor
from server.halls.errors import HallError
from tests.server.guided import guided, visitors
from tests.server.house import House
from tests.server.people import at_a_browser, somebody
from tests.server.until import until

LIVE = "http://localhost/api/v1/dialogues/live"


async def called(house: House, asker: Visitor, brain: Any) -> str:
    """A visitor asks for a human; the id of the talk."""
    brain.says = lambda _: (
        Clause("I fetch somebody.", "en"),
        ActionCall("call_staff", {"why": "rent"}),
        Finish("answered"),
    )
    answer = await asker.listen(await asker.ask("guide-1", "a human, please"))
    assert answer.state_of("call_staff") == "done"
    return answer.dialogue.partition(".")[0]


async def test_who_is_called_finds_it_in_the_inbox_and_speaks_through_the_guide(
    tmp_path: Path,
) -> None:
    async with (
        guided(tmp_path / "data") as (house, brain),
        visitors(house, 2) as (asker, other),
        somebody(house, "host", name="王专员") as host,
        at_a_browser(host) as desk,
    ):
        talk = await called(house, asker, brain)
        (item,) = await house.park.archive.inbox.page(kind="handover")
        assert item.ref == talk and item.link == f"/dialogues/{talk}"
        assert (await desk.ask("POST", f"/api/v1/dialogues/{talk}/take"))[0] == 204
        await other.until(lambda world: world.guides.here["guide-1"].human == "王专员")
        waiting = await asker.ask("guide-1", "and the rent?")
        body = {"text": "每平方米45元。", "lang": "zh"}
        assert (await desk.ask("POST", f"/api/v1/dialogues/{talk}/words", json=body))[0] == 204
        await asker.listen(waiting)
        assert [(say.text, say.by) for say in waiting.said] == [("每平方米45元。", "human")]
        assert len(brain.asked) == 1
        unasked = {"text": "还有什么可以帮您？", "lang": "zh"}
        assert (await desk.ask("POST", f"/api/v1/dialogues/{talk}/words", json=unasked))[0] == 204
        said = asker.world.guides.answers
        await asker.until(lambda _: any("帮您" in answer.text for answer in said.values()))
        assert (await desk.ask("POST", f"/api/v1/dialogues/{talk}/give-back"))[0] == 204
        await other.until(lambda world: world.guides.here["guide-1"].human == "")
        await asker.listen(await asker.ask("guide-1", "thanks"))
        assert len(brain.asked) == 2
        _, told = await desk.ask("GET", f"/api/v1/dialogues/{talk}")
        assert {clause["by"] for turn in told["said"] for clause in turn["clauses"]} == {
            "ai",
            "human",
        }


async def test_one_colleague_at_a_time_and_only_in_talks_that_go_on(tmp_path: Path) -> None:
    async with (
        guided(tmp_path / "data") as (house, brain),
        visitors(house, 1) as (asker,),
    ):
        talk = await called(house, asker, brain)
        handover = house.park.guides.handover
        await handover.take(talk, "a_1", "甲")
        await handover.take(talk, "a_1", "甲")
        with pytest.raises(HallError, match="dialogue_taken"):
            await handover.take(talk, "a_2", "乙")
        with pytest.raises(HallError, match="dialogue_taken"):
            await handover.words(talk, "a_2", "hi", "en")
        with pytest.raises(HallError, match="dialogue_unknown"):
            await handover.take("d_0", "a_2", "乙")
        await handover.give_back(talk, "a_1")
        with pytest.raises(HallError, match="dialogue_unknown"):
            await handover.give_back(talk, "a_1")


async def test_taking_over_silences_the_ai_and_what_is_forgotten_goes_back(tmp_path: Path) -> None:
    async with (
        guided(tmp_path / "data") as (house, brain),
        visitors(house, 1) as (asker,),
    ):
        brain.holding = asyncio.Event()
        answer = await asker.ask("guide-1", "long story")
        await asker.until(lambda _: answer.said)
        (dialogue,) = house.park.guides.dialogues
        await house.park.guides.handover.take(dialogue.id, "a_1", "甲")
        await asker.until(lambda _: answer.hushed and answer.is_over)
        await until(lambda: brain.closed == 1)
        house.park.guides.handover.sweep(house.park.clock.now() + 1000)
        assert dialogue.officer == ""
        await asker.until(lambda world: world.guides.here["guide-1"].human == "")


async def test_the_desk_hears_what_is_said_as_it_is_said(tmp_path: Path) -> None:
    async with (
        guided(tmp_path / "data") as (house, _),
        visitors(house, 1) as (asker,),
        house.owner.get(LIVE, headers={"Accept": "text/event-stream"}) as stream,
    ):
        assert stream.content_type == "text/event-stream"
        assert await event(stream) == ("dialogues", {"dialogues": []})
        answer = await asker.ask("guide-1", "hello?")
        told = [await event(stream) for _ in range(4)]
        assert [name for name, _ in told] == ["dialogue", "asked", "said", "ended"]
        assert told[0][1]["dialogue"]["guide"] == "guide-1"
        assert told[1][1]["question"] == "hello?" and told[2][1]["turn"] == answer.number
        assert told[2][1]["clause"]["text"] == "re: hello?"
        assert told[3][1]["why"] == "answered" and told[3][1]["heard"] is None
        async with house.owner.get(LIVE) as once:
            (talk,) = (await once.json())["dialogues"]
        assert talk["live"] and talk["turns"] == 1


async def event(stream: aiohttp.ClientResponse) -> tuple[str, Any]:
    """The next event of a stream."""
    name = ""
    async for line in stream.content:
        text = line.decode().rstrip("\n")
        if text.startswith("event: "):
            name = text[7:]
        if text.startswith("data: "):
            return name, json.loads(text[6:])
    raise AssertionError("the stream has ended")
