from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from server.store.errors import StoreError
from server.store.privacy_keys import PersonKey, PersonKeys, read_copy

ANNE = PersonKey("a_anne", "m1", b"w" * 60, 1.0, None)
BERT = PersonKey("a_bert", "m1", b"v" * 60, 2.0, None)


def test_keys_are_kept_and_found_again(tmp_path: Path) -> None:
    keys = PersonKeys(tmp_path / "secrets" / "persons.db")
    keys.add(ANNE)
    assert keys.add(ANNE._replace(wrapped=b"other")) == ANNE
    keys.close()
    again = PersonKeys(tmp_path / "secrets" / "persons.db")
    assert again.all() == [ANNE]
    assert again.get("a_nobody") is None
    again.close()
    assert (tmp_path / "secrets" / "persons.db").stat().st_mode & 0o777 == 0o600


def test_a_destroyed_key_is_not_in_the_file_any_more(tmp_path: Path) -> None:
    keys = PersonKeys(tmp_path / "persons.db")
    keys.add(ANNE)
    assert keys.destroy("a_anne", 5.0)
    assert not keys.destroy("a_anne", 6.0)
    assert keys.get("a_anne") == PersonKey("a_anne", "m1", None, 1.0, 5.0)
    keys.close()
    assert b"wwwwwwww" not in b"".join(file.read_bytes() for file in tmp_path.iterdir())


def test_who_never_had_a_key_can_be_destroyed_too(tmp_path: Path) -> None:
    keys = PersonKeys(tmp_path / "persons.db")
    assert not keys.destroy("a_anne", 5.0)
    kept = keys.add(ANNE)
    assert kept.wrapped is None
    keys.close()


def test_copies_bring_back_what_is_missing_and_nothing_destroyed(tmp_path: Path) -> None:
    keys = PersonKeys(tmp_path / "persons.db")
    keys.add(ANNE)
    keys.add(BERT)
    keys.backup(tmp_path / "copy.db")
    keys.destroy("a_anne", 5.0)
    assert keys.merge(read_copy(tmp_path / "copy.db")) == 0
    keys.close()
    fresh = PersonKeys(tmp_path / "fresh.db")
    fresh.merge([ANNE._replace(wrapped=None, destroyed=5.0)])
    assert fresh.merge(read_copy(tmp_path / "copy.db")) == 1
    assert [key.person for key in fresh.all() if key.wrapped] == ["a_bert"]
    fresh.close()
    assert (tmp_path / "copy.db").stat().st_mode & 0o777 == 0o600


def test_rewrapping_spares_the_destroyed(tmp_path: Path) -> None:
    keys = PersonKeys(tmp_path / "persons.db")
    keys.add(ANNE)
    keys.destroy("a_anne", 5.0)
    keys.rewrap([ANNE._replace(master="m2")])
    found = keys.get("a_anne")
    assert found is not None
    assert found.wrapped is None
    keys.close()


def test_other_files_are_left_alone(tmp_path: Path) -> None:
    foreign = tmp_path / "persons.db"
    with closing(sqlite3.connect(foreign)) as database:
        database.execute("CREATE TABLE recipes (name)")
    for use in (PersonKeys, read_copy):
        with pytest.raises(StoreError) as refused:
            use(foreign)
        assert refused.value.code == "archive_foreign"
    foreign.write_bytes(b"not a database, " * 300)
    with pytest.raises(StoreError) as damaged:
        PersonKeys(foreign)
    assert damaged.value.code == "vault_damaged"
