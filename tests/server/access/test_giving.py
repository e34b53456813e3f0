"""Nobody makes somebody mightier than oneself."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server.access.actor import OWNER, Actor, Grant, Thing
from server.access.giving import may_give, may_handle
from server.access.policy import POLICY
from server.access.roles import ROLES, Role

HALLS = st.sampled_from(["", "gallery", "annex"])
GRANTS = st.builds(Grant, st.sampled_from(ROLES), HALLS, st.sampled_from(["", "acme"]))


def holding(*grants: Grant, only: frozenset[str] | None = None) -> Actor:
    return Actor("a_giver", frozenset(grants), "", only)


@pytest.mark.parametrize("role", ROLES)
def test_the_owner_gives_every_role(role: Role) -> None:
    assert may_give(OWNER, Grant(role))


@pytest.mark.parametrize("role", ["operator", "auditor", "regulator"])
def test_a_manager_makes_nobody_who_can_do_more(role: Role) -> None:
    assert not may_give(holding(Grant("manager")), Grant(role))


@pytest.mark.parametrize("role", ["visitor", "creator", "presenter", "host", "clerk", "manager"])
def test_a_manager_makes_staff(role: Role) -> None:
    assert may_give(holding(Grant("manager")), Grant(role))


def test_a_role_of_one_hall_gives_none_of_another_or_of_all() -> None:
    keeper = holding(Grant("manager", "gallery"))
    assert may_give(keeper, Grant("host", "gallery"))
    assert not may_give(keeper, Grant("host", "annex"))
    assert not may_give(keeper, Grant("host"))


def test_an_enterprise_gives_its_own_roles_alone() -> None:
    owner = holding(Grant("enterprise_owner", enterprise="acme"))
    assert may_give(owner, Grant("enterprise_agent", enterprise="acme"))
    assert not may_give(owner, Grant("enterprise_agent", enterprise="other"))
    assert not may_give(owner, Grant("creator"))


def test_a_narrowed_actor_gives_less() -> None:
    assert not may_give(holding(Grant("manager"), only=frozenset({"people.invite"})), Grant("host"))


@settings(max_examples=400)
@given(st.frozensets(GRANTS, max_size=3), st.frozensets(GRANTS, max_size=3))
def test_whoever_was_made_can_do_nothing_that_the_giver_cannot(
    held: frozenset[Grant], given_: frozenset[Grant]
) -> None:
    giver = Actor("a_giver", held)
    if not may_handle(giver, given_):
        return
    made = Actor("a_made", given_)
    things = [Thing("", hall) for hall in ("", "gallery", "annex")]
    things += [Thing("a_third", ""), Thing("enterprise:acme", ""), Thing("enterprise:x", "annex")]
    for action in POLICY:
        for thing in things:
            assert giver.may(action, thing) or not made.may(action, thing)
