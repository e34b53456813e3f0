"""Bodies of dialogues as staff read them, and of what came of all of them."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel

from server.net.guides.lesson_bodies import CitationBody


class DialogueLine(BaseModel):
    """A dialogue as lists show it. ``rating`` is the sum of thumbs; ``live``: it goes on now."""

    id: str
    persona: str
    hall: str
    guide: str
    lang: str
    began: float
    last: float
    turns: int
    unknown: int
    rating: int
    handed: bool
    live: bool
    taken_by: str
    taken_name: str
    first: str


class DialogueList(BaseModel):
    """Dialogues, newest first; ``next`` names the last one when there are more."""

    dialogues: list[DialogueLine]
    next: str | None


class SaidShown(BaseModel):
    """A clause of an answer; ``by`` says whether a human wrote it."""

    text: str
    lang: str
    kind: str
    by: Literal["ai", "human"]
    citations: list[CitationBody]


class TurnShown(BaseModel):
    """A question with its answer; ``heard`` is null unless it was cut short."""

    turn: int
    at: float
    question: str
    lang: str
    why: str
    brain: str
    ms: float
    heard: str | None
    rating: int
    words: str
    clauses: list[SaidShown]


class DialogueFile(DialogueLine):
    """A dialogue with everything said in it; ``expires``: when it is deleted."""

    expires: float
    said: list[TurnShown]


class StatisticsDay(BaseModel):
    """Answers of a day, which began at a moment, by how they ended."""

    at: float
    answered: int
    vague: int
    unknown: int
    refused: int
    small_talk: int
    cut: int


class SourceCount(BaseModel):
    """A document with how many clauses rested on it."""

    document: str
    title: str
    count: int


class GuideStatistics(BaseModel):
    """What came of the dialogues of some days; ``first_ms``: question to first clause."""

    days: list[StatisticsDay]
    dialogues: int
    questions: int
    handed: int
    up: int
    down: int
    first_ms: float | None
    first_ms_p95: float | None
    sources: list[SourceCount]
    languages: dict[str, int]
    brains: dict[str, int]
