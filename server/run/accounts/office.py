"""Everything about who may come in, put together."""

from __future__ import annotations

from typing import Final

from server.run.accounts.accounts import Accounts, Sealer
from server.run.clock import Clock
from server.run.sessions import Sessions, Span
from server.settings import Settings
from server.store.archive import Archive

HOUR: Final = 3600.0
DAY: Final = 86_400.0


class Office:
    """Accounts and sessions of a park."""

    def __init__(self, settings: Settings, archive: Archive, clock: Clock, vault: Sealer) -> None:
        self.clock = clock
        self.accounts = Accounts(
            archive.accounts, clock, vault, lambda: settings.require_second_factor
        )
        self.sessions = Sessions(
            archive.keys,
            clock,
            self.accounts.actor,
            lambda: self.accounts.revision,
            span=Span(settings.session_idle_hours * HOUR, settings.session_days * DAY),
        )

    async def start(self) -> None:
        """Know every account and every living session."""
        await self.accounts.load()
        await self.sessions.load()
