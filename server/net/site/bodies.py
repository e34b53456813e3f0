"""What the API takes and gives of the park's profile, documents and settings."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, Field

from server.net.bodies import Localised, Strict

LegalKind = Literal["privacy", "terms", "minors", "residence"]
LONGEST_TEXT = 100_000
"""Characters of a legal document."""


class Named(Strict):
    """A name in both languages, neither of them empty."""

    zh: str = Field(min_length=1, max_length=60)
    en: str = Field(min_length=1, max_length=60)


class ContactBody(Strict):
    """How the park is reached."""

    phone: str = Field(default="", max_length=40)
    email: str = Field(default="", max_length=254)
    address: Localised = Localised(zh="", en="")


class SiteChange(Strict):
    """What can be changed of the profile; a missing field stays as it is.

    ``logo`` is the id of a picture among the park's media, null for none.
    """

    name: Named | None = None
    logo: str | None = Field(default=None, max_length=64)
    languages: list[Literal["zh-CN", "en"]] | None = Field(default=None, min_length=1)
    start_hall: str | None = Field(default=None, max_length=64)
    contact: ContactBody | None = None
    icp: str | None = Field(default=None, max_length=40)
    police_record: str | None = Field(default=None, max_length=40)
    footer: Localised | None = None
    operator: Localised | None = None


class LogoAnswer(BaseModel):
    """A picture: fetch it at ``/assets/<asset>``."""

    media: str
    asset: str
    width: int
    height: int


class DocumentAnswer(BaseModel):
    """A legal document as it is named and linked; version 0 came with the program."""

    kind: str
    words: dict[str, str]
    version: int
    link: str


class SiteAnswer(BaseModel):
    """The park's profile, as everybody may read it."""

    name: dict[str, str]
    logo: LogoAnswer | None
    languages: list[str]
    start_hall: str
    contact: dict[str, Any]
    icp: str
    icp_link: str
    police_record: str
    police_link: str
    footer: dict[str, str]
    operator: dict[str, str]
    documents: list[DocumentAnswer]


class GuideStep(Strict):
    """A step of the first-run guide that is over, or the guide itself (``finished``)."""

    step: Literal["account", "name", "languages", "scene", "exhibit", "invite", "open", "finished"]
    how: Literal["done", "skipped"]


class StartBody(Strict):
    """With which scene the park begins."""

    scene: Literal["demo", "empty"]


class ProgressAnswer(BaseModel):
    """How far the starting scene is."""

    step: str
    done: int
    of: int


class GuideAnswer(BaseModel):
    """How far the first-run guide has come.

    ``wanted``: the desk should show it by itself. ``open_halls`` of ``halls`` are open to visitors.
    """

    wanted: bool
    steps: dict[str, str]
    first_run: bool
    named: bool
    halls: int
    open_halls: int
    exhibits: int
    scene: ProgressAnswer


class LegalText(Strict):
    """A document's text in both languages, in a small part of Markdown."""

    zh: str = Field(min_length=1, max_length=LONGEST_TEXT)
    en: str = Field(min_length=1, max_length=LONGEST_TEXT)


class LegalDraft(Strict):
    """The next version of a document."""

    text: LegalText


class LegalPublish(Strict):
    """What has changed, for whoever compares versions."""

    note: str = Field(default="", max_length=500)


class LegalAnswer(BaseModel):
    """A document in force: its text with the park's names put in, and the same as HTML."""

    kind: str
    words: dict[str, str]
    version: int
    at: float | None
    note: str
    text: dict[str, str]
    html: dict[str, str]


class LegalVersion(BaseModel):
    """A version as staff see it, as it was written; one without ``published_at`` is the draft."""

    number: int
    text: dict[str, str]
    note: str
    author: str
    at: float
    published_at: float | None


class LegalVersions(BaseModel):
    """Every version of a document, newest first, and the text that came with the program."""

    kind: str
    in_force: int
    template: dict[str, str]
    versions: list[LegalVersion]


class LegalHtml(BaseModel):
    """A text as it will look."""

    zh: str
    en: str


class DiffLine(BaseModel):
    """A line of a comparison: `` `` in both, ``-`` in the first, ``+`` in the second."""

    sign: Literal[" ", "-", "+"]
    text: str


class LegalDiff(BaseModel):
    """What differs between two versions, by language."""

    zh: list[DiffLine]
    en: list[DiffLine]


class SettingAnswer(BaseModel):
    """One setting. ``value`` is in force, ``next`` after a restart; a secret shows neither."""

    name: str
    area: str
    zh: str
    en: str
    kind: Literal["text", "flag", "whole", "real", "choice", "list"]
    choices: list[str]
    default: Any
    value: Any
    next: Any
    source: Literal["default", "desk", "file", "environment"]
    secret: bool
    is_set: bool
    fixed: bool
    live: bool
    variable: str


class SettingsAnswer(BaseModel):
    """Every setting; ``restart`` names those whose change waits for a restart."""

    settings: list[SettingAnswer]
    restart: list[str]


class SettingsChange(Strict):
    """Settings by name; null takes one back to its default."""

    settings: dict[str, Any] = Field(min_length=1, max_length=100)
