"""What the policy table says of somebody, and of what they act upon."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.access.actor import ANYBODY, OWNER, Actor, Grant, Thing, house
from server.access.policy import POLICY
from server.access.roles import ROLES

ANN = Actor("a-ann", frozenset({Grant("creator")}))


def test_what_the_table_does_not_name_is_refused() -> None:
    assert not OWNER.may("scene.explode_the_server")
    assert not OWNER.may("")


def test_own_things_only() -> None:
    assert ANN.may("exhibit.edit", Thing(owner="a-ann"))
    assert not ANN.may("exhibit.edit", Thing(owner="a-bob"))
    assert not ANN.may("exhibit.edit", Thing(owner=""))


def test_without_a_thing_the_answer_is_for_something_at_least() -> None:
    assert ANN.may("exhibit.edit")
    assert not ANN.may("exhibit.publish")


def test_a_grant_for_one_hall_reaches_no_other() -> None:
    host = Actor("a-host", frozenset({Grant("host", hall="lobby")}))
    assert host.may("visitor.moderate", Thing(hall="lobby"))
    assert not host.may("visitor.moderate", Thing(hall="attic"))
    assert not host.may("visitor.moderate", Thing())


def test_an_agent_reaches_what_the_enterprise_owns() -> None:
    agent = Actor("a-agent", frozenset({Grant("enterprise_agent", enterprise="e-1")}))
    assert agent.may("exhibit.edit", Thing(owner="enterprise:e-1"))
    assert not agent.may("exhibit.edit", Thing(owner="enterprise:e-2"))
    assert not agent.may("exhibit.edit", Thing(owner="enterprise:"))


def test_a_key_does_what_it_is_for() -> None:
    key = Actor("operator", OWNER.grants, only=frozenset({"exhibit.read"}))
    assert key.may("exhibit.read") and not key.may("exhibit.edit")
    assert key.actions() == {"exhibit.read"}


def test_the_house_acts_in_the_name_of_somebody() -> None:
    assert house("a-ann").id == "a-ann" and house("a-ann").may("scene.edit")


def test_nobody_signed_in() -> None:
    assert not ANYBODY.is_known and ANYBODY.role == "visitor" and OWNER.is_known


grants = st.builds(
    Grant,
    st.sampled_from(ROLES),
    st.sampled_from(["", "lobby", "attic"]),
    st.sampled_from(["", "e-1"]),
)
things = st.builds(
    Thing, st.sampled_from(["", "a-1", "a-2", "enterprise:e-1"]), st.sampled_from(["", "lobby"])
)


@given(st.frozensets(grants, max_size=4), grants, st.sampled_from(sorted(POLICY)), things)
def test_one_more_grant_never_takes_anything_away(
    held: frozenset[Grant], more: Grant, action: str, thing: Thing
) -> None:
    before, after = Actor("a-1", held), Actor("a-1", held | {more})
    assert after.may(action, thing) or not before.may(action, thing)


@pytest.mark.parametrize("action", sorted(POLICY))
def test_what_one_may_do_to_a_thing_one_may_do_at_all(action: str) -> None:
    for role in ROLES:
        somebody = Actor("a-1", frozenset({Grant(role)}))
        assert not somebody.may(action, Thing("a-1", "lobby")) or somebody.may(action)
