"""Pages that letters lead to, which need no script: one's visit, and the contact one left.

They show what the secret in the address stands for. Looking changes nothing, as programs look at
links too; a press on a button does.
"""

from __future__ import annotations

import html
from collections.abc import Mapping
from typing import Final

from aiohttp import web

from server.errors import problem
from server.net.gate import LANG
from server.net.promotion.answers import own_booking
from server.net.route import Asked
from server.net.site.plain_page import LANGUAGES, framed, lang_of
from server.net.site.profile import site_answer
from server.promotion.bookings import BOOKING_WORDS
from server.store.errors import StoreError

WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "zh": {
        "visit": "我的参观预约",
        "contact": "我留下的联系方式",
        "when": "时间",
        "people": "人数",
        "place": "地点",
        "answer": "园区回复",
        "state": "状态",
        "cancel": "取消预约",
        "calendar": "加入日历",
        "online": "在线参观，直接打开园区网页",
        "left": "您于 {when} 留下联系方式，并同意了隐私政策（{consent}）。",
        "kept": "若不再联系，最迟于 {when} 自动删除。",
        "back": "撤回同意并立即删除",
        "gone": "已删除。感谢您的关注。",
        "park": "进入园区",
    },
    "en": {
        "visit": "My visit",
        "contact": "The contact I left",
        "when": "When",
        "people": "People",
        "place": "Where",
        "answer": "From the park",
        "state": "State",
        "cancel": "Cancel the visit",
        "calendar": "Add to calendar",
        "online": "On the web: just open the park",
        "left": "You left a contact on {when} and agreed to the privacy policy ({consent}).",
        "kept": "Unless we are in touch, it is deleted by {when}.",
        "back": "Take it back and delete it now",
        "gone": "It is deleted. Thank you for your interest.",
        "park": "Enter the park",
    },
}
HEAD: Final = '<meta name="robots" content="noindex"><meta name="referrer" content="no-referrer">'


async def get_visit(asked: Asked) -> web.Response:
    """A visit, by the secret of its letter."""
    return await _visit(asked)


async def post_visit(asked: Asked) -> web.Response:
    """Cancel it."""
    try:
        bookings = asked.park.promotion.bookings
        booking = await bookings.own(_token(asked))
        if "cancel" in own_booking(asked, booking)["verbs"]:
            await bookings.turn(booking.id, booking.version, "cancel", "visitor", "")
    except StoreError as error:
        return _refused(asked, "visit", error)
    return await _visit(asked)


async def _visit(asked: Asked) -> web.Response:
    lang, words = _words(asked)
    try:
        told = own_booking(asked, await asked.park.promotion.bookings.own(_token(asked)))
    except StoreError as error:
        return _refused(asked, "visit", error)
    state = BOOKING_WORDS[told["state"]][1 if lang == "en" else 0]
    place = told["place"].get("en" if lang == "en" else "zh") or words["online"]
    rows = {
        "state": state,
        "when": asked.park.promotion.letters.when(told["starts"], lang),
        "people": str(told["people"]),
        "place": place,
        "answer": told["answer"],
    }
    lines = "".join(
        f"<dt>{words[name]}</dt><dd>{html.escape(value)}</dd>"
        for name, value in rows.items()
        if value
    )
    ics = f"/api/v1/bookings/own/{html.escape(_token(asked))}/visit.ics"
    more = f'<p><a href="{ics}">{words["calendar"]}</a></p>'
    button = _button(words["cancel"]) if "cancel" in told["verbs"] else ""
    return _page(asked, "visit", f"<dl>{lines}</dl>{more if button else ''}{button}")


async def get_contact(asked: Asked) -> web.Response:
    """The contact that somebody left, by the secret of its letter."""
    lang, words = _words(asked)
    park = asked.park
    try:
        leaving = await park.promotion.leads.left_by(_token(asked))
        lead = await park.promotion.leads.get(leaving.lead)
    except StoreError as error:
        return _refused(asked, "contact", error)
    when = park.promotion.letters.when
    left = words["left"].format(when=when(leaving.at, lang), consent=leaving.consent)
    kept = words["kept"].format(when=when(lead.stored.expires, lang))
    body = f"<p>{html.escape(left)}</p><p>{html.escape(kept)}</p>{_button(words['back'])}"
    return _page(asked, "contact", body)


async def post_contact(asked: Asked) -> web.Response:
    """Take it back."""
    try:
        await asked.park.promotion.leads.take_back(_token(asked))
    except StoreError as error:
        return _refused(asked, "contact", error)
    return _page(asked, "contact", f'<p role="status">{_words(asked)[1]["gone"]}</p>')


def _button(words: str) -> str:
    return f'<form method="post"><button type="submit">{words}</button></form>'


def _refused(asked: Asked, title: str, error: StoreError) -> web.Response:
    told = problem(error, asked.request[LANG])
    return _page(asked, title, f"<p>{html.escape(told.message)}</p>", told.status)


def _page(asked: Asked, title: str, body: str, status: int = 200) -> web.Response:
    lang, words = _words(asked)
    enter = f'<p><a href="/">{words["park"]}</a></p>'
    whole = f"<article><h1>{words[title]}</h1>\n{body}\n{enter}</article>"
    text = framed(words[title], whole, site_answer(asked.park), lang, HEAD)
    headers = {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer"}
    return web.Response(text=text, status=status, content_type="text/html", headers=headers)


def _words(asked: Asked) -> tuple[str, Mapping[str, str]]:
    lang = lang_of(asked)
    return lang, WORDS[LANGUAGES[lang][0]]


def _token(asked: Asked) -> str:
    return asked.request.match_info["token"]
