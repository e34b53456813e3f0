"""People who agreed are counted where they stand and look; nobody else is."""

from __future__ import annotations

import asyncio
from pathlib import Path
from unittest.mock import AsyncMock

import pytest

from server.halls.visitor import Visitor
from server.run.park import Park
from server.store.errors import StoreError
from server.store.statistics_records import DAY, HOUR, Sums, VisitHour
from server.wire import messages as wire
from server.wire.codec import encode
from tests.server.house import House, open_house
from tests.server.run.line import PaperLine


def come(park: Park, *, measure: bool) -> Visitor:
    """Somebody comes into the gallery and stays at its spawn point, which faces the fox."""
    talk = park.opened(PaperLine(), "en", "127.0.0.1")
    for message in (
        wire.Auth(version=wire.VERSION, name="someone", measure=measure),
        wire.Join(hall="gallery"),
    ):
        park.conversation.hear(talk, encode(message))
    assert talk.visitor is not None
    return talk.visitor


async def kept(house: House) -> tuple[int, float]:
    await house.park.statistics.keep()
    rows = await house.park.archive.statistics.visits(0, 1e11)
    return sum(row.visits for row in rows), sum(row.seconds for row in rows)


async def test_only_those_who_agreed_are_counted(house: House) -> None:
    come(house.park, measure=True)
    come(house.park, measure=False)
    now = house.park.clock.now()
    for second in range(3):
        house.park.statistics.sample(now + second)
    assert await kept(house) == (1, 3.0)


async def test_who_no_longer_agrees_is_counted_no_longer(house: House) -> None:
    visitor = come(house.park, measure=True)
    now = house.park.clock.now()
    house.park.statistics.sample(now)
    visitor.measure = False
    house.park.statistics.sample(now + 1)
    assert await kept(house) == (1, 1.0)


async def test_a_long_sleep_counts_for_little(house: House) -> None:
    come(house.park, measure=True)
    now = house.park.clock.now()
    house.park.statistics.sample(now)
    house.park.statistics.sample(now + 3600)
    assert await kept(house) == (1, 6.0)


async def test_what_cannot_be_kept_is_kept_later(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    come(house.park, measure=True)
    house.park.statistics.sample(house.park.clock.now())
    with monkeypatch.context() as patched:
        failing = AsyncMock(side_effect=StoreError("archive_full", "no space left"))
        patched.setattr(house.park.archive.statistics, "add", failing)
        await house.park.statistics.keep()
    assert await kept(house) == (1, 1.0)


async def test_sums_are_forgotten_when_their_time_is_over(house: House) -> None:
    now = int(house.park.clock.now())
    days = house.park.settings.statistics_days
    rows = tuple(VisitHour("gallery", (now - age * DAY) // HOUR, 1, 1.0) for age in (1, days + 2))
    await house.park.archive.statistics.add(Sums(rows, (), ()))
    assert await house.park.statistics.forget() == 1
    assert await kept(house) == (1, 1.0)


async def test_what_was_counted_outlives_the_park(tmp_path: Path) -> None:
    async with open_house(tmp_path / "data") as house:
        come(house.park, measure=True)
        house.park.statistics.sample(house.park.clock.now())
    async with open_house(tmp_path / "data", statistics=False) as house:
        assert (await kept(house))[0] == 1


async def test_a_park_that_counts_nobody_has_no_task(tmp_path: Path) -> None:
    async with open_house(tmp_path / "data", statistics=False):
        assert not [task for task in asyncio.all_tasks() if task.get_name() == "statistics"]
