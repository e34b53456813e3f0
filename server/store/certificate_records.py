"""Certificates as the archive keeps them."""

from __future__ import annotations

from typing import Any, NamedTuple

from server.registration.certificate import Standing


class StoredCertificate(NamedTuple):
    """A certificate of residence. ``claims`` is what was signed, ``token`` that as a JWS.

    ``key`` names the key that signed it. Times are Unix seconds.
    """

    number: str
    company: str
    standing: Standing
    reason: str
    claims: dict[str, Any]
    token: str
    key: str
    issued: float
    until: float | None
    changed: float
