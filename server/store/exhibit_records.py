"""The values of exhibits that go into the archive and come out of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

Text = dict[str, str]
FileRole = Literal["original", "listing", "level", "poster"]
"""What a stored file is to its revision. An upload of several files has a ``listing`` of them."""
MODEL, TITLE, CARD = 1, 2, 4
"""What halls must be told of an exhibit that has changed; they add up."""
SHOWN: tuple[FileRole, ...] = ("level", "poster")
"""Files of a revision that every visitor may fetch once it has been published."""


@dataclass(frozen=True, slots=True)
class ExhibitFile:
    """One stored file of a revision; ``place`` orders those of a role (levels: finest first)."""

    role: FileRole
    place: int
    name: str
    sha: str
    bytes: int


@dataclass(frozen=True, slots=True)
class StoredRevision:
    """One state of an exhibit, which never changes. ``at`` is Unix time in seconds.

    ``job`` names the work that made it: the same work never makes two. ``title``, when there is
    one, becomes the exhibit's on the day it is first published, at ``published_at``. ``source`` is
    ``{name, bytes, sha256}`` of what came, ``model`` the component that scene nodes get.
    """

    exhibit: str
    number: int
    job: str | None
    note: str
    author: str
    at: float
    title: Text | None
    source: dict[str, Any]
    model: dict[str, Any]
    parts: list[dict[str, Any]]
    findings: list[dict[str, Any]]
    blocked: list[dict[str, Any]]
    published_at: float | None
    files: tuple[ExhibitFile, ...] = ()

    def shas(self, role: FileRole) -> list[str]:
        """Content addresses of its files of one role, in their order."""
        return [file.sha for file in self.files if file.role == role]


@dataclass(frozen=True, slots=True)
class StoredExhibit:
    """An exhibit: its card, the revision that visitors see, and the newest one's number.

    ``spreading`` says what has changed that not every hall is known to follow (`MODEL` + …).
    ``owner`` is an account's id or ``enterprise:<id>``; ``data_class`` public, internal, personal.
    """

    id: str
    card: dict[str, Any]
    published: int | None
    latest: int
    spreading: int
    created: float
    owner: str = ""
    data_class: str = "public"

    @property
    def title(self) -> Text:
        """What it is called, in both languages."""
        title: Text = self.card["title"]
        return title


@dataclass(frozen=True, slots=True)
class Publication:
    """Somebody had a revision shown: the newest or, rolling back, an older one."""

    number: int
    author: str
    at: float
    note: str


@dataclass(frozen=True, slots=True)
class Served:
    """What the door for assets must know of a blob. ``hidden``: only staff may fetch it."""

    media_type: str
    hidden: bool
