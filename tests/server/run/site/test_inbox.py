"""Things wait, are taken in turn, are reminded of, and are settled."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.access.actor import Grant
from server.run.accounts.accounts import NewAccount
from server.run.site.duty import Duty, Shift
from tests.server.house import House, open_house

ALWAYS = tuple(range(7))
TITLE = {"zh": "续约", "en": "Renew"}


async def host(house: House, name: str) -> str:
    grants = frozenset({Grant("host")})
    new = NewAccount("staff", name, grants, email=f"{name}@example.org")
    return (await house.park.accounts.add(new, "operator")).id


async def test_the_same_thing_waits_once(tmp_path: Path) -> None:
    async with open_house(tmp_path) as house:
        inbox = house.park.inbox
        first = await inbox.put("report", "r1", TITLE)
        again = await inbox.put("report", "r1", {"zh": "新", "en": "New"}, due=5.0)
        assert (again.id, again.title["zh"], again.due) == (first.id, "新", 5.0)
        await inbox.close("report", "r1")
        assert (await house.park.archive.inbox.get(first.id)).state == "done"
        assert (await inbox.put("report", "r1", TITLE)).id != first.id
        with pytest.raises(ValueError, match="kind"):
            await inbox.put("gossip", "x", TITLE)


async def test_what_comes_in_is_dealt_in_turn(tmp_path: Path) -> None:
    async with open_house(tmp_path) as house:
        one, other = await host(house, "an"), await host(house, "bo")
        shift = Shift(ALWAYS, "00:00", "00:00", (one, other))
        await house.park.inbox.set_duty(Duty(shifts=(shift,), deal="turn"))
        dealt = [(await house.park.inbox.put("report", str(n), TITLE)).assignee for n in range(4)]
        assert dealt == [one, other, one, other]
    async with open_house(tmp_path) as house:
        assert house.park.inbox.duty.deal == "turn"


async def test_somebody_is_reminded_once(tmp_path: Path) -> None:
    async with open_house(tmp_path) as house:
        inbox, now = house.park.inbox, house.park.clock.now()
        person = await host(house, "an")
        item = await inbox.put("deadline", "d", TITLE, due=now + 3600)
        await inbox.change(item.id, state=None, assignee=person)
        await inbox.put("deadline", "late", TITLE, due=now + 9 * 3600)
        assert [await inbox.remind(now), await inbox.remind(now)] == [1, 0]
        [letter] = await house.park.archive.notices.page(kind="duty")
        assert (letter.person, letter.ref) == (person, item.id)
        assert house.park.vault.open(person, letter.target) == "an@example.org"


async def test_taking_giving_back_and_settling(tmp_path: Path) -> None:
    async with open_house(tmp_path) as house:
        inbox = house.park.inbox
        item = await inbox.put("report", "r", TITLE)
        taken = await inbox.change(item.id, state=None, assignee="a_1")
        assert (taken.state, taken.assignee) == ("taken", "a_1")
        back = await inbox.change(item.id, state="waiting", assignee=None)
        assert (back.state, back.assignee) == ("waiting", "")
        done = await inbox.change(item.id, state="done", assignee=None)
        assert done.state == "done" and done.ended is not None
        noted = await inbox.note(item.id, "a_1", "fine")
        assert noted.notes[0]["text"] == "fine"
