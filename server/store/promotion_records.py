"""Leads, booked visits and holds of units as the archive knows them; times are Unix seconds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from server.promotion.bookings import BookingState
from server.promotion.holds import HoldState
from server.promotion.leads import LeadState
from server.promotion.sources import SourceKind

NoteKind = Literal["note", "move", "left", "owner", "next", "booking", "hold"]


@dataclass(frozen=True, slots=True)
class StoredLead:
    """Somebody who left a contact. Sealed for ``id``: name, phone, email, company, wants.

    ``owner`` is the account of who looks after it; ``account`` the lead's own, if there is one;
    ``next_at`` when to speak to them again, ``warned`` when the owner was reminded of that.
    """

    id: str
    name: str
    phone: str
    email: str
    company: str
    wants: str
    phone_index: str
    email_index: str
    source: SourceKind
    source_ref: str
    lang: str
    created: float
    changed: float
    expires: float
    version: int = 1
    state: LeadState = "new"
    furthest: LeadState = "new"
    owner: str = ""
    account: str = ""
    next_at: float | None = None
    warned: float | None = None
    reason: str = ""
    application: str = ""


@dataclass(frozen=True, slots=True)
class StoredLeaving:
    """One time that a contact was left: sealed for ``lead``: name, company, wants.

    ``token`` is a hash of the secret by which it is taken back; ``consent`` names the version of
    the text agreed to; ``by`` the staff who entered it, empty for the visitor.
    """

    id: str
    lead: str
    token: str
    name: str
    company: str
    wants: str
    source: SourceKind
    source_ref: str
    consent: str
    by: str
    at: float


@dataclass(frozen=True, slots=True)
class StoredNote:
    """A line in a lead's story; ``text`` is sealed for the lead, ``about`` holds no person."""

    lead: str
    kind: NoteKind
    text: str
    author: str
    at: float
    about: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class StoredBooking:
    """A visit asked for by a lead. ``answer`` is sealed for the lead; ``token`` is a hash."""

    id: str
    lead: str
    leaving: str
    token: str
    state: BookingState
    starts: float
    ends: float
    people: int
    created: float
    changed: float
    seat: int = 0
    version: int = 1
    answer: str = ""
    handler: str = ""
    reminded: float | None = None


@dataclass(frozen=True, slots=True)
class StoredHold:
    """A unit that is held, or let, or was. ``owner``: an account's id or ``enterprise:<id>``."""

    id: str
    hall: str
    unit: str
    no: str
    state: HoldState
    owner: str
    lead: str
    author: str
    starts: float
    until: float | None
    extended: bool = False
    warned: float | None = None
    ended: float | None = None
    ender: str = ""
