"""The ways in that need no password: passkeys, the organisation's provider, paired headsets."""

from __future__ import annotations

from server.run.accounts.accounts import Accounts
from server.run.accounts.oidc import Oidc
from server.run.accounts.pairing import Pairings
from server.run.accounts.passkeys import Passkeys
from server.run.clock import Clock
from server.settings import Settings
from server.store.archive import Archive


class Ways:
    """All of them, put together."""

    def __init__(
        self, settings: Settings, archive: Archive, clock: Clock, accounts: Accounts
    ) -> None:
        self._archive = archive
        self._accounts = accounts
        self.passkeys = Passkeys(archive, clock)
        self.oidc = Oidc(settings, archive, clock)
        self.pairings = Pairings(clock.now)

    async def start(self) -> None:
        """Tell the accounts how many passkeys each has."""
        for account, count in (await self._archive.identities.passkey_counts()).items():
            self._accounts.note_passkeys(account, count)

    async def count(self, account: str) -> None:
        """Tell the accounts of a change."""
        self._accounts.note_passkeys(account, len(await self.passkeys.of(account)))
