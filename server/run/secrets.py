"""Randomness of the house: tickets, sessions, links and ids come from here as values."""

from __future__ import annotations

import hashlib
import secrets


def token() -> str:
    """A secret of 256 bits, safe in a URL."""
    return secrets.token_urlsafe(32)


def short_id() -> str:
    """An id of 64 bits for logs and error answers; not a secret."""
    return secrets.token_hex(8)


def fingerprint(secret: str) -> str:
    """What is kept of a secret: its SHA-256 in hexadecimal."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def csrf_token(session: str) -> str:
    """What a page must show besides the session's cookie: made of its secret, tells nothing of it.

    Only a page of ours can have read it, as other sites' pages cannot read our answers.
    """
    return fingerprint(f"lingjing csrf {session}")[:40]
