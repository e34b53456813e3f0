"""What is said is kept sealed, opened by the visitor's secret, and gone when it is forgotten."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable

import pytest
from sqlalchemy import text

from avatars.guides.brain import Clause
from server.run.guides.records import transcript
from server.store.errors import StoreError
from tests.server.house import House
from tests.server.net.guides.test_dialogues import RENT, Begun, talk


async def test_nothing_that_was_said_lies_open_in_the_archive(house: House) -> None:
    await talk(house, "d_1", "我的底线是四十八元", "cut")
    await house.park.guides.records.rate("d_1", 3, -1, "答非所问")
    said: list[str] = []

    def look(connection: object) -> None:
        for table in ("dialogues", "dialogue_turns", "dialogue_clauses"):
            rows = connection.execute(text(f"SELECT * FROM {table}"))  # type: ignore[attr-defined]
            said.extend(str(tuple(row)) for row in rows)

    await house.park.archive._read(look)
    whole = "".join(said)
    for words in ("底线", "48 元", "答非所问", "可以分期", RENT.quote):
        assert words not in whole
    assert '"version":2' in whole


async def test_a_visitors_secret_opens_their_own(house: House) -> None:
    records = house.park.guides.records
    await talk(house, "d_1")
    read = await records.own("secret d_1")
    assert [row["by"] for row in transcript(read)] == ["visitor", "ai", "human"]
    assert read.turns[0].clauses[0].citations == (RENT,)
    for secret in ("", "secret d_2", "x" * 10_000):
        with pytest.raises(StoreError, match="secret"):
            await records.own(secret)


async def test_what_comes_late_to_a_deleted_talk_is_dropped(house: House) -> None:
    records, archive = house.park.guides.records, house.park.archive
    await talk(house, "d_1")
    await records.forget("d_1")
    await records.said("d_1", 3, Clause("晚了", "zh"))
    await records.ended("d_1", 3, "unknown", "extractive", 1.0)
    assert await archive.dialogues.said("d_1") == ([], [])
    assert await archive.lessons.questions() == []
    assert not house.park.vault.knows("d_1")


async def test_a_hand_over_is_told_once(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    records, told = house.park.guides.records, list[tuple[str, str]]()
    monkeypatch.setattr(house.park.notices, "event", _noting(told))
    await talk(house, "d_1")
    await records.handed("d_1")
    await records.handed("d_1", "a_1")
    assert (await house.park.archive.dialogues.get("d_1")).officer == "a_1"
    await records.handed("d_1", None)
    after = await house.park.archive.dialogues.get("d_1")
    assert (after.handed, after.officer) == (True, "")
    assert told == [("dialogue.handover", '{"dialogue": "d_1"}')]


async def test_what_was_disliked_waits_for_staff_until_it_is_gone(house: House) -> None:
    records, waiting = house.park.guides.records, "/api/v1/inbox?state=open"
    await talk(house, "d_1")
    await records.rate("d_1", 3, 1)
    assert (await house.own("GET", waiting))[1]["items"] == []
    for _ in range(2):
        await records.rate("d_1", 3, -1, "不对")
    [item] = (await house.own("GET", waiting))[1]["items"]
    assert (item["kind"], item["ref"], item["link"]) == ("guide_rated", "d_1", "/dialogues/d_1")
    assert "不对" not in str(item)
    await records.forget("d_1")
    assert (await house.own("GET", waiting))[1]["items"] == []


async def test_an_accounts_talks_go_with_it(house: House) -> None:
    records, book = house.park.guides.records, house.park.archive.dialogues
    for id, account in (("d_1", "a_1"), ("d_2", "a_2")):
        await records.begin(Begun(id, 1.0, account=account))
        await records.asked(id, 1, "问", "zh-CN")
    copy = await house.park.privacy.copy("a_1")
    assert [row["text"] for row in copy.told["talks"]["d_1"]] == ["问"]
    assert "ContentProducer" in copy.told["AIGC"]
    assert "talks" not in (await house.park.privacy.copy("a_3")).told
    await house.park.privacy.erase("a_1", "a_1")
    assert [each.id for each in await book.page()] == ["d_2"]
    assert not house.park.vault.knows("d_1")


def _noting(told: list[tuple[str, str]]) -> Callable[[str, object], Awaitable[None]]:
    async def event(name: str, data: object) -> None:
        told.append((name, json.dumps(data)))

    return event
