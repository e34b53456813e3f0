"""Staff speak to a page that asks nothing: told at once, missed words first, ended in time."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from aiohttp import ClientResponse

from tests.server.guided import guided
from tests.server.house import House
from tests.server.net.guides.test_own import OWN, ask, begin
from tests.server.until import until


def events(house: House, token: str) -> Any:
    return house.visitor.get(f"{house.url}{OWN}{token}/events")


async def told(answer: ClientResponse, kind: str) -> dict[str, Any]:
    """The next event of a kind."""
    while line := await answer.content.readline():
        if line.startswith(b"data: ") and (event := json.loads(line[6:]))["t"] == kind:
            return dict(event)
    raise AssertionError(f"no {kind} came")


async def test_words_of_staff_come_between_two_questions(tmp_path: Path) -> None:
    async with guided(tmp_path / "data") as (house, _):
        token = await begin(house)
        await ask(house, token)
        async with events(house, token) as answer:
            assert answer.status == 204
        guides = house.park.guides
        (dialogue,) = guides.dialogues
        await guides.handover.take(dialogue.id, "a_1", "甲")
        await guides.handover.words(dialogue.id, "a_1", "您好。", "zh")
        async with events(house, token) as answer:
            assert (answer.status, answer.content_type) == (200, "text/event-stream")
            assert (await told(answer, "officer"))["name"] == "甲"
            missed = await told(answer, "say")
            assert (missed["text"], missed["by"]) == ("您好。", "human")
            await guides.handover.words(dialogue.id, "a_1", "请问您要多大面积？", "zh")
            turn, said = await told(answer, "turn"), await told(answer, "say")
            assert (turn["state"], turn["question"]) == ("done", "")
            assert said["text"] == "请问您要多大面积？" and said["turn"] > missed["turn"]
            await guides.handover.give_back(dialogue.id, "a_1")
            assert (await told(answer, "officer"))["name"] == ""
            assert b"data" not in await answer.content.read()
        assert len(guides.private.between) == 0
        assert [e["t"] for e in await ask(house, token)].count("say") == 1


async def test_a_stream_ends_with_the_talk_and_with_its_reader(tmp_path: Path) -> None:
    async with guided(tmp_path / "data") as (house, _):
        token = await begin(house)
        await ask(house, token)
        guides = house.park.guides
        (dialogue,) = guides.dialogues
        await guides.handover.call(dialogue, "")
        async with events(house, token) as answer:
            assert (await told(answer, "officer"))["name"] == ""
            assert len(guides.private.between) == 1
        await until(lambda: len(guides.private.between) == 0)
        async with events(house, token) as answer:
            await told(answer, "officer")
            await guides.forget(dialogue)
            await answer.content.read()
        async with events(house, token) as answer:
            assert answer.status == 404
