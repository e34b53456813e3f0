"""Holds in the archive: of all who want a unit at the same moment, one has it."""

from __future__ import annotations

import asyncio

import pytest

from server.store import Archive
from server.store.errors import StoreError
from tests.server.store.promotion_samples import NOW, hold


async def test_a_hundred_race_for_a_unit_and_one_gets_it(archive: Archive) -> None:
    race = [archive.holds.begin(hold(number)) for number in range(100)]
    ended = await asyncio.gather(*race, return_exceptions=True)
    found = sorted(str(getattr(each, "code", "held")) for each in ended)
    assert found == ["held"] + ["unit_held"] * 99
    assert len(await archive.holds.living()) == 1


async def test_the_index_holds_where_two_processes_saw_it_free(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    await archive.holds.begin(hold(1))
    monkeypatch.setattr("server.store.holds.living_of", lambda *args, **more: None)
    with pytest.raises(StoreError) as error:
        await archive.holds.begin(hold(2))
    assert error.value.code == "unit_held"
    await archive.holds.begin(hold(3, "a-102"))


async def test_a_hold_that_is_over_gives_way(archive: Archive) -> None:
    await archive.holds.begin(hold(1, until=NOW + 10))
    await archive.holds.begin(hold(2, starts=NOW + 10))
    assert (await archive.holds.get("h_1")).state == "expired"
    living = await archive.holds.living_of("gallery", "a-101")
    assert living is not None and living.id == "h_2"


async def test_what_is_let_is_not_held(archive: Archive) -> None:
    await archive.holds.begin(hold(1))
    await archive.holds.begin(hold(2, state="let", until=None))
    assert (await archive.holds.get("h_1")).state == "ended"
    with pytest.raises(StoreError) as error:
        await archive.holds.begin(hold(3))
    assert error.value.code == "unit_let"


async def test_what_is_over_is_changed_no_more(archive: Archive) -> None:
    await archive.holds.begin(hold(1))
    assert await archive.holds.how_many("a_1", "") == 1
    assert [each.id for each in await archive.holds.over(NOW + 8 * 86_400)] == ["h_1"]
    await archive.holds.change("h_1", {"state": "ended"})
    with pytest.raises(StoreError) as error:
        await archive.holds.change("h_1", {"extended": True})
    assert error.value.code == "hold_over"
    assert await archive.holds.touched() == {("gallery", "a-101")}
    assert [each.id for each in await archive.holds.page(5, None, state="living")] == []
    assert [each.id for each in await archive.holds.page(5, None, owner="a_1")] == ["h_1"]
