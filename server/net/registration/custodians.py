"""Hosting institutions, seats and the registry's numbers over HTTP."""

from __future__ import annotations

from typing import Any

from aiohttp import web

from scenes.findings import Finding
from server.errors import RequestError
from server.net.api_exhibits import whole
from server.net.registration.bodies import CustodianChange, CustodianNew
from server.net.route import Asked
from server.registration import credit_code
from server.run.registration.house import SEAT
from server.run.registration.seats import Pool
from server.store.doing import note
from server.store.registration_records import StoredSeat

PAGE, LARGEST_PAGE = 100, 500


async def get_custodians(asked: Asked) -> web.Response:
    """Every hosting institution with its numbers."""
    found = await asked.park.registry.seats.pools()
    return web.json_response({"custodians": [pool_shown(pool) for pool in found]})


async def post_custodian(asked: Asked) -> web.Response:
    """A new one with so many seats."""
    body: CustodianNew = asked.body
    code = _code(body.credit_code)
    pool = await asked.park.registry.seats.add(
        body.title.model_dump(), body.place.model_dump(), code, body.seats
    )
    note(target=f"custodian/{pool.host.id}", after=pool_shown(pool))
    return web.json_response(pool_shown(pool), status=201)


async def patch_custodian(asked: Asked) -> web.Response:
    """Change one, close it to new companies, or give it more seats."""
    body: CustodianChange = asked.body
    told = body.model_dump(exclude_none=True)
    more = told.pop("more", 0)
    seats, id = asked.park.registry.seats, asked.request.match_info["custodian"]
    before = await seats.pool(id)
    note(before=pool_shown(before) if before else None)
    pool = await seats.change(id, told, more)
    note(after=pool_shown(pool))
    return web.json_response(pool_shown(pool))


async def get_seats(asked: Asked) -> web.Response:
    """Seats by number."""
    limit, after = whole(asked, "limit", PAGE, LARGEST_PAGE), whole(asked, "after", 0, 10**9)
    query, book = asked.request.query, asked.park.archive.registration
    taken = {"true": True, "false": False}.get(query.get("taken", ""))
    found = await book.seats(limit + 1, after, query.get("custodian"), taken=taken)
    page = found[:limit]
    names = {row.id: row.title for row in await book.of_states("active", "suspended", "exiting")}
    now = asked.park.clock.now()
    return web.json_response(
        {
            "seats": [seat_shown(seat, names, now) for seat in page],
            "next": page[-1].number if len(found) > limit else None,
        }
    )


async def get_statistics(asked: Asked) -> web.Response:
    """What the registry is busy with."""
    registry = asked.park.registry
    counts = await asked.park.archive.registration.counts()
    pools = await registry.seats.pools()
    resting = sum(pool.resting for pool in pools)
    told: dict[str, Any] = counts._replace(resting=resting)._asdict()
    free = len(list(registry.space.candidates(None)))
    return web.json_response({**told, "booths_free": free})


def pool_shown(pool: Pool) -> dict[str, Any]:
    """A hosting institution, as ``CustodianAnswer``."""
    host = pool.host
    return {
        "id": host.id,
        "title": host.title,
        "place": host.place,
        "credit_code": host.credit_code,
        "state": host.state,
        "seats": pool.seats,
        "leased": pool.taken,
        "resting": pool.resting,
        "free": pool.free,
    }


def seat_shown(seat: StoredSeat, names: dict[str, str], now: float) -> dict[str, Any]:
    """A seat, as ``SeatShown``."""
    rests = seat.application is None and seat.free_from > now
    return {
        "number": seat.number,
        "name": SEAT.format(number=seat.number),
        "custodian": seat.custodian,
        "state": "leased" if seat.application else "resting" if rests else "free",
        "application": seat.application or "",
        "company": names.get(seat.application or "", ""),
        "since": seat.since,
        "free_from": seat.free_from if rests else None,
    }


def _code(text: str) -> str:
    """A host's credit code in its one form, or none; raises RequestError ``invalid``."""
    if not text.strip():
        return ""
    verdict = credit_code.check(text)
    if not verdict.valid:
        raise RequestError("invalid", [Finding("/credit_code", verdict.reason)])
    return verdict.canonical
