"""What databases say becomes a code."""

from __future__ import annotations

import pytest
from sqlalchemy.exc import OperationalError

from server.store.errors import StoreError
from server.store.failures import coded, is_lost, is_race


class ServerError(Exception):
    """As PostgreSQL's driver raises them."""

    def __init__(self, sqlstate: str, words: str = "reason") -> None:
        super().__init__(words)
        self.sqlstate = sqlstate


def error_of(reason: Exception) -> OperationalError:
    return OperationalError("INSERT", None, reason)


def code_of(error: Exception) -> str:
    found = coded(error)
    assert isinstance(found, StoreError)
    return found.code


@pytest.mark.parametrize(
    ("reason", "code"),
    [
        ("database or disk is full", "archive_full"),
        ("database disk image is malformed", "archive_corrupt"),
        ("disk I/O error", "archive_failed"),
    ],
)
def test_reasons_become_codes(reason: str, code: str) -> None:
    assert code_of(error_of(Exception(reason))) == code


@pytest.mark.parametrize(
    ("sqlstate", "code"),
    [
        ("53100", "archive_full"),
        ("40001", "archive_conflict"),
        ("40P01", "archive_conflict"),
        ("XX001", "archive_corrupt"),
        ("22021", "text_unstorable"),
        ("42P01", "archive_failed"),
    ],
)
def test_a_servers_codes_become_ours(sqlstate: str, code: str) -> None:
    assert code_of(error_of(ServerError(sqlstate, "the table is full of it"))) == code


def test_a_servers_full_disk_is_told_by_its_words_too() -> None:
    error = error_of(ServerError("58030", "could not extend file: No space left on device"))
    assert code_of(error) == "archive_full"


def test_what_is_not_the_databases_stays_what_it_is() -> None:
    mine = ZeroDivisionError()
    assert coded(mine) is mine
    assert code_of(ConnectionResetError("cut")) == "archive_failed"


def test_races_and_lost_connections_are_told_apart() -> None:
    race, gone, other = (error_of(ServerError(s)) for s in ("40001", "57P01", "23505"))
    assert [is_race(each) for each in (race, gone, other)] == [True, False, False]
    assert [is_lost(each) for each in (race, gone, other)] == [False, True, False]
    assert is_lost(ConnectionResetError())
    assert not is_lost(ZeroDivisionError())
