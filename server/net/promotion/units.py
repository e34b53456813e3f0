"""Space to let over HTTP: searched by anybody, held by whoever is known, looked after by staff."""

from __future__ import annotations

from collections import Counter
from typing import Any, Final

from aiohttp import web

from scenes.findings import Finding
from server.access.actor import Thing
from server.errors import RequestError
from server.net.api_exhibits import LARGEST_PAGE, PAGE, whole
from server.net.promotion.answers import hold_answer, is_mine, may_read_all, unit_answer
from server.net.promotion.bodies_units import HoldNew, StatusBody
from server.net.route import Asked
from server.promotion.errors import PromotionError
from server.promotion.holds import HOLD_STATES
from server.promotion.units import UNIT_STATUSES, Unit, Wish, found
from server.run.promotion.contact import opened
from server.store.doing import note
from server.store.errors import StoreError
from server.store.promotion_records import StoredHold

NUMBERS: Final = ("min_area", "max_area", "max_rent", "min_load", "min_power")


async def get_units(asked: Asked) -> web.Response:
    """Space to let, the best fit first."""
    units = list(asked.park.promotion.units.all(closed=asked.actor.may("hall.join_closed")))
    kept = found(units, _wish(asked))
    return web.json_response(
        {
            "units": [await _told(asked, unit) for unit in kept],
            "uses": Counter(unit.use for unit in units),
            "statuses": Counter(unit.status for unit in kept),
            "total_area": round(sum(unit.area for unit in kept), 2),
            "free_area": round(sum(u.area for u in kept if u.status == "free"), 2),
            "hold_days": asked.park.promotion.units.rules.days,
        }
    )


async def get_unit(asked: Asked) -> web.Response:
    """One unit."""
    return web.json_response(await _told(asked, _unit(asked)))


async def put_status(asked: Asked) -> web.Response:
    """Note that a unit is let, or free again."""
    body: StatusBody = asked.body
    units, (hall, node) = asked.park.promotion.units, _place(asked)
    note(target=f"unit/{hall}/{node}", after={"state": body.status})
    if body.status == "let":
        await units.let(hall, node, asked.actor, body.lead)
    else:
        await units.free(hall, node, asked.actor)
    return await get_unit(asked)


async def post_hold(asked: Asked) -> web.Response:
    """Hold a unit: of all who ask at the same moment, one gets it."""
    body: HoldNew = asked.body or HoldNew()
    hall, node = _place(asked)
    made = await asked.park.promotion.units.hold(hall, node, asked.actor, body.lead, body.days)
    note(target=f"hold/{made.id}", after={"hall": hall, "kind": "hold", "until": made.until})
    return web.json_response(await _hold(asked, made), status=201)


async def get_holds(asked: Asked) -> web.Response:
    """Holds, newest first: all for staff, else one's own."""
    limit, state = whole(asked, "limit", PAGE, LARGEST_PAGE), asked.request.query.get("state", "")
    if state not in ("", "living", *HOLD_STATES):
        raise RequestError("invalid", [Finding("/state", "not_a_choice")])
    where = {"state": state} if state else {}
    if not asked.actor.may("hold.read", Thing()):
        where["owner"] = _own_name(asked)
    before = asked.request.query.get("before")
    kept = await asked.park.archive.holds.page(limit + 1, before, **where)
    page = kept[:limit]
    return web.json_response(
        {
            "holds": [await _hold(asked, hold) for hold in page],
            "next": page[-1].id if len(kept) > limit else None,
        }
    )


async def post_extension(asked: Asked) -> web.Response:
    """Make a hold longer, once."""
    hold = await _named(asked, "hold.edit")
    after = await asked.park.promotion.units.extend(hold.id, asked.actor)
    note(target=f"hold/{hold.id}", after={"until": after.until})
    return web.json_response(await _hold(asked, after))


async def delete_hold(asked: Asked) -> web.Response:
    """Give a unit back."""
    hold = await _named(asked, "hold.end")
    await asked.park.promotion.units.end(hold, asked.actor.id)
    note(target=f"hold/{hold.id}")
    return web.Response(status=204)


async def _named(asked: Asked, action: str) -> StoredHold:
    """The hold of the path, if the sender may do this to it; who may not see it hears nothing."""
    hold = await asked.park.archive.holds.get(asked.request.match_info["hold"])
    owner = asked.actor.id if is_mine(asked.actor, hold) else hold.owner
    thing = Thing(owner, hold.hall)
    if not asked.actor.may("hold.read", thing):
        raise StoreError("hold_unknown", "it is not theirs to see")
    if not asked.actor.may(action, thing):
        raise RequestError("forbidden")
    return hold


def _own_name(asked: Asked) -> str:
    firms = sorted(grant.enterprise for grant in asked.actor.grants if grant.enterprise)
    return f"enterprise:{firms[0]}" if firms else asked.actor.id


async def _told(asked: Asked, unit: Unit) -> dict[str, Any]:
    hold = asked.park.promotion.units.hold_of(unit)
    sees = hold is not None and (may_read_all(asked.actor, hold) or is_mine(asked.actor, hold))
    return unit_answer(asked, unit, await _hold(asked, hold) if hold and sees else None)


async def _hold(asked: Asked, hold: StoredHold) -> dict[str, Any]:
    name = ""
    if hold.lead and may_read_all(asked.actor, hold):
        lead = opened(asked.park.vault, await asked.park.archive.leads.get(hold.lead))
        name = " · ".join(each for each in (lead.company, lead.name) if each)
    return hold_answer(asked, hold, name)


def _unit(asked: Asked) -> Unit:
    return asked.park.promotion.units.one(*_place(asked))


def _place(asked: Asked) -> tuple[str, str]:
    """The unit of the path; what stands in a closed hall is nobody's who may not enter it."""
    parts = asked.request.match_info
    hall = asked.park.hall(parts["hall"])
    if not hall.is_open and not asked.actor.may("hall.join_closed", Thing(hall=hall.id)):
        raise PromotionError("unit_unknown")
    return hall.id, parts["unit"]


def _wish(asked: Asked) -> Wish:
    """What the query looks for; raises RequestError ``invalid`` with every finding."""
    query, wrong = asked.request.query, []
    numbers: dict[str, float | None] = {}
    for name in NUMBERS:
        text = query.get(name, "")
        numbers[name] = _number(text) if text else None
        if text and numbers[name] is None:
            wrong.append(Finding(f"/{name}", "not_a_number"))
    if query.get("status", "") not in ("", *UNIT_STATUSES):
        wrong.append(Finding("/status", "not_a_choice"))
    if wrong:
        raise RequestError("invalid", wrong)
    rent = numbers.pop("max_rent")
    return Wish(
        words=query.get("q", "")[:100],
        use=query.get("use", "")[:32],
        hall=query.get("hall", "")[:64],
        status=query.get("status", ""),
        max_rent=None if rent is None else round(rent),
        by=query.get("from", "")[:10],
        **numbers,
    )


def _number(text: str) -> float | None:
    plain = text[:16].replace(".", "", 1)
    return float(text[:16]) if plain.isascii() and plain.isdigit() else None
