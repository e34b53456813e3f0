"""Bodies of what guides know: documents in versions, and what would be found in them."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, Field

from avatars.guides.knowledge.document import Kind, Lang, Visibility
from server.net.bodies import Strict
from server.run.guides.reading import MOST_CHARACTERS

Title = Annotated[str, Field(max_length=200)]
Regions = Annotated[list[Annotated[str, Field(min_length=1, max_length=60)]], Field(max_length=50)]
Written = Literal["document", "policy"]


class KnowledgeNew(Strict):
    """A new document: an upload that is here, or its text. What is not said is found out.

    A missing day is read from the text; null means that there is none.
    """

    upload: str | None = Field(default=None, max_length=64)
    text: str | None = Field(default=None, min_length=1, max_length=MOST_CHARACTERS)
    title: Title = ""
    lang: Lang | None = None
    kind: Written | None = None
    visibility: Visibility | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    regions: Regions | None = None


class KnowledgeChange(Strict):
    """What changes, as the next version; ``restore`` brings an earlier one back instead.

    ``version`` is the one that the sender saw.
    """

    version: int = Field(ge=1)
    restore: int | None = Field(default=None, ge=1)
    upload: str | None = Field(default=None, max_length=64)
    text: str | None = Field(default=None, min_length=1, max_length=MOST_CHARACTERS)
    title: str | None = Field(default=None, min_length=1, max_length=200)
    lang: Lang | None = None
    kind: Written | None = None
    visibility: Visibility | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    regions: Regions | None = None


class KnowledgeLine(BaseModel):
    """A document as lists show it. ``source`` is the file it was read from, if any."""

    id: str
    version: int
    title: str
    lang: Lang
    kind: Kind
    visibility: Visibility
    valid_from: str | None
    valid_until: str | None
    regions: list[str]
    source: str
    characters: int
    passages: int
    author: str
    author_name: str
    at: float


class KnowledgeList(BaseModel):
    """Documents, the latest changed first; ``next`` names the last one when there are more."""

    documents: list[KnowledgeLine]
    next: str | None


class KnowledgeText(KnowledgeLine):
    """A document with its text; ``notes``: codes of what reading its file met with."""

    text: str
    notes: list[str]
    pages: int | None


class KnowledgeVersion(BaseModel):
    """A version without its text."""

    number: int
    title: str
    at: float
    author: str
    author_name: str
    characters: int


class KnowledgeVersions(BaseModel):
    """A document's versions, newest first."""

    versions: list[KnowledgeVersion]


class KnowledgePassage(BaseModel):
    """A piece of a document: characters of its text from ``start`` to before ``end``."""

    start: int
    end: int
    headings: list[str]


class PassageList(BaseModel):
    """A document's passages, in order."""

    passages: list[KnowledgePassage]


class HitShown(BaseModel):
    """A passage that was found. ``expired``: its document does not hold today."""

    document: str
    version: int
    title: str
    start: int
    end: int
    text: str
    headings: list[str]
    score: float
    expired: bool


class HitList(BaseModel):
    """What a guide would find, best first."""

    hits: list[HitShown]
