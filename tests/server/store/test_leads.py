"""Leads in the archive: kept, joined, changed by version, taken back, forgotten."""

from __future__ import annotations

import pytest

from server.store import Archive
from server.store.errors import StoreError
from server.store.promotion_records import StoredNote
from tests.server.store.promotion_samples import NOW, booking, hold, lead, leaving


async def test_what_is_kept_is_read_again(archive: Archive) -> None:
    note = StoredNote("l_1", "note", "s1.text", "a_1", NOW, {"from": "new"})
    await archive.leads.take(lead(), leaving(), [note])
    assert await archive.leads.get("l_1") == lead()
    assert await archive.leads.story("l_1") == ([note], [leaving()])
    assert await archive.leads.left_by("hash-l_1-1") == leaving()
    assert await archive.leads.counts() == {"new": 1}


async def test_leads_alike_are_found_by_either_index_and_never_by_none(archive: Archive) -> None:
    await archive.leads.take(lead("l_1"), leaving("l_1"))
    await archive.leads.take(lead("l_2", phone_index="", email_index="e"), leaving("l_2"))
    assert [each.id for each in await archive.leads.alike("p-l_1", "")] == ["l_1"]
    assert [each.id for each in await archive.leads.alike("p-l_1", "e")] == ["l_1", "l_2"]
    assert await archive.leads.alike("", "") == []


async def test_a_change_of_what_has_changed_since_is_stale(archive: Archive) -> None:
    await archive.leads.take(lead(), leaving())
    after = await archive.leads.change("l_1", 1, {"state": "contacted"})
    assert (after.version, after.state) == (2, "contacted")
    with pytest.raises(StoreError) as error:
        await archive.leads.change("l_1", 1, {"state": "lost"})
    assert error.value.code == "lead_stale"


async def test_pages_are_newest_first_and_filtered(archive: Archive) -> None:
    for number in range(5):
        id = f"l_{number}"
        state = "lost" if number == 2 else "new"
        await archive.leads.take(lead(id, state=state), leaving(id))
    assert [each.id for each in await archive.leads.page(2)] == ["l_4", "l_3"]
    assert [each.id for each in await archive.leads.page(9, "l_3", state="open")] == ["l_1", "l_0"]
    assert [each.id for each in await archive.leads.page(9, None, state="lost")] == ["l_2"]


async def test_the_last_leaving_taken_back_is_told(archive: Archive) -> None:
    await archive.leads.take(lead(), leaving())
    await archive.leads.join("l_1", leaving(number=2), [], {"changed": NOW + 1})
    assert not await archive.leads.take_back(leaving(number=2))
    assert await archive.leads.take_back(leaving())


async def test_forgetting_leaves_nothing_but_holds_of_nobodys_lead(archive: Archive) -> None:
    await archive.leads.take(lead(), leaving())
    await archive.bookings.book(booking(1), 2)
    await archive.holds.begin(hold(1, lead="l_1"))
    await archive.leads.forget("l_1")
    with pytest.raises(StoreError):
        await archive.leads.get("l_1")
    assert await archive.bookings.page(0, 2 * NOW) == []
    assert (await archive.holds.get("h_1")).lead == ""


async def test_what_is_due_is_found_once(archive: Archive) -> None:
    await archive.leads.take(lead("l_1", next_at=NOW), leaving("l_1"))
    await archive.leads.take(lead("l_2", next_at=NOW, state="lost"), leaving("l_2"))
    await archive.leads.take(lead("l_3", application="e_1", account="a_1"), leaving("l_3"))
    assert [each.id for each in await archive.leads.to_warn(NOW)] == ["l_1"]
    await archive.leads.change("l_1", None, {"warned": NOW})
    assert await archive.leads.to_warn(NOW) == []
    assert await archive.leads.over(NOW + 100) == ["l_1", "l_2", "l_3"]
    assert [each.id for each in await archive.leads.applying()] == ["l_3"]
    assert await archive.leads.accounts() == [("l_3", "a_1")]
    assert await archive.leads.told(NOW) == [
        ("new", "new", "page", ""),
        ("lost", "new", "page", ""),
        ("new", "new", "page", ""),
    ]
