"""Any link into a park leads to its live socket."""

from __future__ import annotations

import pytest

from clients.headless.addresses import live_url, origin


@pytest.mark.parametrize(
    ("link", "live"),
    [
        ("http://localhost:8000", "ws://localhost:8000/live"),
        ("http://localhost:8000/h/grounds?x=1#y", "ws://localhost:8000/live"),
        ("https://park.example/", "wss://park.example/live"),
        ("wss://park.example/live", "wss://park.example/live"),
        ("localhost:8000", "ws://localhost:8000/live"),
        ("http://[::1]:8000", "ws://[::1]:8000/live"),
    ],
)
def test_links_lead_to_the_live_socket(link: str, live: str) -> None:
    assert live_url(link) == live


@pytest.mark.parametrize("link", ["", "ftp://park.example", "http://", "file:///x"])
def test_other_addresses_are_refused(link: str) -> None:
    with pytest.raises(ValueError, match="not the address"):
        origin(link)
