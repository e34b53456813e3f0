"""The index follows documents and the park's own records; versions of records are kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from avatars.guides.knowledge.document import Document
from server.access.actor import OWNER
from server.run.guides.errors import GuideError
from server.run.guides.gathering import gathered
from server.run.guides.house import today
from server.run.guides.library import document_of_stored, stored_of
from server.store.guide_records import StoredDocument
from tests.server.house import House, open_house
from tests.server.promotion.units import put_units

RENTS = StoredDocument("k_1", 0, "租金", "办公楼每平方米 48 元。", "zh", "a_1", 1.0)


def found(house: House, question: str) -> list[str]:
    hits = house.park.guides.library.now.search(question, today=today(house.park))
    return [hit.passage.document.id for hit in hits]


async def test_what_is_kept_is_in_the_next_index(house: House) -> None:
    library = house.park.guides.library
    before = library.now
    kept = await library.keep(RENTS)
    assert library.get("k_1") == kept == replace(RENTS, number=1)
    assert library.now is before
    assert await library.settled() is library.now
    assert found(house, "办公楼租金") == ["k_1"]
    same = library.now
    assert await library.settled() is same
    await library.remove("k_1", 1)
    await library.settled()
    assert found(house, "办公楼租金") == []


async def test_records_of_the_park_follow_it(house: House) -> None:
    park = house.park
    await put_units(house)
    await park.guides.library.settled()
    assert "unit/gallery/a-101" in found(house, "A-101 在哪里")
    assert set(await gathered(park)) == {each.document for each in park.guides.library.all()}
    await park.site.change({"name": {"zh": "东海智谷", "en": "East Sea Valley"}})
    await park.guides.library.settled()
    assert found(house, "东海智谷有哪些展厅")[0] == "park"
    rows = await park.archive.knowledge.history("park")
    assert [row.author for row in rows] == ["house"] * len(rows)
    assert len(rows) == 3
    nodes = [{"op": "remove", "path": "/nodes/a-101"}]
    await park.edit(park.hall("gallery"), "published", nodes, park.hall("gallery").revision, OWNER)
    await park.guides.library.settled()
    assert park.guides.library.get("unit/gallery/a-101") is None
    _, trail = await house.own("GET", "/api/v1/audit?action=knowledge.edit")
    assert trail["rows"] == []


async def test_everything_is_there_after_a_restart_and_nothing_is_kept_anew(tmp_path: Path) -> None:
    async with open_house(tmp_path) as house:
        await house.park.guides.library.keep(RENTS)
        await house.park.guides.library.settled()
    async with open_house(tmp_path) as house:
        assert found(house, "办公楼租金") == ["k_1"]
        assert [row.number for row in await house.park.archive.knowledge.history("park")] == [2, 1]


async def test_a_record_that_cannot_be_told_silences_nothing_else(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(_: object) -> object:
        raise ValueError("a card from another world")

    monkeypatch.setattr("server.run.guides.library.gathered", broken)
    await house.park.guides.library.keep(RENTS)
    await house.park.guides.library.settled()
    assert found(house, "办公楼租金") == ["k_1"]
    monkeypatch.undo()
    await house.park.guides.library.keep(RENTS)
    await house.park.guides.library.settled()
    assert house.park.guides.library.get("park") is not None


async def test_there_is_an_end_to_what_is_held(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = house.park.guides.library
    letters = sum(len(each.text) for each in library.all())
    monkeypatch.setattr("server.run.guides.library.MOST_LETTERS", letters + len(RENTS.text))
    kept = await library.keep(RENTS)
    assert (await library.keep(RENTS, kept.number)).number == 2
    with pytest.raises(GuideError, match="library_full"):
        await library.keep(replace(RENTS, text=RENTS.text + "!"), 2)
    monkeypatch.setattr("server.run.guides.library.MOST_DOCUMENTS", 3)
    with pytest.raises(GuideError, match="library_full"):
        await library.keep(replace(RENTS, document="k_2", text=""))


def test_documents_and_rows() -> None:
    document = Document("k_1", "t", "x", "en", 4, "policy", "staff", date(2026, 1, 1), None, ("A",))
    kept = stored_of(document, "a_1", 5.0)
    assert (kept.number, kept.valid_from, kept.author) == (0, "2026-01-01", "a_1")
    assert document_of_stored(replace(kept, number=4)) == document
