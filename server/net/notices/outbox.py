"""The outbox over HTTP: what went out, what waits, what nobody took."""

from __future__ import annotations

from typing import Any, Final

from aiohttp import web

from server.errors import RequestError
from server.net.api_exhibits import LARGEST_PAGE, PAGE, whole
from server.net.route import Asked
from server.run.notices import Address, Notice
from server.run.notices.kinds import kind_of
from server.store.notice_records import Attempt, StoredNotice

FILTERS: Final = ("state", "kind", "way", "ref")


async def get_notices(asked: Asked) -> web.Response:
    """Notices, newest first, a page at a time."""
    book, query = asked.park.archive.notices, asked.request.query
    limit = whole(asked, "limit", PAGE, LARGEST_PAGE)
    where = {name: query[name][:200] for name in FILTERS if query.get(name)}
    if query.get("endpoint"):
        where["ref"] = f"endpoint:{query['endpoint'][:64]}"
    found = await book.page(limit + 1, query.get("before"), **where)
    page = found[:limit]
    last = await book.last_attempts([each.id for each in page])
    return web.json_response(
        {
            "notices": [notice_answer(asked, each, last.get(each.id)) for each in page],
            "next": page[-1].id if len(found) > limit else None,
            "counts": await book.counts(),
            "ways": ways(asked),
        }
    )


async def get_notice(asked: Asked) -> web.Response:
    """One notice with its attempts."""
    book = asked.park.archive.notices
    notice = await book.get(_id(asked))
    attempts = await book.attempts(notice.id)
    answer = notice_answer(asked, notice, attempts[0] if attempts else None)
    answer["attempts"] = [_attempt(each) for each in attempts]
    return web.json_response({**answer, "body": asked.park.notices.body_of(notice)})


async def post_again(asked: Asked) -> web.Response:
    """Try one anew, under its old id."""
    return web.json_response(notice_answer(asked, await asked.park.notices.again(_id(asked)), None))


async def delete_notice(asked: Asked) -> web.Response:
    """Stop trying."""
    stopped = await asked.park.notices.cancel(_id(asked))
    return web.json_response(notice_answer(asked, stopped, None))


async def post_test(asked: Asked) -> web.Response:
    """Send a test notice."""
    wanted = asked.body
    to = Address(email=wanted.to) if wanted.way == "email" else Address(phone=wanted.to)
    if wanted.way == "email" and "@" not in wanted.to:
        raise RequestError("bad_address")
    id = await asked.park.notices.send(Notice("test", to, person="", ref=asked.actor.id))
    return web.json_response({"id": id}, status=202)


def notice_answer(asked: Asked, notice: StoredNotice, last: Attempt | None) -> dict[str, Any]:
    """A notice as the API tells of it."""
    kind = kind_of(notice.kind)
    names = ("id", "kind", "way", "ref", "state", "tries", "due", "at", "ended", "code")
    return {
        **{name: getattr(notice, name) for name in names},
        "words": {"zh": kind.zh, "en": kind.en},
        "to": asked.park.notices.masked(notice),
        "last": _attempt(last) if last else None,
    }


def ways(asked: Asked) -> dict[str, Any]:
    """How mail and text messages are sent, and what is still missing for it."""
    s = asked.park.settings
    mail_ready = s.mail != "smtp" or bool(s.smtp_host and (s.mail_from or s.smtp_user))
    return {
        "email": {"how": s.mail, "ready": mail_ready},
        "phone": {"how": s.sms, "ready": s.sms != "http" or bool(s.sms_template)},
    }


def _attempt(attempt: Attempt) -> dict[str, Any]:
    names = ("number", "at", "seconds", "code", "status", "excerpt")
    return {name: getattr(attempt, name) for name in names}


def _id(asked: Asked) -> str:
    return asked.request.match_info["notice"]
