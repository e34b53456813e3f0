"""Authenticator apps: time-based one-time passwords (RFC 6238), six digits every thirty seconds."""

from __future__ import annotations

import hmac
from typing import Final

import pyotp

SECONDS: Final = 30
LEEWAY: Final = 1
"""Steps that a clock may be off, either way (RFC 6238, section 5.2)."""


def new_secret() -> str:
    """A secret of 160 bits in base32 (RFC 4226, section 4, R6)."""
    return pyotp.random_base32()


def address_of(secret: str, who: str, park: str) -> str:
    """What an app reads from a QR code."""
    return pyotp.TOTP(secret).provisioning_uri(name=who, issuer_name=park)


def step_of(secret: str, code: str, now: float) -> int | None:
    """The step that a code belongs to, of those near ``now``; None when it is wrong."""
    totp, present, shown = pyotp.TOTP(secret), int(now // SECONDS), code.encode("utf-8", "replace")
    near = range(present - LEEWAY, present + LEEWAY + 1)
    right = [s for s in near if hmac.compare_digest(totp.at(s * SECONDS).encode(), shown)]
    return right[-1] if right else None
