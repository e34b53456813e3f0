"""Exhibits over HTTP: revisions, publishing, places."""

from __future__ import annotations

from typing import Any

from aiohttp import web

from scenes.findings import Finding
from server.access.actor import Actor
from server.access.reach import owners_within
from server.errors import RequestError
from server.net.exhibit_answers import (
    exhibit_answer,
    placed_answer,
    publication_answer,
    revision_answer,
)
from server.net.gate import LANG
from server.net.route import Asked
from server.run.exhibits.house import tenant_acting
from server.run.exhibits.placing import InBooth, Where
from server.store.exhibit_records import StoredExhibit

LONGEST_TITLE = 120
EACH, ALONE = 5, 20
"""Revisions that an exhibit lists among others, and by itself."""
PAGE, LARGEST_PAGE = 50, 200


# --- reading --------------------------------------------------------------------------------------


async def get_exhibits(asked: Asked) -> web.Response:
    """Exhibits, newest first, a page at a time."""
    limit = whole(asked, "limit", PAGE, LARGEST_PAGE)
    book, query = asked.park.archive.exhibits, asked.request.query
    owners = owners_within(asked.actor, asked.route.action)
    found = await book.page(limit + 1, query.get("before"), owners)
    page = found[:limit]
    more = page[-1].id if len(found) > limit else None
    return web.json_response({"exhibits": await _answers(asked, page, EACH), "next": more})


async def get_exhibit(asked: Asked) -> web.Response:
    """One exhibit."""
    return await _one(asked, await asked.park.archive.exhibits.get(exhibit_id(asked)))


async def get_revisions(asked: Asked) -> web.Response:
    """Revisions of an exhibit, newest first, and what was published when."""
    limit, before = whole(asked, "limit", PAGE, LARGEST_PAGE), whole(asked, "before", 0, 10**9)
    book, exhibit = asked.park.archive.exhibits, exhibit_id(asked)
    state = await book.get(exhibit)
    found = await book.history(exhibit, limit + 1, before or None)
    page, lang, name = found[:limit], asked.request[LANG], asked.park.accounts.name_of
    published = await book.published(exhibit, limit)
    return web.json_response(
        {
            "revisions": [revision_answer(r, state.published, lang, name) for r in page],
            "publications": [publication_answer(p, name) for p in published],
            "next": page[-1].number if len(found) > limit else None,
        }
    )


async def get_revision(asked: Asked) -> web.Response:
    """A revision's whole manifest."""
    manifest = await asked.park.archive.exhibits.manifest(exhibit_id(asked), number(asked))
    return web.json_response(manifest)


# --- changing -------------------------------------------------------------------------------------


async def patch_exhibit(asked: Asked) -> web.Response:
    """Change the title or the card, wherever the exhibit stands."""
    told = asked.body.model_dump(exclude_unset=True)
    changes = dict(told.get("card") or {})
    if told.get("title") is not None:
        changes["title"] = told["title"]
    exhibits = asked.park.exhibits
    state = await exhibits.change_card(exhibit_id(asked), changes, author=asked.actor.id)
    return await _one(asked, state)


async def delete_exhibit(asked: Asked) -> web.Response:
    """Forget an exhibit; ``?placed=remove`` takes it out of halls first."""
    placed = asked.request.query.get("placed") == "remove"
    exhibits = asked.park.exhibits
    await exhibits.delete(exhibit_id(asked), author=asked.actor.id, placed=placed)
    return web.Response(status=204)


async def delete_revision(asked: Asked) -> web.Response:
    """Forget one revision that nobody sees."""
    await asked.park.exhibits.delete_revision(exhibit_id(asked), number(asked))
    return web.Response(status=204)


async def post_publication(asked: Asked) -> web.Response:
    """Show a revision wherever the exhibit stands."""
    wanted, author = asked.body, asked.actor.id
    state = await asked.park.exhibits.publish(
        exhibit_id(asked),
        wanted.revision,
        author=author,
        note=wanted.note,
        expected=wanted.base,
        tenant=tenant_in(asked, ""),
    )
    return await _one(asked, state)


