"""The policy table: complete, and closed by default."""

from __future__ import annotations

import pytest

from server.access.policy import POLICY
from server.access.roles import ROLES, WORDS, Role

CHANGING = (".edit", ".manage", ".add", ".make", ".stop", ".publish", ".place", ".transfer",
            ".invite", ".recover", ".moderate", ".collect", ".create")  # fmt: skip


@pytest.mark.parametrize("action", sorted(POLICY))
def test_the_operator_may_do_all_that_the_table_names(action: str) -> None:
    assert POLICY[action]["operator"] == "all"
    assert set(POLICY[action]) <= set(ROLES)


@pytest.mark.parametrize("role", ["visitor", "investor"])
def test_guests_change_nothing_that_lasts(role: Role) -> None:
    lasting = {action for action in POLICY if action.endswith(CHANGING)} - {"ticket.make"}
    assert lasting and not [action for action in lasting if role in POLICY[action]]


@pytest.mark.parametrize("role", ["auditor", "regulator"])
def test_whoever_checks_reads_everything_and_changes_nothing(role: Role) -> None:
    reading = {action for action in POLICY if action.endswith(".read")}
    assert all(POLICY[action].get(role) == "all" for action in reading)
    lasting = {action for action in POLICY if action.endswith(CHANGING)} - {"ticket.make"}
    assert not [action for action in lasting if role in POLICY[action]]


def test_a_creator_cannot_publish() -> None:
    assert not [a for a in POLICY if a.endswith((".publish", ".place")) and "creator" in POLICY[a]]
    assert POLICY["exhibit.edit"]["creator"] == "own"


def test_every_role_has_its_words() -> None:
    assert set(WORDS) == set(ROLES)
    assert all(words.zh and words.en and words.zh_about and words.en_about
               for words in WORDS.values())  # fmt: skip
