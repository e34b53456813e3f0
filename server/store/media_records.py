"""The values of media that go into the archive and come out of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

__all__ = ["MediaFile", "MediaRole", "StoredMedia"]

MediaRole = Literal["original", "film", "page", "poster"]
"""What a stored file is: what came and only staff may fetch, or what boards show."""


@dataclass(frozen=True, slots=True)
class MediaFile:
    """One stored file; ``place`` orders pages."""

    role: MediaRole
    place: int
    name: str
    sha: str
    bytes: int


@dataclass(frozen=True, slots=True)
class StoredMedia:
    """An image, a film or a document, which never changes but for its title.

    ``job`` names the work that made it: the same work never makes two. ``shown`` is what a board's
    ``media`` says of it (`scenes.properties.MEDIA`) but its id and title; ``source`` is
    ``{name, bytes, sha256}`` of what came. ``at`` is Unix time in seconds. ``owner`` is its
    author's account until it is given to somebody else; ``data_class`` public, internal, personal.
    """

    id: str
    kind: str
    title: dict[str, str]
    job: str | None
    author: str
    at: float
    source: dict[str, Any]
    shown: dict[str, Any]
    files: tuple[MediaFile, ...] = ()
    owner: str = ""
    data_class: str = "public"

    def board(self) -> dict[str, Any]:
        """The ``media`` of a board that shows it."""
        return {"id": self.id, "kind": self.kind, "title": self.title, **self.shown}
