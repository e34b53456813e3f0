"""One-time codes: six digits, ten minutes, five tries, once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.run.accounts.codes import SECONDS, TRIES, Codes
from server.run.accounts.errors import AccountError


def test_a_code_works_once_and_only_for_its_address() -> None:
    codes = Codes(lambda: 0.0)
    code = codes.make("a")
    assert len(code) == 6 and code.isdigit()
    assert not codes.take("b", code)
    assert codes.take("a", f" {code[:3]} {code[3:]} ") and not codes.take("a", code)


def test_a_newer_code_takes_the_place_of_the_one_before() -> None:
    codes = Codes(lambda: 0.0)
    first, second = codes.make("a"), codes.make("a")
    assert (codes.take("a", first), codes.take("a", second)) == (first == second, first != second)


def test_tries_and_time_have_an_end() -> None:
    clock = [0.0]
    codes = Codes(lambda: clock[0])
    code = codes.make("a")
    assert not any(codes.take("a", "wrong") for _ in range(TRIES))
    assert not codes.take("a", code)
    late = codes.make("b")
    clock[0] = SECONDS
    assert not codes.take("b", late)


def test_asking_for_codes_is_slowed_for_each_address() -> None:
    clock = [0.0]
    codes = Codes(lambda: clock[0])
    codes.make("a"), codes.make("a")
    with pytest.raises(AccountError) as told:
        codes.make("a")
    assert (told.value.code, told.value.wait) == ("too_many_codes", 60.0)
    codes.make("b")
    clock[0] = 60.0
    codes.make("a")


@given(st.text(max_size=20))
def test_whatever_is_shown_is_taken_quietly(text: str) -> None:
    codes = Codes(lambda: 0.0)
    code = codes.make("a")
    assert codes.take("a", text) is ("".join(text.split()) == code)
