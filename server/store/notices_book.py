"""What the archive knows of notices and endpoints, asked and changed from the event loop."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from server.store import notices
from server.store.exhibit_book import Run
from server.store.notice_records import Attempt, StoredEndpoint, StoredNotice

__all__ = ["NoticeBook"]


class NoticeBook:
    """The outbox. Whatever writes returns once it is durable."""

    def __init__(self, read: Run, write: Run) -> None:
        self._read = read
        self._write = write

    async def add(self, new: Sequence[StoredNotice]) -> None:
        """Put notices in; one whose id is there already stays as it is."""
        await self._write(partial(notices.add, new=list(new)))

    async def due(self, now: float, limit: int = 50) -> list[StoredNotice]:
        """What is to be tried now, the longest due first."""
        return await self._read(partial(notices.due, now=now, limit=limit))

    async def next_due(self) -> float | None:
        """When the next one is to be tried."""
        return await self._read(notices.next_due)

    async def get(self, id: str) -> StoredNotice:
        """One notice; raises `notice_unknown`."""
        return await self._read(partial(notices.one, id=id))

    async def page(
        self, limit: int = 100, before: str | None = None, **where: str
    ) -> list[StoredNotice]:
        """Notices, newest first, put in before the one named, whose columns have these values."""
        work = partial(notices.listed, limit=limit, before=before, where=where)
        return await self._read(work)

    async def counts(self) -> dict[str, int]:
        """How many notices are in each state."""
        return await self._read(notices.counts)

    async def tried(self, attempt: Attempt, **changes: Any) -> None:
        """Note an attempt and how the notice stands after it."""
        await self._write(partial(notices.tried, attempt=attempt, changes=changes))

    async def attempts(self, id: str) -> list[Attempt]:
        """The attempts at a notice, the last first."""
        return await self._read(partial(notices.attempts_of, id=id))

    async def last_attempts(self, ids: Sequence[str]) -> dict[str, Attempt]:
        """The last attempt at each notice."""
        return await self._read(partial(notices.last_attempts, ids=list(ids)))

    async def again(self, id: str, now: float) -> StoredNotice:
        """Have one tried anew; raises `notice_unknown`, `notice_spent`."""
        return await self._write(partial(notices.again, id=id, now=now))

    async def cancel(self, id: str, now: float) -> StoredNotice:
        """Stop trying; raises `notice_unknown`, `notice_over`."""
        return await self._write(partial(notices.cancel, id=id, now=now))

    async def forget(self, before: float) -> int:
        """Take away what ended before a moment; how many there were."""
        return await self._write(partial(notices.forget, before=before))

    async def add_endpoint(self, new: StoredEndpoint) -> None:
        """Note a new endpoint."""
        await self._write(partial(notices.add_endpoint, new=new))

    async def endpoints(self) -> list[StoredEndpoint]:
        """Every endpoint, oldest first."""
        return await self._read(notices.all_endpoints)

    async def change_endpoint(self, id: str, changes: Mapping[str, Any]) -> None:
        """Change columns of an endpoint; raises `endpoint_unknown`."""
        await self._write(partial(notices.change_endpoint, id=id, changes=dict(changes)))

    async def remove_endpoint(self, id: str, now: float) -> None:
        """Take one away and stop what was on its way to it; raises `endpoint_unknown`."""
        await self._write(partial(notices.remove_endpoint, id=id, now=now))
