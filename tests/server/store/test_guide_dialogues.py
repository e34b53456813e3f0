"""Dialogues with what was said, what was thought of it, and their end."""

from __future__ import annotations

from dataclasses import replace

import pytest

from server.store import Archive
from server.store.errors import StoreError
from server.store.guide_records import StoredClause, StoredDialogue, StoredQuestion, StoredTurn

NOW = 1.8e9
DIALOGUE = StoredDialogue("d_1", "xiaojing", "zh", "public", NOW, NOW, "a_1", "hash", "lobby", "g")
CITED = ({"document": "k_1", "version": 2, "title": "租金", "start": 0, "end": 4},)


def clause(dialogue: str = "d_1") -> StoredClause:
    return StoredClause(dialogue, 7, "s1.text", "s1.q", "zh", "answer", "ai", NOW + 2, CITED)


async def talk(archive: Archive) -> None:
    await archive.dialogues.begin(DIALOGUE)
    await archive.dialogues.ask(StoredTurn("d_1", 7, "s1.q1", "zh", NOW + 1, "lobby", "g"))
    await archive.dialogues.say(clause())
    await archive.dialogues.end("d_1", 7, {"why": "answered", "brain": "extractive", "ms": 12.5})
    await archive.dialogues.ask(StoredTurn("d_1", 9, "s1.q2", "zh", NOW + 3))
    await archive.dialogues.end("d_1", 9, {"why": "unknown", "heard": "s1.h"})


async def test_what_was_said_is_read_again(archive: Archive) -> None:
    await talk(archive)
    book = archive.dialogues
    found = await book.get("d_1")
    assert (found.first, found.turns, found.unknown, found.last) == ("s1.q1", 2, 1, NOW + 3)
    turns, clauses = await book.said("d_1")
    assert [(turn.turn, turn.why, turn.ms, turn.heard) for turn in turns] == [
        (7, "answered", 12.5, None),
        (9, "unknown", 0.0, "s1.h"),
    ]
    assert clauses == [clause()]
    assert (await book.by_token("hash")).id == "d_1"
    for token in ("", "other"):
        with pytest.raises(StoreError, match="secret"):
            await book.by_token(token)


async def test_questions_that_a_document_answered(archive: Archive) -> None:
    await talk(archive)
    book = archive.dialogues
    await book.ask(StoredTurn("d_1", 11, "s1.q3", "zh", NOW + 5))
    for _ in range(2):
        await book.say(replace(clause(), turn=11, at=NOW + 6))
    await book.say(replace(clause(), turn=9, kind="unknown"))
    assert [turn.turn for turn in await book.citing("k_1", 5)] == [11, 7]
    assert [turn.turn for turn in await book.citing("k_1", 1)] == [11]
    assert await book.citing("k_2", 5) == []


async def test_thumbs_replace_earlier_ones(archive: Archive) -> None:
    await talk(archive)
    for turn, value in ((7, 1), (9, -1), (7, -1)):
        await archive.dialogues.rate("d_1", turn, value, "s1.w")
    assert (await archive.dialogues.get("d_1")).rating == -2
    with pytest.raises(StoreError) as unknown:
        await archive.dialogues.rate("d_1", 8, 1, "")
    assert unknown.value.code == "turn_unknown"


async def test_pages_and_filters(archive: Archive) -> None:
    await talk(archive)
    book = archive.dialogues
    await book.begin(StoredDialogue("d_2", "xiaojing", "en", "public", NOW + 50, NOW + 50))
    assert [each.id for each in await book.page()] == ["d_1"]
    await book.ask(StoredTurn("d_2", 1, "s1.q", "en", NOW + 51))
    await book.change("d_2", {"handed": True})
    assert [each.id for each in await book.page()] == ["d_2", "d_1"]
    assert [each.id for each in await book.page(1, "d_2")] == ["d_1"]
    for where, ids in (
        ({"state": "unknown"}, ["d_1"]), ({"state": "answered"}, ["d_2"]),
        ({"state": "handed"}, ["d_2"]), ({"state": "down"}, []),
        ({"lang": "en"}, ["d_2"]), ({"until": NOW + 50}, ["d_1"]), ({"since": NOW + 1}, ["d_2"]),
    ):  # fmt: skip
        assert [each.id for each in await book.page(**where)] == ids, where
    await book.rate("d_1", 9, -1, "")
    told = await book.told([NOW, NOW + 2, NOW + 40], NOW + 60)
    assert (told.times, told.citations, told.handed, told.dialogues) == ([12.5], [CITED], 1, 2)
    assert sorted(told.counts) == [
        (0, "answered", "zh", "extractive", 1, 0, 0),
        (1, "unknown", "zh", "", 1, 0, 1),
        (2, "", "en", "", 1, 0, 0),
    ]


async def test_forgetting_leaves_nothing(archive: Archive) -> None:
    await talk(archive)
    lessons = archive.lessons
    for id, count in (("q_1", 1), ("q_2", 3)):
        asked = StoredQuestion(id, "s1.q", "zh", NOW, NOW, count, dialogue="d_1")
        await lessons.add_question(asked)
    assert await archive.dialogues.of_account("a_1") == ["d_1"]
    assert await archive.dialogues.over(NOW + 3) == []
    assert await archive.dialogues.over(NOW + 4) == ["d_1"]
    assert await archive.dialogues.forget("d_1") == ["q_1"]
    assert [(q.id, q.dialogue) for q in await lessons.questions()] == [("q_2", "")]
    await archive.dialogues.say(clause())
    assert await archive.dialogues.said("d_1") == ([], [])
    assert await archive.dialogues.page() == []
