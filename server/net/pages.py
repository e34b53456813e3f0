"""The visitor's page, the staff desk's page, and the files of both clients as they were built."""

from __future__ import annotations

import html
import mimetypes
from pathlib import Path
from typing import Final

from aiohttp import web

from server.errors import RequestError
from server.net.api_park import park_name
from server.net.assets import IMMUTABLE
from server.net.gate import LANG
from server.net.route import Asked
from server.net.site.foot import foot
from server.run.park import Park

CLIENTS: Final = Path(__file__).resolve().parents[2] / "clients"
DIST: Final = CLIENTS / "web" / "dist"
DESK: Final = CLIENTS / "desk" / "dist"
PLACE: Final = "<!--head-->"
END: Final = "</body>"
FOR_STRANGERS: Final = frozenset({"apply"})
"""Pages of the desk at which somebody who has no account has business."""
OPENING: Final = '<html lang="zh-CN">'
PRELOADED = 12
"""Assets that the page asks for before its program runs: the coarse first view."""
PRELOAD_BYTES = 1_000_000
TYPES: Final = {
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".css": "text/css",
    ".html": "text/html",
    ".json": "application/json",
    ".wasm": "application/wasm",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
}


def client_page(path: Path) -> str:
    """A page of a built client; raises RequestError ``client_missing``."""
    if not path.is_file():
        raise RequestError("client_missing")
    return path.read_text(encoding="utf-8")


async def get_visitor_page(asked: Asked) -> web.Response:
    """The park, at the hall that the path names or at its start.

    A person who names a hall that is not there gets the page too, which shows a way on.
    """
    park, request = asked.park, asked.request
    hall_id = request.match_info.get("hall") or park.first_hall
    known = not hall_id or hall_id in park.halls
    if not known and "text/html" not in request.headers.get("Accept", ""):
        raise RequestError("hall_unknown")
    head = await _head(park, hall_id if known else "", request)
    return web.Response(
        status=200 if known else 404,
        text=_filled(client_page(DIST / "index.html"), head, park, _spoken(park, request[LANG])),
        content_type="text/html",
        headers={"Cache-Control": "no-cache"},
    )


async def get_guide_page(asked: Asked) -> web.Response:
    """The page on which one talks with a guide, without the park around."""
    park, request = asked.park, asked.request
    head = await _head(park, "", request)
    return web.Response(
        text=_filled(client_page(DIST / "guide.html"), head, park, _spoken(park, request[LANG])),
        content_type="text/html",
        headers={"Cache-Control": "no-cache"},
    )


def _filled(page: str, head: str, park: Park, lang: str) -> str:
    """The built page with what the park says of itself, above its programs and at its end."""
    whole = page.replace(PLACE, head).replace(END, f"{foot(park, lang)}{END}")
    return whole.replace(OPENING, _opening(park, lang), 1)


def _opening(park: Park, lang: str) -> str:
    """The page's first element: its language, those that the park offers, and the park's sign."""
    profile = park.site.profile
    sign = f' data-logo="/assets/{profile.logo.asset}"' if profile.logo else ""
    return f'<html lang="{lang}" data-languages="{" ".join(profile.languages)}"{sign}>'


def _spoken(park: Park, lang: str) -> str:
    """The asked language when the park offers it, else the park's first."""
    languages = park.site.profile.languages
    return lang if lang in languages else languages[0]


async def get_client_file(asked: Asked) -> web.StreamResponse:
    """A file of the visitor's client."""
    return _client_file(DIST, asked)


async def get_desk_page(asked: Asked) -> web.Response:
    """The staff desk, on whichever of its own pages the path names.

    A person without a session is shown the page too, with status 401: it says how to sign in. The
    door of applicants is meant for strangers.
    """
    welcome = asked.actor.is_known or asked.request.match_info.get("page") in FOR_STRANGERS
    if not welcome and "text/html" not in asked.request.headers.get("Accept", ""):
        raise RequestError("unauthorized")
    return web.Response(
        status=200 if welcome else 401,
        text=client_page(DESK / "index.html"),
        content_type="text/html",
        headers={"Cache-Control": "no-store"},
    )


async def get_desk_file(asked: Asked) -> web.StreamResponse:
    """A file of the desk's client: the program alone, which says nothing about the park."""
    return _client_file(DESK, asked)


def _client_file(folder: Path, asked: Asked) -> web.StreamResponse:
    """A built file. Names below the top carry a hash, so they may be kept for ever."""
    path = _inside(folder, asked.request.match_info["path"])
    if path is None:
        raise RequestError("not_found")
    kind = TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0]
    hashed = path.parent != folder
    headers = {
        "Content-Type": kind or "application/octet-stream",
        "Cache-Control": IMMUTABLE if hashed else "no-cache",
    }
    return web.FileResponse(path, headers=headers)


def _inside(folder: Path, relative: str) -> Path | None:
    """A file inside a client's folder that is not hidden."""
    try:
        path = (folder / relative).resolve()
        inside = path.relative_to(folder).parts if path.is_file() else (".",)
    except (OSError, ValueError):  # outside, or a name that no file can have
        return None
    return None if any(part.startswith(".") for part in inside) else path


async def _head(park: Park, hall_id: str, request: web.Request) -> str:
    """Title, share card (Open Graph, which WeChat reads too) and the first assets to fetch."""
    name = await park_name(park)
    base = park.settings.public_url or _base_of(request)
    title, about = f"{name['zh']} · {name['en']}", "走进园区，看展品，遇见人 · Walk in together"
    if hall_id:
        hall = park.hall(hall_id).editing.layers.published.hall["name"]
        title = f"{hall['zh']} · {name['zh']}"
    quoted = {key: html.escape(value, quote=True) for key, value in
              {"title": title, "about": about, "base": base}.items()}  # fmt: skip
    lines = [
        f"<title>{quoted['title']}</title>",
        f'<meta name="description" content="{quoted["about"]}">',
        f'<meta property="og:title" content="{quoted["title"]}">',
        f'<meta property="og:description" content="{quoted["about"]}">',
        f'<meta property="og:image" content="{quoted["base"]}/client/share.jpg">',
        '<meta property="og:type" content="website">',
    ]
    lines += [
        f'<link rel="preload" as="fetch" crossorigin href="/assets/{asset}">'
        for asset in _first_assets(park, hall_id)
    ]
    return "\n".join(lines)


def _base_of(request: web.Request) -> str:
    host = request.headers.get("Host")
    return f"{request.scheme}://{host}" if host else ""


def _first_assets(park: Park, hall_id: str) -> list[str]:
    if not hall_id:
        return []
    derived = park.hall(hall_id).derived
    _, position = derived.arrival()
    chosen, left = [], PRELOAD_BYTES
    for item in derived.manifest(position)[:PRELOADED]:
        if item.bytes <= left:
            chosen.append(item.asset)
            left -= item.bytes
    return chosen
