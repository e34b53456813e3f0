"""How the text of a setting becomes its value; each raises ValueError that says what is wrong."""

from __future__ import annotations

import os
from collections.abc import Callable
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

SOCKET: Final = "lingjing.sock"
LONGEST_SOCKET: Final = 107
"""Bytes that the name of a unix socket may have (unix(7))."""


def flag(text: str) -> bool:
    """Yes or no; raises KeyError for any other word."""
    words = {"1": True, "true": True, "yes": True, "on": True}
    words |= {"0": False, "false": False, "no": False, "off": False, "": False}
    return words[text.strip().lower()]


def whole(low: int, high: int) -> Callable[[str], int]:
    """A whole number within bounds."""

    def read(text: str) -> int:
        value = int(text)
        if not low <= value <= high:
            raise ValueError(f"must be within {low}..{high}")
        return value

    return read


def real(low: float, high: float) -> Callable[[str], float]:
    """A number within bounds."""

    def read(text: str) -> float:
        value = float(text)
        if not low <= value <= high:
            raise ValueError(f"must be within {low}..{high}")
        return value

    return read


def choice(*values: str) -> Callable[[str], str]:
    """One of a few words."""

    def read(text: str) -> str:
        if text not in values:
            raise ValueError(f"must be one of {', '.join(values)}")
        return text

    read.choices = values  # type: ignore[attr-defined]
    return read


def choices_of(read: Callable[[str], object]) -> list[str]:
    """The words that a reader made by ``choice`` takes; none of any other."""
    return list(getattr(read, "choices", ()))


def filled(text: str) -> str:
    """Text that must say something: an empty host would mean every address there is."""
    if not text.strip():
        raise ValueError("must not be empty")
    return text.strip()


def folder(text: str) -> Path:
    """A folder whose unix socket still has a name short enough."""
    path = Path(filled(text)).expanduser()
    if len(os.fsencode(path / SOCKET)) > LONGEST_SOCKET:
        raise ValueError(f"is too long a path: {LONGEST_SOCKET - len(SOCKET) - 1} bytes at most")
    return path


def site(text: str) -> str:
    """``https://park.example``: where a browser finds something, and nothing after it."""
    url = urlsplit(text.strip().rstrip("/"))
    bare = not (url.path or url.query or url.fragment or url.username)
    if url.scheme not in ("http", "https") or not url.hostname or not bare:
        raise ValueError("must look like https://park.example")
    return f"{url.scheme}://{url.netloc.lower()}"


def public(text: str) -> str:
    """An address as ``site`` reads it, or none."""
    return site(text) if text.strip() else ""


def issuer(text: str) -> str:
    """An identity provider as it writes itself, or none; https, but on this machine."""
    url = urlsplit(text.strip())
    here = url.hostname in ("localhost", "127.0.0.1", "::1")
    secure = url.scheme == "https" or (url.scheme == "http" and here)
    if text.strip() and (not secure or not url.hostname or url.query or url.fragment):
        raise ValueError("must look like https://id.example")
    return text.strip()


def database(text: str) -> str:
    """``postgresql://user:password@host:port/name?sslmode=…`` of a database, or none."""
    url = urlsplit(text.strip())
    port = url.port  # raises ValueError for what is no number
    known = url.scheme in ("postgresql", "postgres") and port != 0
    if text.strip() and (not known or not url.path.strip("/")):
        raise ValueError("must look like postgresql://user:password@host:5432/name")
    return text.strip()


def sites(text: str) -> tuple[str, ...]:
    """Several of them, separated by commas."""
    return tuple(site(part) for part in text.split(",") if part.strip())


def public_or_path(text: str) -> str:
    """An address with a path, or none."""
    url = urlsplit(text.strip())
    if text.strip() and (url.scheme not in ("http", "https") or not url.hostname or url.username):
        raise ValueError("must look like https://host.example/path")
    return text.strip()


def networks(text: str) -> tuple[IPv4Network | IPv6Network, ...]:
    """Networks in CIDR notation, or single addresses, separated by commas."""
    return tuple(ip_network(part.strip()) for part in text.split(",") if part.strip())
