"""Reads the whole audit trail again and finds what somebody did to it.

It works on the file beside a running server or a stopped one, writes nothing, and needs the trail's
key. What it can find: a changed byte in any line, a line taken away, put in or moved, lines cut off
the end (by the head that is kept apart) or off the front (but by retention).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from server.store.audit import Head
from server.store.audit_records import COLUMNS, START, AuditRow, cut_mac
from server.store.audit_secrets import FOLDER, HEAD, read_head, read_key

NOTHING: Final = Head(0, START)
Fault = Literal[
    "changed", "missing", "tail_missing", "tail_was_missing", "cut_forged", "key_missing",
    "head_missing", "damaged",
]  # fmt: skip
GAP: Final = "audit.gap"
"""The action of the line that a server writes when it finds the end of the trail gone."""
DATABASE: Final = "park.db"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found: ``fault`` is None when the trail is whole.

    ``seq`` is the first line that is wrong or missing; ``first`` and ``rows`` say what was read.
    """

    fault: Fault | None
    seq: int = 0
    rows: int = 0
    first: int = 0
    head: Head = NOTHING

    @property
    def is_whole(self) -> bool:
        """Whether nothing is wrong."""
        return self.fault is None


def verify(folder: Path) -> Verdict:
    """Read the trail of a park's folder; raises StoreError ``audit_locked``, or OSError."""
    key = read_key(folder)
    if key is None:
        return Verdict("key_missing")
    noted = read_head(folder / FOLDER / HEAD, key)  # before the rows, as it only grows
    uri = f"{(folder / DATABASE).absolute().as_uri()}?mode=ro"
    with closing(sqlite3.connect(uri, uri=True)) as database:
        try:
            database.execute("BEGIN")
            return _Reading(key, noted).of(database)
        except (sqlite3.DatabaseError, UnicodeDecodeError):
            return Verdict("damaged")


class _Reading:
    """One walk along the trail."""

    def __init__(self, key: bytes, noted: Head | None) -> None:
        self._key, self._noted = key, noted
        self._head = NOTHING
        self._first = self._rows = self._gap = 0
        self._found: str | None = None
        """The hash of the line that was noted as the last."""

    def of(self, database: sqlite3.Connection) -> Verdict:
        """Everything in order; the first thing that is wrong ends it."""
        forged = self._begin(database)
        if forged:
            return self._told("cut_forged", forged)
        try:
            for row, hash in _rows(database):
                fault = self._take(row, hash)
                if fault is not None:
                    return self._told(fault, min(self._head.seq + 1, row.seq) or 1)
        except (sqlite3.DatabaseError, UnicodeDecodeError, TypeError, ValueError):
            return self._told("damaged", self._head.seq + 1)
        return self._end(database)

    def _begin(self, database: sqlite3.Connection) -> int:
        """Begin after what retention took; the line of a cut that retention did not make, or 0."""
        cuts = database.execute("SELECT up_to, hash, rows, at, mac FROM audit_cuts ORDER BY serial")
        for up_to, hash, rows, at, mac in cuts:
            if mac != cut_mac(self._key, up_to, hash, rows, at) or up_to <= self._head.seq:
                return int(up_to)
            self._head = Head(up_to, hash)
        self._first = self._head.seq + 1
        self._remember()
        return 0

    def _take(self, row: AuditRow, hash: str) -> Fault | None:
        if row.seq > self._head.seq + 1:
            return "missing"
        if row.seq != self._head.seq + 1 or hash != row.hash(self._key, self._head.hash):
            return "changed"
        self._head = Head(row.seq, hash)
        self._rows += 1
        if row.action == GAP and not self._gap:
            self._gap = row.seq
        self._remember()
        return None

    def _remember(self) -> None:
        if self._noted is not None and self._head.seq == self._noted.seq:
            self._found = self._head.hash

    def _end(self, database: sqlite3.Connection) -> Verdict:
        if self._noted is None and self._rows:
            return self._told("head_missing", self._head.seq)
        if self._noted is not None and self._found != self._noted.hash:
            return self._told("tail_missing", min(self._head.seq + 1, self._noted.seq))
        if self._gap:
            return self._told("tail_was_missing", self._gap)
        found = database.execute("PRAGMA integrity_check('audit')").fetchone()[0]
        return self._told(None if found == "ok" else "damaged", 0)

    def _told(self, fault: Fault | None, seq: int) -> Verdict:
        return Verdict(fault, seq, self._rows, self._first, self._head)


def _rows(database: sqlite3.Connection) -> Iterator[tuple[AuditRow, str]]:
    wanted = f"SELECT {', '.join(COLUMNS)}, hash FROM audit ORDER BY seq"
    for *row, hash in database.execute(wanted):
        if not isinstance(row[1], float) or any(isinstance(value, bytes) for value in row):
            raise TypeError  # another type than was written
        yield AuditRow(*row), str(hash)
