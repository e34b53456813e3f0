"""Texts of live edits: looked at before others read them, in the order in which they were said."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from server.access.roles import Role
from server.run.reviewing import MOST_WAITING
from server.wire import messages as wire
from tests.server.house import House, open_house
from tests.server.net.moderation.people import Guest, here, visitor
from tests.server.outside.peers import Said, http_peer
from tests.server.people import somebody

BAD = "网络赌博"


def name(text: str, number: int = 1, layer: wire.Layer = "draft") -> wire.Edit:
    value = {"zh": text, "en": "Fox"}
    return wire.Edit(number, layer, 0, [wire.Operation("set", "/nodes/fox/name", value)])


def answers(guest: Guest) -> list[tuple[int | None, str]]:
    """The ids of what was answered, in order, with ``done`` or the code."""
    return [
        (one.id, "done" if isinstance(one, wire.Done) else one.code)
        for one in guest.line.heard()
        if isinstance(one, wire.Done | wire.Error)
    ]


async def settled(house: House) -> None:
    await house.park.performer.finish()


async def test_a_creators_words_are_refused_with_the_finding(house: House) -> None:
    async with somebody(house, "creator") as person:
        creator = await here(person)
        creator.say(name(BAD))
        (error,) = creator.all(wire.Error)
        assert (error.code, error.id) == ("invalid", 1)
        assert [(one.pointer, one.code) for one in error.details] == [
            ("/ops/0/value/zh", "words_refused")
        ]
        creator.say(name("红狐", 2))
        await settled(house)
        assert answers(creator) == [(1, "invalid"), (2, "done")]


@pytest.mark.parametrize("role", ["manager", "operator"])
async def test_who_answers_for_the_park_writes_what_they_like(house: House, role: Role) -> None:
    async with somebody(house, role) as person:
        ann = await here(person)
        ann.say(name(BAD))
        await settled(house)
        assert answers(ann) == [(1, "done")]


async def test_who_may_not_edit_hears_that_and_nothing_of_words(house: House) -> None:
    zoe = visitor(house)
    zoe.say(name(BAD), name(BAD, 2, "shared"))
    assert answers(zoe) == [(1, "forbidden"), (2, "forbidden")]


async def test_anonymous_names_go_through_the_list_when_joining_and_after(house: House) -> None:
    zoe = visitor(house, BAD)
    assert zoe.person().name == "" and zoe.newest(wire.Notice).code == "words_refused"
    zoe.say(wire.Me("Zoe", wire.Body(), "en"))
    zoe.say(wire.Me("网 络 赌·博", wire.Body(), "en"))
    assert zoe.newest(wire.Error).code == "words_refused" and zoe.person().name == "Zoe"


@asynccontextmanager
async def service(tmp_path: Path) -> AsyncIterator[tuple[House, Guest, list[str]]]:
    """A park whose operator's service refuses what says ``bad``; a creator; what it was asked."""
    asked: list[str] = []

    def answer(said: Said) -> tuple[int, bytes]:
        asked.append(json.loads(said.body)["text"])
        return 200, json.dumps({"allow": "bad" not in asked[-1]}).encode()

    async with (
        http_peer(answer) as peer,
        open_house(tmp_path, words_url=peer.url) as house,
        somebody(house, "creator") as person,
    ):
        yield house, await here(person), asked


async def test_a_service_is_asked_and_nothing_overtakes_the_edit(tmp_path: Path) -> None:
    async with service(tmp_path) as (house, creator, asked):
        creator.say(name("good"), name("bad", 2), wire.Need(3, (0, 0, 0)), name("fine", 4))
        creator.say(wire.Undo(5, "draft"), wire.Ping(7.0))
        assert answers(creator) == [] and creator.newest(wire.Pong).at == 7.0
        await settled(house)
        # A refusal is said at once, the others once they are durable.
        assert (2, "invalid") in answers(creator)
        done = [number for number, what in answers(creator) if what == "done"]
        assert done == [1, 4, 5]
        assert asked == ["good\nFox", "bad\nFox", "fine\nFox"]
        draft = house.park.hall("gallery").editing.layers.draft_state
        assert draft.nodes["fox"]["name"]["zh"] == "good"


async def test_what_has_no_text_is_not_sent_to_the_service(tmp_path: Path) -> None:
    async with service(tmp_path) as (house, creator, asked):
        move = wire.Operation("set", "/nodes/fox/translation", [1, 0, 1])
        creator.say(wire.Edit(1, "draft", 0, [move]))
        explode = wire.Operation("set", "/nodes/fox/explode", 0.5)
        visitor(house).say(wire.Edit(1, "shared", 0, [explode]))
        await settled(house)
        assert answers(creator) == [(1, "done")] and asked == []


async def test_too_much_behind_an_edit_is_refused(tmp_path: Path) -> None:
    async with service(tmp_path) as (house, creator, _):
        creator.say(name("good"))
        creator.say(*(wire.Sit(10 + number, None) for number in range(MOST_WAITING + 1)))
        assert answers(creator) == [(10 + MOST_WAITING, "too_many_requests")]
        await settled(house)
        assert (1, "done") in answers(creator)


async def test_who_is_gone_changes_nothing_any_more(tmp_path: Path) -> None:
    async with service(tmp_path) as (house, creator, _):
        creator.say(name("good"), wire.Join("gallery"))
        house.park.closed(creator.talk, clean=True)
        await settled(house)
        hall = house.park.hall("gallery")
        assert len(hall.audience) == 0 and hall.editing.layers.draft.number == 0


async def test_a_service_that_breaks_leaves_nothing_unread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(texts: dict[str, str]) -> Any:
        raise ZeroDivisionError

    async with service(tmp_path) as (house, creator, _):
        monkeypatch.setattr(house.park.words, "check_all", broken)
        creator.say(name("good"))
        await settled(house)
        assert answers(creator) == [(1, "internal")] and creator.talk.waiting is None
