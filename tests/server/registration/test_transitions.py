from __future__ import annotations

import pytest

from server.access.policy import POLICY
from server.registration.states import State, Verb
from server.registration.transitions import TABLE


@pytest.mark.parametrize("cell", TABLE, ids="-".join)
def test_every_cell_is_whole(cell: tuple[State, Verb]) -> None:
    row = TABLE[cell]
    assert (row.source, row.verb) == cell
    assert row.zh and row.en and row.audit == f"application.{row.verb}"
    assert row.action in POLICY or (not row.action and row.verb == "expire")
    assert len(set(row.guards)) == len(row.guards)
    assert row.target != row.source or row.verb in ("claim", "renew", "take_booth")


def test_what_judges_asks_whose_it_is_first() -> None:
    judging = ("application.review", "application.suspend", "application.close")
    rows = [row for row in TABLE.values() if row.action in judging]
    assert rows and all(row.guards[0] == "not_own" for row in rows)
