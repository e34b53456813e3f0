"""Every message of the live socket, once.

A message is a MessagePack map whose key ``t`` names it. The TypeScript and Python client types,
``asyncapi.json`` and ``PROTOCOL.md`` are printed from this file, so a docstring here is what an
integrator reads there: one plain sentence, units and meaning of each field.

Packed frames (presence, later voice) are not messages: their first byte is below 0x10, which no
MessagePack map begins with. They are described in ``avatars/pose.py``.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from msgspec import UNSET, Meta, Struct, UnsetType

VERSION = 1
"""The version of this protocol that the server speaks."""
OLDEST = 1
"""The oldest version that the server accepts."""
SUBPROTOCOL = "lingjing.v1"
"""The WebSocket subprotocol (RFC 6455 section 1.9)."""

Language = Literal["zh-CN", "en"]
Layer = Literal["published", "draft", "shared"]
Identifier = Annotated[str, Meta(pattern=r"^[a-z0-9][a-z0-9_-]{0,63}$(?!\n)")]
Path = Annotated[str, Meta(max_length=256)]
Name = Annotated[str, Meta(max_length=64)]
Token = Annotated[str, Meta(max_length=256)]
RequestId = Annotated[int, Meta(ge=0, le=2**32 - 1)]
Revision = Annotated[int, Meta(ge=0, le=2**53)]
PersonId = Annotated[int, Meta(ge=0, le=65535)]
Coordinate = Annotated[float, Meta(ge=-8000.0, le=8000.0)]
Position = tuple[Coordinate, Coordinate, Coordinate]


class Operation(Struct, forbid_unknown_fields=True, omit_defaults=True):
    """One change of a scene: ``set`` or ``unset`` a property, ``add`` or ``remove`` a node."""

    op: Literal["set", "unset", "add", "remove"]
    path: Path
    value: Any | UnsetType = UNSET


class Body(Struct, forbid_unknown_fields=True, frozen=True):
    """How a visitor looks: a colour (sRGB, ``#rrggbb``) and a figure."""

    color: Annotated[str, Meta(pattern=r"^#[0-9a-f]{6}$(?!\n)")] = "#4a7dbd"
    figure: Literal["plain", "headset", "guide"] = "plain"


class Person(Struct, forbid_unknown_fields=True):
    """Somebody in the hall; ``id`` is that of presence records, ``seat`` the node they sit on."""

    id: PersonId
    name: str
    role: str
    body: Body
    seat: str | None = None


class Resume(Struct, forbid_unknown_fields=True):
    """Where a cut connection was: the ticket it was given and the last revision it had applied."""

    ticket: Token
    epoch: Annotated[str, Meta(max_length=32)]
    revision: Revision


class Fetch(Struct, forbid_unknown_fields=True):
    """One asset to fetch: for which node, which level (0 is the finest) and how many bytes."""

    node: str
    level: int
    asset: str
    bytes: int


class Detail(Struct, forbid_unknown_fields=True):
    """One finding: a JSON pointer into what was sent, a stable code, and words."""

    pointer: str
    code: str
    severity: Literal["error", "warning"]
    message: str


# --- client to server -------------------------------------------------------------------------


class ClientMessage(Struct, tag_field="t", forbid_unknown_fields=True):
    """What a client may say."""


class Auth(ClientMessage, tag="auth"):
    """Say who is speaking: protocol version, an optional token, a name to show, a language."""

    version: int
    token: Token | None = None
    name: Name = ""
    lang: Language = "zh-CN"
    body: Body = Body()
    agent: Annotated[str, Meta(max_length=128)] = ""


class Join(ClientMessage, tag="join"):
    """Enter a hall at a spawn point, or take up a cut connection again."""

    hall: Identifier
    spawn: Identifier | None = None
    resume: Resume | None = None


class Leave(ClientMessage, tag="leave"):
    """Leave the hall but keep the connection."""


class Edit(ClientMessage, tag="edit"):
    """Change the scene; ``base`` is the revision that structural operations were made on."""

    id: RequestId
    layer: Layer
    base: Revision
    ops: Annotated[list[Operation], Meta(min_length=1, max_length=256)]


class FindPath(ClientMessage, tag="path"):
    """Ask for a walkable way between two places of the hall."""

    id: RequestId
    start: Position
    goal: Position


class Need(ClientMessage, tag="need"):
    """Ask what somebody standing at ``at`` needs, in order of need."""

    id: RequestId
    at: Position


class Who(ClientMessage, tag="who"):
    """Ask for the names and looks of people met in presence frames."""

    ids: Annotated[list[PersonId], Meta(min_length=1, max_length=512)]


class Sit(ClientMessage, tag="sit"):
    """Take a seat, or stand up with ``null``."""

    id: RequestId
    seat: Identifier | None


class Me(ClientMessage, tag="me"):
    """Change the name, language or looks that others see."""

    name: Name
    body: Body
    lang: Language = "zh-CN"


class Ping(ClientMessage, tag="ping"):
    """Ask for the server's time; ``at`` comes back as it was sent (client milliseconds)."""

    at: float


# --- server to client -------------------------------------------------------------------------


class ServerMessage(Struct, tag_field="t", omit_defaults=False):
    """What the server may say."""


class Hello(ServerMessage, tag="hello"):
    """First words: versions, the server's time in seconds, and this connection's id for support."""

    version: int
    oldest: int
    time: float
    connection: str


class Ready(ServerMessage, tag="ready"):
    """You are known: your role and the name you are shown by."""

    role: str
    name: str


class Joined(ServerMessage, tag="joined"):
    """You are in the hall.

    ``scene`` is the whole state (``{hall, nodes}``) unless ``patches`` bring a resumed client up
    to date; ``shared`` is the interaction layer, path to value. ``time`` is server seconds,
    ``tick`` ticks per second.
    """

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


class Patch(ServerMessage, tag="patch"):
    """The scene changed: apply ``ops`` in order; the hall is then at ``revision``."""

    hall: str
    revision: int
    layer: Layer
    ops: list[Operation]
    author: str = ""


class Done(ServerMessage, tag="done"):
    """Request ``id`` was carried out; an edit is durable and the hall is at ``revision``."""

    id: int
    revision: int


class Error(ServerMessage, tag="error"):
    """Something was refused and nothing changed; ``id`` is the request, when it had one."""

    code: str
    message: str
    details: list[Detail]
    request_id: str
    id: int | None = None


class People(ServerMessage, tag="people"):
    """Who these people are: they came, changed, or were asked about."""

    here: list[Person]
    total: int


class Gone(ServerMessage, tag="gone"):
    """These people left or fell silent; forget their poses."""

    ids: list[int]
    total: int


class WalkablePath(ServerMessage, tag="path"):
    """A way to walk, corner by corner, or ``null`` when there is none."""

    id: int
    points: list[tuple[float, float, float]] | None


class Manifest(ServerMessage, tag="manifest"):
    """What to fetch, most needed first."""

    id: int
    items: list[Fetch]


class Moved(ServerMessage, tag="moved"):
    """The hall you were in is no longer open to you; join ``hall`` instead."""

    hall: str
    code: str
    message: str


class Pong(ServerMessage, tag="pong"):
    """The server's time in seconds, and ``at`` as it was sent."""

    at: float
    time: float


class Bye(ServerMessage, tag="bye"):
    """The server closes this connection, and why."""

    code: str
    message: str


AnyClientMessage = Auth | Join | Leave | Edit | FindPath | Need | Who | Sit | Me | Ping
AnyServerMessage = (
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
