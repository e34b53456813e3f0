from __future__ import annotations

import pytest

from server.registration.documents import KINDS
from server.registration.fields import FIELDS
from server.registration.guards import GUARDS
from server.registration.states import FLAGS, STATES
from server.registration.transitions import TABLE
from tools import reference, registration_page
from tools.registration_page import FLAG_WORDS, diagram, transition_rows, who

PAGE = reference.PAGES["docs/REGISTRATION.md"]()


def test_the_diagram_has_every_arrow() -> None:
    lines = diagram()
    assert lines[0] == "```mermaid" and lines[-1] == "```"
    for cell in TABLE.values():
        assert f"    {cell.source} --> {cell.target}: {cell.verb}" in lines


@pytest.mark.parametrize("state", STATES)
def test_every_state_is_on_the_page(state: str) -> None:
    assert f"`{state}`" in PAGE


def test_every_table_is_whole() -> None:
    assert len(list(transition_rows())) == len(TABLE)
    assert all(guard.zh in PAGE and guard.en in PAGE for guard in GUARDS.values())
    assert all(f"| `{field.name}` |" in PAGE for field in FIELDS)
    assert all(f"| `{name}` |" in PAGE for name in KINDS)
    assert set(FLAG_WORDS) == set(FLAGS)
    assert all(f"| `{code}` |" in PAGE for code in ("length", "region", "org_check", "checksum"))


def test_who_may_is_what_the_policy_table_says() -> None:
    assert who("") == "时钟 clock"
    assert "Clerk" in who("application.review") and "Owner" not in who("application.review")
    assert "own" in who("application.submit")
    assert registration_page.DEADLINES_NOTE in PAGE
