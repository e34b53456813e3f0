"""The values of notices that go into the archive and come out of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["Attempt", "EndpointKind", "NoticeState", "StoredEndpoint", "StoredNotice"]

NoticeState = Literal["waiting", "sent", "dead", "cancelled"]
EndpointKind = Literal["webhook", "wecom", "dingtalk"]


@dataclass(frozen=True, slots=True)
class StoredNotice:
    """One notice in the outbox.

    ``target`` and ``content`` are sealed with the key of ``person``. ``due`` is when it is tried
    next, ``code`` why the last try failed. Times are Unix times in seconds.
    """

    id: str
    kind: str
    way: str
    target: str
    person: str
    lang: str
    content: str
    ref: str
    state: NoticeState
    tries: int
    due: float
    at: float
    ended: float | None = None
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try to deliver a notice; ``code`` is None for one that was taken.

    ``status`` is what the other side answered by its own counting (HTTP or SMTP).
    """

    notice: str
    number: int
    at: float
    seconds: float
    code: str | None
    status: int | None
    excerpt: str


@dataclass(frozen=True, slots=True)
class StoredEndpoint:
    """Where webhooks and robots' messages go. ``url`` and ``secret`` are sealed.

    ``shown`` is as much of the address as staff may read; ``state`` is ``on``, ``off``, or
    ``gone`` when it answered that it wants to hear no more, which switches it off.
    """

    id: str
    kind: EndpointKind
    title: str
    url: str
    shown: str
    secret: str
    events: list[str]
    state: str
    author: str
    at: float
