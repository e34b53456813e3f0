"""E-mail addresses and phone numbers in one form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.run.accounts.addresses import LONGEST, email_of, hint_of


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("li@park.example", "li@park.example"),
        (" Li.Ming+x@Park.Example ", "li.ming+x@park.example"),
        ("李@园区.中国", "李@园区.中国"),
        ("li@park", None),
        ("li park@park.example", None),
        ("<li@park.example>", None),
        ("li@park.example, wang@park.example", None),
        ("li@park.example\nBcc: x@y.zz", None),
        ("a@" + "b" * LONGEST + ".cn", None),
        ("", None),
    ],
)
def test_addresses(text: str, address: str | None) -> None:
    assert email_of(text) == address


@given(st.emails())
def test_an_address_stays_itself(text: str) -> None:
    once = email_of(text)
    assert once is None or email_of(once) == once


@pytest.mark.parametrize(
    ("address", "hint"),
    [
        ("li@park.example", "li***@park.example"),
        ("a@b.cn", "a***@b.cn"),
        ("+8613800138000", "***8000"),
    ],
)
def test_hints_tell_the_owner_alone(address: str, hint: str) -> None:
    assert hint_of(address) == hint
