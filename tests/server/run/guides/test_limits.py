"""How much may be asked."""

from __future__ import annotations

import pytest

from server.halls.errors import HallError
from server.run.guides.limits import DAY, HOUSEHOLD, Allowance, Limits


def limits(minute: int = 2, day: int = 5, at_once: int = 3, tokens: int = 100) -> Limits:
    return Limits(Allowance(minute, day, at_once, tokens))


def refused(counted: Limits, visitor: str = "v", home: str = "h", now: float = 0.0) -> str:
    try:
        counted.ask(visitor, home, now)
    except HallError as error:
        return error.code
    return ""


def test_so_many_in_a_minute_then_one_by_one() -> None:
    counted = limits()
    assert [refused(counted) for _ in range(3)] == ["", "", "too_many_questions"]
    assert refused(counted, now=31.0) == "" and refused(counted, now=31.0) != ""
    assert refused(counted, visitor="w") == ""


def test_so_many_in_a_day_and_anew_the_next() -> None:
    counted = limits(minute=100)
    assert [refused(counted) for _ in range(6)] == [""] * 5 + ["guide_allowance"]
    assert refused(counted, now=DAY) == ""


def test_those_behind_one_address_share_a_larger_count() -> None:
    counted = limits(minute=1000)
    told = [refused(counted, visitor=f"v{n}") for n in range(5 * HOUSEHOLD + 1)]
    assert told[-1] == "guide_allowance" and set(told[:-1]) == {""}
    assert refused(counted, visitor="v", home="other") == ""


def test_the_park_answers_so_many_at_once() -> None:
    counted = limits()
    counted.running = 3
    with pytest.raises(HallError, match="guide_busy"):
        counted.ask("v", "h", 0.0)


def test_a_model_has_so_many_tokens_a_day() -> None:
    counted = limits()
    counted.spent(60, 10.0)
    assert counted.may_spend(10.0) and counted.tokens_today(10.0) == 60
    counted.spent(60, 20.0)
    assert not counted.may_spend(20.0) and counted.may_spend(DAY)
    assert limits(tokens=0).may_spend(0.0)
