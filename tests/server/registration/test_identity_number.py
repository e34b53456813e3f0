from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.registration.identity_number import KINDS, WORDS, check, masked, normalised

TODAY = date(2026, 11, 20)


def number(region: str = "110105", born: date = date(1949, 12, 31), sequence: str = "002") -> str:
    """Made as ISO 7064, MOD 11-2 says: weights are powers of 2 modulo 11."""
    body = region + born.strftime("%Y%m%d").zfill(8) + sequence
    total = sum(int(digit) * pow(2, 17 - n, 11) for n, digit in enumerate(body))
    return body + "0123456789X"[(12 - total % 11) % 11]


NUMBERS = st.builds(
    number,
    st.sampled_from(["110105", "440301", "650102", "310115"]),
    st.dates(date(1920, 1, 1), date(2008, 11, 20)),
    st.text("0123456789", min_size=3, max_size=3),
)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("11010519491231002X", "ok"),
        ("11010519491231002x", "ok"),
        (" 110105 19491231-002Ｘ", "ok"),
        ("110105194912310021", "checksum"),
        ("110105491231002", "length"),
        ("", "length"),
        ("1101051949123100XX", "charset"),
        ("11010519491231002Y", "charset"),
        ("١10105194912310021", "charset"),
        ("160105194912310021", "region"),
        (number("830000"), "region"),
        ("11010519490230002X", "birth_date"),
        ("11010500000101002X", "birth_date"),
        (number(born=date(1880, 1, 1)), "birth_date"),
        (number(born=TODAY + timedelta(1)), "birth_date"),
        (number(born=date(2008, 11, 20)), "ok"),
        (number(born=date(2008, 11, 21)), "underage"),
        (number(born=date(2026, 1, 1)), "underage"),
    ],
)
def test_resident_identity_cards(text: str, reason: str) -> None:
    assert check(text, TODAY) == reason


def test_who_is_born_on_a_leap_day_is_of_age_on_the_first_of_march() -> None:
    leap = number(born=date(2008, 2, 29))
    assert check(leap, date(2026, 2, 28)) == "underage"
    assert check(leap, date(2026, 3, 1)) == "ok"


@pytest.mark.parametrize(
    ("kind", "text", "reason"),
    [
        ("hmt_residence", number("830000", date(1990, 1, 1)), "ok"),
        ("hmt_residence", number("110105", date(1990, 1, 1)), "region"),
        ("hk_macao_permit", "H12345678", "ok"),
        ("hk_macao_permit", "m1234567890", "ok"),
        ("hk_macao_permit", "A12345678", "length"),
        ("taiwan_permit", "12345678", "ok"),
        ("taiwan_permit", "1234567", "length"),
        ("passport", "E12345678", "ok"),
        ("passport", "EJ1234567", "ok"),
        ("passport", "ABCDEFGH", "length"),
        ("passport", "E1/2345678", "charset"),
        ("passport", "E1", "length"),
        ("foreign_resident", "USA110190010101", "ok"),
        ("foreign_resident", "911124198108030024", "ok"),
        ("foreign_resident", "911124198108030025", "checksum"),
        ("foreign_resident", "9111241981080300", "length"),
    ],
)
def test_other_documents(kind: str, text: str, reason: str) -> None:
    assert check(text, TODAY, kind) == reason


def test_every_kind_has_words() -> None:
    assert list(WORDS) == list(KINDS)
    assert all(words.zh and words.en for words in WORDS.values())


@given(NUMBERS, st.integers(0, 17), st.sampled_from("0123456789X"))
def test_one_wrong_character_is_found(made: str, place: int, other: str) -> None:
    typed = made[:place] + other + made[place + 1 :]
    assert (check(typed, TODAY) == "ok") == (typed == made)


@given(NUMBERS, st.integers(0, 16))
def test_two_swapped_neighbours_are_found(made: str, place: int) -> None:
    typed = made[:place] + made[place + 1] + made[place] + made[place + 2 :]
    assert (check(typed, TODAY) == "ok") == (typed == made)


@given(NUMBERS)
def test_the_birthday_is_never_shown(made: str) -> None:
    shown = masked(made).lstrip("*")
    assert shown == made[14:] and len(masked(made)) == 18


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", ""),
        ("123", "***"),
        ("E12345678", "*******78"),
        ("110105491231002", "************002"),
        ("H1234567890", "*********90"),
    ],
)
def test_short_numbers_show_less(text: str, shown: str) -> None:
    assert masked(text) == shown


@given(st.text(), st.sampled_from(KINDS))
def test_any_text_gets_an_answer(text: str, kind: str) -> None:
    assert check(text, TODAY, kind) in (
        *("ok", "length", "charset", "region", "birth_date", "checksum", "underage"),
    )
    assert normalised(normalised(text)) == normalised(text)
    assert len(masked(text).lstrip("*")) <= 4
