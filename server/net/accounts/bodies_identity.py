"""What passkeys, the provider and pairing take and give."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from server.net.accounts.bodies import Proof
from server.net.bodies import Strict

SECRET = Field(min_length=1, max_length=256)
NAME = Field(min_length=1, max_length=60)


class WaysAnswer(Strict):
    """Which ways in this park has, besides passwords; ``oidc`` is the provider's name."""

    passkey: bool
    oidc: str | None
    codes: bool


class CeremonyAnswer(Strict):
    """What the browser is to ask an authenticator (WebAuthn level 3, as JSON), and by which id."""

    id: str
    options: dict[str, Any]


class PasskeyCredential(Strict):
    """What an authenticator answered (WebAuthn level 3, as JSON)."""

    id: str = SECRET
    credential: dict[str, Any]


class PasskeyNew(PasskeyCredential):
    """A new passkey, and what to call it."""

    name: str = NAME


class PasskeyChange(Strict):
    """Another name."""

    name: str = NAME


class PasskeyAnswer(Strict):
    """A passkey; ``synced``: its provider keeps a copy. Times are seconds since 1970."""

    id: str
    name: str
    synced: bool
    model: str
    transports: list[str]
    created: float
    used: float | None


class PasskeyList(Strict):
    """An account's passkeys, the oldest first."""

    passkeys: list[PasskeyAnswer]


class PasskeyWanted(Strict):
    """What the invited person wants to be called; the authenticator shows it."""

    name: str = NAME


class PasskeyAcceptance(PasskeyNew):
    """An invitation accepted with a passkey; ``passkey_name`` is what to call the passkey."""

    passkey_name: str = NAME
    email: str = Field(default="", max_length=254)
    lang: Literal["zh-CN", "en"] = "zh-CN"


class OidcBegin(Strict):
    """Why somebody is sent to the provider. ``proof`` is for linking: it makes another way in."""

    purpose: Literal["sign_in", "link", "invitation"] = "sign_in"
    invitation: str = Field(default="", max_length=256)
    proof: Proof | None = None


class OidcAnswer(Strict):
    """Where the browser goes."""

    url: str


class OidcReturn(Strict):
    """What the provider sent the browser back with."""

    code: str = Field(default="", max_length=4096)
    state: str = SECRET
    iss: str | None = Field(default=None, max_length=512)
    error: str | None = Field(default=None, max_length=200)


class LinkedAnswer(Strict):
    """Whether one's account is linked to the provider, and what the provider is called."""

    name: str | None
    linked: bool


class PairingAnswer(Strict):
    """A pairing that has begun (RFC 8628, section 3.2); ``qr``: rows of modules, 1 is dark."""

    device_code: str
    user_code: str
    verification_uri: str
    verification_uri_complete: str
    expires_in: int
    interval: int
    qr: list[str]


class PairingPoll(Strict):
    """The secret of the headset that asks."""

    device_code: str = SECRET


class PairingShown(Strict):
    """Who asks to be let in. ``near``: from the same network as who is asked."""

    user_code: str
    device: str
    asked: float
    expires: float
    near: bool


class PairingDecision(Strict):
    """Whether to let it in."""

    approve: bool
