"""Network events are taken down at once, kept soon, and read by whoever may."""

from __future__ import annotations

import asyncio

import pytest

from server.run.privacy import network_log
from tests.server.house import House
from tests.server.until import PATIENCE


async def test_events_are_kept_soon_and_sealed(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(network_log, "EVERY", 0.01)
    log, book = house.park.network, house.park.archive.privacy

    async def kept() -> bool:
        return [e.event async for e in book.network_events(0, 1e12)] == ["connect", "disconnect"]

    log.note("connect", "visitor", "2001:db8::7", "c1")
    log.note("disconnect", "visitor", "", "c1")
    async with asyncio.timeout(PATIENCE):
        while not await kept():
            pass
    connect, disconnect = [event async for event in book.network_events(0, 1e12)]
    assert "2001:db8::7" not in connect.address
    assert (log.address(connect), log.address(disconnect)) == ("2001:db8::7", "")


async def test_a_flood_is_bounded(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network_log, "MOST_WAITING", 3)
    for number in range(9):
        house.park.network.note("connect", "visitor", "", f"c{number}")
    await house.park.network.flush()
    events = [e async for e in house.park.archive.privacy.network_events(0, 1e12)]
    assert [event.about for event in events] == ["c0", "c1", "c2"]


async def test_old_events_go(house: House) -> None:
    house.park.network.note("connect", "visitor", "")
    await house.park.network.flush()
    now = house.park.clock.now()
    book = house.park.archive.privacy
    assert await book.cut_network_log(now - 60) == 0
    assert await book.cut_network_log(now + 60) == 1
