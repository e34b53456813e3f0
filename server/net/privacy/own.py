"""People and their own data: a copy, a question, an end; what they agree to."""

from __future__ import annotations

from typing import Any

from aiohttp import web

from scenes.findings import Finding
from server.errors import RequestError
from server.net.accounts.proof import prove
from server.net.gate import address_of
from server.net.privacy.copies import send_copy
from server.net.route import Asked
from server.run.privacy.purposes import PURPOSES
from server.run.secrets import fingerprint
from server.store.privacy_records import PrivacyRequest


async def get_own_export(asked: Asked) -> web.StreamResponse:
    """Everything that the park knows of the sender, as a zip of JSON and files."""
    return await send_copy(asked, account_of(asked))


async def delete_own(asked: Asked) -> web.Response:
    """Delete the sender's account and all that is theirs, for good."""
    person = account_of(asked)
    await prove(asked, asked.park.accounts.get(person), asked.body)
    await asked.park.privacy.erase(person, person)
    return web.Response(status=204)


async def get_own_requests(asked: Asked) -> web.Response:
    """What the sender has asked about their data."""
    found = await asked.park.archive.privacy.requests(account_of(asked))
    return web.json_response({"requests": [request_told(asked, each) for each in found]})


async def post_request(asked: Asked) -> web.Response:
    """Ask something about one's data; also without an account."""
    person = asked.actor.id if is_account(asked.actor.id) else ""
    address = address_of(asked.request)
    request = await asked.park.privacy.ask(person, asked.body.kind, asked.body.words, address)
    return web.json_response(request_told(asked, request), status=201)


async def get_consents(asked: Asked) -> web.Response:
    """Every purpose, and what the sender said about it last."""
    person = consenting(asked, asked.request.query.get("visitor"))
    return web.json_response({"consents": await _consents(asked, person)})


async def post_consent(asked: Asked) -> web.Response:
    """Agree to one purpose, or no longer."""
    wanted, now = asked.body, asked.park.clock.now()
    person = consenting(asked, wanted.visitor)
    asked.park.privacy.consent_pace(person, address_of(asked.request))
    book = asked.park.archive.privacy
    if wanted.given:
        await book.give(person, wanted.purpose, wanted.document, now)
    else:
        await book.withdraw(person, wanted.purpose, now)
    return web.json_response({"consents": await _consents(asked, person)})


def is_account(id: str) -> bool:
    """Whether an actor's id is an account's."""
    return id.startswith("a_")


def account_of(asked: Asked) -> str:
    """The sender's account; raises RequestError ``unauthorized`` without one."""
    if not is_account(asked.actor.id):
        raise RequestError("unauthorized")
    return asked.actor.id


def consenting(asked: Asked, visitor: str | None) -> str:
    """Whose consent it is: an account's, or that of a browser that says its token."""
    if is_account(asked.actor.id):
        return asked.actor.id
    if not visitor or not 16 <= len(visitor) <= 128:
        raise RequestError("invalid", [Finding("/visitor", "missing")])
    return f"v_{fingerprint(visitor)[:32]}"


async def _consents(asked: Asked, person: str) -> list[dict[str, Any]]:
    last = {each.purpose: each for each in await asked.park.archive.privacy.consents_of(person)}
    told = []
    for purpose, known in PURPOSES.items():
        said = last.get(purpose)
        told.append(
            {
                "purpose": purpose,
                "words": known.words._asdict(),
                "apart": known.apart,
                "document": said.document if said else "",
                "given": said.given if said else None,
                "withdrawn": said.withdrawn if said else None,
            }
        )
    return told


def request_told(asked: Asked, request: PrivacyRequest) -> dict[str, Any]:
    """A request as the API tells it, its words opened while their key is there."""
    name = asked.park.accounts.name_of(request.person)
    return {**request._asdict(), "name": name, "words": asked.park.privacy.words(request)}
