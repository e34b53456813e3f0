"""Visits over HTTP: slots and bookings for anybody, answers by staff, the plan."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any, Final
from urllib.parse import quote

from aiohttp import web

from scenes.findings import Finding
from server.errors import RequestError
from server.net.api_exhibits import whole
from server.net.api_park import park_name
from server.net.gate import LANG
from server.net.promotion.answers import booking_answer, own_booking
from server.net.promotion.bodies_visits import BookingMove, BookingNew, BookingTurn, PlanBody
from server.net.promotion.fields import contact_of
from server.net.promotion.leads import take_pace
from server.net.route import Asked
from server.promotion.bookings import BOOKING_STATES
from server.promotion.ics import Visit, calendar
from server.promotion.plan import MOST_DAYS
from server.run.promotion.planning import checked, plan_told
from server.store.doing import note
from server.store.promotion_records import StoredBooking

CALENDAR: Final = "text/calendar"
LONGEST: Final = 400 * 86_400.0
"""Seconds of one question about bookings."""


async def get_slots(asked: Asked) -> web.Response:
    """Times that can be booked."""
    bookings, first = asked.park.promotion.bookings, asked.request.query.get("from")
    days = whole(asked, "days", 14, MOST_DAYS)
    found = await bookings.slots(_day("/from", first) if first else None, days)
    return web.json_response(
        {
            "slots": [
                {"starts": slot.starts, "ends": slot.ends, "left": left, "capacity": slot.capacity}
                for slot, left in found
            ],
            "zone": asked.park.inbox.duty.zone,
            "minutes": bookings.plan.minutes,
            "place": dict(bookings.plan.place),
            "open": bookings.plan.open,
        }
    )


async def post_booking(asked: Asked) -> web.Response:
    """Ask for a visit; what staff book for somebody is confirmed at once."""
    body: BookingNew = asked.body
    staff = asked.actor.may("booking.edit")
    contact = contact_of(asked, body, staff=staff)
    take_pace(asked, contact, staff=staff)
    promotion = asked.park.promotion
    booked = await promotion.bookings.ask(
        contact, body.starts, body.people, asked.actor, staff=staff
    )
    note(target=f"booking/{booked.id}")
    token = promotion.letters.token(booked.id)
    answer = {
        "booking": own_booking(asked, booked),
        "token": token,
        "url": promotion.letters.visit_link(booked.id),
        "ics": f"/api/v1/bookings/own/{token}/visit.ics",
    }
    return web.json_response(answer, status=201)


async def get_own(asked: Asked) -> web.Response:
    """A visit, by its secret."""
    return web.json_response(own_booking(asked, await _own(asked)))


async def post_own_cancel(asked: Asked) -> web.Response:
    """Cancel a visit, by its secret."""
    booking = await _own(asked)
    bookings = asked.park.promotion.bookings
    after = await bookings.turn(booking.id, booking.version, "cancel", "visitor", "")
    note(target=f"booking/{booking.id}")
    return web.json_response(own_booking(asked, after))


async def get_own_calendar(asked: Asked) -> web.Response:
    """A visit as a file for calendars, by its secret."""
    booking = await _own(asked)
    return await _calendar(asked, booking, asked.park.promotion.letters.visit_link(booking.id))


async def get_bookings(asked: Asked) -> web.Response:
    """Visits of a time, earliest first."""
    query, now = asked.request.query, asked.park.clock.now()
    since = _moment(asked, "from", now - 86_400.0)
    until = _moment(asked, "to", since + 60 * 86_400.0)
    state = query.get("state", "")
    if state not in ("", "live", *BOOKING_STATES):
        raise RequestError("invalid", [Finding("/state", "not_a_choice")])
    if not since <= until <= since + LONGEST:
        raise RequestError("invalid", [Finding("/to", "out_of_range")])
    lead = query.get("lead", "")[:64]
    found = await asked.park.archive.bookings.page(since, until, state, lead)
    told = {"bookings": await _told(asked, found), "zone": asked.park.inbox.duty.zone}
    return web.json_response(told)


async def get_booking(asked: Asked) -> web.Response:
    """One visit."""
    return await _one(asked, await asked.park.archive.bookings.get(_id(asked)))


async def post_turn(asked: Asked) -> web.Response:
    """Confirm, decline, cancel, or note whether they came."""
    body: BookingTurn = asked.body
    after = await asked.park.promotion.bookings.turn(
        _id(asked), body.version, body.verb, "staff", asked.actor.id, body.answer.strip()
    )
    note(target=f"booking/{after.id}", after={"state": after.state})
    return await _one(asked, after)


async def post_move(asked: Asked) -> web.Response:
    """Give a visit another time."""
    body: BookingMove = asked.body
    after = await asked.park.promotion.bookings.move(
        _id(asked), body.version, body.starts, asked.actor.id, body.answer.strip()
    )
    note(target=f"booking/{after.id}", after={"starts": after.starts})
    return await _one(asked, after)


async def get_calendar(asked: Asked) -> web.Response:
    """A visit as a file for the calendars of staff."""
    booking = await asked.park.archive.bookings.get(_id(asked))
    url = f"{asked.park.address}/desk/bookings?booking={booking.id}"
    return await _calendar(asked, booking, url)


async def get_plan(asked: Asked) -> web.Response:
    """When visits are received."""
    return web.json_response(_plan(asked))


async def put_plan(asked: Asked) -> web.Response:
    """Receive visits at other times; what is booked stays booked."""
    body: PlanBody = asked.body
    await asked.park.promotion.bookings.set_plan(checked(body.model_dump()))
    return web.json_response(_plan(asked))


def _plan(asked: Asked) -> dict[str, Any]:
    plan = asked.park.promotion.bookings.plan
    return {"plan": plan_told(plan), "zone": asked.park.inbox.duty.zone}


async def _own(asked: Asked) -> StoredBooking:
    return await asked.park.promotion.bookings.own(asked.request.match_info["token"])


async def _told(asked: Asked, found: Sequence[StoredBooking]) -> list[dict[str, Any]]:
    leads = asked.park.promotion.leads
    return [booking_answer(asked, each, await leads.get(each.lead)) for each in found]


async def _one(asked: Asked, booking: StoredBooking) -> web.Response:
    return web.json_response((await _told(asked, [booking]))[0])


async def _calendar(asked: Asked, booking: StoredBooking, url: str) -> web.Response:
    park, lang = asked.park, "en" if asked.request[LANG] == "en" else "zh"
    name = (await park_name(park))[lang]
    text = calendar(
        Visit(
            uid=f"{booking.id}@lingjing",
            starts=booking.starts,
            ends=booking.ends,
            title=f"Visit to {name}" if lang == "en" else f"参观{name}",
            text="",
            place=park.promotion.bookings.plan.place.get(lang, "") or name,
            url=url,
            stamp=park.clock.now(),
            sequence=booking.version - 1,
            cancelled=booking.state in ("cancelled", "declined"),
            confirmed=booking.state != "asked",
        )
    )
    day = datetime.fromtimestamp(booking.starts, UTC).strftime("%Y-%m-%d")
    file = quote(f"visit-{day}.ics")
    headers = {"Content-Disposition": f"attachment; filename={file}", "Cache-Control": "no-store"}
    return web.Response(text=text, content_type=CALENDAR, charset="utf-8", headers=headers)


def _day(pointer: str, text: str) -> date:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        raise RequestError("invalid", [Finding(pointer, "bad_date")]) from None


def _moment(asked: Asked, name: str, usual: float) -> float:
    """A day of the query as the moment at which it begins here; or Unix seconds."""
    text = asked.request.query.get(name, "")
    if not text:
        return usual
    if text.isascii() and text.replace(".", "", 1).isdigit() and len(text) < 16:
        return float(text)
    day = _day(f"/{name}", text)
    zone = asked.park.promotion.bookings.zone
    return datetime(day.year, day.month, day.day, tzinfo=zone).timestamp()


def _id(asked: Asked) -> str:
    return asked.request.match_info["booking"]