async def post_placement(asked: Asked) -> web.Response:
    """Put an exhibit in a hall."""
    wanted, exhibit = asked.body, exhibit_id(asked)
    placed = await asked.park.exhibits.place(
        exhibit,
        asked.park.hall(wanted.hall),
        _where(wanted) or _usual_place(asked, wanted.hall),
        author=asked.actor.id,
        fit=wanted.fit,
        yaw=wanted.yaw,
        tenant=tenant_in(asked, wanted.hall),
    )
    path = f"/api/v1/exhibits/{exhibit}/placements/{placed.hall}/{placed.node}"
    return web.json_response(placed_answer(placed), status=201, headers={"Location": path})


async def patch_placement(asked: Asked) -> web.Response:
    """Move, turn or resize an exhibit that stands."""
    wanted = asked.body
    placed = await asked.park.exhibits.move(
        exhibit_id(asked),
        asked.park.hall(asked.hall_id),
        asked.request.match_info["node"],
        author=asked.actor.id,
        where=_where(wanted),
        fit=wanted.fit,
        yaw=wanted.yaw,
        tenant=tenant_in(asked, asked.hall_id),
    )
    return web.json_response(placed_answer(placed))


async def delete_placement(asked: Asked) -> web.Response:
    """Take an exhibit out of a hall."""
    hall, node = asked.park.hall(asked.hall_id), asked.request.match_info["node"]
    exhibits = asked.park.exhibits
    tenant = tenant_in(asked, hall.id)
    await exhibits.remove(exhibit_id(asked), hall, node, author=asked.actor.id, tenant=tenant)
    return web.Response(status=204)


async def post_collection(asked: Asked) -> web.Response:
    """Take away stored files that nothing refers to."""
    wanted = asked.body
    found = await asked.park.exhibits.collect(grace=wanted.grace, dry=wanted.dry_run)
    return web.json_response({**found._asdict(), "dry_run": wanted.dry_run})


# --- inside ---------------------------------------------------------------------------------------


def exhibit_id(asked: Asked) -> str:
    """The exhibit that the path names."""
    return asked.request.match_info["exhibit"]


def number(asked: Asked) -> int:
    """The revision that the path names."""
    return int(asked.request.match_info["number"])


def whole(asked: Asked, name: str, usual: int, most: int, *, least: int = 1) -> int:
    """A whole number of the query within ``least``..``most``; raises RequestError ``invalid``."""
    text = asked.request.query.get(name)
    if text is None:
        return usual
    if not (text.isascii() and text.isdigit() and len(text) <= 10):
        raise RequestError("invalid", [Finding(f"/{name}", "not_an_integer")])
    if not least <= int(text) <= most:
        bounds = f"{least}..{most}"
        raise RequestError("invalid", [Finding(f"/{name}", "out_of_range", "error", bounds)])
    return int(text)


def tenant_in(asked: Asked, hall: str) -> Actor | None:
    """Whoever may do this in their company's own booth alone; None for who may in all the hall."""
    return tenant_acting(asked.actor, asked.route.action, hall)


def _usual_place(asked: Asked, hall: str) -> Where:
    """Where something goes when nobody says: a company's only booth here, else a free plinth."""
    mine = asked.park.hall(hall).entitled.booths(asked.actor, asked.route.action)
    alone = tenant_in(asked, hall) is not None and len(mine) == 1
    return InBooth(next(iter(mine))) if alone else "free"


def _where(wanted: Any) -> Where | None:
    """The plinth or the place that a body names; raises RequestError when it names both."""
    booth: str | None = getattr(wanted, "booth", None)
    if wanted.at is not None and (wanted.translation is not None or booth is not None):
        raise RequestError("invalid", [Finding("/translation", "plinth_or_place")])
    if booth is not None:
        return InBooth(booth, wanted.translation)
    where: Where | None = wanted.at if wanted.at is not None else wanted.translation
    return where


async def _one(asked: Asked, state: StoredExhibit) -> web.Response:
    (answer,) = await _answers(asked, [state], ALONE)
    return web.json_response(answer)


async def _answers(asked: Asked, page: list[StoredExhibit], each: int) -> list[dict[str, Any]]:
    revisions = await asked.park.archive.exhibits.newest(page, each)
    asked.park.portraits.want(shown for each in revisions.values() for shown in each)
    places = asked.park.exhibits.placements()
    lang = asked.request[LANG]
    return [
        exhibit_answer(
            state,
            revisions.get(state.id, []),
            [place for place in places if place.exhibit == state.id],
            lang,
            asked.park.accounts.name_of,
        )
        for state in page
    ]
