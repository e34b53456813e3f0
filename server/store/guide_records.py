"""Documents, personas, dialogues and tests as the archive knows them; times are Unix seconds."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from avatars.guides.brain import ClauseKind
from avatars.guides.knowledge.document import Kind, Lang, Visibility

QuestionState = Literal["open", "answered", "dismissed"]
By = Literal["ai", "human"]


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """One version of a document. Days are YYYY-MM-DD.

    ``source`` is the name of the file that it was read from and ``sha`` that file's SHA-256, both
    empty for what was written in place; ``notes`` are codes of what reading it met with.
    """

    document: str
    number: int
    title: str
    text: str
    lang: Lang
    author: str
    at: float
    kind: Kind = "document"
    visibility: Visibility = "public"
    valid_from: str | None = None
    valid_until: str | None = None
    regions: tuple[str, ...] = ()
    source: str = ""
    sha: str = ""
    pages: int | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class VersionLine:
    """A version without its text."""

    number: int
    title: str
    at: float
    author: str
    characters: int


@dataclass(frozen=True, slots=True)
class StoredPersona:
    """What staff say of a persona; ``told`` is JSON of the fields of ``Persona`` but its id."""

    id: str
    told: dict[str, Any]
    author: str
    changed: float
    version: int = 1


@dataclass(frozen=True, slots=True)
class StoredDialogue:
    """A visitor's conversation with a guide. ``first``, the first question, is sealed for ``id``.

    ``token`` is a hash; ``officer`` has taken it over; ``rating`` is the sum of thumbs.
    """

    id: str
    persona: str
    lang: str
    audience: Visibility
    began: float
    last: float
    account: str = ""
    token: str = ""
    hall: str = ""
    guide: str = ""
    first: str = ""
    turns: int = 0
    unknown: int = 0
    rating: int = 0
    handed: bool = False
    officer: str = ""


@dataclass(frozen=True, slots=True)
class StoredTurn:
    """A question and how its answer went. Sealed for the dialogue: question, heard, words."""

    dialogue: str
    turn: int
    question: str
    lang: str
    at: float
    hall: str = ""
    guide: str = ""
    why: str = ""
    brain: str = ""
    ms: float = 0.0
    heard: str | None = None
    rating: int = 0
    words: str = ""


@dataclass(frozen=True, slots=True)
class StoredClause:
    """A piece of an answer. Sealed for the dialogue: text, and quotes (a JSON list).

    ``citations`` are rows of document, version, title, start, end.
    """

    dialogue: str
    turn: int
    text: str
    quotes: str
    lang: Lang
    kind: ClauseKind
    by: By
    at: float
    citations: tuple[dict[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class StoredQuestion:
    """A question that the records do not answer; ``question`` is sealed for ``id``."""

    id: str
    question: str
    lang: str
    first: float
    last: float
    count: int = 1
    state: QuestionState = "open"
    document: str = ""
    dialogue: str = ""
    settler: str = ""


@dataclass(frozen=True, slots=True)
class StoredTest:
    """A question with the documents that its answer must rest on and the facts it must hold.

    ``last`` is the JSON of its last result, None before the first.
    """

    id: str
    question: str
    lang: str
    persona: str
    sources: tuple[str, ...]
    facts: tuple[str, ...]
    author: str
    changed: float
    last: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class StoredRun:
    """How a run of all tests went."""

    at: float
    passed: int
    failed: int


class Count(NamedTuple):
    """Turns of one day that ended alike: which day, how many, thumbs up and down among them."""

    day: int
    why: str
    lang: str
    brain: str
    turns: int
    up: int
    down: int


@dataclass(frozen=True, slots=True)
class Told:
    """What statistics are made of; ``times`` and ``citations`` are those of the latest answers."""

    counts: list[Count] = field(default_factory=list)
    times: list[float] = field(default_factory=list)
    """Milliseconds until the first clause."""
    citations: list[tuple[dict[str, Any], ...]] = field(default_factory=list)
    handed: int = 0
    dialogues: int = 0
