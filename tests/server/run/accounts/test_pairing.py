"""Pairings: one device, one yes, one session; and no guessing."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.run.accounts.errors import AccountError
from server.run.accounts.pairing import (
    INTERVAL,
    LETTERS,
    MOST_OF_ONE,
    SECONDS,
    Pairings,
    letters_of,
    shown,
)


class Time:
    """A clock that a test winds."""

    def __init__(self) -> None:
        self.at = 1000.0

    def now(self) -> float:
        return self.at


def refusal(of: object, *args: object, **more: object) -> str:
    with pytest.raises(AccountError) as caught:
        of(*args, **more)  # type: ignore[operator]
    return caught.value.code


def begun() -> tuple[Pairings, Time]:
    time = Time()
    return Pairings(time.now), time


def test_a_yes_lets_the_device_in_once() -> None:
    pairings, time = begun()
    secret, pairing = pairings.begin("Quest", "192.0.2.1")
    assert refusal(pairings.ask, secret) == "authorization_pending"
    assert pairings.look(shown(pairing.code).lower(), "a_1").agent == "Quest"
    pairings.decide(pairing.code, "a_1", approve=True)
    time.at += INTERVAL
    assert pairings.ask(secret).account == "a_1"
    assert refusal(pairings.ask, secret) == "expired_token"
    assert refusal(pairings.decide, pairing.code, "a_1", approve=True) == "pairing_unknown"


def test_a_no_turns_it_away() -> None:
    pairings, _ = begun()
    secret, pairing = pairings.begin("Quest", "192.0.2.1")
    pairings.decide(pairing.code, "a_1", approve=False)
    assert refusal(pairings.decide, pairing.code, "a_1", approve=True) == "pairing_unknown"
    assert refusal(pairings.ask, secret) == "access_denied"
    assert len(pairings) == 0


def test_whoever_asks_too_often_is_slowed() -> None:
    pairings, time = begun()
    secret, pairing = pairings.begin("Quest", "192.0.2.1")
    assert refusal(pairings.ask, secret) == "authorization_pending"
    assert refusal(pairings.ask, secret) == "slow_down"
    assert pairing.interval == INTERVAL + 5
    time.at += pairing.interval
    assert refusal(pairings.ask, secret) == "authorization_pending"


def test_a_code_lives_ten_minutes() -> None:
    pairings, time = begun()
    secret, pairing = pairings.begin("Quest", "192.0.2.1")
    time.at += SECONDS
    assert refusal(pairings.look, pairing.code, "a_1") == "pairing_unknown"
    assert refusal(pairings.ask, secret) == "expired_token"
    pairings.begin("Quest", "192.0.2.1")
    assert len(pairings) == 1


def test_guessing_is_bounded_even_for_the_right_code() -> None:
    pairings, time = begun()
    _, pairing = pairings.begin("Quest", "192.0.2.1")
    wrong = "Z" * 8 if pairing.code != "Z" * 8 else "X" * 8
    told = [refusal(pairings.look, wrong, "a_1") for _ in range(8)]
    assert set(told) == {"pairing_unknown"}
    assert refusal(pairings.look, pairing.code, "a_1") == "too_many_requests"
    assert pairings.look(pairing.code, "a_2") is pairing
    time.at += 61
    assert pairings.look(pairing.code, "a_1") is pairing


def test_one_household_may_not_begin_without_end() -> None:
    pairings, _ = begun()
    for _ in range(MOST_OF_ONE):
        pairings.begin("Quest", "192.0.2.1")
    assert refusal(pairings.begin, "Quest", "192.0.2.1") == "pairing_full"
    pairings.begin("Quest", "192.0.2.2")


def test_two_devices_never_show_the_same_code() -> None:
    time, letters = Time(), iter("B" * 8 + "B" * 8 + "C" * 8)
    pairings = Pairings(time.now, lambda choice: next(letters))
    _, first = pairings.begin("Quest", "192.0.2.1")
    _, second = pairings.begin("Quest", "192.0.2.1")
    assert (first.code, second.code) == ("B" * 8, "C" * 8)


@given(st.text(alphabet=LETTERS, min_size=8, max_size=8), st.randoms())
def test_a_code_is_read_however_it_is_typed(code: str, chance: random.Random) -> None:
    typed = "".join(
        (letter.lower() if chance.random() < 0.5 else letter) + chance.choice(["", " ", "-", "."])
        for letter in code
    )
    assert letters_of(typed) == letters_of(shown(code)) == code
