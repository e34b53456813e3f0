"""What the API takes and gives, as pydantic models: checked whole, described in OpenAPI."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

ID_PATTERN = r"^[a-z0-9][a-z0-9_-]{0,63}$"


class Strict(BaseModel):
    """A body that refuses what it does not know."""

    model_config = ConfigDict(extra="forbid")


class Localised(Strict):
    """Words in both languages."""

    zh: str = Field(max_length=200)
    en: str = Field(max_length=200)


class OperationBody(Strict):
    """One change: see ``Operation`` in the protocol."""

    op: Literal["set", "unset", "add", "remove"]
    path: str = Field(max_length=256, examples=["/nodes/fox/translation"])
    value: Any = None


class PatchBody(Strict):
    """An edit of a hall's scene; ``base`` is the revision structural operations were made on."""

    ops: list[OperationBody] = Field(min_length=1, max_length=2000)
    base: int | None = Field(default=None, ge=0)
    layer: Literal["published", "draft", "shared"] = "published"


class HallNew(Strict):
    """A new hall; it starts closed, and empty unless it is to be like another (``copy_of``)."""

    id: str = Field(pattern=ID_PATTERN)
    name: Localised | None = None
    kind: Literal["outdoor", "indoor"] = "indoor"
    capacity: int | None = Field(default=None, ge=1, le=20_000)
    copy_of: str | None = Field(default=None, max_length=64)


class HallOrder(Strict):
    """Every hall once, in the order wanted."""

    halls: list[str] = Field(max_length=2000)


class HallChange(Strict):
    """What can be changed of a hall; a missing field stays as it is."""

    name: Localised | None = None
    capacity: int | None = Field(default=None, ge=1, le=20_000)
    state: Literal["open", "closed"] | None = None


class VersionNew(Strict):
    """A name for the hall's present state."""

    name: str = Field(min_length=1, max_length=100)


class Revision(BaseModel):
    """The hall is at this revision, and everything up to it is durable."""

    revision: int


class HallSummary(BaseModel):
    """A hall as the list shows it."""

    id: str
    name: dict[str, str]
    kind: str
    state: str
    capacity: int
    visitors: int
    revision: int


class HallWork(BaseModel):
    """What staff know of a hall: its size, its draft, and its last edit (Unix time)."""

    id: str
    nodes: int
    exhibits: int
    drafted: int
    versions: int
    edited: float | None
    author: str
    author_name: str


class HallWorkList(BaseModel):
    """The same of every hall, in order."""

    halls: list[HallWork]


class HallList(BaseModel):
    """Every hall, in order."""

    halls: list[HallSummary]


class ParkAnswer(BaseModel):
    """The park at a glance; ``start`` is the hall where visitors arrive."""

    name: dict[str, str]
    start: str
    contact: dict[str, str] | None
    halls: list[HallSummary]
    version: str


class SceneAnswer(BaseModel):
    """A hall's whole scene: published state and shared interaction values."""

    hall: dict[str, Any]
    nodes: dict[str, Any]
    shared: dict[str, Any]
    revision: int
    epoch: str


class DraftAnswer(BaseModel):
    """The draft: its operations, the number of the newest, and the scene as it would be."""

    number: int
    ops: list[dict[str, Any]]
    hall: dict[str, Any]
    nodes: dict[str, Any]
    revision: int


class VersionAnswer(BaseModel):
    """A named version of a hall."""

    number: int
    name: str
    revision: int
    author: str
    author_name: str
    at: float


class VersionList(BaseModel):
    """The versions of a hall, newest first."""

    versions: list[VersionAnswer]


class FetchAnswer(BaseModel):
    """One asset to fetch."""

    node: str
    level: int
    asset: str
    bytes: int


class ManifestAnswer(BaseModel):
    """What somebody at a place needs, most needed first."""

    items: list[FetchAnswer]


class PathAnswer(BaseModel):
    """A way to walk, corner by corner, or null when there is none."""

    points: list[tuple[float, float, float]] | None


class GroundsAnswer(BaseModel):
    """A model that now stands in a hall."""

    node: str
    hall: str
    plinth: str | None
    asset: str
    bytes: int
    revision: int


class LinkAnswer(BaseModel):
    """A one-time link, and for how many seconds it is good."""

    url: str
    seconds: int


class LiveHall(HallSummary):
    """A hall with the people in each of its rooms."""

    rooms: list[int]


class LiveAnswer(BaseModel):
    """The park's pulse: times in milliseconds, bytes since the start."""

    halls: list[LiveHall]
    connections: int
    tick_hz: int
    tick_ms: dict[str, float]
    bytes_out: int
    frames_out: int
    time: float


class ErrorDetail(BaseModel):
    """One finding: where in what was sent, a stable code, words."""

    pointer: str
    code: str
    severity: Literal["error", "warning"]
    message: str
    field: str = ""
    """The field of a form that it is about; then ``zh`` and ``en`` are its words."""
    zh: str = ""
    en: str = ""


class ErrorAnswer(BaseModel):
    """The one shape of an error."""

    code: str
    message: str
    details: list[ErrorDetail]
    request_id: str
