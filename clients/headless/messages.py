"""Every message of the live socket, as dataclasses.

Printed from server/wire by ``python -m tools.print_wire``. Do not edit.
"""

from __future__ import annotations

from dataclasses import dataclass, field
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
    4008: ("removed", False),
    4009: ("blocked", False),
    1001: ("server_stopping", True),
    1013: ("server_full", True),
}
"""Why the server closed, by close code, and whether to connect again."""

Language = Literal["en", "zh-CN"]
Layer = Literal["draft", "published", "shared"]
KeptLayer = Literal["draft", "published"]
Reason = Literal["abuse", "content", "imitation", "other", "spam"]
Shape = Literal["aa", "ee", "ih", "oh", "ou", "sil"]
Vec3 = tuple[float, float, float]
Vec4 = tuple[float, float, float, float]


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
    role: the role by which others know them: ``visitor``, ``host``, ``operator`` …
    body: how they look
    seat: the node they sit on
    account: true when the name is that of an account, and nobody else's
    muted: true when a moderator has muted them
    """

    id: int
    name: str
    role: str
    body: Body
    seat: str | None = None
    account: bool = False
    muted: bool = False


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
class Aside:
    """An edit of the draft that is kept but not in force: what it changes is not there any more.

    number: the draft's number that it got
    author: who made it
    ops: what it would change
    code: why it does not apply, a stable code
    """

    number: int
    author: str
    ops: list[Operation]
    code: str


@dataclass(frozen=True, slots=True)
class Selection:
    """What somebody who edits has selected.

    person: their id in presence records; ``null`` for somebody in another room of the hall
    name: the name to show
    nodes: the nodes
    moving: where those of them stand that they hold now: translation, rotation, scale
    """

    person: int | None
    name: str
    nodes: list[str]
    moving: dict[str, tuple[Vec3, Vec4, Vec3]] = field(default_factory=dict)


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
class Cited:
    """What a clause of a guide rests on.

    document: the document's id
    version: of the document
    title: of the document
    start: the first character of the quote in the document's text
    end: the one after its last
    quote: the very words
    """

    document: str
    version: int
    title: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Sound:
    """A clause as sound.

    path: where it is fetched, on this origin; it is kept for some minutes
    type: its media type
    """

    path: str
    type: str


@dataclass(frozen=True, slots=True)
class GuideHere:
    """A guide of the hall, as those see it who are in its room.

    node: the node that it belongs to
    person: its id in presence records, by which it has a name and a look as everybody has
    persona: who it is
    name: in both languages, ``zh`` and ``en``
    body: the asset of its VRM avatar; empty when there is none
    state: what it does
    addressee: whom it speaks with
    waiting: who is next, in order
    human: the name of the member of staff who speaks through it; empty while it is the AI
    suggestions: questions to begin with, each in both languages
    """

    node: str
    person: int
    persona: str
    name: dict[str, str]
    body: str
    state: Literal["idle", "speaking", "thinking", "walking"]
    addressee: int | None
    waiting: list[int]
    human: str
    suggestions: list[dict[str, str]]


@dataclass(frozen=True, slots=True)
class Auth:
    """Say who is speaking. Once, within ten seconds; ``join`` may follow at once.

    version: the version of the protocol that this client speaks
    token: for programs: a session's secret or an API key; pages ``join`` with a ticket
    name: the name to show; somebody with an account keeps the account's
    lang: the language of errors
    body: how one looks
    agent: the client's own name and version, for support
    measure: agrees to be counted, without a name, in the sums that ``statistics`` are made of
    """

    t: ClassVar[str] = "auth"
    version: int
    token: str | None = None
    name: str = ""
    lang: Language = "zh-CN"
    body: Body = Body()
    agent: str = ""
    measure: bool = False


@dataclass(frozen=True, slots=True)
class Join:
    """Enter a hall, or take up a cut connection again. Answered by ``joined`` or ``error``.

    Whoever is there ``unseen`` takes none of the hall's places: other people neither see nor count
    them, and no presence frames come to them. A place that is taken up again stays as it was.

    hall: the hall's id
    spawn: the spawn node to appear at; without one, the hall's first
    resume: where the cut connection was
    ticket: says whose account this is; good once, within a minute of its making
    unseen: be there without a body, for those who may read the hall's draft
    """

    t: ClassVar[str] = "join"
    hall: str
    spawn: str | None = None
    resume: Resume | None = None
    ticket: str | None = None
    unseen: bool = False


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
class Undo:
    """Undo one's newest edit of a layer. Answered by ``done`` when it is durable, or ``error``.

    Refused with ``undo_conflict`` when somebody else has changed the same since; ``details`` say
    what. With ``anyway``, others' values are replaced in ``published``, and stay in ``draft``.

    id: the request
    layer: ``published`` or ``draft``
    anyway: undo all the same
    """

    t: ClassVar[str] = "undo"
    id: int
    layer: KeptLayer
    anyway: bool = False


@dataclass(frozen=True, slots=True)
class Redo:
    """Do one's last undone edit again. Answered like ``undo``.

    id: the request
    layer: ``published`` or ``draft``
    anyway: do it again even though somebody else has changed the same since
    """

    t: ClassVar[str] = "redo"
    id: int
    layer: KeptLayer
    anyway: bool = False


@dataclass(frozen=True, slots=True)
class WatchDraft:
    """Follow the draft of the hall, or follow it no more. Answered by ``drafted`` or ``done``.

    Afterwards come ``patch`` of layer ``draft``, each with the next ``number``, and ``drafted``
    anew whenever the draft changes otherwise. Ask again when a number is missing, and after
    each ``joined``.

    id: the request
    draft: true to follow it
    """

    t: ClassVar[str] = "watch"
    id: int
    draft: bool = True


@dataclass(frozen=True, slots=True)
class Select:
    """Say which nodes one has selected, so that others who edit see it. Not answered.

    While one holds some of them, say where they stand, up to ten times a second; nothing of it is
    kept. Say it once more, without ``moving``, when they are let go.

    nodes: all of them; none to select nothing
    moving: where those of them stand that one holds: translation, rotation, scale below the parent
    """

    t: ClassVar[str] = "select"
    nodes: list[str]
    moving: dict[str, tuple[Vec3, Vec4, Vec3]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Report:
    """Report somebody of the hall to the staff. Answered by ``done`` or ``error``.

    id: the request
    who: their id in presence records
    reason: what it is about
    words: what happened
    """

    t: ClassVar[str] = "report"
    id: int
    who: int
    reason: Reason
    words: str = ""


@dataclass(frozen=True, slots=True)
class FindPath:
    """Ask for a walkable way between two places of the hall. Answered by ``path``.

    id: the request
    start: metres
    goal: metres
    """

    t: ClassVar[str] = "path"
    id: int
    start: Vec3
    goal: Vec3


@dataclass(frozen=True, slots=True)
class Need:
    """Ask what somebody standing at a place needs. Answered by ``manifest``.

    id: the request
    at: metres
    """

    t: ClassVar[str] = "need"
    id: int
    at: Vec3


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

    name: the name to show; somebody with an account keeps the account's
    body: how one looks
    lang: the language of errors
    measure: agrees to be counted, from now on or no longer
    """

    t: ClassVar[str] = "me"
    name: str
    body: Body
    lang: Language = "zh-CN"
    measure: bool = False


