"""Visits in the archive: as many in a slot as it takes, whoever comes at the same moment."""

from __future__ import annotations

import asyncio

import pytest

from server.store import Archive
from server.store.errors import StoreError
from tests.server.store.promotion_samples import NOW, booking


def codes(ended: list[object]) -> list[str]:
    return sorted(str(getattr(each, "code", "booked")) for each in ended)


async def test_a_hundred_race_for_two_places(archive: Archive) -> None:
    race = [archive.bookings.book(booking(number), 2) for number in range(100)]
    ended = await asyncio.gather(*race, return_exceptions=True)
    assert codes(list(ended)) == ["booked"] * 2 + ["slot_full"] * 98
    assert await archive.bookings.taken(NOW, NOW + 1) == {NOW: 2}


async def test_the_index_holds_where_two_processes_saw_the_same_place(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    await archive.bookings.book(booking(1), 2)
    monkeypatch.setattr("server.store.visits._free_seat", lambda *args, **more: 0)
    with pytest.raises(StoreError) as error:
        await archive.bookings.book(booking(2), 2)
    assert error.value.code == "slot_full"


async def test_a_place_is_free_again_once_a_visit_is_off(archive: Archive) -> None:
    await archive.bookings.book(booking(1), 1)
    await archive.bookings.change("b_1", 1, {"state": "cancelled"})
    assert (await archive.bookings.book(booking(2), 1)).seat == 0


async def test_a_visit_moves_where_there_is_room(archive: Archive) -> None:
    await archive.bookings.book(booking(1), 1)
    await archive.bookings.book(booking(2, NOW + 3600), 1)
    with pytest.raises(StoreError) as error:
        await archive.bookings.move("b_1", 1, 1, {"starts": NOW + 3600})
    assert error.value.code == "slot_full"
    moved = await archive.bookings.move("b_1", 1, 1, {"starts": NOW + 7200})
    assert (moved.starts, moved.version) == (NOW + 7200, 2)


async def test_what_is_due_is_found(archive: Archive) -> None:
    await archive.bookings.book(booking(1, state="confirmed"), 2)
    await archive.bookings.book(booking(2), 2)
    assert [each.id for each in await archive.bookings.to_remind(NOW - 10, NOW)] == ["b_1"]
    assert [each.id for each in await archive.bookings.unanswered(NOW)] == ["b_2"]
    assert (await archive.bookings.by_token("hash-2")).id == "b_2"
    assert len(await archive.bookings.page(NOW, NOW + 1, "live")) == 2
