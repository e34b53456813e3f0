"""What a hall asks its shell to do. The shell does it and brings the outcome back as an input."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from avatars.guides.brain import Sight
from scenes.operations import Operation
from server.halls.visitor import Visitor
from server.wire.messages import AnyServerMessage

How = Literal["append", "publish", "discard"]


@dataclass(frozen=True, slots=True)
class Send:
    """Tell these visitors; the shell encodes the message once for all of them."""

    to: Sequence[Visitor]
    message: AnyServerMessage


@dataclass(frozen=True, slots=True)
class Archive:
    """Keep this patch; then call ``editing.archived(layer, revision)`` or ``archive_failed(code)``.

    ``how``: ``append`` it; ``publish`` it and empty the draft that it was, but for the edits
    ``spare``; or ``discard`` the draft, which needs no patch.
    """

    hall: str
    layer: Literal["published", "draft"]
    revision: int
    author: str
    ops: list[Operation]
    inverse: list[Operation]
    note: str = ""
    how: How = "append"
    spare: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """An edit asked for from outside the hall (``tag``) is durable, or failed with ``code``."""

    tag: Any
    revision: int
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Complaint:
    """Somebody reports somebody: the shell keeps it, tells the staff, and answers ``request``."""

    by: Visitor
    about: Visitor
    request: int
    reason: str
    words: str


@dataclass(frozen=True, slots=True)
class SendAway:
    """End these visitors' stay for the reason ``code``: the shell names a hall to join instead
    (the same when they may come ``back``) and calls ``hall.leave`` for each."""

    who: Sequence[Visitor]
    code: str
    back: bool = False


@dataclass(frozen=True, slots=True)
class Think:
    """Have a guide's brain answer: pieces come back by ``guides.say``, ``do`` and ``finish``.

    ``actions`` are the names of what it may ask for; ``sights`` what stands around it.
    """

    turn: int
    node: str
    persona: str
    asker: Visitor
    question: str
    lang: str
    whisper: bool
    dialogue: str
    sights: tuple[Sight, ...]
    actions: frozenset[str]


@dataclass(frozen=True, slots=True)
class TurnOver:
    """An answer is over: its brain stops. Heard were ``whole`` clauses and ``ms`` of the next."""

    turn: int
    dialogue: str
    state: Literal["done", "stopped", "failed"]
    code: str
    whole: int
    ms: int


Effect = Send | Archive | Answer | Complaint | SendAway | Think | TurnOver
