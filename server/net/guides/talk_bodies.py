"""Bodies and answers of what visitors do with guides on pages, and staff in live talks."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, Field

from server.net.bodies import Strict

Lang = Literal["zh", "en"]
Language = Literal["zh-CN", "en"]
Question = Annotated[str, Field(min_length=1, max_length=500)]


class DialogueBegin(Strict):
    """A talk on a page. ``persona``: whom one talks with; empty: the park's first guide."""

    persona: Annotated[str, Field(max_length=64)] = ""
    lang: Language = "zh-CN"


class DialogueBegun(BaseModel):
    """A talk has begun. With ``token`` one asks, reads, rates and deletes it: keep it."""

    dialogue: str
    token: str


class DialogueQuestion(Strict):
    """A question. ``lang``: of the answer; empty: that of the question."""

    text: Question
    lang: Literal["zh-CN", "en", ""] = ""


class DialogueHush(Strict):
    """Stop an answer: ``heard`` of its clauses were heard whole, and ``ms`` of the next."""

    turn: Annotated[int, Field(ge=0, le=2**53)] | None = None
    heard: Annotated[int, Field(ge=0, le=1000)] = 0
    ms: Annotated[int, Field(ge=0, le=600_000)] = 0


class DialogueRating(Strict):
    """What one thinks of an answer: 1 it helped, -1 it did not, 0 nothing more."""

    turn: Annotated[int, Field(ge=0, le=2**53)]
    value: Literal[-1, 0, 1]
    words: Annotated[str, Field(max_length=1000)] = ""


class DialogueWords(Strict):
    """What a member of staff says through the guide."""

    text: Annotated[str, Field(min_length=1, max_length=1000)]
    lang: Lang = "zh"


class OwnSource(BaseModel):
    """What a clause rests on."""

    document: str
    version: int
    title: str
    start: int
    end: int
    quote: str


class OwnClause(BaseModel):
    """A clause; ``by`` is ``ai`` or ``human``."""

    text: str
    lang: Lang
    kind: str
    by: str
    citations: list[OwnSource]


class OwnTurn(BaseModel):
    """A question and its answer; ``heard`` is None unless it was cut short. Unix seconds."""

    turn: int
    at: float
    question: str
    heard: str | None
    rating: int
    clauses: list[OwnClause]


class OwnDialogue(BaseModel):
    """One's own talk. ``label`` says that its answers are made by AI; ``expires``: Unix seconds."""

    dialogue: str
    persona: str
    lang: str
    began: float
    expires: float
    label: str
    turns: list[OwnTurn]


class GuideOffer(BaseModel):
    """A guide that one can talk with."""

    persona: str
    name: dict[str, str]
    greeting: dict[str, str]
    suggestions: list[dict[str, str]]
    lang: Lang
    body: str
    portrait: str


class GuidesAnswer(BaseModel):
    """The park's guides, and how they think, speak and listen.

    ``model``: the language model that answers, empty when answers come from the records alone;
    ``abroad``: a service of theirs stands outside mainland China, with the operator's consent.
    """

    guides: list[GuideOffer]
    has_voice: bool
    can_listen: bool
    abroad: bool
    model: str
    label: dict[str, str]


class Heard(BaseModel):
    """What was understood of a recording."""

    text: str
