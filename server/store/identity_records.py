"""What is known of a passkey and of an identity at another provider."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Passkey:
    """A passkey (W3C Web Authentication): a public key, and nothing that must be kept secret.

    ``credential``, ``handle`` and ``public_key`` are base64url. ``handle`` stands for the account
    at the authenticator and says nothing about a person. ``model`` is the authenticator's AAGUID.
    ``synced``: it is backed up by its provider. Times are seconds since 1970.
    """

    credential: str
    account: str
    handle: str
    public_key: str
    counter: int
    name: str
    transports: tuple[str, ...]
    model: str
    synced: bool
    created: float
    used: float | None = None


@dataclass(frozen=True, slots=True)
class Identity:
    """Somebody as an OpenID provider knows them (``iss`` and ``sub``), and whose account it is."""

    issuer: str
    subject: str
    account: str
    created: float
    used: float | None = None
