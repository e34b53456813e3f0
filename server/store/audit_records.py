"""A line of the audit trail, and how each is bound to the one before it.

The hash is an HMAC-SHA256 (RFC 2104) by a key that is not in the database: whoever can write to the
file alone can make no line that verifies.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from dataclasses import astuple, dataclass
from typing import Any, Final

from server.store.doing import Doing

START: Final = "0" * 64
"""Stands before the first line."""
LONGEST: Final = 4096
"""Characters of a side that are kept whole; of a longer one a digest, and how it begins."""
_BEGINNING: Final = 512


@dataclass(frozen=True, slots=True)
class AuditRow:
    """One line as it is stored. ``at`` is Unix time in seconds; ``before`` and ``after`` JSON."""

    seq: int
    at: float
    actor: str
    role: str
    action: str
    target: str
    request: str
    address: str | None
    how: str
    outcome: str
    before: str | None
    after: str | None

    def hash(self, key: bytes, previous: str) -> str:
        """What binds it to the line before, in hexadecimal."""
        told = json.dumps([previous, *astuple(self)], ensure_ascii=True, separators=(",", ":"))
        return hmac.new(key, told.encode(), hashlib.sha256).hexdigest()


COLUMNS: Final = tuple(AuditRow.__dataclass_fields__)


def row_of(act: Doing, seq: int, at: float) -> AuditRow:
    """The line that an act becomes."""
    return AuditRow(
        seq,
        at,
        act.actor[:64],
        act.role[:32],
        act.action[:64],
        act.target[:512].replace("\0", "\ufffd"),  # from outside, and not every database has NUL
        act.request_id[:64],
        act.address,
        act.how,
        act.outcome[:64],
        told(act.before),
        told(act.after),
    )


def told(side: Any) -> str | None:
    """A side as JSON of bounded length; surrogates and other odd values are told as text."""
    if side is None:
        return None
    text = json.dumps(side, ensure_ascii=True, default=str, separators=(",", ":"), sort_keys=True)
    if len(text) <= LONGEST:
        return text
    digest = hashlib.sha256(text.encode()).hexdigest()
    short = {"sha256": digest, "characters": len(text), "begins": text[:_BEGINNING]}
    return json.dumps(short, ensure_ascii=True, separators=(",", ":"))


def cut_mac(key: bytes, up_to: int, hash: str, rows: int, at: float) -> str:
    """What proves that retention, and nobody else, took lines from the front."""
    told = json.dumps(["cut", up_to, hash, rows, at], separators=(",", ":"))
    return hmac.new(key, told.encode(), hashlib.sha256).hexdigest()
