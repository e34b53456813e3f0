"""What becomes of a booked visit: one table of states, verbs, and who may."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple, get_args

from scenes.findings import Finding
from server.promotion.errors import PromotionError

BookingState = Literal["asked", "confirmed", "declined", "cancelled", "visited", "no_show"]
BOOKING_STATES: Final[tuple[BookingState, ...]] = get_args(BookingState)
BookingVerb = Literal["confirm", "decline", "cancel", "visited", "no_show"]
BOOKING_VERBS: Final[tuple[BookingVerb, ...]] = get_args(BookingVerb)
By = Literal["staff", "visitor", "house"]

LIVE: Final[frozenset[BookingState]] = frozenset(("asked", "confirmed"))
"""These take a place in their slot."""
BOOKING_WORDS: Final[Mapping[BookingState, tuple[str, str]]] = {
    "asked": ("待确认", "Asked for"),
    "confirmed": ("已确认", "Confirmed"),
    "declined": ("已婉拒", "Declined"),
    "cancelled": ("已取消", "Cancelled"),
    "visited": ("已到访", "Visited"),
    "no_show": ("未到访", "Did not come"),
}


class Turn(NamedTuple):
    """One turn of a booking: who may take it; ``after``: only once the visit has begun."""

    target: BookingState
    by: frozenset[By]
    after: bool = False


_STAFF: Final[frozenset[By]] = frozenset(("staff",))
_ANY: Final[frozenset[By]] = frozenset(("staff", "visitor"))
_CLOCK: Final[frozenset[By]] = frozenset(("staff", "visitor", "house"))

TABLE: Final[Mapping[tuple[BookingState, BookingVerb], Turn]] = {
    ("asked", "confirm"): Turn("confirmed", _STAFF),
    ("asked", "decline"): Turn("declined", _STAFF),
    ("asked", "cancel"): Turn("cancelled", _CLOCK),
    ("confirmed", "decline"): Turn("declined", _STAFF),
    ("confirmed", "cancel"): Turn("cancelled", _ANY),
    ("confirmed", "visited"): Turn("visited", _STAFF, after=True),
    ("confirmed", "no_show"): Turn("no_show", _STAFF, after=True),
    ("visited", "no_show"): Turn("no_show", _STAFF, after=True),
    ("no_show", "visited"): Turn("visited", _STAFF, after=True),
}
"""Every turn there is."""


def turn(state: BookingState, verb: BookingVerb, by: By, starts: float, now: float) -> BookingState:
    """How a booking stands after a turn; raises PromotionError ``booking_state``.

    A visitor cancels what has not begun.
    """
    found = TABLE.get((state, verb))
    early = found is not None and found.after and now < starts
    late = by == "visitor" and now >= starts
    if found is None or by not in found.by or early or late:
        raise PromotionError("booking_state", [Finding("/verb", "booking_state", "error", state)])
    return found.target


def verbs(state: BookingState, by: By, starts: float, now: float) -> list[BookingVerb]:
    """What can be done now, in the order of the verbs."""
    return [
        verb
        for verb in BOOKING_VERBS
        if (found := TABLE.get((state, verb))) is not None
        and by in found.by
        and not (found.after and now < starts)
        and not (by == "visitor" and now >= starts)
    ]


def may_move(state: BookingState, now: float, starts: float) -> bool:
    """Whether another time can be given to it."""
    return state in LIVE and now < starts


def remind_at(starts: float, hours: float) -> float:
    """When to remind of a visit."""
    return starts - hours * 3600.0
