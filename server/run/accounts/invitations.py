"""Invitations: an account to be, with the roles that it will have."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from server.access.actor import Actor, Grant
from server.access.giving import may_handle
from server.run.accounts.account import Account, grants_of, stored_grants
from server.run.accounts.accounts import Accounts, NewAccount
from server.run.accounts.errors import AccountError
from server.run.secrets import fingerprint, short_id, token
from server.store.accounts_records import Kind, StoredInvitation
from server.store.errors import StoreError

KEPT_SECONDS: Final = 30 * 86_400.0
"""How long an invitation that is over stays in the list."""


@dataclass(frozen=True, slots=True)
class Invitation:
    """An invitation as staff see it; ``account`` took it up. Times are Unix seconds."""

    id: str
    kind: Kind
    grants: frozenset[Grant]
    name: str
    email: str
    lang: str
    by: str
    created: float
    expires: float
    used: float | None
    account: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """Whom to invite, and as what; e-mail and name may be empty."""

    kind: Kind
    grants: frozenset[Grant]
    email: str
    name: str
    lang: str
    seconds: float
    known: bool = False
    """Whether the address may be an account's already, which joins then."""


@dataclass(slots=True)
class Invitations:
    """The invitations of a park."""

    accounts: Accounts

    async def make(self, giver: Actor, wanted: Wanted) -> tuple[Invitation, str]:
        """Invite somebody: the invitation, and the secret that its link holds.

        Raises ``grant_refused``: nobody gives what they may not do; ``account_exists``.
        """
        if not may_handle(giver, wanted.grants):
            raise AccountError("grant_refused")
        taken = wanted.email and self.accounts.find(wanted.email) is not None
        if taken and not wanted.known:
            raise StoreError("account_exists", "this e-mail is another account's")
        secret, id = token(), f"i_{short_id()}"
        stored = self._stored(id, secret, wanted, giver.id)
        await self.accounts.book.invite(stored)
        return self._shown(stored), secret

    async def all(self) -> list[Invitation]:
        """Every invitation, newest first."""
        return [self._shown(stored) for stored in await self.accounts.book.invitations()]

    async def find(self, secret: str) -> Invitation:
        """The living invitation with this secret; raises ``invitation_refused``.

        It lives no longer than its maker may give what it gives: whoever is shown out leaves no
        door open behind them.
        """
        stored = await self.accounts.book.invitation(fingerprint(secret[:256]))
        if stored is None or stored.used or stored.expires <= self.accounts.clock.now():
            raise AccountError("invitation_refused")
        giver = self.accounts.actor(stored.by)
        if giver is None or not may_handle(giver, grants_of(_triples(stored.grants))):
            raise AccountError("invitation_refused")
        return self._shown(stored)

    async def accept(self, secret: str, name: str, email: str, password: str, lang: str) -> Account:
        """Make the account; ``password`` is a hash, empty when another way in was set up.

        Raises ``invitation_refused``, ``account_exists``.
        """
        invitation = await self.find(secret)
        new = NewAccount(invitation.kind, name, invitation.grants, email, "", lang, password)
        stored = self.accounts.draft(new)
        now = self.accounts.clock.now()
        await self.accounts.book.accept(fingerprint(secret[:256]), stored, invitation.by, now)
        self.accounts.vault.destroy(invitation.id)
        return self.accounts.admit(stored)

    def joining(self, invitation: Invitation) -> Account | None:
        """The account that an enterprise's invitation is for, when its address has one.

        Members of staff join no enterprise: it could else bar a clerk from judging its application.
        """
        known = self.accounts.find(invitation.email) if invitation.email else None
        fits = known is not None and known.kind != "staff" and invitation.kind == "enterprise"
        return known if fits else None

    async def join(self, secret: str) -> Account:
        """Accept for the account that the address has; raises ``invitation_refused``.

        Whoever holds the secret reads the letters of that address.
        """
        invitation = await self.find(secret)
        known = self.joining(invitation)
        if known is None:
            raise AccountError("invitation_refused")
        hash = fingerprint(secret[:256])
        account = await self.accounts.join(hash, known.id, invitation.grants, invitation.by)
        self.accounts.vault.destroy(invitation.id)
        return account

    async def revoke(self, giver: Actor, id: str) -> None:
        """Take an invitation back; raises ``invitation_unknown``, ``grant_refused``."""
        known = [each for each in await self.accounts.book.invitations() if each.id == id]
        grants: Iterable[Grant] = grants_of(_triples(known[0].grants)) if known else ()
        if not may_handle(giver, grants):
            raise AccountError("grant_refused")
        await self.accounts.book.revoke(id)
        self.accounts.vault.destroy(id)

    async def tend(self) -> None:
        """Forget what has been over for a month, and destroy the keys that sealed it."""
        before = self.accounts.clock.now() - KEPT_SECONDS
        for id in await self.accounts.book.drop_invitations(before):
            self.accounts.vault.destroy(id)

    def _stored(self, id: str, secret: str, wanted: Wanted, by: str) -> StoredInvitation:
        now, seal = self.accounts.clock.now(), self.accounts.vault.seal
        return StoredInvitation(
            id=id,
            hash=fingerprint(secret),
            kind=wanted.kind,
            grants=[list(grant) for grant in stored_grants(wanted.grants)],
            name=seal(id, wanted.name) if wanted.name else "",
            email=seal(id, wanted.email) if wanted.email else "",
            lang=wanted.lang,
            by=by,
            created=now,
            expires=now + wanted.seconds,
        )

    def _shown(self, stored: StoredInvitation) -> Invitation:
        def opened(sealed: str) -> str:
            return (self.accounts.vault.open(stored.id, sealed) or "") if sealed else ""

        return Invitation(
            stored.id,
            stored.kind,
            grants_of(_triples(stored.grants)),
            opened(stored.name),
            opened(stored.email),
            stored.lang,
            stored.by,
            stored.created,
            stored.expires,
            stored.used,
            stored.account,
        )


def _triples(grants: list[list[str]]) -> list[tuple[str, str, str]]:
    return [(role, hall, enterprise) for role, hall, enterprise in grants]
