"""Leads, visits and units as the API tells of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any

from server.access.actor import Actor, Thing
from server.net.authors import name_of
from server.net.route import Asked
from server.promotion.bookings import By, may_move, verbs
from server.promotion.contacts import is_overdue
from server.promotion.leads import targets
from server.promotion.units import Unit
from server.run.park import Park
from server.run.promotion.contact import OpenLead
from server.store.promotion_records import (
    StoredBooking,
    StoredHold,
    StoredLeaving,
    StoredNote,
)

Opener = Callable[[str], str]


def lead_answer(asked: Asked, lead: OpenLead) -> dict[str, Any]:
    """A lead, as ``LeadAnswer``."""
    stored, now = lead.stored, asked.park.clock.now()
    names = ("id", "version", "state", "furthest", "source", "source_ref", "lang", "owner")
    more = ("account", "next_at", "reason", "application", "created", "changed", "expires")
    return {
        **{name: getattr(stored, name) for name in (*names, *more)},
        **{name: getattr(lead, name) for name in ("name", "phone", "email", "company", "wants")},
        "source_title": title_of(asked.park, stored.source, stored.source_ref),
        "owner_name": name_of(asked.park, stored.owner) if stored.owner else "",
        "overdue": is_overdue(stored.state, stored.next_at, now),
        "moves": [{"state": each.target, "asks": each.asks} for each in targets(stored.state)],
    }


def title_of(park: Park, kind: str, ref: str) -> dict[str, str]:
    """What the thing that a lead came from is called; empty when nobody knows."""
    hall, _, node = ref.partition("/")
    if kind not in ("unit", "booth") or hall not in park.halls:
        return {}
    found = park.halls[hall].editing.layers.published.nodes.get(node, {})
    facts = found.get(kind) or {}
    no = str(facts.get("no", "")) or node
    return {"zh": no, "en": no}


def note_answer(asked: Asked, note: StoredNote, opener: Opener) -> dict[str, Any]:
    """A line of a story, as ``LeadLine``."""
    about: Mapping[str, Any] = note.about
    if note.kind == "owner":
        about = {**about, "owner_name": name_of(asked.park, str(about.get("owner", "")))}
    return {
        "kind": note.kind,
        "text": opener(note.text),
        "about": dict(about),
        "author": note.author,
        "author_name": name_of(asked.park, note.author) if note.author else "",
        "at": note.at,
    }


def leaving_answer(asked: Asked, leaving: StoredLeaving, opener: Opener) -> dict[str, Any]:
    """One time that a contact was left, as ``LeavingAnswer``."""
    return {
        "at": leaving.at,
        "name": opener(leaving.name),
        "company": opener(leaving.company),
        "wants": opener(leaving.wants),
        "source": leaving.source,
        "source_ref": leaving.source_ref,
        "source_title": title_of(asked.park, leaving.source, leaving.source_ref),
        "consent": leaving.consent,
        "by": leaving.by,
        "by_name": name_of(asked.park, leaving.by) if leaving.by else "",
    }


def own_booking(asked: Asked, booking: StoredBooking) -> dict[str, Any]:
    """A visit as its visitor sees it, as ``OwnBooking``."""
    park = asked.park
    opened = park.vault.open(booking.lead, booking.answer) if booking.answer else ""
    return {
        **_visit(booking),
        "place": dict(park.promotion.bookings.plan.place),
        "answer": opened or "",
        "zone": park.inbox.duty.zone,
        "verbs": verbs(booking.state, "visitor", booking.starts, park.clock.now()),
    }


def booking_answer(asked: Asked, booking: StoredBooking, lead: OpenLead) -> dict[str, Any]:
    """A visit as staff see it, as ``BookingAnswer``."""
    park, now = asked.park, asked.park.clock.now()
    by: By = "staff"
    told = {name: getattr(lead, name) for name in ("name", "company", "phone", "email", "wants")}
    opened = park.vault.open(booking.lead, booking.answer) if booking.answer else ""
    return {
        **_visit(booking),
        **told,
        "version": booking.version,
        "lead": booking.lead,
        "source": {"kind": lead.stored.source, "ref": lead.stored.source_ref},
        "answer": opened or "",
        "handler": booking.handler,
        "handler_name": name_of(park, booking.handler) if booking.handler else "",
        "created": booking.created,
        "verbs": verbs(booking.state, by, booking.starts, now),
        "movable": may_move(booking.state, now, booking.starts),
    }


def _visit(booking: StoredBooking) -> dict[str, Any]:
    names = ("id", "state", "starts", "ends", "people")
    return {name: getattr(booking, name) for name in names}


def unit_answer(asked: Asked, unit: Unit, hold: dict[str, Any] | None) -> dict[str, Any]:
    """Space to let, as ``UnitAnswer``."""
    told = asdict(unit)
    node = told.pop("node")
    told["size"], told["position"] = list(unit.size), list(unit.position)
    hall = asked.park.halls[unit.hall].editing.layers.published.hall["name"]
    return {**told, "unit": node, "hall_name": hall, "hold": hold}


def hold_answer(asked: Asked, hold: StoredHold, lead_name: str) -> dict[str, Any]:
    """A hold, as ``HoldAnswer``."""
    park, actor = asked.park, asked.actor
    staff = may_read_all(actor, hold)
    firm = hold.owner.removeprefix("enterprise:") if hold.owner.startswith("enterprise:") else ""
    names = ("id", "hall", "unit", "no", "state", "starts", "until", "extended", "ended")
    return {
        **{name: getattr(hold, name) for name in names},
        "mine": is_mine(actor, hold),
        "lead": hold.lead if staff else "",
        "lead_name": lead_name if staff else "",
        "owner": hold.owner if staff else "",
        "owner_name": (firm or name_of(park, hold.owner)) if staff and hold.owner else "",
        "author": hold.author if staff else "",
        "author_name": name_of(park, hold.author) if staff else "",
        "extendable": staff and hold.state == "held" and not hold.extended,
    }


def may_read_all(actor: Actor, hold: StoredHold) -> bool:
    """Whether somebody sees holds of others."""
    return actor.may("hold.read", Thing("", hold.hall))


def is_mine(actor: Actor, hold: StoredHold) -> bool:
    """Whether somebody, or their enterprise, holds it."""
    firms = {f"enterprise:{grant.enterprise}" for grant in actor.grants if grant.enterprise}
    return bool(hold.owner) and hold.owner in {actor.id, *firms} and actor.is_known
