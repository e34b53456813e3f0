from __future__ import annotations

import pytest

from server.access.actor import ANYBODY, OWNER, Actor, Grant
from server.access.reach import owners_within


def actor(*grants: Grant, only: frozenset[str] | None = None) -> Actor:
    return Actor("a_1", frozenset(grants), "", only)


@pytest.mark.parametrize("who", [OWNER, actor(Grant("manager")), actor(Grant("auditor"))])
def test_who_reaches_all_sees_all(who: Actor) -> None:
    assert owners_within(who, "exhibit.read") is None


def test_who_reaches_their_own_sees_that() -> None:
    agent = actor(Grant("enterprise_agent", enterprise="acme"))
    assert owners_within(agent, "exhibit.read") == frozenset({"a_1", "enterprise:acme"})
    assert owners_within(actor(Grant("creator")), "exhibit.edit") == frozenset({"a_1"})


def test_one_role_that_reaches_all_is_enough() -> None:
    both = actor(Grant("enterprise_agent", enterprise="acme"), Grant("clerk"))
    assert owners_within(both, "exhibit.read") is None


def test_nobody_else_sees_anything() -> None:
    assert owners_within(ANYBODY, "exhibit.read") == frozenset()
    assert owners_within(actor(Grant("manager", hall="north")), "exhibit.read") == frozenset()
    assert owners_within(OWNER, "no.such") == frozenset()
    scoped = actor(Grant("manager"), only=frozenset({"media.read"}))
    assert owners_within(scoped, "exhibit.read") == frozenset()
