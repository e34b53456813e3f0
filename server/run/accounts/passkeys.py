"""Passkeys: making them, signing in by them, keeping them in order.

A passkey that verified its user is two factors in one: something one has, and a finger, a face or
a code that only its owner has. A signature whose counter did not go on is refused, as a copy of the
key may be at work.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from server.log import logger
from server.outside.webauthn_ceremonies import (
    Made,
    Party,
    PasskeyError,
    Signed,
    created,
    creation_options,
    credential_of,
    handle_of,
    new_challenge,
    new_handle,
    request_options,
    signed,
)
from server.run.accounts.errors import AccountError
from server.run.accounts.pending import Pending
from server.run.clock import Clock
from server.store.archive import Archive
from server.store.identity_records import Passkey

log = logger("accounts")
CEREMONY_SECONDS: Final = 300.0
MOST_PASSKEYS: Final = 20
"""Passkeys of one account."""


@dataclass(frozen=True, slots=True)
class Ceremony:
    """An authenticator is asked. ``whose``: an account or an invitation; empty: to sign in."""

    challenge: bytes
    domain: str
    whose: str = ""
    handle: str = ""


@dataclass(frozen=True, slots=True)
class Begun:
    """What the browser is to ask its authenticator, and by which id it answers."""

    id: str
    options: dict[str, Any]


class Passkeys:
    """The passkeys of all accounts."""

    def __init__(self, archive: Archive, clock: Clock) -> None:
        self._book = archive.identities
        self._clock = clock
        self._pending: Pending[Ceremony] = Pending(CEREMONY_SECONDS, clock.now)

    async def of(self, account: str) -> list[Passkey]:
        """An account's passkeys, the oldest first."""
        return await self._book.passkeys_of(account)

    async def begin_making(self, party: Party, whose: str, who: str) -> Begun:
        """Ask for a new passkey, called ``who`` in the person's list of them.

        Raises ``too_many_passkeys``.
        """
        known = await self._book.passkeys_of(whose)
        if len(known) >= MOST_PASSKEYS:
            raise AccountError("too_many_passkeys")
        handle = known[0].handle if known else new_handle()
        ceremony = Ceremony(new_challenge(), party.domain, whose, handle)
        options = creation_options(
            party, ceremony.challenge, handle, who, [each.credential for each in known]
        )
        return Begun(self._pending.put(ceremony), options)

    def made(self, party: Party, id: str, whose: str, answer: Mapping[str, Any]) -> MadePasskey:
        """The passkey that an authenticator made, not kept yet.

        Raises ``passkey_expired``, ``passkey_refused``.
        """
        ceremony = self._take(id, party, whose)
        try:
            return MadePasskey(created(party, ceremony.challenge, answer), ceremony.handle)
        except PasskeyError as error:
            raise _refused(error) from error

    async def must_be_new(self, made: MadePasskey) -> None:
        """Before something is used up for its sake; raises ``passkey_exists``."""
        if await self._book.passkey(made.made.credential) is not None:
            raise AccountError("passkey_exists")

    async def keep(self, made: MadePasskey, account: str, name: str) -> Passkey:
        """Keep a new passkey for an account; raises ``passkey_exists``."""
        new = made.passkey(account, name, self._clock.now())
        await self._book.add_passkey(new)
        return new

    def begin_signing(self, party: Party) -> Begun:
        """Ask for a signature of whichever passkey the person chooses."""
        ceremony = Ceremony(new_challenge(), party.domain)
        return Begun(self._pending.put(ceremony), request_options(party, ceremony.challenge))

    async def account(self, party: Party, id: str, answer: Mapping[str, Any]) -> str:
        """Whose signature this is.

        Raises ``passkey_expired``, ``passkey_refused``; the same for an unknown passkey.
        """
        ceremony = self._take(id, party, "")
        try:
            known = await self._book.passkey(credential_of(answer))
            if known is None or handle_of(answer) not in (None, known.handle):
                raise PasskeyError("nobody's passkey")
            right = signed(party, ceremony.challenge, answer, known.public_key, known.counter)
        except PasskeyError as error:
            raise _refused(error) from error
        await self._note(known, right)
        return known.account

    async def rename(self, account: str, credential: str, name: str) -> None:
        """Call one's own passkey something else; raises ``passkey_unknown``."""
        await self._book.rename_passkey(account, credential, name)

    async def remove(self, account: str, credential: str) -> None:
        """Forget one's own passkey; raises ``passkey_unknown``."""
        await self._book.remove_passkey(account, credential)

    async def _note(self, known: Passkey, right: Signed) -> None:
        """Two signatures that went out from the same counter cannot both be right."""
        now = self._clock.now()
        if not await self._book.passkey_used(
            known, counter=right.counter, synced=right.synced, at=now
        ):
            raise _refused(PasskeyError("the counter moved meanwhile"))

    def _take(self, id: str, party: Party, whose: str) -> Ceremony:
        ceremony = self._pending.take(id)
        if ceremony is None or ceremony.whose != whose or ceremony.domain != party.domain:
            raise AccountError("passkey_expired")
        return ceremony


@dataclass(frozen=True, slots=True)
class MadePasskey:
    """A passkey that was made and checked, before it belongs to an account."""

    made: Made
    handle: str

    def passkey(self, account: str, name: str, now: float) -> Passkey:
        """As it is kept."""
        made = self.made
        return Passkey(
            credential=made.credential,
            account=account,
            handle=self.handle,
            public_key=made.public_key,
            counter=made.counter,
            name=name,
            transports=made.transports,
            model=made.model,
            synced=made.synced,
            created=now,
        )


def _refused(error: PasskeyError) -> AccountError:
    log.info("passkey_refused", reason=str(error)[:200])
    return AccountError("passkey_refused")
