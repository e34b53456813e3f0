"""The staff inbox and the plan of duty over HTTP."""

from __future__ import annotations

from typing import Any, Final

from aiohttp import web

from scenes.findings import Finding
from server.errors import RequestError
from server.net.api_exhibits import LARGEST_PAGE, PAGE, whole
from server.net.route import Asked
from server.run.park import Park
from server.run.secrets import short_id
from server.run.site.duty import Duty
from server.run.site.inbox import KINDS
from server.store.inbox import StoredItem

FILTERS: Final = ("state", "kind")


async def get_items(asked: Asked) -> web.Response:
    """Items, newest first, a page at a time."""
    book, query = asked.park.archive.inbox, asked.request.query
    limit = whole(asked, "limit", PAGE, LARGEST_PAGE)
    where = {name: query[name][:64] for name in FILTERS if query.get(name)}
    if query.get("assignee"):
        mine = query["assignee"] == "me"
        where["assignee"] = asked.actor.id if mine else query["assignee"][:64]
    found = await book.page(limit + 1, query.get("before"), **where)
    page = found[:limit]
    return web.json_response(
        {
            "items": [item_answer(asked.park, each) for each in page],
            "next": page[-1].id if len(found) > limit else None,
            "counts": await book.counts(),
            "kinds": {kind: {"zh": zh, "en": en} for kind, (zh, en) in KINDS.items()},
        }
    )


async def get_item(asked: Asked) -> web.Response:
    """One item."""
    return _one(asked, await asked.park.archive.inbox.get(_id(asked)))


async def post_item(asked: Asked) -> web.Response:
    """Note a deadline by hand."""
    new = asked.body
    ref = f"note:{short_id()}"
    title = new.title.model_dump()
    item = await asked.park.inbox.put("deadline", ref, title, due=new.due, link=new.link)
    return web.json_response(item_answer(asked.park, item), status=201)


async def patch_item(asked: Asked) -> web.Response:
    """Take it, give it to somebody, put it back, settle it."""
    state, assignee = asked.body.state, asked.body.assignee
    if state == "taken" and assignee is None:
        assignee = asked.actor.id
    if assignee and asked.park.accounts.actor(assignee) is None:
        raise RequestError("invalid", [Finding("/assignee", "assignee_unknown", "error", "")])
    changed = await asked.park.inbox.change(_id(asked), state=state, assignee=assignee)
    return _one(asked, changed)


async def post_note(asked: Asked) -> web.Response:
    """Write a note to it."""
    return _one(
        asked, await asked.park.inbox.note(_id(asked), asked.actor.id, asked.body.text.strip())
    )


async def get_duty(asked: Asked) -> web.Response:
    """The plan of duty."""
    return web.json_response(_duty(asked.park))


async def put_duty(asked: Asked) -> web.Response:
    """Keep another plan."""
    await asked.park.inbox.set_duty(Duty.of(asked.body.model_dump()))
    return web.json_response(_duty(asked.park))


def item_answer(park: Park, item: StoredItem) -> dict[str, Any]:
    """An item as the API tells of it."""
    zh, en = KINDS.get(item.kind, (item.kind, item.kind))
    names = ("id", "kind", "ref", "title", "link", "due", "state", "assignee", "at", "ended")
    notes = [{**note, "name": park.accounts.name_of(note["author"])} for note in item.notes]
    return {
        **{name: getattr(item, name) for name in names},
        "words": {"zh": zh, "en": en},
        "assignee_name": park.accounts.name_of(item.assignee),
        "notes": notes,
    }


def _duty(park: Park) -> dict[str, Any]:
    people = [
        {"id": account.id, "name": account.name, "role": actor.role}
        for account in park.accounts
        if (actor := park.accounts.actor(account.id)) is not None and actor.may("inbox.edit")
    ]
    duty = park.inbox.duty
    return {"plan": duty.told(), "on_duty": duty.on_duty(park.clock.now()), "people": people}


def _one(asked: Asked, item: StoredItem) -> web.Response:
    return web.json_response(item_answer(asked.park, item))


def _id(asked: Asked) -> str:
    return asked.request.match_info["item"]
