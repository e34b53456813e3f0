"""The way to the staff desk, and into it by a one-time link.

A link may pass through programs that open it before a person does: previews of a chat, checkers of
mail, a browser that reads ahead. A person who went to the link signs in at once, and so does a
script on this machine; everybody else is shown a button first, and pressing it uses the link up.
"""

from __future__ import annotations

import html
from typing import Final

from aiohttp import web

from server.net.api_session import from_this_machine, is_forwarded, open_session
from server.net.forms import read_form
from server.net.gate import LANG
from server.net.route import Asked

DESK: Final = "/desk"
FORM_BYTES: Final = 2_000
WORDS: Final = {
    "zh-CN": ("灵境 · 运营者登录", "以运营者身份进入园区", "进入"),
    "en": ("Lingjing · operator", "Enter the park as its operator", "Enter"),
}
BUTTON: Final = """<!doctype html>
<html lang="{lang}"><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>body{{font:18px system-ui,sans-serif;display:grid;place-content:center;gap:1em;height:90vh;
text-align:center}}button{{font:inherit;padding:.6em 2em}}</style>
<form method="post" action="/operator"><p>{words}</p>
<input type="hidden" name="key" value="{key}"><button autofocus>{button}</button></form></html>
"""
BUTTON_HEADERS: Final = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
}


async def get_operator_page(asked: Asked) -> web.Response:
    """On to the desk; with ``?key=`` of a one-time link, signed in."""
    key = asked.request.query.get("key")
    if key is None:
        return web.Response(status=303, headers={"Location": DESK})
    if _is_a_person_going_there(asked.request) or _is_a_script_here(asked.request):
        return await _sign_in(asked, key)
    return _button(key, asked.request[LANG])


async def post_operator_page(asked: Asked) -> web.Response:
    """The button was pressed: sign in."""
    form = await read_form(asked.request, FORM_BYTES)
    return await _sign_in(asked, form.get("key", ""))


async def _sign_in(asked: Asked, key: str) -> web.Response:
    answer = web.Response(status=303, headers={"Location": DESK})
    await open_session(asked, key, answer)
    return answer


def _is_a_person_going_there(request: web.Request) -> bool:
    """Typed, pasted or opened from a terminal (Fetch Metadata Request Headers).

    Not from another site either: a browser would then keep the new cookie from the page that
    follows, as it is a strict one.
    """
    fields = request.headers
    return (
        request.method == "GET"
        and fields.get("Sec-Fetch-Mode") == "navigate"
        and fields.get("Sec-Fetch-Site") == "none"
        and "Sec-Purpose" not in fields
    )


def _is_a_script_here(request: web.Request) -> bool:
    """A program on this machine that is no browser: previews are made elsewhere or by browsers."""
    browser = any(name.lower().startswith("sec-") for name in request.headers)
    here = from_this_machine(request) and not is_forwarded(request)
    return request.method == "GET" and here and not browser


def _button(key: str, lang: str) -> web.Response:
    title, words, button = WORDS[lang]
    page = BUTTON.format(
        lang=lang, title=title, words=words, button=button, key=html.escape(key[:256], quote=True)
    )
    return web.Response(text=page, content_type="text/html", headers=BUTTON_HEADERS)
