"""Every kind of notice has its words in both languages, and leaves no place unfilled."""

from __future__ import annotations

import pytest

from server.net.routes import ROUTES
from server.run.notices.events import AFTER, EVENTS
from server.run.notices.kinds import KINDS, filled, kind_of
from server.run.notices.notice import Address


@pytest.mark.parametrize("name", KINDS)
def test_a_kind_speaks_both_languages(name: str) -> None:
    kind = KINDS[name]
    assert kind.zh and kind.en
    for words in (kind.title, kind.text):
        assert words.keys() == {"zh", "en"}
        assert "{" not in filled(words["zh"], {}) and "{" not in filled(words["en"], {})


def test_an_unknown_kind_is_treated_as_a_secret() -> None:
    assert kind_of("something").secret


def test_events_after_requests_are_events_and_requests_that_are_there() -> None:
    there = {(route.method, route.path) for route in ROUTES}
    assert set(AFTER) <= there
    assert set(AFTER.values()) <= set(EVENTS)
    assert all(event.zh and event.en for event in EVENTS.values())


def test_an_address_is_exactly_one() -> None:
    assert Address(email="a@b.cn").way == "email"
    assert Address(robot="e_1").value == "e_1"
    for wrong in ({}, {"email": "a@b.cn", "phone": "1"}):
        with pytest.raises(ValueError, match="exactly one"):
            Address(**wrong)
