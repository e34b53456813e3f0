"""An OpenID provider as a relying party sees it (OpenID Connect Core 1.0, authorization code flow).

Only this file uses Authlib. It finds out where the provider is and with which keys it
signs, makes the address to which a browser is sent, and turns the code that comes back into claims
that were proven: signature, issuer, audience, authorised party, times, nonce.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import urlencode, urlsplit

from authlib.oauth2.rfc7636 import create_s256_code_challenge  # type: ignore[import-untyped]
from authlib.oidc.core import CodeIDToken  # type: ignore[import-untyped]
from authlib.oidc.discovery import get_well_known_url  # type: ignore[import-untyped]
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from server.outside.oidc_client import OidcHttp, ProviderError

SIGNED_BY: Final = ("RS256", "ES256", "PS256", "EdDSA", "Ed25519", "RS384", "ES384", "RS512")
"""Signatures that are believed: by a private key of the provider's, never `none` or a secret."""
SCOPES: Final = "openid profile email"
LEEWAY: Final = 60
"""Seconds by which clocks may differ."""
FRESH: Final = 3600.0
"""Seconds for which the provider's document and keys are believed to be its newest."""
PATIENCE: Final = 30.0
"""Seconds between two looks for keys that somebody's token names and nobody knows."""
ENDPOINTS: Final = ("authorization_endpoint", "token_endpoint", "jwks_uri")


class TokenError(Exception):
    """A token that proves nothing; the text says why, for the log."""


@dataclass(frozen=True, slots=True)
class Client:
    """What the provider knows of this park."""

    issuer: str
    id: str
    secret: str


@dataclass(frozen=True, slots=True)
class Errand:
    """One sign-in under way: what only this park knows of it."""

    state: str
    nonce: str
    verifier: str
    """PKCE (RFC 7636)."""
    redirect: str


@dataclass(slots=True)
class Provider:
    """The one provider of a park."""

    client: Client
    http: OidcHttp
    _document: dict[str, Any] = field(default_factory=dict)
    _read: float = float("-inf")
    _keys: KeySet | None = None
    _looked: float = float("-inf")

    async def address(self, errand: Errand) -> str:
        """Where a browser is sent to sign in; raises ProviderError."""
        document = await self._discover()
        asked = {
            "response_type": "code",
            "client_id": self.client.id,
            "redirect_uri": errand.redirect,
            "scope": SCOPES,
            "state": errand.state,
            "nonce": errand.nonce,
            "code_challenge": create_s256_code_challenge(errand.verifier),
            "code_challenge_method": "S256",
        }
        endpoint = document["authorization_endpoint"]
        return f"{endpoint}{'&' if '?' in endpoint else '?'}{urlencode(asked)}"

    async def claims(self, code: str, errand: Errand) -> dict[str, Any]:
        """Who came back with this code; raises ProviderError, TokenError."""
        answer = await self._redeem(code, errand)
        token = answer.get("id_token")
        if not isinstance(token, str):
            raise TokenError("there is no ID token")
        return await self.proven(token, errand.nonce, str(answer.get("access_token", "")))

    async def proven(self, token: str, nonce: str, access_token: str = "") -> dict[str, Any]:
        """The claims of an ID token, once everything about it is right; raises TokenError."""
        found = await self._opened(token)
        claims = CodeIDToken(
            found.claims,
            found.header,
            {
                "iss": {"essential": True, "value": self.client.issuer},
                "aud": {"essential": True, "value": self.client.id},
                "sub": {"essential": True},
            },
            {"nonce": nonce, "client_id": self.client.id, "access_token": access_token},
        )
        try:
            claims.validate(now=int(time.time()), leeway=LEEWAY)
        except (JoseError, ValueError, TypeError) as error:
            raise TokenError(f"claims: {error}") from error
        _must_be_for_us_alone(claims, self.client.id)
        return dict(claims)

    async def _redeem(self, code: str, errand: Errand) -> dict[str, Any]:
        document = await self._discover()
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": errand.redirect,
            "client_id": self.client.id,
            "code_verifier": errand.verifier,
        }
        basic = None
        if self.client.secret:
            known = document.get("token_endpoint_auth_methods_supported", ["client_secret_basic"])
            if "client_secret_basic" in known:
                basic = (self.client.id, self.client.secret)
            else:
                form["client_secret"] = self.client.secret
        return await self.http.post(document["token_endpoint"], form, basic)

    async def _opened(self, token: str) -> jwt.Token:
        """A token whose signature is right, perhaps by keys that the provider has only now."""
        try:
            return jwt.decode(token, await self._key_set(), algorithms=SIGNED_BY)
        except (JoseError, ValueError, TypeError):
            if not self._may_look_again():
                raise TokenError("the signature is not right") from None
        try:
            return jwt.decode(token, await self._key_set(again=True), algorithms=SIGNED_BY)
        except (JoseError, ValueError, TypeError) as error:
            raise TokenError(f"signature: {error}") from error

    def _may_look_again(self) -> bool:
        return time.monotonic() - self._looked > PATIENCE

    async def _key_set(self, *, again: bool = False) -> KeySet:
        if self._keys is None or again or time.monotonic() - self._read > FRESH:
            if again:
                self._looked = time.monotonic()
            found = await self.http.get((await self._discover())["jwks_uri"])
            try:
                self._keys = KeySet.import_key_set(found)  # type: ignore[arg-type]
            except (JoseError, ValueError, KeyError, TypeError) as error:
                raise ProviderError(f"its keys cannot be read: {error}") from error
        return self._keys

    async def _discover(self) -> dict[str, Any]:
        """The provider's own description (OpenID Connect Discovery 1.0)."""
        if time.monotonic() - self._read > FRESH:
            found = await self.http.get(get_well_known_url(self.client.issuer, external=True))
            if found.get("issuer") != self.client.issuer:
                raise ProviderError(f"it calls itself {found.get('issuer')!r}")
            for name in ENDPOINTS:
                _must_be_safe(name, str(found.get(name, "")))
            self._document, self._read, self._keys = found, time.monotonic(), None
        return self._document


def _must_be_safe(name: str, url: str) -> None:
    """Codes and tokens go by TLS, or do not leave this machine."""
    parts = urlsplit(url)
    here = parts.scheme == "http" and parts.hostname in ("localhost", "127.0.0.1", "::1")
    if not parts.hostname or (parts.scheme != "https" and not here):
        raise ProviderError(f"its {name} is not reached by https")


def _must_be_for_us_alone(claims: Mapping[str, Any], client: str) -> None:
    """A token for several parties must be made for this one (OpenID Connect Core, 3.1.3.7)."""
    audience = claims.get("aud")
    several = isinstance(audience, list) and len(audience) > 1
    if several and claims.get("azp") != client:
        raise TokenError("it was made for somebody else")
    subject = claims.get("sub")
    if not isinstance(subject, str) or not 1 <= len(subject) <= 255:
        raise TokenError("it names nobody")
