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
    """One change of a scene.

    op: ``set`` or ``unset`` a property, ``add`` or ``remove`` a node
    path: ``/nodes/<id>``, ``/nodes/<id>/<property>…`` or ``/hall/<property>…``
    value: what to set or the node to add; left out otherwise (``null`` is a value)
    """

    op: Literal["add", "remove", "set", "unset"]
    path: str
    value: Any = UNSET


@dataclass(frozen=True, slots=True)
class Body:
    """How a visitor looks.

    color: sRGB, ``#rrggbb`` in lower case
    figure: which body is drawn
    """

    color: str = "#4a7dbd"
    figure: Literal["guide", "headset", "plain"] = "plain"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the hall.

    id: the id of presence records; it may be given to somebody else later
    name: the name to show
    role: ``visitor`` or ``operator``
    body: how they look
    seat: the node they sit on
    """

    id: int
    name: str
    role: str
    body: Body
    seat: str | None = None


@dataclass(frozen=True, slots=True)
class Resume:
    """Where a cut connection was.

    ticket: the one that ``joined`` brought
    epoch: the one that ``joined`` brought
    revision: the last revision that was applied
    """

    ticket: str
    epoch: str
    revision: int


@dataclass(frozen=True, slots=True)
class Fetch:
    """One asset to fetch.

    node: the node that shows it
    level: 0 is the finest
    asset: SHA-256 in lower-case hexadecimal; the bytes are at ``/assets/<asset>``
    bytes: how many there are
    """

    node: str
    level: int
    asset: str
    bytes: int


@dataclass(frozen=True, slots=True)
class Detail:
    """One finding.

    pointer: a JSON pointer (RFC 6901) into what was sent
    code: a stable code
    severity: ``error``, or ``warning`` for what was let through
    message: words in the reader's language
    """

    pointer: str
    code: str
    severity: Literal["error", "warning"]
    message: str


@dataclass(frozen=True, slots=True)
class Auth:
    """Say who is speaking. Once, within ten seconds; ``join`` may follow at once.

    version: the version of the protocol that this client speaks
    token: a session's secret; without one, a browser's cookie decides, else it is a visitor
    name: the name to show; the server may give another
    lang: the language of errors
    body: how one looks
    agent: the client's own name and version, for support
    """

    t: ClassVar[str] = "auth"
    version: int
    token: str | None = None
    name: str = ""
    lang: Language = "zh-CN"
    body: Body = Body()
    agent: str = ""


@dataclass(frozen=True, slots=True)
class Join:
    """Enter a hall, or take up a cut connection again. Answered by ``joined`` or ``error``.

    hall: the hall's id
    spawn: the spawn node to appear at; without one, the hall's first
    resume: where the cut connection was
    """

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
    """Change the scene. Answered by ``done`` when it is durable, or by ``error``.

    id: the request
    layer: ``published``, ``draft`` (both for staff) or ``shared`` (interaction, for all)
    base: the revision on which structural operations (add, remove, a new parent) were made
    ops: carried out in order, all or none; of a visitor's 20 a second are taken, 60 at once
    """

    t: ClassVar[str] = "edit"
    id: int
    layer: Layer
    base: int
    ops: list[Operation]


@dataclass(frozen=True, slots=True)
class FindPath:
    """Ask for a walkable way between two places of the hall. Answered by ``path``.

    id: the request
    start: metres
    goal: metres
    """

    t: ClassVar[str] = "path"
    id: int
    start: tuple[float, float, float]
    goal: tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Need:
    """Ask what somebody standing at a place needs. Answered by ``manifest``.

    id: the request
    at: metres
    """

    t: ClassVar[str] = "need"
    id: int
    at: tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Who:
    """Ask for the names and looks of people met in presence frames. Answered by ``people``.

    ids: those that are not known
    """

    t: ClassVar[str] = "who"
    ids: list[int]


@dataclass(frozen=True, slots=True)
class Sit:
    """Take a seat, or stand up. Answered by ``done`` or ``error``.

    id: the request
    seat: a seat node, or ``null`` to stand up
    """

    t: ClassVar[str] = "sit"
    id: int
    seat: str | None


@dataclass(frozen=True, slots=True)
class Me:
    """Change what others see.

    name: the name to show
    body: how one looks
    lang: the language of errors
    """

    t: ClassVar[str] = "me"
    name: str
    body: Body
    lang: Language = "zh-CN"


@dataclass(frozen=True, slots=True)
class Ping:
    """Ask for the server's time. Answered by ``pong``; allowed at any time.

    at: the client's milliseconds, which come back as they were sent
    """

    t: ClassVar[str] = "ping"
    at: float


@dataclass(frozen=True, slots=True)
class Hello:
    """The first words of the server.

    version: the version that it speaks
    oldest: the oldest version that it accepts
    time: the server's clock, seconds
    connection: this connection's id, to quote when asking for help
    """

    t: ClassVar[str] = "hello"
    version: int
    oldest: int
    time: float
    connection: str


@dataclass(frozen=True, slots=True)
class Ready:
    """You are known.

    role: ``visitor`` or ``operator``
    name: the name that you are shown by
    """

    t: ClassVar[str] = "ready"
    role: str
    name: str


@dataclass(frozen=True, slots=True)
class Joined:
    """You are in the hall.

    hall: the hall's id
    you: your id in presence records; you skip it in shared frames
    ticket: with this you take up your place again after a cut
    epoch: revisions are comparable within one epoch
    revision: the scene's revision after ``scene`` or ``patches``
    resumed: true when ``patches`` bring your scene up to date
    scene: the whole published state, ``{hall, nodes}``; ``null`` when resumed
    shared: the whole interaction layer, path to value; ``null`` when resumed
    patches: what you missed, in order; ``null`` unless resumed
    position: where your feet are, metres
    yaw: radians about +Y; 0 looks along -Z
    people: those who are here, as far as they are told at once; ask ``who`` for others
    total: how many are here
    manifest: what to fetch, most needed first
    time: the server's clock, seconds
    tick: presence frames a second
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
    """The scene changed: apply ``ops`` in order.

    hall: the hall's id
    revision: the scene's revision after it
    layer: the layer that changed
    ops: what changed
    author: the role of whoever changed it
    """

    t: ClassVar[str] = "patch"
    hall: str
    revision: int
    layer: Layer
    ops: list[Operation]
    author: str = ""


