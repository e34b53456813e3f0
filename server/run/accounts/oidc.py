"""Signing in through the organisation's OpenID provider.

Somebody is known by issuer and subject alone. An e-mail address that a provider tells of never
finds an account: whoever can put an address there would get in.
"""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from server.access.claims import ClaimMap, claim_map
from server.log import logger
from server.outside.oidc_client import OidcHttp, ProviderError
from server.outside.oidc_provider import Client, Errand, Provider, TokenError
from server.run.accounts.errors import AccountError
from server.run.accounts.pending import Pending
from server.run.clock import Clock
from server.run.secrets import fingerprint, token
from server.settings import Settings
from server.store.archive import Archive
from server.store.identity_records import Identity

log = logger("accounts")
ERRAND_SECONDS: Final = 600.0
LONGEST_NAME: Final = 60
Purpose = Literal["sign_in", "link", "invitation"]


@dataclass(frozen=True, slots=True)
class Wish:
    """Why somebody is sent to the provider.

    ``subject``: the account to link, or an invitation's secret.
    """

    purpose: Purpose = "sign_in"
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Sent:
    """Where the browser goes, and the secret that stays in it meanwhile."""

    url: str
    binding: str


@dataclass(frozen=True, slots=True)
class Proven:
    """Somebody whom the provider vouched for."""

    wish: Wish
    claims: Mapping[str, Any]

    @property
    def subject(self) -> str:
        """Who they are to the provider."""
        return str(self.claims["sub"])

    @property
    def name(self) -> str:
        """What to call them."""
        for claim in ("name", "preferred_username", "nickname"):
            told = self.claims.get(claim)
            if isinstance(told, str) and told.strip():
                return told.strip()[:LONGEST_NAME]
        return ""

    @property
    def email(self) -> str:
        """Their address, when the provider has verified it."""
        told = self.claims.get("email")
        verified = self.claims.get("email_verified") is True
        return told if verified and isinstance(told, str) else ""

    @property
    def is_strong(self) -> bool:
        """Whether the provider says that it asked for more than one factor (RFC 8176)."""
        methods = self.claims.get("amr")
        told = set(methods) if isinstance(methods, list) else set()
        return bool(told & {"mfa", "hwk", "swk", "fpt", "face", "otp", "sc"})


@dataclass(frozen=True, slots=True)
class _Under:
    wish: Wish
    errand: Errand
    binding: str


class Oidc:
    """The park's provider, if it has one."""

    def __init__(self, settings: Settings, archive: Archive, clock: Clock) -> None:
        self._book = archive.identities
        self._clock = clock
        self._pending: Pending[_Under] = Pending(ERRAND_SECONDS, clock.now)
        self.issuer = settings.oidc_issuer if settings.oidc_client_id else ""
        self.name = settings.oidc_name or settings.oidc_issuer.partition("://")[2]
        self.roles: ClaimMap = claim_map(settings.oidc_roles)
        self.allows_new = settings.oidc_allow_new
        client = Client(self.issuer, settings.oidc_client_id, settings.oidc_client_secret)
        self._provider = Provider(client, OidcHttp()) if self.issuer else None

    async def begin(self, redirect: str, wish: Wish) -> Sent:
        """Send somebody there; raises ``oidc_off``, ``oidc_unreachable``."""
        errand = Errand(token(), token(), token(), redirect)
        try:
            url = await self._known().address(errand)
        except ProviderError as error:
            raise _unreachable(error) from error
        binding = token()
        self._pending.put(_Under(wish, errand, fingerprint(binding)), errand.state)
        return Sent(url, binding)

    async def finish(self, code: str, state: str, binding: str, issuer: str | None) -> Proven:
        """Who came back.

        Raises ``oidc_off``, ``oidc_expired`` (no such errand, or another browser's),
        ``oidc_refused``, ``oidc_unreachable``.
        """
        provider, under = self._known(), self._pending.take(state)
        if under is None or not hmac.compare_digest(under.binding, fingerprint(binding)):
            raise AccountError("oidc_expired")
        if issuer is not None and issuer != self.issuer:  # RFC 9207
            raise _refused("another issuer answered")
        try:
            return Proven(under.wish, await provider.claims(code, under.errand))
        except TokenError as error:
            raise _refused(str(error)) from error
        except ProviderError as error:
            raise _unreachable(error) from error

    def give_up(self, state: str) -> None:
        """The provider sent somebody back without a code."""
        self._pending.take(state)

    async def account(self, proven: Proven) -> str | None:
        """Whose account this is, if anybody's."""
        known = await self._book.identity(self.issuer, proven.subject)
        if known is None:
            return None
        await self._book.identity_used(known, self._clock.now())
        return known.account

    async def link(self, proven: Proven, account: str) -> None:
        """Have this identity open an account; raises ``identity_taken``."""
        now = self._clock.now()
        await self._book.add_identity(Identity(self.issuer, proven.subject, account, now, now))

    async def linked(self, account: str) -> list[Identity]:
        """What an account is linked to."""
        return await self._book.identities_of(account)

    async def unlink(self, account: str) -> None:
        """Have no identity open this account any more."""
        for known in await self.linked(account):
            await self._book.remove_identity(known)

    def _known(self) -> Provider:
        if self._provider is None:
            raise AccountError("oidc_off")
        return self._provider


def _refused(reason: str) -> AccountError:
    log.warning("oidc_refused", reason=reason[:300])
    return AccountError("oidc_refused")


def _unreachable(error: ProviderError) -> AccountError:
    log.warning("oidc_unreachable", reason=str(error)[:300])
    return AccountError("oidc_unreachable")
