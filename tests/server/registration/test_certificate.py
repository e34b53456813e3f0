from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.registration.certificate import (
    ALPHABET,
    CHANCE,
    WHY,
    Statement,
    claims,
    normalised,
    number_of,
    same_matter,
    state_at,
    stated,
    why,
)
from server.registration.reasons import REASONS

CHANCES = st.text(ALPHABET, min_size=CHANCE, max_size=CHANCE)
YEARS = st.integers(2000, 9999)
LIVING = Statement(
    number="RZ2026-0000-0000",
    company={"zh": "灵境测试有限公司", "en": "Lingjing Testing"},
    credit_code="914403001922038216",
    custodian={"zh": "托管中心", "en": "Centre"},
    address={"zh": "星湖街 1 号", "en": "1 Xinghu Street"},
    seat="云席-00001（集群注册）",
    starts=1_790_000_000.0,
    until=1_820_000_000.0,
    issued=1_790_000_000.5,
)


@given(YEARS, CHANCES)
def test_a_number_is_known_however_it_is_typed(year: int, chance: str) -> None:
    number = number_of(year, chance)
    wide = "".join(chr(ord(sign) + 0xFEE0) if sign != "-" else "－" for sign in number)
    for typed in (number, number.lower(), number.replace("-", " "), number[2:], f" {wide}\n"):
        assert normalised(typed) == number


@given(YEARS, CHANCES, st.data())
def test_one_sign_misread_is_no_number(year: int, chance: str, data: st.DataObject) -> None:
    number = number_of(year, chance)
    at = data.draw(st.sampled_from([i for i, sign in enumerate(number) if i > 1 and sign != "-"]))
    other = data.draw(st.sampled_from([sign for sign in ALPHABET if sign != number[at]]))
    assert normalised(number[:at] + other + number[at + 1 :]) is None


@given(st.text())
def test_anything_else_is_no_number(text: str) -> None:
    known = normalised(text)
    assert known is None or normalised(known) == known


@pytest.mark.parametrize(
    ("standing", "until", "state"),
    [
        ("valid", None, "valid"),
        ("valid", 11.0, "valid"),
        ("valid", 10.0, "expired"),
        ("suspended", 11.0, "suspended"),
        ("suspended", 9.0, "expired"),
        ("revoked", 9.0, "revoked"),
    ],
)
def test_what_counts(standing: str, until: float | None, state: str) -> None:
    assert state_at(standing, until, 10.0) == state  # type: ignore[arg-type]


def test_it_says_why_in_both_languages() -> None:
    assert why("valid", "left") == ("", "")
    assert why("expired", "") == WHY["expired"]
    assert why("revoked", "left") == WHY["left"]
    reason = REASONS["not_authentic"]
    assert why("suspended", "not_authentic") == (reason.zh, reason.en)
    assert all(why("revoked", "unheard-of"))


def test_what_is_signed_is_what_was_stated() -> None:
    told = claims(LIVING, "https://park.example")
    assert told["iss"] == "https://park.example"
    assert same_matter(stated(told), LIVING)
    endless = claims(stated({**told, "exp": None}), "")
    assert "exp" not in endless
    assert stated(endless).until is None


@pytest.mark.parametrize("change", [{"seat": ""}, {"credit_code": "x"}, {"exp": 5}])
def test_another_fact_is_another_matter(change: dict[str, object]) -> None:
    told = claims(LIVING, "")
    assert not same_matter(stated(told), stated({**told, **change}))
    assert same_matter(stated(told), stated({**told, "jti": "other", "iat": 1}))
