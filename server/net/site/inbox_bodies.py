"""What the API takes and gives of the staff inbox."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, Field

from server.net.bodies import Localised, Strict

CLOCK = r"^([01][0-9]|2[0-3]):[0-5][0-9]$"
DATE = r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"


class ItemNew(Strict):
    """A deadline that staff note by hand; ``due`` is Unix time in seconds."""

    title: Localised
    due: float | None = Field(default=None, ge=0, le=4e9)
    link: str = Field(default="", max_length=300, pattern=r"^(/[^/].*)?$")


class ItemChange(Strict):
    """Take it, give it to somebody (``assignee``: an account), put it back, settle it."""

    state: Literal["waiting", "taken", "done"] | None = None
    assignee: str | None = Field(default=None, max_length=64)


class NoteNew(Strict):
    """A note on an item."""

    text: str = Field(min_length=1, max_length=2000)


class NoteAnswer(BaseModel):
    """A note, and who wrote it."""

    author: str
    name: str
    at: float
    text: str


class ItemAnswer(BaseModel):
    """One thing that waits for a human."""

    id: str
    kind: str
    words: dict[str, str]
    ref: str
    title: dict[str, str]
    link: str
    due: float | None
    state: str
    assignee: str
    assignee_name: str
    at: float
    ended: float | None
    notes: list[NoteAnswer]


class ItemList(BaseModel):
    """Items, newest first, and how many are in each state."""

    items: list[ItemAnswer]
    next: str | None
    counts: dict[str, int]
    kinds: dict[str, dict[str, str]]


class ShiftBody(Strict):
    """Days (0 Monday … 6 Sunday), times, people; one that ends early ends on the next day."""

    days: list[int] = Field(min_length=1, max_length=7)
    begins: str = Field(pattern=CLOCK)
    ends: str = Field(pattern=CLOCK)
    people: list[str] = Field(max_length=100)


class DutyBody(Strict):
    """The plan of duty: who, when, and who gets what comes in."""

    zone: str = Field(default="Asia/Shanghai", max_length=64)
    shifts: list[ShiftBody] = Field(max_length=100)
    holidays: list[str] = Field(default=[], max_length=400)
    deal: Literal["hand", "turn"] = "hand"
    remind_hours: float = Field(default=2.0, ge=0, le=720)


class Colleague(BaseModel):
    """Somebody who may work on the inbox."""

    id: str
    name: str
    role: str


class DutyAnswer(BaseModel):
    """The plan, who is on duty now, and who can be."""

    plan: DutyBody
    on_duty: list[str]
    people: list[Colleague]
