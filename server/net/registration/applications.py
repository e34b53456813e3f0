"""Applications over HTTP: begun, filled in, read, moved on."""

from __future__ import annotations

from typing import Any, Final

from aiohttp import web

from scenes.findings import Finding
from server.access.actor import ANYBODY
from server.access.reach import owners_within
from server.errors import RequestError
from server.net.api_exhibits import whole
from server.net.registration.answers import HIDDEN, application_answer, is_staff, row_shown
from server.net.registration.bodies import (
    ApplicationNew,
    ApplicationSave,
    IdentityWanted,
    TransitionBody,
)
from server.net.route import Asked
from server.registration.case import Item
from server.registration.errors import RegistrationError
from server.registration.states import FLAGS, STATES
from server.run.registration.files import IDENTITY, shown
from server.run.registration.keepable import unkeepable
from server.run.registration.office import Wish
from server.store.doing import note
from server.store.registration_records import Place, StoredApplication

PAGE, LARGEST_PAGE = 50, 200
QUERY: Final = {
    "state": "one or several, with commas between",
    "flag": "one that it must have",
    "q": "part of the name or of the credit code, or an id",
    "mine": "true: only those that one works on, or has begun",
    "clerk": "an account that works on them; none: nobody does",
    "before": "an application: those begun earlier",
    "limit": "how many, at most 200",
}


async def post_application(asked: Asked) -> web.Response:
    """Begin a draft; the sender's enterprise from now on."""
    body: ApplicationNew = asked.body or ApplicationNew()
    if asked.actor.id == ANYBODY.id:
        raise RequestError("sign_up_first")
    office = asked.park.registry.office
    if found := unkeepable(body.fields or {}):  # nothing is begun that could not be kept
        raise RegistrationError("invalid", found)
    row = await office.begin(asked.actor.id, lang=body.lang)
    if body.fields:
        row = await office.save(row.id, row.version, body.fields)
    # Whoever began it is of the enterprise now, and was not when they asked.
    return web.json_response(await application_answer(_anew(asked), row), status=201)


async def get_applications(asked: Asked) -> web.Response:
    """Applications that the sender may read, newest first."""
    limit = whole(asked, "limit", PAGE, LARGEST_PAGE)
    owners = owners_within(asked.actor, asked.route.action)
    ids = None if owners is None else {o.partition(":")[2] for o in owners if ":" in o}
    book, query = asked.park.archive.registration, asked.request.query
    found = await book.page(limit + 1, query.get("before"), ids, _where(asked))
    page = found[:limit]
    counts = (await book.counts()).states if is_staff(asked.actor) else {}
    return web.json_response(
        {
            "applications": [row_shown(asked, row) for row in page],
            "next": page[-1].id if len(found) > limit else None,
            "counts": counts,
        }
    )


async def get_application(asked: Asked) -> web.Response:
    """One application, whole."""
    return await answered(asked, await row_of(asked))


async def patch_application(asked: Asked) -> web.Response:
    """Keep fields as far as they are filled in."""
    body: ApplicationSave = asked.body
    row = await asked.park.registry.office.save(id_of(asked), body.version, body.fields)
    return await answered(asked, row)


async def delete_application(asked: Asked) -> web.Response:
    """Throw a draft away."""
    await asked.park.registry.office.discard(id_of(asked))
    return web.Response(status=204)


async def post_transition(asked: Asked) -> web.Response:
    """Do what the workflow allows."""
    body: TransitionBody = asked.body
    wish = Wish(
        verb=body.verb,
        version=body.version,
        reason=body.reason,
        note=body.note,
        items=tuple(Item(item.pointer, item.text) for item in body.items),
        agreement="" if body.agreement is None else str(body.agreement),
        custodian=body.custodian,
        booth=Place(body.booth.hall, body.booth.node) if body.booth else None,
        without_booth=body.without_booth,
    )
    row = await asked.park.registry.office.transition(id_of(asked), asked.actor, wish)
    return await answered(asked, row)


async def post_identity(asked: Asked) -> web.Response:
    """Read what is masked elsewhere; the reading and its reason stand in the audit trail."""
    body: IdentityWanted = asked.body
    row = await row_of(asked)
    values = asked.park.registry.office.values(row)
    note(after={"read": [IDENTITY, "phone", "email"], "why": body.why})
    return web.json_response(
        {
            "number": str(values.get(IDENTITY, "")),
            "phone": str(values.get("phone", "")),
            "email": str(values.get("email", "")),
        }
    )


async def get_duplicates(asked: Asked) -> web.Response:
    """Other applications that may be of the same company."""
    row, office = await row_of(asked), asked.park.registry.office
    book = asked.park.archive.registration
    found = await book.alike(row)
    known = {each.id for each in found}
    named = await office.facts.similar(row, office.values(row))
    found += [await book.get(id) for id in named if id not in known]
    return web.json_response(
        {
            "duplicates": [
                {
                    "id": each.id,
                    "state": each.state,
                    "name": each.title,
                    "credit_code": each.credit_code,
                    "why": _alike(row, each) or ["name"],
                    "fields": shown(office.values(each), own=False),
                    "submitted": each.submitted,
                }
                for each in found
            ]
        }
    )


# --- inside ---------------------------------------------------------------------------------------


def id_of(asked: Asked) -> str:
    """The application that the path names."""
    return asked.request.match_info["application"]


async def row_of(asked: Asked) -> StoredApplication:
    """The application that the path names; raises StoreError ``application_unknown``."""
    return await asked.park.archive.registration.get(id_of(asked))


async def answered(asked: Asked, row: StoredApplication) -> web.Response:
    """An application whole."""
    return web.json_response(await application_answer(asked, row))


def _anew(asked: Asked) -> Asked:
    """The same request, its sender with the rights that they have now."""
    from server.net.gate import ACTOR

    asked.request[ACTOR] = asked.park.accounts.actor(asked.actor.id) or asked.actor
    return asked


def _where(asked: Asked) -> dict[str, str]:
    query, found = asked.request.query, []
    where: dict[str, str] = {}
    if state := query.get("state"):
        where["state"] = state
        if not set(state.split(",")) <= set(STATES):
            found.append(Finding("/state", "not_a_choice"))
    if flag := query.get("flag"):
        where["flag"] = flag
        # To ask one's own for a flag that one may not see would tell of it.
        if flag not in FLAGS or (flag in HIDDEN and not is_staff(asked.actor)):
            found.append(Finding("/flag", "not_a_choice"))
    if found:
        raise RequestError("invalid", found)
    if text := query.get("q", "").strip():
        where["q"] = text[:100]
    if (clerk := query.get("clerk")) is not None and is_staff(asked.actor):
        where["clerk"] = "" if clerk == "none" else clerk[:64]
    if query.get("mine") == "true":
        where["clerk" if is_staff(asked.actor) else "submitter"] = asked.actor.id
    return where


def _alike(row: StoredApplication, other: StoredApplication) -> list[str]:
    same: dict[str, Any] = {
        "credit_code": (row.credit_code, other.credit_code),
        "name": (row.folded, other.folded),
        "identity": (row.id_index, other.id_index),
    }
    return [name for name, (mine, theirs) in same.items() if mine and mine == theirs]
