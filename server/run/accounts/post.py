"""Writes letters to accounts, by e-mail or else by text message."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from typing import Any

from server.log import logger
from server.run.accounts import letters
from server.run.accounts.account import Account
from server.run.accounts.accounts import Accounts
from server.run.notices.notice import Notice

log = logger("accounts")
Start = Callable[[Coroutine[Any, Any, None]], None]


async def _nowhere(letter: Notice) -> None:
    log.warning("letter_not_sent", kind=letter.kind)


@dataclass(slots=True)
class Postbox:
    """Hands letters to whoever delivers them, in the background."""

    accounts: Accounts
    start: Start
    """Begins a task that the park waits for when it stops."""
    deliver: Callable[[Notice], Awaitable[object]] = _nowhere

    def post(self, letter: Notice) -> None:
        """Send a letter; nobody waits for it, and a failure stands in the log."""
        self.start(self._send(letter))

    def tell(self, account: Account, what: str) -> None:
        """Tell an account's owner what has changed: a key of ``letters.CHANGED``."""
        to = self.accounts.email(account)
        if to:
            self.post(letters.security(to, account.stored.lang, what, account.id))

    async def _send(self, letter: Notice) -> None:
        try:
            await self.deliver(letter)
        except Exception:  # whatever delivery fails at, signing in goes on
            log.exception("letter_failed", kind=letter.kind)
