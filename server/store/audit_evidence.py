"""What the audit trail is proved by: its lines and cuts as they stand, in a file or on a server."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Final, NamedTuple, Protocol

from sqlalchemy import Connection, CursorResult, text
from sqlalchemy.exc import DBAPIError

from server.store.audit_records import COLUMNS, AuditRow
from server.store.embedded import Embedded
from server.store.errors import AwayError
from server.store.failures import is_lost
from server.store.places import Place
from server.store.reader import Reader

PIECE: Final = 500
_CUTS: Final = "SELECT up_to, hash, rows, at, mac FROM audit_cuts ORDER BY serial"
_NAMES: Final = ", ".join(f'"{name}"' for name in (*COLUMNS, "hash"))
_ROWS: Final = f"SELECT {_NAMES} FROM audit ORDER BY seq"


class DamagedError(Exception):
    """The trail cannot be read, or holds what was never written."""


class Cut(NamedTuple):
    """What retention took from the front, as it noted it."""

    up_to: int
    hash: str
    rows: int
    at: float
    mac: str


class Evidence(Protocol):
    """A trail as of one moment; whatever cannot be read raises `DamagedError`."""

    def cuts(self) -> list[Cut]:
        """In their order."""

    def rows(self) -> Iterator[tuple[AuditRow, str]]:
        """Every line with its hash, in order of the numbers."""

    def is_sound(self) -> bool:
        """Whether the database has nothing to say against itself."""


@contextmanager
def evidence_in(place: Place) -> Iterator[Evidence]:
    """The trail of a park; a running server does not mind."""
    if isinstance(place, Embedded):
        with _file(place.path) as database:
            yield _OfFile(database)
    else:
        with place.reader() as reader:
            yield _OfServer(reader)


@contextmanager
def _file(path: Path) -> Iterator[sqlite3.Connection]:
    # Not by the archive's own engine: what the file says word for word is the evidence.
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as database:
        with _reading():
            database.execute("BEGIN")
        yield database


class _OfFile:
    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database

    def cuts(self) -> list[Cut]:
        with _reading():
            return [Cut(*row) for row in self._database.execute(_CUTS)]

    def rows(self) -> Iterator[tuple[AuditRow, str]]:
        with _reading():
            yield from _lines(self._database.execute(_ROWS))

    def is_sound(self) -> bool:
        with _reading():
            found = self._database.execute("PRAGMA integrity_check('audit')").fetchone()[0]
        return bool(found == "ok")


class _OfServer:
    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def cuts(self) -> list[Cut]:
        with _reading():
            return self._reader.run(lambda c: [Cut(*row) for row in c.execute(text(_CUTS))])

    def rows(self) -> Iterator[tuple[AuditRow, str]]:
        # One walk: page by page, a line that somebody doubled could hide between two pages.
        with _reading():
            found = self._reader.run(_walk)
            while piece := self._reader.run(lambda c: found.fetchmany(PIECE)):
                yield from _lines(piece)

    def is_sound(self) -> bool:
        return True  # it proves its pages by itself, where that was asked of it


def _walk(connection: Connection) -> CursorResult[Any]:
    return connection.execute(text(_ROWS).execution_options(yield_per=PIECE))


@contextmanager
def _reading() -> Iterator[None]:
    """What reading meets: bytes that are no text, pages that are no pages."""
    try:
        yield
    except (sqlite3.DatabaseError, UnicodeDecodeError, TypeError, ValueError) as error:
        raise DamagedError from error
    except DBAPIError as error:
        if is_lost(error):
            raise AwayError("archive_failed", f"the database is away: {error.orig}") from error
        raise DamagedError from error


def _lines(found: Iterable[Any]) -> Iterator[tuple[AuditRow, str]]:
    for *row, hash in found:
        if not isinstance(row[1], float) or any(isinstance(value, bytes) for value in row):
            raise TypeError  # another type than was written
        yield AuditRow(*row), str(hash)
