"""Holds last as long as the operator allows, are made longer once, and never overlap."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.promotion.errors import PromotionError
from server.promotion.holds import (
    DAY,
    Held,
    HoldRules,
    begin,
    conflict,
    extend,
    is_over,
    overlaps,
    status_of,
)

RULES = HoldRules(days=7, more_days=5, most=2)
SPANS = st.tuples(st.floats(0, 1e6), st.none() | st.floats(0, 1e6)).map(
    lambda span: Held("held", span[0], None if span[1] is None else span[0] + span[1])
)


def test_nobody_but_staff_has_more_or_longer() -> None:
    assert begin(RULES, 0.0, None, 0, staff=False) == 7 * DAY
    assert begin(RULES, 0.0, 90, 0, staff=False) == 7 * DAY
    assert begin(RULES, 0.0, 90, 9, staff=True) == 12 * DAY
    assert begin(RULES, 0.0, 2, 1, staff=False) == 2 * DAY
    with pytest.raises(PromotionError, match="hold_too_many"):
        begin(RULES, 0.0, None, 2, staff=False)


def test_a_hold_is_made_longer_once_while_it_lasts() -> None:
    assert extend(RULES, Held("held", 0.0, 10.0), 5.0) == 10.0 + 5 * DAY
    with pytest.raises(PromotionError, match="hold_extended"):
        extend(RULES, Held("held", 0.0, 10.0, extended=True), 5.0)
    for over in (Held("held", 0.0, 10.0), Held("let", 0.0, None), Held("ended", 0.0, 99.0)):
        with pytest.raises(PromotionError, match="hold_over"):
            extend(RULES, over, 10.0)


@given(SPANS, SPANS)
def test_overlapping_is_mutual(first: Held, second: Held) -> None:
    assert overlaps(first, second) == overlaps(second, first)


def test_what_touches_does_not_overlap() -> None:
    assert not overlaps(Held("held", 0.0, 10.0), Held("held", 10.0, 20.0))
    assert overlaps(Held("let", 0.0, None), Held("held", 1e9, None))


def test_only_what_lives_is_in_the_way() -> None:
    wanted = Held("held", 20.0, 30.0)
    assert conflict([Held("held", 0.0, 15.0)], wanted, 20.0) is None
    assert conflict([Held("ended", 0.0, 99.0)], wanted, 20.0) is None
    assert conflict([Held("held", 0.0, 25.0)], wanted, 20.0) == "held"
    assert conflict([Held("let", 0.0, None)], wanted, 20.0) == "let"


def test_a_unit_is_what_its_living_hold_says() -> None:
    assert status_of(None, 0.0) == "free"
    assert status_of(Held("held", 0.0, 10.0), 9.0) == "held"
    assert status_of(Held("held", 0.0, 10.0), 10.0) == "free"
    assert status_of(Held("let", 0.0, None), 1e12) == "let"
    assert is_over(Held("held", 0.0, 10.0), 10.0)
