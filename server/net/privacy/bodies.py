"""What the API takes and gives about the audit trail, personal data and ownership."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, Field

from server.net.bodies import Strict


class BothWords(BaseModel):
    """The same in both languages."""

    zh: str
    en: str


# --- the audit trail ------------------------------------------------------------------------------


class AuditRowAnswer(BaseModel):
    """One line of the trail. ``at`` is Unix time in seconds; ``how`` says by which door.

    ``name`` is the actor's as far as it is known still. ``outcome`` is ``done`` or an error's code.
    """

    seq: int
    at: float
    actor: str
    name: str
    role: str
    action: str
    target: str
    request: str
    address: str | None
    how: Literal["http", "live", "command", "job", "house"]
    outcome: str
    before: Any
    after: Any


class AuditList(BaseModel):
    """Lines, newest first; ``next`` is what to ask ``before`` for the following page."""

    rows: list[AuditRowAnswer]
    next: int | None


class AuditActions(BaseModel):
    """Every action that the trail speaks of."""

    actions: list[str]


class VerificationAnswer(BaseModel):
    """Whether the trail is whole; else the first line that is wrong, and what is wrong."""

    whole: bool
    fault: str | None
    seq: int
    rows: int
    first: int
    head: int
    hash: str


# --- personal data --------------------------------------------------------------------------------


class RegisterRow(BaseModel):
    """What one table holds of people, and why."""

    table: str
    purpose: BothWords
    basis: BothWords
    kept: BothWords
    erased: Literal["rows", "blank", "pseudonym", "law", "cascade"]
    sealed: list[str]
    plain: list[str]


class RegisterAnswer(BaseModel):
    """The register; ``outside`` tells of data that is in no table."""

    tables: list[RegisterRow]
    outside: list[BothWords]
    people: int


class RetentionRow(BaseModel):
    """What goes after how many days, and how much went on the last round."""

    table: str
    words: BothWords
    days: float
    taken: int


class RetentionAnswer(BaseModel):
    """How long what is kept; ``at`` is when the last round was, in Unix seconds."""

    rules: list[RetentionRow]
    at: float | None


class RequestNew(Strict):
    """What somebody asks about their data."""

    kind: Literal["copy", "correct", "delete", "other"]
    words: str = Field(default="", max_length=2000)


class RequestEnd(Strict):
    """How a request was answered."""

    state: Literal["done", "refused"]


class RequestAnswer(BaseModel):
    """A request; ``due`` is when it must be answered. ``person`` is an account's id."""

    id: str
    person: str
    name: str
    kind: Literal["copy", "correct", "delete", "other"]
    state: Literal["open", "done", "refused"]
    words: str | None
    at: float
    due: float
    ended: float | None
    ended_by: str


class RequestList(BaseModel):
    """Requests, the most urgent open ones first."""

    requests: list[RequestAnswer]


class ConsentNew(Strict):
    """A consent that is given or withdrawn; ``visitor`` is the browser's own secret token."""

    purpose: Literal["terms", "statistics", "contact", "notices", "sensitive", "sharing", "abroad"]
    document: str = Field(default="", max_length=64)
    given: bool
    visitor: str | None = Field(default=None, min_length=16, max_length=128)


class ConsentAnswer(BaseModel):
    """What somebody agreed to; ``apart``: the law asks for a consent of its own."""

    purpose: str
    words: BothWords
    apart: bool
    document: str
    given: float | None
    withdrawn: float | None


class ConsentList(BaseModel):
    """Every purpose, and what they said about it last."""

    consents: list[ConsentAnswer]


class ConsentCount(BaseModel):
    """How many agree to a purpose, and how many did."""

    purpose: str
    words: BothWords
    apart: bool
    standing: int
    withdrawn: int


class ConsentCounts(BaseModel):
    """Consents by purpose."""

    purposes: list[ConsentCount]


class VaultAnswer(BaseModel):
    """How many people have keys, and how many keys were destroyed."""

    people: int
    destroyed: int


# --- ownership ------------------------------------------------------------------------------------


class TransferNew(Strict):
    """To whom something passes: an account's id, ``enterprise:<id>``, or empty for the park."""

    to: str = Field(max_length=80, pattern=r"^(|operator|a_[0-9a-f]{16}|enterprise:[a-z0-9_-]+)$")
    note: str = Field(default="", max_length=400)


class DataClassNew(Strict):
    """Of which class data is: only what is public is shown to visitors."""

    data_class: Literal["public", "internal", "personal"]


class TransferAnswer(BaseModel):
    """When something passed from whom to whom."""

    old: str
    new: str
    author: str
    at: float
    note: str


class OwnershipAnswer(BaseModel):
    """Whose something is, and how it came to be theirs, the last transfer first."""

    owner: str
    name: str
    data_class: Literal["public", "internal", "personal"]
    transfers: list[TransferAnswer]
