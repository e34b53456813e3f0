"""Codes of authenticator apps."""

from __future__ import annotations

from urllib.parse import parse_qs, unquote, urlsplit

import pyotp
import pytest

from server.outside.authenticator import SECONDS, address_of, new_secret, step_of

RFC_SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
"""``12345678901234567890`` (RFC 6238, appendix B)."""


@pytest.mark.parametrize(("now", "code"), [(59, "287082"), (1111111109, "081804")])
def test_the_vectors_of_the_standard(now: int, code: str) -> None:
    assert step_of(RFC_SECRET, code, now) == now // SECONDS


def test_one_step_either_way_is_taken_and_no_more() -> None:
    secret, now = new_secret(), 1_000_000.0
    code = pyotp.TOTP(secret).at(int(now))
    step = int(now // SECONDS)
    found = [step_of(secret, code, now + n * SECONDS) for n in (-2, -1, 0, 1, 2)]
    assert found == [None, step, step, step, None]


@pytest.mark.parametrize("code", ["", "abcdef", "12345", "二八七〇八二", "2870820"])
def test_what_is_no_code_is_wrong(code: str) -> None:
    assert step_of(RFC_SECRET, code, 59) is None


def test_the_address_holds_all_that_an_app_needs() -> None:
    found = urlsplit(address_of(RFC_SECRET, "li@park.example", "灵境园区"))
    assert (found.scheme, found.netloc) == ("otpauth", "totp")
    assert unquote(found.path) == "/灵境园区:li@park.example"
    assert parse_qs(found.query) == {"secret": [RFC_SECRET], "issuer": ["灵境园区"]}


def test_secrets_are_long_and_differ() -> None:
    assert len(new_secret()) == 32 and new_secret() != new_secret()
