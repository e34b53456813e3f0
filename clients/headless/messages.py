"""Every message of the live socket, as dataclasses.

Printed from server/wire by ``python -m tools.print_wire``. Do not edit.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Any, ClassVar, Final, Literal

VERSION: Final = 1
OLDEST: Final = 1
POSE_FRAME: Final = 1
PRESENCE_FRAME: Final = 2
VOICE_FRAME: Final = 3
HEAD_BODY: Final = 12
FULL_BODY: Final = 30
HEAD_RECORD: Final = 14
FULL_RECORD: Final = 32
PRESENCE_HEADER: Final = 12
SUBPROTOCOL: Final = "lingjing.v1"
CLOSING: Final[dict[int, tuple[str, bool]]] = {
    1009: ("message_too_large", False),
    1003: ("text_refused", False),
    1002: ("frame_invalid", False),
    4000: ("version_unsupported", False),
    4001: ("token_refused", False),
    4002: ("auth_late", True),
    4003: ("too_many_errors", False),
    4004: ("too_fast", True),
    4005: ("too_slow", True),
    4006: ("silent_too_long", True),
    4007: ("connection_replaced", False),
    1001: ("server_stopping", True),
    1013: ("server_full", True),
}
"""Why the server closed, by close code, and whether to connect again."""

Language = Literal["en", "zh-CN"]
Layer = Literal["draft", "published", "shared"]


class Unset(Enum):
    """The type of ``UNSET``: a field that is left out, which differs from null."""

    UNSET = "unset"


UNSET: Final = Unset.UNSET


@dataclass(frozen=True, slots=True)
class Operation:
    """One change of a scene: ``set`` or ``unset`` a property, ``add`` or ``remove`` a node."""

    op: Literal["add", "remove", "set", "unset"]
    path: str
    value: Any = UNSET


@dataclass(frozen=True, slots=True)
class Body:
    """How a visitor looks: a colour (sRGB, ``#rrggbb``) and a figure."""

    color: str = "#4a7dbd"
    figure: Literal["guide", "headset", "plain"] = "plain"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the hall; ``id`` is that of presence records, ``seat`` the node they sit on."""

    id: int
    name: str
    role: str
    body: Body
    seat: str | None = None


@dataclass(frozen=True, slots=True)
class Resume:
    """Where a cut connection was: the ticket it was given and the last revision it had applied."""

    ticket: str
    epoch: str
    revision: int


@dataclass(frozen=True, slots=True)
class Fetch:
    """One asset to fetch: for which node, which level (0 is the finest) and how many bytes."""

    node: str
    level: int
    asset: str
    bytes: int


@dataclass(frozen=True, slots=True)
class Detail:
    """One finding: a JSON pointer into what was sent, a stable code, and words."""

    pointer: str
    code: str
    severity: Literal["error", "warning"]
    message: str


@dataclass(frozen=True, slots=True)
class Auth:
    """Say who is speaking: protocol version, an optional token, a name to show, a language."""

    t: ClassVar[str] = "auth"
    version: int
    token: str | None = None
    name: str = ""
    lang: Language = "zh-CN"
    body: Body = Body()
    agent: str = ""


@dataclass(frozen=True, slots=True)
class Join:
    """Enter a hall at a spawn point, or take up a cut connection again."""

    t: ClassVar[str] = "join"
    hall: str
    spawn: str | None = None
    resume: Resume | None = None


@dataclass(frozen=True, slots=True)
class Leave:
    """Leave the hall but keep the connection."""

    t: ClassVar[str] = "leave"


@dataclass(frozen=True, slots=True)
class Edit:
    """Change the scene; ``base`` is the revision that structural operations were made on."""

    t: ClassVar[str] = "edit"
    id: int
    layer: Layer
    base: int
    ops: list[Operation]


@dataclass(frozen=True, slots=True)
class FindPath:
    """Ask for a walkable way between two places of the hall."""

    t: ClassVar[str] = "path"
    id: int
    start: tuple[float, float, float]
    goal: tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Need:
    """Ask what somebody standing at ``at`` needs, in order of need."""

    t: ClassVar[str] = "need"
    id: int
    at: tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Who:
    """Ask for the names and looks of people met in presence frames."""

    t: ClassVar[str] = "who"
    ids: list[int]


@dataclass(frozen=True, slots=True)
class Sit:
    """Take a seat, or stand up with ``null``."""

    t: ClassVar[str] = "sit"
    id: int
    seat: str | None


@dataclass(frozen=True, slots=True)
class Me:
    """Change the name, language or looks that others see."""

    t: ClassVar[str] = "me"
    name: str
    body: Body
    lang: Language = "zh-CN"


@dataclass(frozen=True, slots=True)
class Ping:
    """Ask for the server's time; ``at`` comes back as it was sent (client milliseconds)."""

    t: ClassVar[str] = "ping"
    at: float


@dataclass(frozen=True, slots=True)
class Hello:
    """First words: versions, the server's time in seconds, and this connection's id for support."""

    t: ClassVar[str] = "hello"
    version: int
    oldest: int
    time: float
    connection: str


@dataclass(frozen=True, slots=True)
class Ready:
    """You are known: your role and the name you are shown by."""

    t: ClassVar[str] = "ready"
    role: str
    name: str


@dataclass(frozen=True, slots=True)
class Joined:
    """You are in the hall.

    ``scene`` is the whole state (``{hall, nodes}``) unless ``patches`` bring a resumed client up
    to date; ``shared`` is the interaction layer, path to value. ``time`` is server seconds,
    ``tick`` ticks per second.
    """

    t: ClassVar[str] = "joined"
    hall: str
    you: int
    ticket: str
    epoch: str
    revision: int
    resumed: bool
    scene: dict[str, Any] | None
    shared: dict[str, Any] | None
    patches: list[Patch] | None
    position: tuple[float, float, float]
    yaw: float
    people: list[Person]
    total: int
    manifest: list[Fetch]
    time: float
    tick: int


@dataclass(frozen=True, slots=True)
class Patch:
    """The scene changed: apply ``ops`` in order; the hall is then at ``revision``."""

    t: ClassVar[str] = "patch"
    hall: str
    revision: int
    layer: Layer
    ops: list[Operation]
    author: str = ""


@dataclass(frozen=True, slots=True)
class Done:
    """Request ``id`` was carried out; an edit is durable and the hall is at ``revision``."""

    t: ClassVar[str] = "done"
    id: int
    revision: int


@dataclass(frozen=True, slots=True)
class Error:
    """Something was refused and nothing changed; ``id`` is the request, when it had one."""

    t: ClassVar[str] = "error"
    code: str
    message: str
    details: list[Detail]
    request_id: str
    id: int | None = None


@dataclass(frozen=True, slots=True)
class People:
    """Who these people are: they came, changed, or were asked about."""

    t: ClassVar[str] = "people"
    here: list[Person]
    total: int


@dataclass(frozen=True, slots=True)
class Gone:
    """These people left or fell silent; forget their poses."""

    t: ClassVar[str] = "gone"
    ids: list[int]
    total: int


@dataclass(frozen=True, slots=True)
class WalkablePath:
    """A way to walk, corner by corner, or ``null`` when there is none."""

    t: ClassVar[str] = "path"
    id: int
    points: list[tuple[float, float, float]] | None


@dataclass(frozen=True, slots=True)
class Manifest:
    """What to fetch, most needed first."""

    t: ClassVar[str] = "manifest"
    id: int
    items: list[Fetch]


@dataclass(frozen=True, slots=True)
class Moved:
    """The hall you were in is no longer open to you; join ``hall`` instead."""

    t: ClassVar[str] = "moved"
    hall: str
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Pong:
    """The server's time in seconds, and ``at`` as it was sent."""

    t: ClassVar[str] = "pong"
    at: float
    time: float


@dataclass(frozen=True, slots=True)
class Bye:
    """The server closes this connection, and why."""

    t: ClassVar[str] = "bye"
    code: str
    message: str


ClientMessage = Auth | Join | Leave | Edit | FindPath | Need | Who | Sit | Me | Ping


ServerMessage = (
    Hello
    | Ready
    | Joined
    | Patch
    | Done
    | Error
    | People
    | Gone
    | WalkablePath
    | Manifest
    | Moved
    | Pong
    | Bye
)

SERVER_MESSAGES: Final[dict[str, type[ServerMessage]]] = {
    "hello": Hello,
    "ready": Ready,
    "joined": Joined,
    "patch": Patch,
    "done": Done,
    "error": Error,
    "people": People,
    "gone": Gone,
    "path": WalkablePath,
    "manifest": Manifest,
    "moved": Moved,
    "pong": Pong,
    "bye": Bye,
}
"""What the server may say, by name."""
