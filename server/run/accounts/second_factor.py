"""Setting up an authenticator and recovery codes, and taking them away."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from server.outside.authenticator import address_of, new_secret, step_of
from server.run.accounts.accounts import Accounts
from server.run.accounts.errors import AccountError
from server.run.accounts.pending import Pending
from server.run.accounts.post import Postbox
from server.run.accounts.recovery_codes import hash_of, new_codes

SETUP_SECONDS: Final = 900.0


@dataclass(slots=True)
class SecondFactor:
    """Authenticators and recovery codes of accounts."""

    accounts: Accounts
    postbox: Postbox
    _begun: Pending[str] = field(init=False)

    def __post_init__(self) -> None:
        self._begun = Pending(SETUP_SECONDS, self.accounts.clock.now)

    def begin(self, id: str, park: str) -> tuple[str, str]:
        """A new secret for an authenticator, and the address that its QR code holds.

        Nothing changes until a code proves that the authenticator has it.
        """
        account, secret = self.accounts.get(id), new_secret()
        self._begun.put(secret, _place(id))
        who = self.accounts.email(account) or account.name or id
        return secret, address_of(secret, who, park)

    async def confirm(self, id: str, code: str) -> tuple[str, ...]:
        """A code of the new authenticator: it counts from now on. New recovery codes.

        Raises ``totp_not_begun``, ``code_refused``.
        """
        secret = self._begun.take(_place(id))
        if secret is None:
            raise AccountError("totp_not_begun")
        step = step_of(secret, "".join(code.split()), self.accounts.clock.now())
        if step is None:
            self._begun.put(secret, _place(id))
            raise AccountError("code_refused")
        sealed = self.accounts.vault.seal(id, secret)
        account = await self.accounts.change(id, totp=sealed, totp_step=step)
        self.postbox.tell(account, "totp_on")
        return await self.new_codes(id)

    async def remove(self, id: str) -> None:
        """Take the authenticator away."""
        account = await self.accounts.change(id, totp="")
        self.postbox.tell(account, "totp_off")

    async def new_codes(self, id: str) -> tuple[str, ...]:
        """Ten new recovery codes; older ones are worth nothing now."""
        codes = new_codes()
        await self.accounts.set_codes(id, tuple(map(hash_of, codes)))
        return codes


def _place(id: str) -> str:
    """One setting-up for each account at a time; it is no secret, and never leaves the house."""
    return f"totp {id}"
