"""The register names every table of the archive, and every column of those that tell of people."""

from __future__ import annotations

import pytest

from server.run.privacy.register import BASES, NOBODY, REGISTER
from server.store.schema import metadata

NAMED_LIKE_PEOPLE = frozenset(
    {
        *("name", "email", "phone", "address", "agent", "account", "author", "owner", "person"),
        *("actor", "reporter", "accused", "assignee", "password", "totp", "ip"),
    }
)
"""Columns of these names tell of people wherever they stand."""
THINGS = frozenset({("exhibit_files", "name"), ("media_files", "name"), ("versions", "name")})
"""Names of things of the park."""


def test_every_table_is_classified_once() -> None:
    assert set(REGISTER) | set(NOBODY) == set(metadata.tables)
    assert set(REGISTER) & set(NOBODY) == set()


@pytest.mark.parametrize("name", sorted(REGISTER))
def test_an_entry_speaks_of_columns_that_are_there(name: str) -> None:
    entry, columns = REGISTER[name], set(metadata.tables[name].c.keys())
    told = [*entry.person, *entry.sealed, *entry.plain, *entry.secret]
    assert set(told) <= columns
    assert not set(entry.sealed) & {*entry.plain, *entry.secret}
    assert entry.basis in BASES
    assert entry.erase != "rows" or entry.person
    assert all(entry.purpose) and all(entry.kept)


@pytest.mark.parametrize("name", sorted(metadata.tables))
def test_no_column_of_people_is_left_out(name: str) -> None:
    entry = REGISTER.get(name)
    told = {*entry.person, *entry.sealed, *entry.plain, *entry.secret} if entry else set()
    suspicious = {c for c in metadata.tables[name].c if c in NAMED_LIKE_PEOPLE}
    assert {(name, column) for column in suspicious - told} <= THINGS
