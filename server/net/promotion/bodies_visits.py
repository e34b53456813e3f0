"""Bodies of visits and of the plan by which they are booked."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, Field

from server.net.bodies import Localised, Strict
from server.net.promotion.bodies import LeftContact, SourceBody
from server.promotion.bookings import BookingState, BookingVerb

Clock = Annotated[str, Field(min_length=5, max_length=5)]
Words = Annotated[str, Field(default="", max_length=500)]


class SlotAnswer(BaseModel):
    """A time that can be booked: Unix seconds, places left of how many."""

    starts: float
    ends: float
    left: int
    capacity: int


class SlotList(BaseModel):
    """Slots of the days asked for; ``zone``: the time zone to show them in."""

    slots: list[SlotAnswer]
    zone: str
    minutes: int
    place: dict[str, str]
    open: bool


class BookingNew(LeftContact):
    """A visit that somebody asks for: the beginning of a slot, and how many come."""

    starts: float = Field(ge=0, le=1e11)
    people: int = Field(default=1, ge=1, le=99)


class OwnBooking(BaseModel):
    """A visit as its visitor sees it; ``verbs``: what they can do."""

    id: str
    state: BookingState
    starts: float
    ends: float
    people: int
    place: dict[str, str]
    answer: str
    zone: str
    verbs: list[BookingVerb]


class BookedAnswer(BaseModel):
    """The visit, the secret that opens it, its page, and its file for calendars."""

    booking: OwnBooking
    token: str
    url: str
    ics: str


class BookingAnswer(BaseModel):
    """A visit as staff see it."""

    id: str
    version: int
    state: BookingState
    starts: float
    ends: float
    people: int
    lead: str
    name: str
    company: str
    phone: str
    email: str
    wants: str
    source: SourceBody
    answer: str
    handler: str
    handler_name: str
    created: float
    verbs: list[BookingVerb]
    movable: bool


class BookingList(BaseModel):
    """Visits of a time, earliest first."""

    bookings: list[BookingAnswer]
    zone: str


class BookingTurn(Strict):
    """What becomes of a visit; ``answer`` is told to the visitor."""

    verb: BookingVerb
    version: int | None = None
    answer: Words


class BookingMove(Strict):
    """Another time for a visit, which confirms it."""

    starts: float = Field(ge=0, le=1e11)
    version: int | None = None
    answer: Words


class PlanBody(Strict):
    """When visits are received: hours by weekday (0 is Monday), minutes and parties of a slot."""

    weekdays: dict[
        Literal["0", "1", "2", "3", "4", "5", "6"],
        Annotated[
            list[Annotated[list[Clock], Field(min_length=2, max_length=2)]], Field(max_length=8)
        ],
    ]
    minutes: int = Field(ge=10, le=480)
    capacity: int = Field(ge=1, le=100)
    lead_hours: int = Field(ge=0, le=720)
    ahead_days: int = Field(ge=1, le=365)
    closed: list[Annotated[str, Field(max_length=10)]] = Field(max_length=400)
    holidays_closed: bool
    place: Localised
    open: bool


class PlanAnswer(BaseModel):
    """The plan, and the time zone of its hours."""

    plan: PlanBody
    zone: str
