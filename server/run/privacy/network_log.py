"""The log of network events: who came when, from which address.

Article 21 of the Cybersecurity Law of China asks for such a log, kept for at least six months. It
is kept in a table of its own, apart from the audit trail, so that its lines can go when their time
is over. Addresses are sealed with a key of the park's. Events are written together every few
seconds: a kill loses the last of them.
"""

from __future__ import annotations

import asyncio
from typing import Final

from server.log import logger
from server.run.clock import Clock
from server.run.privacy.vault import Vault
from server.store.errors import StoreError
from server.store.privacy_book import PrivacyBook
from server.store.privacy_records import NetworkEvent, NetworkEventKind

log = logger("privacy")
KEY: Final = "park:network"
"""Whose key seals the addresses."""
EVERY: Final = 2.0
"""Seconds for which events wait for each other."""
MOST_WAITING: Final = 20_000


class NetworkLog:
    """Takes events down at once and keeps them soon."""

    def __init__(self, book: PrivacyBook, vault: Vault, clock: Clock) -> None:
        self._book, self._vault, self._clock = book, vault, clock
        self._waiting: list[NetworkEvent] = []
        self._task: asyncio.Task[None] | None = None

    def note(self, event: NetworkEventKind, actor: str, address: str, about: str = "") -> None:
        """Take an event down; ``about`` is a code, never a text of anybody's."""
        if len(self._waiting) >= MOST_WAITING:
            return
        sealed = self._vault.seal(KEY, address) if address else ""
        self._waiting.append(
            NetworkEvent(self._clock.now(), event, actor[:64], sealed, about[:128])
        )
        if self._task is None:
            self._task = asyncio.get_running_loop().create_task(self._soon())

    async def flush(self) -> None:
        """Keep what waits."""
        events, self._waiting = self._waiting, []
        if events:
            await self._book.log_events(events)

    async def stop(self) -> None:
        """Keep what waits, and wait for no more."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
            self._task = None
        await self.flush()

    def address(self, event: NetworkEvent) -> str:
        """The address of an event as it was."""
        return (self._vault.open(KEY, event.address) or "") if event.address else ""

    async def _soon(self) -> None:
        await asyncio.sleep(EVERY)
        self._task = None
        try:
            await self.flush()
        except StoreError as error:
            log.error("network_log_failed", code=error.code)