@dataclass(frozen=True, slots=True)
class Ask:
    """Ask a guide something. Answered by ``turn``, or by ``error``.

    Then come ``say`` and ``act``, and ``turn`` anew whenever its state changes. Whoever asks the
    same guide again while it answers them stops that answer first.

    id: the request
    guide: the guide's node
    text: the question
    lang: the language of the answer; empty: that of the question
    whisper: only the one who asks hears question and answer
    """

    t: ClassVar[str] = "ask"
    id: int
    guide: str
    text: str
    lang: Literal["", "en", "zh-CN"] = ""
    whisper: bool = False


@dataclass(frozen=True, slots=True)
class Hush:
    """Stop a guide that speaks to one, or give up one's place in its queue. Answered by ``done``.

    id: the request
    turn: which
    heard: how many of its clauses were heard whole
    ms: how much of the next one was heard
    """

    t: ClassVar[str] = "hush"
    id: int
    turn: int
    heard: int = 0
    ms: int = 0


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

    role: the role that you are known by until you join
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
    position: Vec3
    yaw: float
    people: list[Person]
    total: int
    manifest: list[Fetch]
    time: float
    tick: int


@dataclass(frozen=True, slots=True)
class Rights:
    """What you may do in this hall: told after ``joined`` and whenever it changes.

    role: the role by which others know you
    may: actions of the policy table
    booths: nodes of the booths here in which you may do what is about one's own booth
    """

    t: ClassVar[str] = "rights"
    role: str
    may: list[str]
    booths: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Patch:
    """The scene changed: apply ``ops`` in order.

    hall: the hall's id
    revision: the scene's revision after it; an edit of the draft does not change it
    layer: the layer that changed
    ops: what changed
    author: who changed it, as histories name them
    number: of the draft after an edit of it; 0 for the other layers
    """

    t: ClassVar[str] = "patch"
    hall: str
    revision: int
    layer: Layer
    ops: list[Operation]
    author: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Drafted:
    """The draft as it is, instead of what you knew of it.

    id: the request; ``null`` when the draft changed otherwise than by one more edit
    number: of its newest change; the next ``patch`` of the draft has the next number
    base: the published revision that it lies on
    ops: what is in force, in order
    aside: what is kept but not in force
    """

    t: ClassVar[str] = "drafted"
    id: int | None
    number: int
    base: int
    ops: list[Operation]
    aside: list[Aside]


