"""What a park has on record, as guides read it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Visibility = Literal["public", "investors", "staff"]
Kind = Literal["document", "policy", "exhibit", "company", "unit", "park"]
Lang = Literal["zh", "en"]
SEES: dict[Visibility, frozenset[Visibility]] = {
    "public": frozenset({"public"}),
    "investors": frozenset({"public", "investors"}),
    "staff": frozenset({"public", "investors", "staff"}),
}
"""What an audience may hear: rows by who listens, values by what a document is marked with."""


@dataclass(frozen=True, slots=True)
class Document:
    """One record in one version. Spans of passages and citations count characters of ``text``.

    ``valid_from`` and ``valid_until`` are days of the park, both included; None: no bound.
    ``regions`` are names of places that a policy is for; none: everywhere.
    """

    id: str
    title: str
    text: str
    lang: Lang = "zh"
    version: int = 1
    kind: Kind = "document"
    visibility: Visibility = "public"
    valid_from: date | None = None
    valid_until: date | None = None
    regions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of a document: ``document.text[start:end]`` is exactly ``text``.

    ``headings`` lead to it, the document's title not included.
    """

    document: Document
    start: int
    end: int
    headings: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """Its words, as the document has them."""
        return self.document.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Citation:
    """What a clause rests on: ``quote`` is ``text[start:end]`` of a document's version."""

    document: str
    version: int
    title: str
    start: int
    end: int
    quote: str
