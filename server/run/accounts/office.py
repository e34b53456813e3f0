"""Everything about who may come in, put together."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Final

from server.access.actor import Actor, Grant
from server.access.giving import may_handle
from server.log import logger
from server.outside.passwords import Passwords
from server.run.accounts import letters
from server.run.accounts.account import Account
from server.run.accounts.accounts import Accounts, Sealer
from server.run.accounts.api_keys import ApiKeys
from server.run.accounts.attempts import Attempts
from server.run.accounts.codes import Codes
from server.run.accounts.errors import AccountError
from server.run.accounts.invitations import Invitations
from server.run.accounts.pace import Pace
from server.run.accounts.post import Postbox, Start
from server.run.accounts.recovery import Recovery
from server.run.accounts.second_factor import SecondFactor
from server.run.accounts.signing import Signing
from server.run.clock import Clock
from server.run.sessions import Sessions, Span
from server.settings import Settings
from server.store.accounts_records import State
from server.store.archive import Archive

log = logger("accounts")
HOUR: Final = 3600.0
DAY: Final = 86_400.0
TEND_SECONDS: Final = 30.0


class Office:
    """Accounts, sessions and keys of a park, and every way to get and lose them."""

    def __init__(
        self, settings: Settings, archive: Archive, clock: Clock, vault: Sealer, start: Start
    ) -> None:
        second = settings.require_second_factor
        self._identities = archive.identities
        self.accounts = Accounts(archive.accounts, clock, vault, lambda: second)
        self.keys = ApiKeys(archive.keys, self.accounts)
        self.sessions = Sessions(
            archive.keys,
            clock,
            self.accounts.actor,
            lambda: self.accounts.revision + self.keys.revision,
            self.keys.actor,
            Span(settings.session_idle_hours * HOUR, settings.session_days * DAY),
        )
        breached = settings.breached_passwords
        self.passwords = Passwords(Path(breached) if breached else None)
        self.postbox = Postbox(self.accounts, start)
        self.attempts = Attempts(archive.keys, clock, vault.index)
        self.codes = Codes(clock.now)
        self.signing = Signing(
            self.accounts, self.passwords, self.attempts, self.codes, self.postbox
        )
        self.second_factor = SecondFactor(self.accounts, self.postbox)
        self.invitations = Invitations(self.accounts)
        self.recovery = Recovery(
            self.accounts,
            self.sessions,
            self.attempts,
            self.passwords,
            archive.keys,
            self.postbox,
            Pace(clock.now),
        )
        self._tending: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Know every account, session, key and failure, and begin to tend them."""
        await self.accounts.load()
        for id, count in (await self._identities.passkey_counts()).items():
            self.accounts.note_passkeys(id, count)
        await self.sessions.load()
        await self.keys.load()
        await self.attempts.load()
        if self._tending is None:
            self._tending = asyncio.create_task(self._tend(), name="accounts-tending")

    async def stop(self) -> None:
        """Write down what is not written yet; a second call does nothing."""
        if self._tending is None:
            return
        self._tending.cancel()
        self._tending = None
        await self.tend()

    async def tend(self) -> None:
        """What a caretaker does now and then: note, end, forget."""
        await self.sessions.tend()
        await self.keys.tend()
        await self.attempts.tend()
        await self.invitations.tend()

    # --- what somebody does to somebody's account ------------------------------------------------

    async def enter(self, account: Account, how: str, agent: str, address: str) -> tuple[str, int]:
        """Begin a session for somebody who has shown who they are: its secret and its seconds.

        They are written to when they never came from there before.
        """
        known = {(s.agent, s.address) for s in self.sessions.of(account.id)}
        secret, seconds = await self.sessions.open(account.id, how, agent, address)
        session = self.sessions.session(secret)
        to = self.accounts.email(account)
        if session and to and account.stored.seen and (session.agent, session.address) not in known:
            lang, place = account.stored.lang, session.address
            self.postbox.post(letters.signed_in(to, lang, session.agent, place, account.id))
        await self.accounts.note_seen(account.id)
        return secret, seconds

    async def regrant(self, giver: Actor, id: str, grants: frozenset[Grant]) -> Account:
        """Give an account other roles; raises ``grant_refused``, ``operator_last``."""
        account = self._handled(giver, id)
        if not may_handle(giver, grants):
            raise AccountError("grant_refused")
        changed = await self.accounts.regrant(id, grants, giver.id)
        if account.grants != grants:
            self.postbox.tell(changed, "grants")
        return changed

    async def set_state(self, giver: Actor, id: str, state: State) -> Account:
        """Suspend an account, which ends its sessions, or admit it again."""
        account = self._handled(giver, id)
        changed = await self.accounts.set_state(id, state)
        if state == "suspended":
            await self.sessions.end_all(id)
        elif account.stored.email_index:
            await self.attempts.forgive(account.stored.email_index)
        return changed

    async def remove(self, giver: Actor, id: str) -> None:
        """Take an account away, with its sessions and keys; raises ``operator_last``."""
        await self.erase(self._handled(giver, id).id)

    async def erase(self, id: str) -> None:
        """Take an account away at its owner's wish, with its sessions and keys.

        Raises ``account_unknown``, ``operator_last``.
        """
        await self.accounts.remove(id)
        self.keys.forget(id)
        await self.sessions.end_all(id)

    async def rename(self, giver: Actor, id: str, name: str) -> Account:
        """Give an account another name."""
        return await self.accounts.rename(self._handled(giver, id).id, name)

    def must_handle(self, giver: Actor, account: Account) -> None:
        """Raise ``grant_refused`` when an account may do what the giver may not."""
        if not may_handle(giver, account.grants):
            raise AccountError("grant_refused")

    def _handled(self, giver: Actor, id: str) -> Account:
        account = self.accounts.get(id)
        self.must_handle(giver, account)
        return account

    async def _tend(self) -> None:
        while True:
            await asyncio.sleep(TEND_SECONDS)
            try:
                await self.tend()
            except Exception:  # the archive may be full for a while
                log.exception("accounts_not_tended")
