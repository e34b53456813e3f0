"""Exhibits in the archive: revisions in order, one pointer, nothing half done."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any

import pytest

from server.store import Archive, StoreError
from server.store.errors import StaleError
from server.store.exhibit_records import (
    CARD,
    MODEL,
    TITLE,
    ExhibitFile,
    FileRole,
    Publication,
    StoredRevision,
)

WORDS = {"zh": "泵", "en": "Pump"}
CARD_ROW = {"title": WORDS}
A, B, C, D = (letter * 64 for letter in "abcd")


def revision(job: str | None, exhibit: str = "pump", **changes: Any) -> StoredRevision:
    roles: tuple[tuple[FileRole, str], ...] = (("original", A), ("level", B), ("poster", C))
    new = StoredRevision(
        exhibit=exhibit,
        number=0,
        job=job,
        note=f"made by {job}",
        author="operator",
        at=1.0,
        title=None,
        source={"name": "pump.glb", "bytes": 9, "sha256": A},
        model={"levels": [{"asset": B}]},
        parts=[],
        findings=[],
        blocked=[],
        published_at=None,
        files=tuple(ExhibitFile(role, 0, role, sha, 9) for role, sha in roles),
    )
    return replace(new, **changes)


def told(number: int, note: str = "") -> Publication:
    return Publication(number, "operator", 5.0 + number, note)


async def code_of(work: Any) -> str:
    with pytest.raises(StoreError) as refused:
        await work
    return refused.value.code


async def test_a_revision_is_read_as_it_was_kept(archive: Archive) -> None:
    book = archive.exhibits
    kept = await book.keep(revision("j1"), {"format": "x"}, CARD_ROW)
    assert (kept.exhibit, kept.number) == ("pump", 1)
    assert await book.revision("pump", 1) == kept
    assert await book.manifest("pump", 1) == {"format": "x"}
    assert kept.shas("level") == [B]
    state = await book.get("pump")
    assert (state.title, state.published, state.latest, state.spreading) == (WORDS, None, 1, 0)


async def test_ids_are_taken_once(archive: Archive) -> None:
    book = archive.exhibits
    wishes = ("pump", "pump", "pump_x", "pump%", "pump")
    names = [(await book.keep(revision(None, wish), {}, CARD_ROW)).exhibit for wish in wishes]
    assert names == ["pump", "pump-2", "pump_x", "pump%", "pump-3"]


async def test_the_same_job_never_makes_two(archive: Archive) -> None:
    book = archive.exhibits
    work = [book.keep(revision("j1"), {}, CARD_ROW) for _ in range(3)]
    first, *others = await asyncio.gather(*work)
    assert others == [first, first] and len(await book.page()) == 1


async def test_revisions_of_what_is_not_there_are_refused(archive: Archive) -> None:
    book = archive.exhibits
    assert await code_of(book.keep(revision("j1"), {})) == "exhibit_unknown"
    await book.keep(revision("j1"), {}, CARD_ROW)
    assert await code_of(book.revision("pump", 2)) == "revision_unknown"
    assert await code_of(book.manifest("pump", 2)) == "revision_unknown"
    assert await code_of(book.publish("pump", told(2))) == "revision_unknown"
    assert (await book.get("pump")).published is None
    for work in (book.get("fan"), book.history("fan"), book.remove("fan")):
        assert await code_of(work) == "exhibit_unknown"


async def test_publishing_is_one_pointer_with_its_story(archive: Archive) -> None:
    book = archive.exhibits
    for job in ("j1", "j2"):
        await book.keep(revision(job), {}, None if job == "j2" else CARD_ROW)
    await book.publish("pump", told(1))
    state, shown = await book.publish("pump", told(2, "better"), expected=1)
    assert shown.number == 2
    assert (state.published, state.spreading) == (2, MODEL)
    await book.publish("pump", told(1, "back"))
    assert [row.number for row in await book.published("pump")] == [1, 2, 1]
    assert (await book.revision("pump", 1)).published_at == 6.0  # when it was first shown
    assert await book.spreading() == ["pump"]
    await book.spread("pump")
    assert await book.spreading() == []


async def test_who_looked_too_early_is_told_what_is_published(archive: Archive) -> None:
    book = archive.exhibits
    for job in ("j1", "j2"):
        await book.keep(revision(job), {}, None if job == "j2" else CARD_ROW)
    await book.publish("pump", told(1), expected=0)
    with pytest.raises(StaleError) as stale:
        await book.publish("pump", told(2), expected=0)
    assert [(f.pointer, f.about) for f in stale.value.findings] == [("/base", "1")]
    assert [row.number for row in await book.published("pump")] == [1]


async def test_a_title_is_taken_over_at_the_first_publication_alone(archive: Archive) -> None:
    book = archive.exhibits
    await book.keep(revision("j1"), {}, CARD_ROW)
    other = {"zh": "二", "en": "Two"}
    await book.keep(revision("j2", title=other), {})
    state, _ = await book.publish("pump", told(2))
    assert (state.title, state.spreading) == (other, MODEL | TITLE)
    state = await book.set_card("pump", {"title": WORDS, "licence": "CC0-1.0"})
    assert state.spreading == MODEL | TITLE | CARD
    assert (await book.publish("pump", told(2)))[0].title == WORDS
    assert (await book.set_card("pump", {"licence": None})).card == CARD_ROW


async def test_pages_and_the_newest_of_each(archive: Archive) -> None:
    book = archive.exhibits
    for exhibit in ("one", "two", "three"):
        for number in range(4):
            card = None if number else CARD_ROW
            await book.keep(revision(None, exhibit), {}, card)
    await book.publish("one", told(1))
    page = await book.page(limit=2)
    assert [each.id for each in page] == ["three", "two"]
    assert [each.id for each in await book.page(before="two")] == ["one"]
    assert await book.page(before="nothing") == []
    found = await book.newest(await book.page(), each=2)
    assert [r.number for r in found["one"]] == [4, 3, 1]
    assert [r.number for r in found["two"]] == [4, 3]
    assert await book.newest([], 5) == {}
    assert [r.number for r in await book.history("one", limit=2, before=4)] == [3, 2]


async def test_what_is_deleted_is_gone_with_all_of_it(archive: Archive) -> None:
    book = archive.exhibits
    await book.keep(revision("j1"), {}, CARD_ROW)
    await book.publish("pump", told(1))
    await book.remove("pump")
    assert await book.page() == [] and await archive.addresses() == set()
    again = await book.keep(revision("j1"), {}, CARD_ROW)
    assert (again.exhibit, again.number, again.published_at) == ("pump", 1, None)


async def test_a_revision_is_deleted_and_its_number_not_given_again(archive: Archive) -> None:
    book = archive.exhibits
    for job in ("j1", "j2", "j3"):
        await book.keep(revision(job), {}, CARD_ROW if job == "j1" else None)
    await book.publish("pump", told(2))
    assert await code_of(book.remove_revision("pump", 2)) == "revision_shown"
    assert await code_of(book.remove_revision("pump", 4)) == "revision_unknown"
    for number in (1, 3):
        await book.remove_revision("pump", number)
    assert [r.number for r in await book.history("pump")] == [2]
    assert (await book.keep(revision("j4"), {})).number == 4


async def test_drafts_and_originals_are_hidden(archive: Archive) -> None:
    book = archive.exhibits
    await archive.remember_asset(B, 9, "model/gltf-binary", 1.0)
    await book.keep(revision("j1"), {}, CARD_ROW)
    assert [(await book.served(sha)).hidden for sha in (A, B, C, D)] == [True, True, True, False]
    await book.publish("pump", told(1))
    assert [(await book.served(sha)).hidden for sha in (A, B, C)] == [True, False, False]
    assert (await book.served(B)).media_type == "model/gltf-binary"
    assert (await book.served(D)).media_type == "application/octet-stream"
    await book.keep(revision("j2"), {})  # the same files, as a draft: they stay visible
    assert not (await book.served(B)).hidden


async def test_what_stands_already_is_published_by_being_kept(archive: Archive) -> None:
    kept = await archive.exhibits.keep(revision("demo", published_at=3.0), {}, CARD_ROW)
    state = await archive.exhibits.get("pump")
    assert (state.published, state.spreading, kept.published_at) == (1, 0, 3.0)


async def test_every_file_keeps_its_blob_alive(archive: Archive) -> None:
    await archive.exhibits.keep(revision("j1"), {"levels": [{"sha256": D}]}, CARD_ROW)
    assert await archive.addresses() == {A, B, C, D}
