"""Where a park answers: from the link that a person has to the addresses that a program needs."""

from __future__ import annotations

from urllib.parse import urlsplit


def origin(url: str) -> str:
    """``http(s)://host:port`` of any link into a park."""
    parts = urlsplit(url if "://" in url else f"http://{url}")
    scheme = {"ws": "http", "wss": "https"}.get(parts.scheme, parts.scheme)
    if scheme not in ("http", "https") or not parts.netloc:
        raise ValueError(f"not the address of a park: {url}")
    return f"{scheme}://{parts.netloc}"


def live_url(url: str) -> str:
    """The live socket's address."""
    return origin(url).replace("http", "ws", 1) + "/live"
