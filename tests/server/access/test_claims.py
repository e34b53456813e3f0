"""Roles that follow from claims."""

from __future__ import annotations

from typing import Any

import pytest

from server.access.actor import Grant
from server.access.claims import claim_map

MAP = claim_map("groups: park-managers=manager, a=b=creator")


@pytest.mark.parametrize(
    ("claims", "roles"),
    [
        ({"groups": ["park-managers", "x", 3]}, {"manager"}),
        ({"groups": "park-managers"}, {"manager"}),
        ({"groups": ["a=b", "park-managers"]}, {"manager", "creator"}),
        ({"groups": {"park-managers": True}}, set()),
        ({"groups": None}, set()),
        ({}, set()),
    ],
)
def test_a_claim_gives_the_roles_it_is_mapped_to(claims: dict[str, Any], roles: set[str]) -> None:
    assert MAP.roles_in(claims) == roles


def test_claims_lie_inside_others() -> None:
    nested = claim_map("realm_access.roles: guide=presenter")
    assert nested.roles_in({"realm_access": {"roles": ["guide"]}}) == {"presenter"}
    assert nested.roles_in({"realm_access": ["guide"]}) == set()


def test_roles_that_were_given_here_stay() -> None:
    before = frozenset({Grant("host", "hall"), Grant("manager")})
    assert MAP.grants({"groups": ["a=b"]}, before) == {Grant("host", "hall"), Grant("creator")}


@pytest.mark.parametrize("text", ["groups", "groups:", ": a=b", "g: a=operator", "g: a=king"])
def test_a_map_that_makes_no_sense_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        claim_map(text)


def test_no_map_gives_nothing() -> None:
    assert claim_map(" ").roles_in({"groups": ["operator"]}) == set()
