from __future__ import annotations

from server.registration.case import CLOCK, Offer, Refusal


def test_an_offer_is_allowed_when_nothing_is_against_it() -> None:
    assert Offer("submit").allowed
    assert not Offer("submit", (Refusal("forbidden"),)).allowed


def test_time_has_no_rights_of_people() -> None:
    assert not CLOCK.actions()
