"""Sums of visits grow where they are, are read by span, and are forgotten by age."""

from __future__ import annotations

from server.store import Archive
from server.store.statistics_records import DAY, HOUR, DwellHour, HeatDay, Sums, VisitHour

SUMS = Sums(
    (VisitHour("hall", 100, 2, 60.0), VisitHour("yard", 101, 1, 5.0)),
    (DwellHour("hall", "fox", 100, "e-fox", 2, 20.0), DwellHour("hall", "urn", 100, "", 1, 40.0)),
    (HeatDay("hall", 4, 1.0, -2, 3, 2, 30.0), HeatDay("hall", 4, 2.0, 0, 0, 1, 9.0)),
)


async def test_the_same_hour_grows(archive: Archive) -> None:
    book = archive.statistics
    await book.add(SUMS)
    await book.add(Sums((VisitHour("hall", 100, 1, 4.5),), (), ()))
    found = await book.visits(0, 200 * HOUR)
    assert found == [VisitHour("hall", 100, 3, 64.5), VisitHour("yard", 101, 1, 5.0)]
    assert await book.visits(101 * HOUR, 200 * HOUR) == [VisitHour("yard", 101, 1, 5.0)]
    assert await book.visits(0, 100 * HOUR) == []


async def test_looks_come_longest_first_one_row_a_node(archive: Archive) -> None:
    book = archive.statistics
    await book.add(SUMS)
    await book.add(Sums((), (DwellHour("hall", "fox", 101, "e-fox", 3, 30.0),), ()))
    assert await book.dwell(0, 200 * HOUR) == [
        DwellHour("hall", "fox", 101, "e-fox", 5, 50.0),
        DwellHour("hall", "urn", 100, "", 1, 40.0),
    ]


async def test_squares_of_one_size(archive: Archive) -> None:
    book = archive.statistics
    await book.add(SUMS)
    await book.add(Sums((), (), (HeatDay("hall", 5, 1.0, -2, 3, 1, 1.0),)))
    assert await book.heat("hall", 1.0, 0, 6 * DAY) == [HeatDay("hall", 5, 1.0, -2, 3, 3, 31.0)]
    assert await book.heat("yard", 1.0, 0, 6 * DAY) == []


async def test_what_is_old_is_forgotten(archive: Archive) -> None:
    book = archive.statistics
    await book.add(SUMS)
    assert await book.forget(101 * HOUR) == 3
    assert await book.visits(0, 200 * HOUR) == [VisitHour("yard", 101, 1, 5.0)]
    assert await book.forget(5 * DAY) == 3
