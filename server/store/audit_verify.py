"""Reads the whole audit trail again and finds what somebody did to it.

It works beside a running server or a stopped one, writes nothing, and needs the trail's key. What
it can find: a changed byte in any line, a line taken away, put in or moved, lines cut off the end
(by the head that is kept apart) or off the front (but by retention).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from server.store.audit import Head
from server.store.audit_evidence import DamagedError, Evidence, evidence_in
from server.store.audit_records import START, AuditRow, cut_mac
from server.store.audit_secrets import FOLDER, HEAD, read_head, read_key
from server.store.places import Place, place_of

NOTHING: Final = Head(0, START)
Fault = Literal[
    "changed", "missing", "tail_missing", "tail_was_missing", "cut_forged", "key_missing",
    "head_missing", "damaged",
]  # fmt: skip
GAP: Final = "audit.gap"
"""The action of the line that a server writes when it finds the end of the trail gone."""


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


def verify(folder: Path, database: str = "") -> Verdict:
    """Read the trail of a park whose records lie in its folder, or on a server."""
    return verify_at(place_of(folder, database))


def verify_at(place: Place) -> Verdict:
    """Read the trail of a park; raises StoreError ``audit_locked``, or OSError.

    It blocks: within an event loop, have a thread do it.
    """
    key = read_key(place.folder)
    if key is None:
        return Verdict("key_missing")
    noted = read_head(place.folder / FOLDER / HEAD, key)  # before the rows, as it only grows
    try:
        with evidence_in(place) as evidence:
            return _Reading(key, noted).of(evidence)
    except DamagedError:
        return Verdict("damaged")


class _Reading:
    """One walk along the trail."""

    def __init__(self, key: bytes, noted: Head | None) -> None:
        self._key, self._noted = key, noted
        self._head = NOTHING
        self._first = self._rows = self._gap = 0
        self._found: str | None = None
        """The hash of the line that was noted as the last."""

    def of(self, evidence: Evidence) -> Verdict:
        """Everything in order; the first thing that is wrong ends it."""
        forged = self._begin(evidence)
        if forged:
            return self._told("cut_forged", forged)
        try:
            for row, hash in evidence.rows():
                fault = self._take(row, hash)
                if fault is not None:
                    return self._told(fault, min(self._head.seq + 1, row.seq) or 1)
        except (DamagedError, TypeError, ValueError):
            return self._told("damaged", self._head.seq + 1)
        return self._end(evidence)

    def _begin(self, evidence: Evidence) -> int:
        """Begin after what retention took; the line of a cut that retention did not make, or 0."""
        for up_to, hash, rows, at, mac in evidence.cuts():
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

    def _end(self, evidence: Evidence) -> Verdict:
        if self._noted is None and self._rows:
            return self._told("head_missing", self._head.seq)
        if self._noted is not None and self._found != self._noted.hash:
            return self._told("tail_missing", min(self._head.seq + 1, self._noted.seq))
        if self._gap:
            return self._told("tail_was_missing", self._gap)
        return self._told(None if evidence.is_sound() else "damaged", 0)

    def _told(self, fault: Fault | None, seq: int) -> Verdict:
        return Verdict(fault, seq, self._rows, self._first, self._head)
