"""Reserving a unit: for whom, for how long, once longer; never two at a time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Literal, NamedTuple, get_args

from server.promotion.errors import PromotionError
from server.promotion.units import UnitStatus

DAY: Final = 86_400.0
HoldState = Literal["held", "let", "ended", "expired"]
HOLD_STATES: Final[tuple[HoldState, ...]] = get_args(HoldState)
LIVING: Final[frozenset[HoldState]] = frozenset(("held", "let"))
"""A unit has one of these at most."""


class HoldRules(NamedTuple):
    """What the operator allows: days of a hold, days that staff may add once, holds a party."""

    days: int = 7
    more_days: int = 7
    most: int = 3


class Held(NamedTuple):
    """A hold as the rules see it; ``until`` None: for good, as a unit that is let."""

    state: HoldState
    starts: float
    until: float | None
    extended: bool = False


def begin(rules: HoldRules, now: float, asked_days: int | None, held: int, *, staff: bool) -> float:
    """Until when a new hold lasts; ``held`` is how many the same party has.

    Raises PromotionError ``hold_too_many``. Nobody but staff gets more than one hold's length.
    """
    if held >= rules.most and not staff:
        raise PromotionError("hold_too_many")
    days = rules.days if asked_days is None else asked_days
    most = rules.days + (rules.more_days if staff else 0)
    return now + max(1, min(days, most)) * DAY


def extend(rules: HoldRules, hold: Held, now: float) -> float:
    """Until when it lasts once it is made longer; raises ``hold_over``, ``hold_extended``."""
    if hold.state != "held" or hold.until is None or hold.until <= now:
        raise PromotionError("hold_over")
    if hold.extended:
        raise PromotionError("hold_extended")
    return hold.until + rules.more_days * DAY


def is_over(hold: Held, now: float) -> bool:
    """Whether its time has run out."""
    return hold.state == "held" and hold.until is not None and hold.until <= now


def overlaps(first: Held, second: Held) -> bool:
    """Whether two spans share a moment; they may touch."""
    ends = float("inf")
    return first.starts < (second.until if second.until is not None else ends) and second.starts < (
        first.until if first.until is not None else ends
    )


def conflict(others: Iterable[Held], wanted: Held, now: float) -> HoldState | None:
    """What is in the way of a new hold, or None."""
    for other in others:
        if other.state in LIVING and not is_over(other, now) and overlaps(other, wanted):
            return other.state
    return None


def status_of(living: Held | None, now: float) -> UnitStatus:
    """What is said of a unit whose only living hold this is."""
    if living is None or living.state not in LIVING or is_over(living, now):
        return "free"
    return "let" if living.state == "let" else "held"
