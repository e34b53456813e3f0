"""The pages of the browser clients, built when their sources have changed."""

from __future__ import annotations

from tools import stamps
from tools.node_step import npm
from tools.places import BUILD, CLIENT_PAGES, CLIENTS, ROOT

STAMP = BUILD / "client.stamp"


def is_ready() -> bool:
    """Whether the built pages are those of today's sources."""
    return (CLIENT_PAGES / "index.html").is_file() and stamps.is_current(STAMP, wanted())


def make() -> None:
    """Build the pages."""
    npm("run", "build")
    stamps.leave(STAMP, wanted())


def wanted() -> str:
    """What the pages are built from; the demo's words decide which characters the fonts hold."""
    clients = [CLIENTS / "package-lock.json", CLIENTS / "wire", CLIENTS / "web"]
    places = [*clients, ROOT / "scenes" / "demo"]
    return stamps.digest(stamps.sources(*places))
