"""Bodies of trials, tests and open questions."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field

from avatars.guides.brain import ClauseKind
from avatars.guides.knowledge.document import Lang, Visibility
from server.net.bodies import Strict
from server.net.guides.knowledge_bodies import HitShown
from server.store.guide_records import QuestionState

Asking = Annotated[str, Field(min_length=1, max_length=500)]
Sources = Annotated[list[Annotated[str, Field(min_length=1, max_length=160)]],
                    Field(max_length=20)]  # fmt: skip
Facts = Annotated[list[Annotated[str, Field(min_length=1, max_length=200)]], Field(max_length=20)]
AnyLang = Literal["zh", "en", ""]


class CitationBody(Strict):
    """What a clause rests on."""

    document: str = Field(max_length=160)
    version: int = Field(ge=0)
    title: str = Field(max_length=400)
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    quote: str = Field(max_length=4000)


class ExchangeBody(Strict):
    """What was asked and answered before."""

    question: str = Field(max_length=2000)
    answer: str = Field(max_length=8000)
    citations: list[CitationBody] = Field(default_factory=list, max_length=50)


class TrialNew(Strict):
    """A question to try a guide with; ``lang`` empty: found out from it."""

    question: Asking
    persona: str = Field(default="", max_length=64)
    lang: AnyLang = ""
    audience: Visibility = "public"
    brain: Literal["extractive", "model", ""] = ""
    history: list[ExchangeBody] = Field(default_factory=list, max_length=12)


class PieceShown(BaseModel):
    """A piece of an answer: a clause, an action or the end, by ``type``."""

    type: Literal["clause", "action", "finish"]
    text: str | None = None
    lang: Lang | None = None
    kind: ClauseKind | None = None
    citations: list[CitationBody] | None = None
    name: str | None = None
    args: dict[str, Any] | None = None
    why: str | None = None
    brain: str | None = None


class TrialAnswer(BaseModel):
    """What a guide would say, what it found, and milliseconds until its first clause."""

    pieces: list[PieceShown]
    hits: list[HitShown]
    ms: float


class TestNew(Strict):
    """A question, the documents of which its answer must rest on one, the facts it must say.

    Neither sources nor facts: the answer must be that the records do not have it.
    """

    question: Asking
    lang: AnyLang = ""
    persona: str = Field(default="", max_length=64)
    sources: Sources = Field(default_factory=list)
    facts: Facts = Field(default_factory=list)


class TestChange(Strict):
    """What changes of a test; a missing field stays."""

    question: Asking | None = None
    lang: AnyLang | None = None
    persona: str | None = Field(default=None, max_length=64)
    sources: Sources | None = None
    facts: Facts | None = None


class TestResult(BaseModel):
    """How a test went. ``reasons`` are codes: source, unanswered, answered, ``fact:…``."""

    test: str
    passed: bool
    reasons: list[str]
    answer: str
    at: float
    ms: float


class TestAnswer(BaseModel):
    """A test with its last result."""

    id: str
    question: str
    lang: AnyLang
    persona: str
    sources: list[str]
    facts: list[str]
    last: TestResult | None


class RunLine(BaseModel):
    """How a run of all tests went."""

    at: float
    passed: int
    failed: int


class TestList(BaseModel):
    """Every test, oldest first, and the last runs, newest first."""

    tests: list[TestAnswer]
    runs: list[RunLine]


class RunAnswer(RunLine):
    """A run with every result."""

    results: list[TestResult]


class OpenQuestionAnswer(BaseModel):
    """A question that the records do not answer, with how often it was asked."""

    id: str
    question: str
    lang: str
    count: int
    state: QuestionState
    first: float
    last: float
    document: str
    dialogue: str
    settler: str
    settler_name: str


class OpenQuestionList(BaseModel):
    """Questions, the latest first, and how many are in each state."""

    questions: list[OpenQuestionAnswer]
    next: str | None
    counts: dict[str, int]


class OpenQuestionChange(Strict):
    """What became of a question; ``document`` answers it."""

    state: QuestionState
    document: str = Field(default="", max_length=160)
