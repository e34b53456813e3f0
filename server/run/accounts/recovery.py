"""A lost password, a lost second factor, a locked-out operator: ways back in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from server.access.actor import Actor
from server.access.giving import may_handle
from server.outside.passwords import Passwords
from server.run.accounts import letters
from server.run.accounts.account import Account
from server.run.accounts.accounts import Accounts
from server.run.accounts.attempts import Attempts
from server.run.accounts.errors import AccountError
from server.run.accounts.pace import Pace
from server.run.accounts.post import Postbox
from server.run.accounts.signing import second_factor_of
from server.run.secrets import fingerprint, token
from server.run.sessions import Sessions
from server.store.accounts_book import KeyBook

LINK_SECONDS: Final = 3600.0
PURPOSE: Final = "password"


@dataclass(slots=True)
class Recovery:
    """One-time links for choosing a new password."""

    accounts: Accounts
    sessions: Sessions
    attempts: Attempts
    passwords: Passwords
    book: KeyBook
    postbox: Postbox
    pace: Pace

    def ask(self, email: str, link: str) -> None:
        """Somebody lost a password: if this is somebody's address, a letter goes there.

        ``link`` is the address of the page, to which the secret is added. Nothing tells whether
        there is such an account. Raises ``too_many_codes``.
        """
        self.pace.take(self.accounts.index(email))
        self.postbox.start(self._write(email, link))

    async def make(self, account: Account) -> str:
        """The secret of a link for choosing a new password; older links are worth nothing now."""
        secret, expires = token(), self.accounts.clock.now() + LINK_SECONDS
        await self.book.drop_links(account.id, PURPOSE)
        await self.book.put_link(fingerprint(secret), account.id, PURPOSE, expires)
        return secret

    async def whose(self, secret: str) -> Account:
        """Whose link this is, without using it up; raises ``recovery_refused``."""
        link = await self.book.link(fingerprint(secret[:256]), self.accounts.clock.now())
        if link is None or link.purpose != PURPOSE:
            raise AccountError("recovery_refused")
        return self._account(link.account)

    async def finish(self, secret: str, password: str) -> Account:
        """Choose a new password: every session ends, and what locked the account is forgotten.

        A second factor stays. ``password`` is a hash. Raises ``recovery_refused``.
        """
        now = self.accounts.clock.now()
        id = await self.book.take_link(fingerprint(secret[:256]), PURPOSE, now)
        if id is None:
            raise AccountError("recovery_refused")
        account = self._account(id)
        await self.accounts.change(id, password=password, password_at=now)
        if account.state == "locked":
            await self.accounts.set_state(id, "active")
        await self.sessions.end_all(id)
        await self._forgive(account)
        self.postbox.tell(account, "password")
        return self.accounts.get(id)

    async def reset(self, giver: Actor, id: str) -> tuple[Account, str]:
        """Take every second factor away, unlock, end every session; the secret of a new link.

        Raises ``account_unknown``, ``grant_refused``.
        """
        account = self.accounts.get(id)
        if not may_handle(giver, account.grants):
            raise AccountError("grant_refused")
        await self.accounts.strip(id)
        await self.sessions.end_all(id)
        await self._forgive(account)
        await self.attempts.forgive(second_factor_of(id))
        self.postbox.tell(account, "reset")
        return self.accounts.get(id), await self.make(account)

    async def _forgive(self, account: Account) -> None:
        for index in (account.stored.email_index, account.stored.phone_index):
            if index:
                await self.attempts.forgive(index)

    async def _write(self, email: str, link: str) -> None:
        account = self.accounts.find(email)
        if account is None or account.state == "suspended":
            return
        to, secret = self.accounts.email(account), await self.make(account)
        if to:
            letter = letters.recovery(to, account.stored.lang, link + secret, account.id)
            self.postbox.post(letter)

    def _account(self, id: str) -> Account:
        try:
            account = self.accounts.get(id)
        except AccountError:
            raise AccountError("recovery_refused") from None
        if account.state == "suspended":
            raise AccountError("recovery_refused")
        return account
