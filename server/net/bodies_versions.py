"""What the API gives of a hall's history, of its versions and of what differs between them."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, Field

from server.net.bodies import Strict, VersionAnswer


class PublishDraft(Strict):
    """``number`` is that of the draft's newest edit that was looked at: a later one is told."""

    note: str = Field(default="", max_length=200)
    number: int | None = Field(default=None, ge=0)


class VersionDocument(VersionAnswer):
    """A named version with the whole scene that it holds."""

    hall: dict[str, Any]
    nodes: dict[str, Any]


class StateAnswer(BaseModel):
    """One side of a comparison; ``version`` is null for what is published or drafted now."""

    kind: Literal["version", "published", "draft"]
    version: VersionAnswer | None
    revision: int


class PropertyDifference(BaseModel):
    """One property, ``text/zh``; ``told`` is false when its values are too long to be told."""

    key: str
    before: Any
    after: Any
    told: bool


class NodeDifference(BaseModel):
    """One node, or the hall itself when ``node`` is empty."""

    node: str
    kind: str
    name: dict[str, str]
    how: Literal["added", "removed", "changed"]
    properties: list[PropertyDifference]


class DifferenceCounts(BaseModel):
    """How many nodes came, went and changed; the hall itself is none of them."""

    added: int
    removed: int
    changed: int


class ComparisonAnswer(BaseModel):
    """What leads from ``before`` to ``after``; ``more`` when only the first nodes are listed."""

    before: StateAnswer
    after: StateAnswer
    counts: DifferenceCounts
    changes: list[NodeDifference]
    more: bool


class OverlapAnswer(BaseModel):
    """Something of the draft's that somebody changed for visitors since it was drafted."""

    path: str
    node: str
    author: str
    author_name: str
    at: float


class DrafterAnswer(BaseModel):
    """Somebody whose edits are in the draft, how many, and when the last was made."""

    author: str
    author_name: str
    edits: int
    at: float


class TouchedAnswer(BaseModel):
    """A node that an edit was about, or the hall itself when ``node`` is empty."""

    node: str
    name: dict[str, str] | None
    kind: str | None
    how: Literal["added", "removed", "changed"]
    keys: list[str]


class AsideAnswer(BaseModel):
    """An edit of the draft that is kept but not in force: what it is about has changed since."""

    number: int
    author: str
    author_name: str
    code: str
    message: str
    touched: list[TouchedAnswer]


class DraftComparison(ComparisonAnswer):
    """What publishing the draft would change, who made it, and what it would replace."""

    number: int
    drafters: list[DrafterAnswer]
    overlaps: list[OverlapAnswer]
    aside: list[AsideAnswer]


class EditAnswer(BaseModel):
    """A published edit; ``note`` says where it came from: ``undo:12``, ``restore:3``."""

    revision: int
    author: str
    author_name: str
    at: float
    note: str
    ops: int
    nodes: int
    touched: list[TouchedAnswer]


class HistoryAnswer(BaseModel):
    """Published edits, newest first; ``next`` is the ``before`` of the following page."""

    edits: list[EditAnswer]
    next: int | None
