"""The policy table: complete, and closed by default."""

from __future__ import annotations

import pytest

from server.access.policy import POLICY, ROLES, allows


@pytest.mark.parametrize("action", sorted(POLICY))
def test_the_operator_may_do_all_that_the_table_names(action: str) -> None:
    assert allows("operator", action)
    assert POLICY[action] <= set(ROLES)


def test_visitors_change_nothing_that_lasts() -> None:
    lasting = [a for a in POLICY if a.endswith((".edit", ".manage", ".add", ".make", ".stop"))]
    assert lasting and not [action for action in lasting if allows("visitor", action)]


def test_what_the_table_does_not_name_is_refused() -> None:
    assert not allows("operator", "scene.explode_the_server")
