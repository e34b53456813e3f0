"""The databases' own errors as coded ones, and what each means for who wants to try again."""

from __future__ import annotations

from typing import Final

from sqlalchemy.exc import DBAPIError

from server.store.errors import StoreError

RACES: Final = frozenset({"40001", "40P01"})
"""Somebody else changed the same at the same time: the work may be done again from its start."""
_LOST: Final = ("08", "57P01", "57P02", "57P03")
"""The connection is gone, or about to go."""
_FULL: Final = "53100"
_DAMAGED: Final = frozenset({"XX001", "XX002"})
_UNSTORABLE: Final = frozenset({"22021", "22P05"})
"""PostgreSQL keeps no NUL in a text."""


def sqlstate(error: BaseException) -> str:
    """PostgreSQL's code of an error; empty for others."""
    return str(getattr(getattr(error, "orig", None), "sqlstate", None) or "")


def is_race(error: BaseException) -> bool:
    """Whether two transactions could not both be."""
    return sqlstate(error) in RACES


def is_lost(error: BaseException) -> bool:
    """Whether the connection to the database was lost."""
    if isinstance(error, DBAPIError):
        return bool(error.connection_invalidated) or sqlstate(error).startswith(_LOST)
    return isinstance(error, OSError | TimeoutError)


def coded(error: Exception) -> Exception:
    """The database's own error as a coded one; any other stays what it is."""
    if isinstance(error, OSError | TimeoutError):
        return StoreError("archive_failed", f"the database cannot be reached: {error}")
    if not isinstance(error, DBAPIError):
        return error
    reason = str(error.orig)
    state = sqlstate(error)
    return _of_server(state, reason) if state else _of_file(reason)


def _of_server(state: str, reason: str) -> StoreError:
    if state in RACES:
        return StoreError("archive_conflict", "others changed the same records at the same time")
    if state == _FULL or "No space left" in reason:
        return StoreError("archive_full", "there is no space left for the archive")
    if state in _DAMAGED:
        return StoreError("archive_corrupt", f"the archive is damaged: {reason}")
    if state in _UNSTORABLE:
        return StoreError("text_unstorable", "a text holds a character that cannot be kept (NUL)")
    return StoreError("archive_failed", f"the archive could not be written: {reason}")


def _of_file(reason: str) -> StoreError:
    if "full" in reason:
        return StoreError("archive_full", "there is no space left for the archive")
    if "malformed" in reason or "not a database" in reason:
        return StoreError("archive_corrupt", f"the archive is damaged: {reason}")
    return StoreError("archive_failed", f"the archive could not be written: {reason}")
