"""The file of people's keys: apart from the archive, so that it is backed up apart.

Whoever restores the archive must not restore what was deleted. A key that is destroyed leaves its
owner's id behind, so that an older copy of this file cannot bring it back unnoticed. Keys come here
wrapped; this file alone opens nothing.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

from server.store.errors import StoreError
from server.store.files import private_folder, sync_file, sync_folder

APPLICATION_ID = 0x4C4A504B
"""Written into the header, so that a foreign file is known by its bytes."""
_TABLE = """
CREATE TABLE IF NOT EXISTS keys (
    person TEXT PRIMARY KEY,
    master TEXT NOT NULL,
    wrapped BLOB,
    made REAL NOT NULL,
    destroyed REAL
) WITHOUT ROWID
"""
_PRAGMAS = (
    # No log beside the file: what is overwritten shall be gone, and a copy shall be whole.
    "PRAGMA journal_mode=TRUNCATE",
    "PRAGMA synchronous=EXTRA",
    "PRAGMA secure_delete=ON",
    "PRAGMA busy_timeout=5000",
    "PRAGMA trusted_schema=OFF",
)
_COLUMNS = "person, master, wrapped, made, destroyed"


class PersonKey(NamedTuple):
    """One line: ``wrapped`` by the master key named; None once ``destroyed`` (Unix seconds)."""

    person: str
    master: str
    wrapped: bytes | None
    made: float
    destroyed: float | None


class PersonKeys:
    """The file, open. Every call is durable on return; any thread may call."""

    def __init__(self, path: Path) -> None:
        """Open or make it; raises StoreError ``vault_damaged``, ``archive_failed``."""
        self._path = path
        self._lock = threading.Lock()
        try:
            self._database = _opened(path)
        except sqlite3.DatabaseError as error:
            raise _coded(path, error) from error
        except OSError as error:
            raise StoreError("archive_failed", f"{path}: {error.strerror or error}") from error

    def close(self) -> None:
        """Let the file go; a second call does nothing."""
        with self._lock:
            self._database.close()

    def get(self, person: str) -> PersonKey | None:
        """One person's key, or what is left of it."""
        wanted = f"SELECT {_COLUMNS} FROM keys WHERE person = ?"
        with self._using() as database:
            row = database.execute(wanted, (person,)).fetchone()
        return None if row is None else PersonKey(*row)

    def all(self) -> list[PersonKey]:
        """Every line, in order of the ids."""
        with self._using() as database:
            rows = database.execute(f"SELECT {_COLUMNS} FROM keys ORDER BY person").fetchall()
        return [PersonKey(*row) for row in rows]

    def add(self, key: PersonKey) -> PersonKey:
        """Keep a new key; whoever has one already keeps that, and it comes back."""
        marks = "INSERT OR IGNORE INTO keys VALUES (?, ?, ?, ?, ?)"
        with self._using() as database:
            database.execute(marks, key)
        return self.get(key.person) or key

    def destroy(self, person: str, at: float) -> bool:
        """Overwrite a key for good and remember that it was; whether there was one to destroy."""
        with self._using() as database:
            gone = database.execute(
                "UPDATE keys SET wrapped = NULL, destroyed = ? "
                "WHERE person = ? AND wrapped IS NOT NULL",
                (at, person),
            )
            database.execute(
                "INSERT OR IGNORE INTO keys VALUES (?, '', NULL, ?, ?)", (person, at, at)
            )
        return gone.rowcount > 0

    def rewrap(self, keys: Iterable[PersonKey]) -> None:
        """Keep the same keys wrapped anew, all or none; destroyed ones stay destroyed."""
        rows = [(key.master, key.wrapped, key.person) for key in keys]
        with self._using() as database:
            database.executemany(
                "UPDATE keys SET master = ?, wrapped = ? WHERE person = ? AND wrapped IS NOT NULL",
                rows,
            )

    def merge(self, others: Iterable[PersonKey]) -> int:
        """Take in keys of a copy: those that are missing; how many. What was destroyed stays so."""
        added = 0
        for other in others:
            if other.wrapped is None:
                self.destroy(other.person, other.destroyed or other.made)
            elif self.get(other.person) is None:
                self.add(other)
                added += 1
        return added

    def backup(self, path: Path) -> None:
        """Write a whole copy, readable by its owner alone; raises OSError."""
        beside = path.with_name(path.name + ".new")
        beside.unlink(missing_ok=True)
        os.close(os.open(beside, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        with self._using() as database, closing(sqlite3.connect(beside)) as copy:
            database.commit()
            database.backup(copy)
        sync_file(beside)
        os.replace(beside, path)
        sync_folder(path.parent)

    @contextmanager
    def _using(self) -> Iterator[sqlite3.Connection]:
        with self._lock:
            try:
                with self._database:
                    yield self._database
            except sqlite3.Error as error:
                raise _coded(self._path, error) from error


def read_copy(path: Path) -> list[PersonKey]:
    """What a copy holds; raises StoreError ``archive_foreign``, ``vault_damaged``, or OSError."""
    with path.open("rb") as file:
        header = file.read(100)
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise StoreError("archive_foreign", f"{path} is not a copy of a park's keys")
    try:
        uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        with closing(sqlite3.connect(uri, uri=True)) as copy:
            rows = copy.execute(f"SELECT {_COLUMNS} FROM keys ORDER BY person").fetchall()
    except sqlite3.DatabaseError as error:
        raise _coded(path, error) from error
    return [PersonKey(*row) for row in rows]


def _opened(path: Path) -> sqlite3.Connection:
    private_folder(path.parent)
    if not path.exists():
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    database = sqlite3.connect(path, check_same_thread=False)
    try:
        return _prepared(path, database)
    except BaseException:
        database.close()
        raise


def _prepared(path: Path, database: sqlite3.Connection) -> sqlite3.Connection:
    known = database.execute("PRAGMA application_id").fetchone()[0]
    tables = database.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if known != APPLICATION_ID and tables:
        raise StoreError("archive_foreign", f"{path} is not a park's file of keys")
    for pragma in _PRAGMAS:
        database.execute(pragma)
    if known != APPLICATION_ID:
        database.execute(f"PRAGMA application_id={APPLICATION_ID}")
    database.execute(_TABLE)
    database.commit()
    sync_folder(path.parent)
    return database


def _coded(path: Path, error: sqlite3.Error) -> StoreError:
    said = str(error)
    if "full" in said:
        return StoreError("archive_full", f"{path}: {said}")
    damaged = "malformed" in said or "not a database" in said
    return StoreError("vault_damaged" if damaged else "archive_failed", f"{path}: {said}")
