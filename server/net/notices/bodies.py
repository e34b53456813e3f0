"""What the API takes and gives of notices and webhooks."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, Field

from server.net.bodies import Strict


class EndpointNew(Strict):
    """Where events shall go. A webhook's secret is made here; a DingTalk robot brings its own."""

    kind: Literal["webhook", "wecom", "dingtalk"] = "webhook"
    title: str = Field(min_length=1, max_length=100)
    url: str = Field(max_length=2000, examples=["https://example.org/hooks/park"])
    secret: str = Field(default="", max_length=200)
    events: list[str] = Field(max_length=100, examples=[["exhibit.published"], ["*"]])


class EndpointChange(Strict):
    """What can be changed of an endpoint; a missing field stays as it is."""

    title: str | None = Field(default=None, min_length=1, max_length=100)
    url: str | None = Field(default=None, max_length=2000)
    events: list[str] | None = Field(default=None, max_length=100)
    state: Literal["on", "off"] | None = None


class EndpointAnswer(BaseModel):
    """An endpoint; ``secret`` is there in the answer that made it, and never again.

    ``state`` ``gone``: it answered 410 and was switched off. ``older_until``: until when messages
    are signed with the secret before this one too (Unix seconds).
    """

    id: str
    kind: str
    title: str
    shown: str
    events: list[str]
    state: Literal["on", "off", "gone"]
    author: str
    at: float
    older_until: float | None
    secret: str | None = None


class EventAnswer(BaseModel):
    """An event that endpoints can be told of, and what its ``data`` hold."""

    name: str
    words: dict[str, str]
    data: list[str]


class EndpointList(BaseModel):
    """Every endpoint, and every event there is."""

    endpoints: list[EndpointAnswer]
    events: list[EventAnswer]


class AttemptAnswer(BaseModel):
    """One try to deliver a notice; ``code`` is null when it was taken."""

    number: int
    at: float
    seconds: float
    code: str | None
    status: int | None
    excerpt: str


class NoticeAnswer(BaseModel):
    """A notice in the outbox. ``to`` is hidden in part; ``last`` is the last attempt."""

    id: str
    kind: str
    words: dict[str, str]
    way: str
    to: str
    ref: str
    state: str
    tries: int
    due: float
    at: float
    ended: float | None
    code: str | None
    last: AttemptAnswer | None


class NoticeDetail(NoticeAnswer):
    """A notice with its attempts, and the body that a webhook is sent."""

    attempts: list[AttemptAnswer]
    body: str | None


class NoticeList(BaseModel):
    """Notices, newest first, and how many there are in each state."""

    notices: list[NoticeAnswer]
    next: str | None
    counts: dict[str, int]
    ways: dict[str, Any]


class NoticeTest(Strict):
    """A test notice to an e-mail address or a phone."""

    way: Literal["email", "phone"]
    to: str = Field(min_length=3, max_length=254)


class NoticeMade(BaseModel):
    """The id of a notice that is now in the outbox."""

    id: str
