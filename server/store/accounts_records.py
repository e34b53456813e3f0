"""The values of accounts that go into the archive and come out of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

Kind = Literal["staff", "enterprise", "guest"]
State = Literal["active", "locked", "suspended"]
StoredGrant = tuple[str, str, str]
"""Role, hall, enterprise."""


@dataclass(frozen=True, slots=True)
class StoredAccount:
    """An account. ``name``, ``email``, ``phone`` and ``totp`` are sealed; times are Unix seconds.

    An empty text is what is not there. ``totp_step`` is the last step of which a code was taken.
    """

    id: str
    kind: Kind
    state: State
    name: str
    email: str
    phone: str
    lang: str
    email_index: str | None
    phone_index: str | None
    password: str
    password_at: float | None
    totp: str
    totp_step: int
    created: float
    changed: float
    seen: float | None
    grants: tuple[StoredGrant, ...] = ()


@dataclass(frozen=True, slots=True)
class StoredSession:
    """A session, known by the hash of its secret; ``id`` is what its owner may see of it."""

    hash: str
    id: str
    account: str
    how: str
    agent: str
    address: str
    created: float
    seen: float
    expires: float


@dataclass(frozen=True, slots=True)
class StoredLink:
    """What a one-time link was good for."""

    account: str
    purpose: str


@dataclass(frozen=True, slots=True)
class StoredInvitation:
    """An invitation; ``name`` and ``email`` are sealed for its id, ``account`` took it up."""

    id: str
    hash: str
    kind: Kind
    grants: list[list[str]]
    name: str
    email: str
    lang: str
    by: str
    created: float
    expires: float
    used: float | None = None
    account: str = ""


@dataclass(frozen=True, slots=True)
class StoredKey:
    """An API key, known by the hash of its secret."""

    id: str
    hash: str
    account: str
    name: str
    scopes: list[str]
    created: float
    expires: float | None
    seen: float | None = None


@dataclass(frozen=True, slots=True)
class StoredAttempts:
    """How often in a row something was tried in vain, and when last."""

    key: str
    failures: int
    last: float


Changes = dict[str, Any]
"""Columns of an account that change, by name."""
