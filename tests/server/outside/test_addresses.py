from __future__ import annotations

import ipaddress

import pytest

from server.outside.addresses import host_names, is_host_name, lan_address, local_addresses


def test_local_addresses_are_those_that_others_can_use() -> None:
    for text in local_addresses():
        address = ipaddress.ip_address(text)
        assert not (address.is_loopback or address.is_link_local or address.is_unspecified)


def test_ipv4_comes_first_and_nothing_twice() -> None:
    found = local_addresses()
    versions = [ipaddress.ip_address(text).version for text in found]
    assert versions == sorted(versions)
    assert len(found) == len(set(found))


def test_the_lan_address_is_one_of_them() -> None:
    assert lan_address() in [*local_addresses(), None]


def test_host_names_can_stand_in_a_certificate() -> None:
    assert all(is_host_name(name) for name in host_names())


@pytest.mark.parametrize("text", ["park", "park-1.local", "a" * 63])
def test_host_names_of_letters_digits_and_hyphens(text: str) -> None:
    assert is_host_name(text)


@pytest.mark.parametrize("text", ["", "a..b", "园区", "under_score", "x" * 64, "a." * 130])
def test_other_words_are_no_host_names(text: str) -> None:
    assert not is_host_name(text)
