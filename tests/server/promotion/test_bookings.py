"""Every turn of a visit by everybody, and the refusal of every other."""

from __future__ import annotations

import itertools

import pytest

from server.promotion.bookings import (
    BOOKING_STATES,
    BOOKING_VERBS,
    BOOKING_WORDS,
    LIVE,
    TABLE,
    BookingState,
    BookingVerb,
    By,
    may_move,
    turn,
    verbs,
)
from server.promotion.errors import PromotionError

STARTS = 1000.0
EVERYBODY: tuple[By, ...] = ("staff", "visitor", "house")


@pytest.mark.parametrize("now", [0.0, STARTS, 5000.0])
@pytest.mark.parametrize("by", EVERYBODY)
def test_what_is_offered_is_what_is_taken(by: By, now: float) -> None:
    for state, verb in itertools.product(BOOKING_STATES, BOOKING_VERBS):
        offered = verb in verbs(state, by, STARTS, now)
        assert offered == taken(state, verb, by, now)


def taken(state: BookingState, verb: BookingVerb, by: By, now: float) -> bool:
    try:
        return turn(state, verb, by, STARTS, now) == TABLE[state, verb].target
    except PromotionError as error:
        assert error.code == "booking_state"
        return False


def test_a_visitor_only_cancels_and_only_before() -> None:
    for state in BOOKING_STATES:
        assert set(verbs(state, "visitor", STARTS, 0.0)) <= {"cancel"}
        assert verbs(state, "visitor", STARTS, STARTS) == []


def test_nobody_came_before_it_began() -> None:
    assert "visited" not in verbs("confirmed", "staff", STARTS, STARTS - 1)
    assert "visited" in verbs("confirmed", "staff", STARTS, STARTS)


def test_living_ones_move_until_they_begin() -> None:
    assert {state for state in BOOKING_STATES if may_move(state, 0.0, STARTS)} == LIVE
    assert not any(may_move(state, STARTS, STARTS) for state in BOOKING_STATES)


def test_every_state_has_words() -> None:
    assert BOOKING_WORDS.keys() == set(BOOKING_STATES)
