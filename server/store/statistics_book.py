"""What the archive knows of visits and of work, asked and added to from the event loop."""

from __future__ import annotations

from functools import partial

from server.store import awaiting, registration_reviews, statistics
from server.store.awaiting import Awaiting
from server.store.exhibit_book import Run
from server.store.registration_reviews import Passed
from server.store.statistics_records import DwellHour, HeatDay, Sums, VisitHour


class StatisticsBook:
    """Sums of visits. Moments are Unix time in seconds."""

    def __init__(self, read: Run, write: Run) -> None:
        self._read = read
        self._write = write

    async def add(self, sums: Sums) -> None:
        """Add what was counted, all or nothing."""
        await self._write(partial(statistics.add, sums=sums))

    async def visits(self, since: float, until: float) -> list[VisitHour]:
        """Hours that begin within these moments, in order."""
        return await self._read(partial(statistics.visits, since=since, until=until))

    async def dwell(self, since: float, until: float) -> list[DwellHour]:
        """What was looked at, one row a node, most seconds first."""
        return await self._read(partial(statistics.dwell, since=since, until=until))

    async def heat(self, hall: str, size: float, since: float, until: float) -> list[HeatDay]:
        """Squares of one size of a hall's floor, one row a square."""
        work = partial(statistics.heat, hall=hall, size=size, since=since, until=until)
        return await self._read(work)

    async def passages(self, since: float) -> list[Passed]:
        """Applications handed in and answered since a moment, by application, oldest first."""
        return await self._read(partial(registration_reviews.passages, since=since))

    async def forget(self, before: float) -> int:
        """Take away what ended before a moment; how many rows there were."""
        return await self._write(partial(statistics.forget, before=before))

    async def awaiting(self, since: float) -> Awaiting:
        """What waits for somebody's work; of failed files, those that came after ``since``."""
        return await self._read(partial(awaiting.awaiting, since=since))
