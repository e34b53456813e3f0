"""Signing in: what somebody shows, judged in the same way whether they have an account or not."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, NamedTuple

from server.access.lockout import MOST_FAILURES
from server.outside.authenticator import step_of
from server.outside.passwords import Passwords
from server.run.accounts.account import Account
from server.run.accounts.accounts import Accounts
from server.run.accounts.attempts import Attempts, Try
from server.run.accounts.codes import Codes
from server.run.accounts.errors import AccountError
from server.run.accounts.pending import Pending
from server.run.accounts.post import Postbox
from server.run.accounts.recovery_codes import hash_of

STEP_SECONDS: Final = 600.0
STEP_TRIES: Final = 5


class Proved(NamedTuple):
    """Somebody has shown who they are; ``how`` says by what."""

    account: str
    how: str


class Step(NamedTuple):
    """Half the way: ``secret`` stands for it, ``methods`` are the ways on."""

    secret: str
    methods: tuple[str, ...]


class HalfWay(NamedTuple):
    """Who is half the way in, by what, until when, after how many wrong codes."""

    account: str
    how: str
    until: float
    tries: int = 0


def second_factor_of(account: str) -> str:
    """The name by which wrong codes of an account's second factor are counted."""
    return f"second-factor-{account}"


@dataclass(slots=True)
class Signing:
    """Judges passwords, codes and second factors."""

    accounts: Accounts
    passwords: Passwords
    attempts: Attempts
    codes: Codes
    postbox: Postbox
    _steps: Pending[HalfWay] = field(init=False)

    def __post_init__(self) -> None:
        self._steps = Pending(STEP_SECONDS, self.accounts.clock.now)

    async def by_password(self, email: str, password: str, address: str) -> Proved | Step:
        """An e-mail address (or phone number) and a password.

        Raises ``sign_in_refused``, ``too_many_attempts``, ``account_suspended``.
        """
        tried = await self.attempts.begin(self.accounts.index(email), address)
        account = self.accounts.find(email)
        kept = account.stored.password if account else ""
        right = await self.passwords.verify(kept, password)
        if account is None or not right or account.state == "locked":
            await self._failed(account, tried)
            raise AccountError("sign_in_refused")
        await self.attempts.succeeded(tried)
        if self.passwords.is_old(kept):
            await self.accounts.change(account.id, password=await self.passwords.hash(password))
        return self.proved(account.id, "password")

    async def by_code(self, to: str, code: str, address: str) -> Proved | Step:
        """An e-mail address or phone number, and the code that was sent there.

        Raises ``sign_in_refused``, ``too_many_attempts``, ``account_suspended``.
        """
        index = self.accounts.index(to)
        tried = await self.attempts.begin(index, address)
        account = self.accounts.find(to)
        if not self.codes.take(index, code) or account is None:
            raise AccountError("sign_in_refused")
        await self.attempts.succeeded(tried)
        return self.proved(account.id, "code")

    def proved(self, account_id: str, how: str, *, strong: bool = False) -> Proved | Step:
        """Somebody has shown one thing: they are in, or a second factor is due.

        ``strong``: what they showed was two factors in one. Raises ``account_suspended``,
        ``account_unknown``.
        """
        account = self.accounts.get(account_id)
        if account.state == "suspended":
            raise AccountError("account_suspended")
        if strong or not account.factors:
            return Proved(account.id, how)
        until = self.accounts.clock.now() + STEP_SECONDS
        methods = (*account.factors, *(("recovery",) if account.codes else ()))
        return Step(self._steps.put(HalfWay(account.id, how, until)), methods)

    def half_way(self, step: str) -> str | None:
        """Whose step this is, without using it up."""
        known = self._look(step)
        return known.account if known else None

    def pass_step(self, step: str, method: str) -> Proved:
        """The second factor was shown elsewhere (a passkey): the step is over.

        Raises ``sign_in_step``.
        """
        known = self._look(step)
        self._steps.take(step)
        if known is None:
            raise AccountError("sign_in_step")
        return self._through(known, method)

    async def by_step(self, step: str, code: str, address: str) -> Proved:
        """A code of the authenticator, or a recovery code.

        Tries are counted beyond one step: whoever knows a password can have any number of steps.
        Raises ``sign_in_step`` (unknown, over, too many tries), ``code_refused``,
        ``too_many_attempts``.
        """
        half = self._look(step)
        if half is None:
            raise AccountError("sign_in_step")
        tried = await self.attempts.begin(second_factor_of(half.account), address)
        known = self._look(step, count=True)
        if known is None:
            raise AccountError("sign_in_step")
        account = self.accounts.get(known.account)
        digits = "".join(code.split())
        if len(digits) == 6 and digits.isascii() and digits.isdigit():
            right, method = await self.check_totp(account, digits), "totp"
        else:
            right, method = await self.accounts.take_code(account.id, hash_of(code)), "recovery"
        if not right:
            raise AccountError("code_refused")
        await self.attempts.succeeded(tried)
        self._steps.take(step)
        if method == "recovery":
            self.postbox.tell(account, "recovery_code")
        return self._through(known, method)

    async def check_totp(self, account: Account, code: str) -> bool:
        """Whether a code of the authenticator is right, and used for the first time."""
        secret = self.accounts.totp_secret(account)
        step = step_of(secret, code, self.accounts.clock.now()) if secret else None
        return step is not None and await self.accounts.book.take_step(account.id, step)

    def _through(self, known: HalfWay, method: str) -> Proved:
        if self.accounts.get(known.account).state == "suspended":
            raise AccountError("account_suspended")
        return Proved(known.account, f"{known.how}+{method}")

    def _look(self, step: str, *, count: bool = False) -> HalfWay | None:
        known = self._steps.take(step)
        if known is None or known.until <= self.accounts.clock.now():
            return None
        if known.tries >= STEP_TRIES:
            return None
        self._steps.put(known._replace(tries=known.tries + count), step)
        return known

    async def _failed(self, account: Account | None, tried: Try) -> None:
        if account is None or tried.failures < MOST_FAILURES or account.state != "active":
            return
        await self.accounts.set_state(account.id, "locked")
        self.postbox.tell(account, "locked")
