"""Bodies of tickets, presence, moderation and reports."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, Field

from server.net.bodies import Strict

Reason = Literal["abuse", "spam", "imitation", "content", "other"]
Words = Annotated[str, Field(default="", max_length=500)]


class TicketNew(Strict):
    """``name``: what an anonymous visitor wishes to be called; accounts keep their own name."""

    name: str = Field(default="", max_length=64)


class TicketAnswer(BaseModel):
    """A ticket to join one hall with, once, until ``expires`` (Unix time in seconds)."""

    ticket: str
    expires: float
    name: str


class PersonHere(BaseModel):
    """Somebody in a hall; ``account`` is empty for anonymous visitors, ``since`` Unix time."""

    connection: str
    slot: int
    room: int
    name: str
    role: str
    account: str
    position: tuple[float, float, float]
    muted: bool
    hidden: bool
    editing: bool = Field(description="whether they edit the hall, unseen by its visitors")
    address_hint: str
    since: float
    lang: str
    may: bool = Field(description="whether the sender may moderate them")


class HallPresence(BaseModel):
    """One hall and who is in it."""

    hall: str
    name: dict[str, str]
    people: list[PersonHere]


class PresenceAnswer(BaseModel):
    """Who is where."""

    halls: list[HallPresence]
    total: int


class MuteBody(Strict):
    """Why somebody is muted, and for how long."""

    reason: Reason
    words: Words
    minutes: int = Field(default=60, ge=1, le=60 * 24 * 7)


class RemoveBody(Strict):
    """Why somebody is asked to leave, and after how many minutes they may come back."""

    reason: Reason
    words: Words
    minutes: int = Field(default=5, ge=1, le=60 * 24)


class BlockBody(Strict):
    """Why somebody is blocked, for how many days (null: until lifted), and by what."""

    reason: Reason
    words: Words
    days: int | None = Field(default=7, ge=1, le=3650)
    by: list[Literal["account", "address"]] = Field(default=["account"], min_length=1, max_length=2)


class RestraintAnswer(BaseModel):
    """A mute, a removal or a block. Times are Unix seconds; ``until`` null: until lifted."""

    id: str
    kind: Literal["mute", "remove", "block"]
    by: Literal["account", "address"]
    account: str
    name: str
    reason: Reason
    words: str
    author: str
    author_name: str
    at: float
    until: float | None
    lifted: float | None
    lifter_name: str
    holds: bool


class Restraints(BaseModel):
    """Restraints, newest first; ``next`` names the last one when there may be more."""

    blocks: list[RestraintAnswer]
    next: str | None


class ReportAnswer(BaseModel):
    """A visitor's report. ``outcome`` is empty while nobody has dealt with it."""

    id: str
    hall: str
    at: float
    reporter: str
    reporter_name: str
    accused: str
    accused_name: str
    connection: str
    present: bool
    reason: Reason
    words: str
    outcome: Literal["", "acted", "no_breach", "duplicate"]
    answer: str
    handler_name: str
    handled: float | None


class Reports(BaseModel):
    """Reports, newest first; ``next`` names the last one when there may be more."""

    reports: list[ReportAnswer]
    next: str | None


class Handling(Strict):
    """How a report was dealt with; ``answer`` is told to the reporter when still here."""

    outcome: Literal["acted", "no_breach", "duplicate"]
    answer: Words
