"""The audit trail, asked from the event loop."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from functools import partial
from typing import Final

from sqlalchemy import Connection

from server.store import audit
from server.store.audit import Wanted
from server.store.audit_records import AuditRow
from server.store.audit_trail import Trail
from server.store.audit_verify import Verdict, verify_at
from server.store.doing import Doing
from server.store.exhibit_book import Run
from server.store.places import Place
from server.store.writer import Writer

PIECE: Final = 500


class AuditBook:
    """Reads the trail, and adds to it what was done without writing anything else."""

    def __init__(self, read: Run, writer: Writer, trail: Trail, place: Place) -> None:
        self._read = read
        self._writer = writer
        self._trail = trail
        self._place = place

    async def append(self, act: Doing) -> None:
        """Keep an act; one that is in the trail already stays as it is."""
        await self._writer.run(_nothing, acts=[act])

    async def page(
        self, wanted: Wanted = audit.ALL, limit: int = 100, before: int | None = None
    ) -> list[AuditRow]:
        """Lines, newest first, with numbers below ``before``."""
        return await self._read(partial(audit.page, wanted=wanted, limit=limit, before=before))

    async def run(self, wanted: Wanted = audit.ALL) -> AsyncIterator[AuditRow]:
        """Every line wanted, oldest first, a piece at a time."""
        after = 0
        while True:
            work = partial(audit.run_of, wanted=wanted, after=after, limit=PIECE)
            rows: list[AuditRow] = await self._read(work)
            for row in rows:
                yield row
            if len(rows) < PIECE:
                return
            after = rows[-1].seq

    async def actions(self) -> list[str]:
        """Every action that the trail speaks of."""
        return await self._read(audit.actions)

    async def cut(self, older: float, at: float) -> int:
        """Take lines older than a time from the front; how many. It is proven that we did."""
        work = partial(audit.cut, key=self._trail.key, older=older, at=at)
        return await self._writer.run(work)

    async def verify(self) -> Verdict:
        """Read the whole trail again, in a thread."""
        return await asyncio.to_thread(verify_at, self._place)


def _nothing(connection: Connection) -> None:
    """An act that changed nothing in the archive."""
