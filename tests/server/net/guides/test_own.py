"""Talk with a guide on a page: asked by events, stopped, read, rated, taken along, deleted."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

from avatars.guides.brain import ActionCall, Clause, Finish
from avatars.guides.knowledge.document import Citation
from tests.server.guided import guided
from tests.server.house import House
from tests.server.people import at_a_browser, somebody
from tests.server.until import until

OWN = "/api/v1/dialogues/own/"
SOURCE = Citation("rent", 2, "租金", 0, 2, "45")


async def send(house: House, method: str, path: str, body: Any = None) -> tuple[int, Any]:
    async with house.visitor.request(method, house.url + path, json=body) as answer:
        told = await answer.read()
        return answer.status, json.loads(told) if told else None


async def begin(house: House, **body: Any) -> str:
    status, begun = await send(house, "POST", "/api/v1/dialogues", body)
    assert status == 201 and begun["token"].startswith(begun["dialogue"])
    return str(begun["token"])


async def ask(house: House, token: str, text: str = "?", **body: Any) -> list[dict[str, Any]]:
    path = house.url + OWN + token + "/questions"
    async with house.visitor.post(path, json={"text": text, **body}) as answer:
        assert (answer.status, answer.content_type) == (200, "text/event-stream")
        assert "Content-Encoding" not in answer.headers
        told = (await answer.read()).decode()
    return [json.loads(line[6:]) for line in told.splitlines() if line.startswith("data: ")]


def rent(_: object) -> tuple[Any, ...]:
    return (
        Clause("租金 <b>45</b> 元。", "zh", "answer", (SOURCE,)),
        ActionCall("open_page", {"page": "units"}),
        ActionCall("explode_exhibit", {"node": "fox"}),
        Finish("answered"),
    )


async def test_an_answer_comes_as_messages_of_the_live_socket(tmp_path: Path) -> None:
    async with guided(tmp_path / "data") as (house, brain):
        brain.says = rent
        token = await begin(house, persona="plain", lang="zh-CN")
        told = await ask(house, token, "租金多少？", lang="zh-CN")
        assert [each["t"] for each in told] == ["turn", "turn", "say", "act", "act", "turn"]
        assert [e["state"] for e in told if e["t"] == "turn"] == ["thinking", "speaking", "done"]
        assert told[2]["citations"][0]["quote"] == "45" and told[2]["whisper"]
        assert [(e["action"], e["state"], e["code"]) for e in told if e["t"] == "act"] == [
            ("open_page", "done", ""),
            ("explode_exhibit", "refused", "not_on_pages"),
        ]
        asked = brain.asked[0]
        assert asked.audience == "public" and asked.lang == "zh" and not asked.near
        assert "explode_exhibit" not in asked.actions and "call_staff" in asked.actions


async def test_a_talk_is_read_rated_and_deleted(tmp_path: Path) -> None:
    async with guided(tmp_path / "data") as (house, brain):
        brain.says = rent
        token = await begin(house)
        (*_, last) = await ask(house, token, "租金？")
        rating = {"turn": last["turn"], "value": -1, "words": "不清楚"}
        assert (await send(house, "POST", f"{OWN}{token}/rating", rating))[0] == 204
        status, own = await send(house, "GET", OWN + token)
        assert status == 200 and own["turns"][0]["rating"] == -1
        assert "AI" in own["label"] and own["expires"] > own["began"]
        assert own["turns"][0]["clauses"][0]["citations"][0]["quote"] == "45"
        assert (await send(house, "DELETE", OWN + token))[0] == 204
        assert (await send(house, "GET", OWN + token))[1]["code"] == "dialogue_unknown"
        assert (await send(house, "POST", f"{OWN}{token}/questions", {"text": "?"}))[0] == 404


async def test_what_is_told_rests_on_the_rights_of_whoever_asks_now(tmp_path: Path) -> None:
    async with (
        guided(tmp_path / "data") as (house, brain),
        somebody(house, "host") as host,
        at_a_browser(host) as desk,
    ):
        _, begun = await desk.ask("POST", "/api/v1/dialogues", json={})
        path = f"{house.url}{OWN}{begun['token']}/questions"
        for browser in (desk.browser, house.visitor):
            async with browser.post(path, json={"text": "floor price?"}) as answer:
                assert b'"done"' in await answer.read()
        asked = [(question.audience, len(question.history)) for question in brain.asked]
        assert asked == [("staff", 0), ("public", 0)]


async def test_stopping_keeps_only_what_was_heard(tmp_path: Path) -> None:
    async with guided(tmp_path / "data") as (house, brain):
        brain.holding = asyncio.Event()
        brain.says = lambda _: [Clause(f"{n}.", "en") for n in "abc"]
        token = await begin(house)
        asking = asyncio.create_task(ask(house, token, "one"))
        private = house.park.guides.private
        await until(lambda: any(len(a.said) == 3 for a in private._open.values()))
        body = {"turn": 1, "heard": 1, "ms": 0}
        assert (await send(house, "DELETE", f"{OWN}{token}/questions", body))[0] == 204
        assert (await asking)[-1]["state"] == "stopped" and brain.closed == 1
        brain.holding = None
        await ask(house, token, "two")
        assert [(x.question, x.answer) for x in brain.asked[1].history] == [("one", "a.")]
        assert (await send(house, "DELETE", f"{OWN}{token}/questions"))[0] == 204


async def test_who_closes_the_page_stops_the_brain_and_says_later_what_they_heard(
    tmp_path: Path,
) -> None:
    async with guided(tmp_path / "data") as (house, brain):
        brain.holding = asyncio.Event()
        brain.says = lambda _: [Clause(f"{n}.", "en") for n in "abc"]
        token = await begin(house)
        path = house.url + OWN + token + "/questions"
        async with house.visitor.post(path, json={"text": "one"}) as answer:
            await answer.content.readline()
        answer.close()
        (dialogue,) = house.park.guides.dialogues
        await until(lambda: brain.closed == 1 and not dialogue.turns)
        body = {"turn": 1, "heard": 2, "ms": 0}
        assert (await send(house, "DELETE", f"{OWN}{token}/questions", body))[0] == 204
        assert [x.answer for x in dialogue.history] == ["a. b."]


async def test_what_is_not_right_is_refused_with_every_error(tmp_path: Path) -> None:
    async with guided(tmp_path / "data", guide_questions_per_minute=1) as (house, _):
        token = await begin(house)
        path = f"{OWN}{token}/questions"
        for body, code in (({"text": ""}, "wrong_length"), ({"text": "x" * 501}, "wrong_length")):
            status, told = await send(house, "POST", path, body)
            assert (status, told["details"][0]["code"]) == (422, code)
        bad = {"turn": -1, "value": 7}
        status, told = await send(house, "POST", f"{OWN}{token}/rating", bad)
        assert status == 422 and len(told["details"]) == 2
        for other in ("d_0", token[:-1] + ("0" if token[-1] != "0" else "1"), "x"):
            status, told = await send(house, "POST", f"{OWN}{other}/questions", {"text": "?"})
            assert (status, told["code"]) == (404, "dialogue_unknown")
        assert (await send(house, "POST", "/api/v1/dialogues", {"persona": "nobody"}))[0] == 404
        assert await ask(house, token)
        status, told = await send(house, "POST", path, {"text": "again"})
        assert (status, told["code"]) == (429, "too_many_questions")


async def test_a_human_answers_on_a_page_too(tmp_path: Path) -> None:
    async with guided(tmp_path / "data") as (house, brain):
        token = await begin(house)
        await ask(house, token)
        (dialogue,) = house.park.guides.dialogues
        handover = house.park.guides.handover
        await handover.take(dialogue.id, "a_1", "甲")
        asking = asyncio.create_task(ask(house, token, "who are you?"))
        await until(lambda: any(turn.human for turn in dialogue.turns.values()))
        await handover.words(dialogue.id, "a_1", "我是甲。", "zh")
        told = await asking
        assert [(e["text"], e["by"]) for e in told if e["t"] == "say"] == [("我是甲。", "human")]
        await handover.words(dialogue.id, "a_1", "再见。", "zh")
        await handover.give_back(dialogue.id, "a_1")
        told = await ask(house, token, "bye")
        assert [e["by"] for e in told if e["t"] == "say"] == ["human", "ai"]
        assert len(brain.asked) == 2
