"""Values of registration that go into the archive and come out of it. Times are Unix seconds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple


@dataclass(frozen=True, slots=True)
class StoredApplication:
    """An application, and later the enterprise of the same id.

    ``person`` is whose key opens ``sealed``; ``title`` is the company's name and ``folded`` the
    form of it in which conflicts are found; ``id_index`` and ``phone_index`` are keyed indexes.
    ``course`` has what the workflow remembers besides (moments, what was asked for, marks of what
    was handed in last), ``told`` what people were told already.
    """

    id: str
    state: str
    version: int
    person: str
    submitter: str
    created: float
    changed: float
    lang: str = "zh-CN"
    flags: list[str] = field(default_factory=list)
    clerk: str = ""
    lead: str = ""
    fields: dict[str, Any] = field(default_factory=dict)
    sealed: str = ""
    credit_code: str = ""
    title: str = ""
    folded: str = ""
    division: str = ""
    id_index: str = ""
    phone_index: str = ""
    custodian: str = ""
    asked_changes: int = 0
    agreement: str = ""
    accepted_at: float | None = None
    accepted_by: str = ""
    reason: str = ""
    told: list[str] = field(default_factory=list)
    course: dict[str, Any] = field(default_factory=dict)
    submitted: float | None = None
    due: float | None = None
    ended: float | None = None


class StoredPaper(NamedTuple):
    """A document of an application; ``label`` is its sealed name, ``sha256`` of the plain bytes."""

    id: str
    application: str
    person: str
    kind: str
    label: str
    media_type: str
    bytes: int
    sha256: str
    by: str
    at: float


class StoredEntry(NamedTuple):
    """One line of an application's history; ``note`` is sealed, ``reason`` a code or empty."""

    application: str
    person: str
    verb: str
    source: str
    target: str
    by: str
    role: str
    reason: str
    note: str
    at: float


class StoredComment(NamedTuple):
    """What somebody is to change; ``words`` are sealed."""

    id: str
    application: str
    person: str
    pointer: str
    words: str
    by: str
    at: float
    resolved: float | None = None


class StoredEffect(NamedTuple):
    """Something owed outside since a commit; ``number`` is its place in the order of all."""

    number: int
    application: str
    kind: str
    data: dict[str, Any]
    at: float
    due: float
    tries: int


class NewEffect(NamedTuple):
    """Something to be owed; ``data`` is JSON without anything personal."""

    kind: str
    data: Mapping[str, Any]


class StoredCustodian(NamedTuple):
    """A hosting institution: its names, its address and whether it takes companies in."""

    id: str
    title: dict[str, str]
    place: dict[str, str]
    credit_code: str
    state: str
    at: float
    changed: float


class StoredSeat(NamedTuple):
    """A seat of an address; free when nobody has it and ``free_from`` is past."""

    number: int
    custodian: str
    application: str | None
    since: float | None
    free_from: float


class StoredLease(NamedTuple):
    """A booth that a company has."""

    application: str
    hall: str
    node: str
    at: float
    ended: float | None = None


class Place(NamedTuple):
    """Where a booth stands."""

    hall: str
    node: str


@dataclass(frozen=True, slots=True)
class Lease:
    """What moving in takes: a seat of this host and, when wanted, the first free booth of these.

    ``wants_seat`` is False for a resident, which has one and takes a booth later.
    """

    custodian: str
    booths: tuple[Place, ...] = ()
    wants_booth: bool = True
    wants_seat: bool = True


@dataclass(frozen=True, slots=True)
class Move:
    """Everything that one transition writes, all or nothing.

    ``after`` is the row to be, ``expected`` the version it must have now. ``seat_free_from``: when
    given, seat and booth are let go and the seat rests until then.
    """

    after: StoredApplication
    expected: int
    entry: StoredEntry | None = None
    comments: tuple[StoredComment, ...] = ()
    resolves: bool = False
    effects: tuple[NewEffect, ...] = ()
    lease: Lease | None = None
    seat_free_from: float | None = None


class Counts(NamedTuple):
    """What the registry is busy with, in numbers."""

    states: dict[str, int]
    divisions: dict[str, int]
    flags: dict[str, int]
    seats: int
    leased: int
    resting: int
    booths: int
    submitted: int
    decided: int
    decision_seconds: float
