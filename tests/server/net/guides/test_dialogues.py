"""Dialogues as staff read them: filtered, opened, exported with their label, deleted."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from avatars.guides.brain import Clause
from avatars.guides.knowledge.document import Citation
from tests.server.house import House

DIALOGUES = "/api/v1/dialogues"
RENT = Citation("k_1", 2, "租金", 4, 12, "每平方米 48 元")


@dataclass
class Begun:
    """A dialogue that begins."""

    id: str
    began: float
    token: str = ""
    persona: str = "xiaojing"
    lang: str = "zh"
    audience: Any = "public"
    account: str = ""
    hall: str = "gallery"
    guide: str = "guide-1"


async def talk(house: House, id: str, question: str = "租金多少?", why: str = "answered") -> None:
    """A dialogue of one question, at the park's present."""
    records, now = house.park.guides.records, house.park.clock.now()
    await records.begin(Begun(id, now, f"secret {id}"))
    await records.asked(id, 3, question, "zh", "gallery", "guide-1")
    await records.said(id, 3, Clause("每平方米每月 48 元。", "zh", citations=(RENT,)), "ai")
    await records.said(id, 3, Clause("我来补充：可以分期。", "zh", "notice"), "human")
    await records.ended(id, 3, why, "extractive", 12.0, "每平方米" if why == "cut" else None)


async def test_a_dialogue_is_read_whole_and_each_reading_is_noted(house: House) -> None:
    await talk(house, "d_1")
    await house.park.guides.records.rate("d_1", 3, -1, "不够具体")
    _, told = await house.own("GET", DIALOGUES)
    [line] = told["dialogues"]
    assert (line["first"], line["turns"], line["rating"]) == ("租金多少?", 1, -1)
    assert (line["live"], line["handed"]) == (False, False)
    _, told = await house.own("GET", f"{DIALOGUES}/d_1")
    assert told["expires"] == told["last"] + 90 * 86_400
    [turn] = told["said"]
    assert (turn["question"], turn["words"], turn["heard"]) == ("租金多少?", "不够具体", None)
    first, second = turn["clauses"]
    assert (first["by"], first["citations"][0]["quote"]) == ("ai", RENT.quote)
    assert (second["by"], second["citations"]) == ("human", [])
    _, trail = await house.own("GET", "/api/v1/audit")
    read = [row for row in trail["rows"] if row["action"] == "dialogue.read"]
    assert len(read) == 2
    assert "租金多少" not in json.dumps(trail, ensure_ascii=False)


async def test_filters(house: House) -> None:
    await talk(house, "d_1")
    await talk(house, "d_2", "有泳池吗?", "unknown")
    await house.park.guides.records.handed("d_1")
    day = datetime.fromtimestamp(house.park.clock.now(), UTC).date()
    today = house.park.guides.thinking.today().isoformat()
    for query, found in (
        ("", ["d_2", "d_1"]), ("state=unknown", ["d_2"]), ("state=handed", ["d_1"]),
        ("state=answered", ["d_1"]), ("lang=en", []), ("hall=gallery&limit=1", ["d_2"]),
        ("before=d_2", ["d_1"]), (f"day={today}", ["d_2", "d_1"]), ("day=2020-01-01", []),
    ):  # fmt: skip
        _, told = await house.own("GET", f"{DIALOGUES}?{query}")
        assert [each["id"] for each in told["dialogues"]] == found, (query, day)
    for query in ("state=lost", "day=yesterday"):
        assert (await house.own("GET", f"{DIALOGUES}?{query}"))[0] == 422


async def test_a_file_is_labelled_and_the_human_is_not(house: House) -> None:
    await talk(house, "d_1", "租金\n# 多少?", "cut")
    async with house.owner.get(f"http://localhost{DIALOGUES}/d_1/transcript.md") as answer:
        text = await answer.text()
        assert answer.content_type == "text/markdown"
        assert "d_1.md" in answer.headers["Content-Disposition"]
    label = json.loads(text.splitlines()[1].removeprefix("AIGC: "))
    assert label["ContentProducer"]
    assert "人工智能" in text
    assert "**AI 讲解员**：每平方米每月 48 元。" in text
    assert "**工作人员**：我来补充：可以分期。" in text
    assert "`k_1` v2" in text
    assert "\n# 多少?" not in text
    assert "听到：每平方米" in text


async def test_deletion_leaves_nothing_that_opens(house: House) -> None:
    await talk(house, "d_1", "我是谁?", "unknown")
    archive, vault = house.park.archive, house.park.vault
    [asked] = (await archive.dialogues.said("d_1"))[0]
    assert vault.open("d_1", asked.question) == "我是谁?"
    assert (await house.own("DELETE", f"{DIALOGUES}/d_1"))[0] == 204
    assert vault.open("d_1", asked.question) is None
    assert (await house.own("GET", f"{DIALOGUES}/d_1"))[1]["code"] == "dialogue_unknown"
    assert (await house.own("DELETE", f"{DIALOGUES}/d_1"))[0] == 404
    _, told = await house.own("GET", "/api/v1/open-questions")
    assert told["questions"] == []


async def test_tables_have_the_same_rows(house: House) -> None:
    await talk(house, "d_1", "=cmd|租金")
    for table in ("knowledge", "dialogues", "open_questions", "guide_tests"):
        status, told = await house.own("GET", f"/api/v1/tables/{table}.csv")
        assert status == 200, told
        if table == "dialogues":
            assert "'=cmd|租金" in told.decode()
