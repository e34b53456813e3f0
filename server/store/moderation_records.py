"""Restraints and reports as the archive keeps them; times are Unix seconds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["mute", "remove", "block"]
By = Literal["account", "address"]
Outcome = Literal["", "acted", "no_breach", "duplicate"]


@dataclass(frozen=True, slots=True)
class Restraint:
    """Somebody is muted, kept out for a while, or blocked, until ``until`` (None: until lifted).

    ``subject`` is an account's id, or what an address is found by; ``person`` is whose key seals
    ``name`` and ``words``.
    """

    id: str
    kind: Kind
    by: By
    subject: str
    person: str
    name: str
    reason: str
    words: str
    author: str
    at: float
    until: float | None
    lifted: float | None = None
    lifter: str = ""

    def holds(self, now: float) -> bool:
        """Whether it is in force."""
        return self.lifted is None and (self.until is None or self.until > now)


@dataclass(frozen=True, slots=True)
class StoredReport:
    """A visitor's report of another. Sealed: both names (each for its person) and ``words``."""

    id: str
    hall: str
    at: float
    reporter: str
    reporter_name: str
    accused: str
    accused_name: str
    connection: str
    reason: str
    words: str
    outcome: Outcome = ""
    answer: str = ""
    handler: str = ""
    handled: float | None = None
