"""Whose request it is, behind proxies or not."""

from __future__ import annotations

from ipaddress import ip_network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.net.peers import is_secure, is_trusted, peer_of

PROXIES = tuple(map(ip_network, ("10.0.0.0/8", "192.0.2.80/32", "fd00::/8")))
CLIENT, LIE, PROXY = "198.51.100.7", "203.0.113.66", "10.1.2.3"


class Fields(dict[str, list[str]]):
    """Header fields, a name several times."""

    def getall(self, key: str, default: list[str], /) -> list[str]:
        return self.get(key, default)


def fields(*forwarded: str, proto: str = "") -> Fields:
    found = Fields({"X-Forwarded-For": list(forwarded)})
    if proto:
        found["X-Forwarded-Proto"] = [proto]
    return found


@pytest.mark.parametrize(
    ("remote", "forwarded", "peer"),
    [
        (CLIENT, (), CLIENT),
        (CLIENT, (LIE,), CLIENT),
        (PROXY, (), PROXY),
        (PROXY, (CLIENT,), CLIENT),
        (PROXY, (f"{LIE}, {CLIENT}",), CLIENT),
        (PROXY, (LIE, CLIENT), CLIENT),
        (PROXY, (f"{LIE}, {CLIENT}, 10.9.9.9, 192.0.2.80",), CLIENT),
        (PROXY, ("10.9.9.9, 10.8.8.8",), "10.9.9.9"),
        (PROXY, (f"{LIE}, nonsense",), PROXY),
        (PROXY, ("",), PROXY),
        (PROXY, ('"[2001:db8::5]:4711"',), "2001:db8::5"),
        (PROXY, (f"{CLIENT}:4711",), CLIENT),
        ("fd00::1", ("2001:db8::5",), "2001:db8::5"),
        ("::ffff:10.1.2.3", (CLIENT,), CLIENT),
        (PROXY, ("::ffff:198.51.100.7",), CLIENT),
    ],
)
def test_the_right_most_that_nobody_of_ours_is(
    remote: str, forwarded: tuple[str, ...], peer: str
) -> None:
    assert peer_of(remote, fields(*forwarded), PROXIES) == peer


@given(st.lists(st.text(max_size=40), max_size=50))
def test_without_trust_a_header_says_nothing(lines: list[str]) -> None:
    assert peer_of(CLIENT, fields(*lines), ()) == peer_of(CLIENT, fields(*lines), PROXIES) == CLIENT


@given(st.lists(st.one_of(st.text(max_size=40), st.ip_addresses().map(str)), max_size=50))
def test_whatever_a_proxy_passes_on_is_taken_quietly(lines: list[str]) -> None:
    assert isinstance(peer_of(PROXY, fields(*lines), PROXIES), str)


@pytest.mark.parametrize(
    ("remote", "proto", "secure", "expected"),
    [
        (CLIENT, "https", False, False),
        (CLIENT, "", True, True),
        (PROXY, "https", False, True),
        (PROXY, "http, https", False, True),
        (PROXY, "https, http", False, False),
        (PROXY, "", False, False),
    ],
)
def test_tls_that_ends_at_a_proxy(remote: str, proto: str, secure: bool, expected: bool) -> None:
    assert is_secure(remote, fields(proto=proto), PROXIES, secure=secure) is expected


def test_no_address_is_trusted_by_another_kinds_network() -> None:
    assert not is_trusted("::1", PROXIES) and not is_trusted("", PROXIES)
