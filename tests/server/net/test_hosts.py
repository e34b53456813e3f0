"""Names that a park answers to."""

from __future__ import annotations

import pytest

from server.net.hosts import is_own, name_in, names_in
from tests.server.house import House


@pytest.mark.parametrize(
    ("host", "own"),
    [
        ("localhost:8000", True),
        ("127.0.0.1:8000", True),
        ("[::1]:8000", True),
        ("192.168.1.7", True),
        ("showroom", True),
        ("showroom.local:8000", True),
        ("park.example", True),
        ("PARK.example.:8000", True),
        ("", True),
        ("[::", True),
        ("evil.example:8000", False),
        ("park.example.evil.example", False),
        ("127.0.0.1.evil.example", False),
        ("localhost.evil.example:8000", False),
    ],
)
def test_addresses_local_names_and_known_ones_are_ours(host: str, own: bool) -> None:
    assert is_own(host, {"park.example"}) is own


def test_names_are_read_from_hosts_and_addresses() -> None:
    assert name_in("Park.Example:8000") == "park.example"
    assert names_in(["https://park.example", "http://[::1]:8000", ""]) == {"park.example", "::1"}


async def test_a_foreign_name_for_this_machine_is_told_apart(house: House) -> None:
    for path in ("/", "/healthz", "/api/v1/park"):
        status, told = await house.get(path, headers={"Host": "evil.example"})
        assert (status, told["code"]) == (421, "host_unknown")
