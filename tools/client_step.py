"""The pages of the browser clients, of visitors and of staff, built when sources change."""

from __future__ import annotations

from tools import stamps
from tools.node_step import npm
from tools.places import BUILD, CLIENT_PAGES, CLIENTS, DESK_PAGES, ROOT

STAMP = BUILD / "client.stamp"


def is_ready() -> bool:
    """Whether the built pages are those of today's sources."""
    built = all((pages / "index.html").is_file() for pages in (CLIENT_PAGES, DESK_PAGES))
    return built and stamps.is_current(STAMP, wanted())


def make() -> None:
    """Build the pages: npm does one workspace after the other, as each build fills a machine."""
    npm("run", "build")
    stamps.leave(STAMP, wanted())


def wanted() -> str:
    """What the pages are built from; the demo's words decide which characters the fonts hold."""
    names = ("package.json", "package-lock.json", "wire", "web", "desk")
    clients = [CLIENTS / name for name in names]
    places = [*clients, ROOT / "scenes" / "demo"]
    return stamps.digest(stamps.sources(*places))