@dataclass(frozen=True, slots=True)
class Selections:
    """What those who edit this hall have selected, instead of what you knew of it.

    who: everybody who has selected something
    """

    t: ClassVar[str] = "selections"
    who: list[Selection]


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that you should know of; nothing of yours was refused.

    code: a stable code
    message: words in your language
    level: how much it matters
    """

    t: ClassVar[str] = "notice"
    code: str
    message: str
    level: Literal["info", "warning"] = "info"


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
    points: list[Vec3] | None


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
class Guides:
    """The guides of this room, instead of what you knew of them.

    guides: all of them
    """

    t: ClassVar[str] = "guides"
    guides: list[GuideHere]


@dataclass(frozen=True, slots=True)
class Turn:
    """How far an answer of a guide is.

    id: the request, in the answer to ``ask``; ``null`` otherwise
    turn: which
    guide: the guide's node
    asker: who asked
    question: what they asked
    whisper: only the one who asked hears it
    state: ``queued``, ``thinking`` and ``speaking`` lead to ``done``, ``stopped`` or ``failed``
    place: how many are before it in the queue
    code: why it was stopped or failed (listed below); empty when it was interrupted
    dialogue: to whoever asked: with this they rate it and take it along; empty to others
    """

    t: ClassVar[str] = "turn"
    id: int | None
    turn: int
    guide: str
    asker: int
    question: str
    whisper: bool
    state: Literal["done", "failed", "queued", "speaking", "stopped", "thinking"]
    place: int
    code: str = ""
    dialogue: str = ""


@dataclass(frozen=True, slots=True)
class Say:
    """A clause that a guide speaks.

    turn: which answer it belongs to
    guide: the guide's node
    n: its number in the answer, from 0
    text: the caption
    lang: the language that it is in
    kind: an answer that rests on ``citations``, a question back, nothing on record, or a notice
    citations: what it rests on
    sound: to be heard; ``null`` when there is none, and the client may speak by itself
    marks: the mouth, by milliseconds from the clause's beginning
    ms: how long it takes to say
    at: when it begins, on the server's clock, seconds
    by: ``ai``, or ``human`` when a member of staff wrote it
    whisper: only you hear it
    """

    t: ClassVar[str] = "say"
    turn: int
    guide: str
    n: int
    text: str
    lang: Literal["en", "zh"]
    kind: Literal["answer", "ask_back", "notice", "unknown"]
    citations: list[Cited]
    sound: Sound | None
    marks: list[tuple[int, Shape, float]]
    ms: int
    at: float
    by: Literal["ai", "human"] = "ai"
    whisper: bool = False


@dataclass(frozen=True, slots=True)
class Act:
    """Something that a guide does, or has before whoever asked be done.

    turn: which answer it belongs to
    guide: the guide's node
    n: its number in the answer, from 0
    action: its name
    args: its arguments
    state: ``begun``, then ``done``; or ``refused``; ``undone`` after barge-in
    code: why it was refused or undone (listed below); empty otherwise
    """

    t: ClassVar[str] = "act"
    turn: int
    guide: str
    n: int
    action: str
    args: dict[str, Any]
    state: Literal["begun", "done", "refused", "undone"]
    code: str = ""


@dataclass(frozen=True, slots=True)
class Hushed:
    """An answer was stopped: be silent at once, shut the mouth, forget clauses to come.

    turn: which
    guide: the guide's node
    """

    t: ClassVar[str] = "hushed"
    turn: int
    guide: str


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


ClientMessage = (
    Auth
    | Join
    | Leave
    | Edit
    | Undo
    | Redo
    | WatchDraft
    | Select
    | Report
    | FindPath
    | Need
    | Who
    | Sit
    | Me
    | Ask
    | Hush
    | Ping
)


ServerMessage = (
    Hello
    | Ready
    | Joined
    | Rights
    | Patch
    | Drafted
    | Selections
    | Notice
    | Done
    | Error
    | People
    | Gone
    | WalkablePath
    | Manifest
    | Moved
    | Guides
    | Turn
    | Say
    | Act
    | Hushed
    | Pong
    | Bye
)

SERVER_MESSAGES: Final[dict[str, type[ServerMessage]]] = {
    "hello": Hello,
    "ready": Ready,
    "joined": Joined,
    "rights": Rights,
    "patch": Patch,
    "drafted": Drafted,
    "selections": Selections,
    "notice": Notice,
    "done": Done,
    "error": Error,
    "people": People,
    "gone": Gone,
    "path": WalkablePath,
    "manifest": Manifest,
    "moved": Moved,
    "guides": Guides,
    "turn": Turn,
    "say": Say,
    "act": Act,
    "hushed": Hushed,
    "pong": Pong,
    "bye": Bye,
}
"""What the server may say, by name."""
