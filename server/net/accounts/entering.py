"""The end of every way in: a session, its cookies, and the answer that says who one is now."""

from __future__ import annotations

from aiohttp import web

from server.access.actor import Actor
from server.errors import RequestError
from server.net.accounts.answers import session_answer, step_answer
from server.net.gate import address_of, cookie_name, cookie_of, secure, session_of
from server.net.route import Asked
from server.run.accounts.signing import Proved, Step
from server.run.secrets import csrf_token
from server.store.doing import note

KNOWN = "lingjing_known"
"""A cookie that pages can read: it says that somebody is signed in, and nothing else."""


async def enter(asked: Asked, proved: Proved | Step, **more: object) -> web.Response:
    """Let somebody in who has shown who they are, or ask for their second factor.

    ``more`` is added to the answer. A session that this browser had before ends.
    """
    if isinstance(proved, Step):
        note(after={"waits_for": "second factor"})
        return web.json_response(step_answer(proved) | more)
    office, request = asked.park.office, asked.request
    account = asked.park.accounts.get(proved.account)
    agent = request.headers.get("User-Agent", "")
    secret, seconds = await office.enter(account, proved.how, agent, address_of(request))
    await end_present(asked)
    actor = asked.park.sessions.actor(secret)
    note(actor=actor.id, role=actor.role, after={"how": proved.how})
    answer = web.json_response(session_answer(asked.park, actor, csrf_token(secret)) | more)
    set_cookies(asked, answer, secret, seconds)
    return answer


async def answer_of(
    asked: Asked, account: str, how: str, *, strong: bool = False, **more: object
) -> web.Response:
    """Let an account in that showed who it is by ``how``, or ask for its second factor.

    ``strong``: what it showed was two factors in one. Raises AccountError ``account_suspended``.
    """
    return await enter(asked, asked.park.office.signing.proved(account, how, strong=strong), **more)


def session_of_asker(asked: Asked) -> web.Response:
    """Who the sender is, as ``SessionAnswer``."""
    shown = session_of(asked.request)
    csrf = csrf_token(shown) if shown and asked.actor.is_known else ""
    return web.json_response(session_answer(asked.park, asked.actor, csrf))


def must_have_account(asked: Asked) -> str:
    """The account of the sender; raises RequestError ``account_none`` for the operator's link."""
    if asked.park.accounts.find_id(asked.actor.id) is None:
        raise RequestError("account_none")
    return asked.actor.id


async def enter_by_link(asked: Asked, key: str, answer: web.Response) -> tuple[Actor, str]:
    """Turn the secret of an operator link into a session on this answer: who it is, and its secret.

    Raises RequestError ``link_refused``.
    """
    request = asked.request
    agent, address = request.headers.get("User-Agent", ""), address_of(request)
    opened = await asked.park.sessions.redeem(key[:256], agent, address)
    if opened is None:
        raise RequestError("link_refused")
    await end_present(asked)
    set_cookies(asked, answer, *opened)
    actor = asked.park.sessions.actor(opened[0])
    note(actor=actor.id, role=actor.role, after={"how": "link"})
    return actor, opened[0]


async def end_present(asked: Asked) -> None:
    """End the session whose cookie this request carries: another takes its place."""
    present = cookie_of(asked.request)
    if present:
        await asked.park.sessions.end(present)


def set_cookies(asked: Asked, answer: web.Response, secret: str, seconds: int) -> None:
    """The session's cookie, which pages cannot read, and the one that they can."""
    tls = secure(asked.request)
    for name, value, hidden in ((cookie_name(secure=tls), secret, True), (KNOWN, "1", False)):
        answer.set_cookie(
            name,
            value,
            max_age=seconds,
            path="/",
            httponly=hidden,
            secure=tls,
            samesite="Strict",
        )


def drop_cookies(asked: Asked, answer: web.Response) -> None:
    """Take both cookies away."""
    tls = secure(asked.request)
    for name in (cookie_name(secure=tls), KNOWN):
        answer.del_cookie(name, path="/", secure=tls, samesite="Strict")
