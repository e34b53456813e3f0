"""One role stands for several."""

from __future__ import annotations

from server.access.roles import ROLES, highest


def test_others_know_somebody_by_the_highest() -> None:
    assert highest(frozenset({"creator", "manager", "visitor"})) == "manager"
    assert highest(frozenset(ROLES)) == "operator"


def test_whoever_has_none_is_a_visitor() -> None:
    assert highest(frozenset()) == "visitor"