@dataclass(frozen=True, slots=True)
class Done:
    """A request was carried out.

    id: the request
    revision: the scene's revision; an edit is durable and was sent to all before this
    """

    t: ClassVar[str] = "done"
    id: int
    revision: int


@dataclass(frozen=True, slots=True)
class Error:
    """Something was refused and nothing changed.

    code: a stable code
    message: words in the reader's language
    details: what is wrong, and where in what was sent
    request_id: to quote when asking for help
    id: the request, when it had one
    """

    t: ClassVar[str] = "error"
    code: str
    message: str
    details: list[Detail]
    request_id: str
    id: int | None = None


@dataclass(frozen=True, slots=True)
class People:
    """People came, changed, or were asked about.

    here: who they are now
    total: how many are in the hall
    """

    t: ClassVar[str] = "people"
    here: list[Person]
    total: int


@dataclass(frozen=True, slots=True)
class Gone:
    """People left or fell silent: forget who they were and where.

    ids: their ids
    total: how many are in the hall
    """

    t: ClassVar[str] = "gone"
    ids: list[int]
    total: int


@dataclass(frozen=True, slots=True)
class WalkablePath:
    """A way to walk.

    id: the request
    points: corner by corner, the start and the goal included; ``null`` when there is no way
    """

    t: ClassVar[str] = "path"
    id: int
    points: list[tuple[float, float, float]] | None


@dataclass(frozen=True, slots=True)
class Manifest:
    """What to fetch.

    id: the request
    items: most needed first
    """

    t: ClassVar[str] = "manifest"
    id: int
    items: list[Fetch]


@dataclass(frozen=True, slots=True)
class Moved:
    """You are no longer in the hall that you were in: it closed, went away or changed its bounds.

    hall: the one to join now, which may be the same
    code: a stable code of the reason
    message: words in your language
    """

    t: ClassVar[str] = "moved"
    hall: str
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Pong:
    """The server's time.

    at: as it was sent
    time: the server's clock, seconds
    """

    t: ClassVar[str] = "pong"
    at: float
    time: float


@dataclass(frozen=True, slots=True)
class Bye:
    """The server is about to close this connection.

    code: a stable code of the reason
    message: words in your language
    """

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
