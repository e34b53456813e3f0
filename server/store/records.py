"""The values that go into the archive and come out of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

Layer = Literal["published", "draft"]
Document = dict[str, Any]
Operations = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class StoredPatch:
    """One edit of a hall, with the operations that undo it.

    `revision` counts within the patch's layer and only grows; gaps are allowed. `at` is Unix time
    in seconds.
    """

    hall: str
    revision: int
    author: str
    at: float
    layer: Layer
    ops: Operations
    inverse: Operations
    note: str | None = None


@dataclass(frozen=True, slots=True)
class StoredHall:
    """A hall as the archive knows it: the latest snapshot and everything after it.

    `doc` is the hall at `snapshot_revision`; applying `patches` in order leads to `revision`.
    `draft` holds the unpublished edits in order.
    """

    hall: str
    doc: Document
    snapshot_revision: int
    revision: int
    patches: list[StoredPatch]
    draft: list[StoredPatch]
    created: float


@dataclass(frozen=True, slots=True)
class StoredVersion:
    """A named state of a hall that can be restored; its document is read separately."""

    hall: str
    number: int
    name: str
    revision: int
    author: str
    at: float


@dataclass(frozen=True, slots=True)
class Asset:
    """One blob that the park has accepted: its content address, size and media type."""

    sha: str
    bytes: int
    media_type: str
    at: float
