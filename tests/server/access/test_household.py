"""What counts as one subscriber of a network."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.access.household import household


@pytest.mark.parametrize(
    ("address", "counted_as"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("fe80::1%eth0", "fe80::"),
        ("", ""),
        ("a unix socket", "a unix socket"),
    ],
)
def test_households(address: str, counted_as: str) -> None:
    assert household(address) == counted_as


@given(st.ip_addresses(v=6))
def test_neighbours_in_one_network_are_one_household(address: object) -> None:
    first = household(str(address))
    assert household(first) == first


@given(st.text(max_size=300))
def test_any_text_is_taken(text: str) -> None:
    assert len(household(text)) <= 64
