"""Every message of the live socket, once.

A message is a MessagePack map whose key ``t`` names it. The TypeScript and Python client types,
``asyncapi.json`` and ``PROTOCOL.md`` are printed from this file, so a docstring here is what an
integrator reads there: a plain sentence, then ``field: words`` for each field.

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
KeptLayer = Literal["published", "draft"]
Reason = Literal["abuse", "spam", "imitation", "content", "other"]
Identifier = Annotated[str, Meta(pattern=r"^[a-z0-9][a-z0-9_-]{0,63}$(?!\n)")]
Path = Annotated[str, Meta(max_length=256)]
Name = Annotated[str, Meta(max_length=64)]
Token = Annotated[str, Meta(max_length=256)]
Words = Annotated[str, Meta(max_length=1000)]
RequestId = Annotated[int, Meta(ge=0, le=2**32 - 1)]
Revision = Annotated[int, Meta(ge=0, le=2**53)]
PersonId = Annotated[int, Meta(ge=0, le=65535)]
Coordinate = Annotated[float, Meta(ge=-8000.0, le=8000.0)]
Position = tuple[Coordinate, Coordinate, Coordinate]
Place = tuple[Position, tuple[Coordinate, Coordinate, Coordinate, Coordinate], Position]
"""Translation, rotation (a quaternion) and scale below the parent, as nodes have them."""


class Operation(Struct, forbid_unknown_fields=True, omit_defaults=True):
    """One change of a scene.

    op: ``set`` or ``unset`` a property, ``add`` or ``remove`` a node
    path: ``/nodes/<id>``, ``/nodes/<id>/<property>…`` or ``/hall/<property>…``
    value: what to set or the node to add; left out otherwise (``null`` is a value)
    """

    op: Literal["set", "unset", "add", "remove"]
    path: Path
    value: Any | UnsetType = UNSET


class Body(Struct, forbid_unknown_fields=True, frozen=True):
    """How a visitor looks.

    color: sRGB, ``#rrggbb`` in lower case
    figure: which body is drawn
    """

    color: Annotated[str, Meta(pattern=r"^#[0-9a-f]{6}$(?!\n)")] = "#4a7dbd"
    figure: Literal["plain", "headset", "guide"] = "plain"


class Person(Struct, forbid_unknown_fields=True):
    """Somebody in the hall.

    id: the id of presence records; it may be given to somebody else later
    name: the name to show
    role: the role by which others know them: ``visitor``, ``host``, ``operator`` …
    body: how they look
    seat: the node they sit on
    account: true when the name is that of an account, and nobody else's
    muted: true when a moderator has muted them
    """

    id: PersonId
    name: str
    role: str
    body: Body
    seat: str | None = None
    account: bool = False
    muted: bool = False


class Resume(Struct, forbid_unknown_fields=True):
    """Where a cut connection was.

    ticket: the one that ``joined`` brought
    epoch: the one that ``joined`` brought
    revision: the last revision that was applied
    """

    ticket: Token
    epoch: Annotated[str, Meta(max_length=32)]
    revision: Revision


class Fetch(Struct, forbid_unknown_fields=True):
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


class Aside(Struct, forbid_unknown_fields=True):
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


class Selection(Struct, forbid_unknown_fields=True):
    """What somebody who edits has selected.

    person: their id in presence records; ``null`` for somebody in another room of the hall
    name: the name to show
    nodes: the nodes
    moving: where those of them stand that they hold now: translation, rotation, scale
    """

    person: PersonId | None
    name: str
    nodes: list[str]
    moving: dict[str, Place] = {}


class Detail(Struct, forbid_unknown_fields=True):
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


Shape = Literal["sil", "aa", "ih", "ou", "ee", "oh"]
Mark = tuple[int, Shape, float]
"""From this millisecond of a clause on the mouth has this shape (VRM 1.0 expressions; ``sil`` is
shut), open so far (0..1)."""


class Cited(Struct, forbid_unknown_fields=True):
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


class Sound(Struct, forbid_unknown_fields=True):
    """A clause as sound.

    path: where it is fetched, on this origin; it is kept for some minutes
    type: its media type
    """

    path: str
    type: str


class GuideHere(Struct, forbid_unknown_fields=True):
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
    person: PersonId
    persona: str
    name: dict[str, str]
    body: str
    state: Literal["idle", "thinking", "speaking", "walking"]
    addressee: PersonId | None
    waiting: list[PersonId]
    human: str
    suggestions: list[dict[str, str]]


# --- client to server -------------------------------------------------------------------------


class ClientMessage(Struct, tag_field="t", forbid_unknown_fields=True):
    """What a client may say."""


class Auth(ClientMessage, tag="auth"):
    """Say who is speaking. Once, within ten seconds; ``join`` may follow at once.

    version: the version of the protocol that this client speaks
    token: for programs: a session's secret or an API key; pages ``join`` with a ticket
    name: the name to show; somebody with an account keeps the account's
    lang: the language of errors
    body: how one looks
    agent: the client's own name and version, for support
    measure: agrees to be counted, without a name, in the sums that ``statistics`` are made of
    """

    version: int
    token: Token | None = None
    name: Name = ""
    lang: Language = "zh-CN"
    body: Body = Body()
    agent: Annotated[str, Meta(max_length=128)] = ""
    measure: bool = False


class Join(ClientMessage, tag="join"):
    """Enter a hall, or take up a cut connection again. Answered by ``joined`` or ``error``.

    Whoever is there ``unseen`` takes none of the hall's places: other people neither see nor count
    them, and no presence frames come to them. A place that is taken up again stays as it was.

    hall: the hall's id
    spawn: the spawn node to appear at; without one, the hall's first
    resume: where the cut connection was
    ticket: says whose account this is; good once, within a minute of its making
    unseen: be there without a body, for those who may read the hall's draft
    """

    hall: Identifier
    spawn: Identifier | None = None
    resume: Resume | None = None
    ticket: Token | None = None
    unseen: bool = False


class Leave(ClientMessage, tag="leave"):
    """Leave the hall but keep the connection."""


class Edit(ClientMessage, tag="edit"):
    """Change the scene. Answered by ``done`` when it is durable, or by ``error``.

    id: the request
    layer: ``published``, ``draft`` (both for staff) or ``shared`` (interaction, for all)
    base: the revision on which structural operations (add, remove, a new parent) were made
    ops: carried out in order, all or none; of a visitor's 20 a second are taken, 60 at once
    """

    id: RequestId
    layer: Layer
    base: Revision
    ops: Annotated[list[Operation], Meta(min_length=1, max_length=256)]


class Undo(ClientMessage, tag="undo"):
    """Undo one's newest edit of a layer. Answered by ``done`` when it is durable, or ``error``.

    Refused with ``undo_conflict`` when somebody else has changed the same since; ``details`` say
    what. With ``anyway``, others' values are replaced in ``published``, and stay in ``draft``.

    id: the request
    layer: ``published`` or ``draft``
    anyway: undo all the same
    """

    id: RequestId
    layer: KeptLayer
    anyway: bool = False


class Redo(ClientMessage, tag="redo"):
    """Do one's last undone edit again. Answered like ``undo``.

    id: the request
    layer: ``published`` or ``draft``
    anyway: do it again even though somebody else has changed the same since
    """

    id: RequestId
    layer: KeptLayer
    anyway: bool = False


class WatchDraft(ClientMessage, tag="watch"):
    """Follow the draft of the hall, or follow it no more. Answered by ``drafted`` or ``done``.

    Afterwards come ``patch`` of layer ``draft``, each with the next ``number``, and ``drafted``
    anew whenever the draft changes otherwise. Ask again when a number is missing, and after
    each ``joined``.

    id: the request
    draft: true to follow it
    """

    id: RequestId
    draft: bool = True


class Select(ClientMessage, tag="select"):
    """Say which nodes one has selected, so that others who edit see it. Not answered.

    While one holds some of them, say where they stand, up to ten times a second; nothing of it is
    kept. Say it once more, without ``moving``, when they are let go.

    nodes: all of them; none to select nothing
    moving: where those of them stand that one holds: translation, rotation, scale below the parent
    """

    nodes: Annotated[list[Identifier], Meta(max_length=256)]
    moving: Annotated[dict[Identifier, Place], Meta(max_length=64)] = {}


class Report(ClientMessage, tag="report"):
    """Report somebody of the hall to the staff. Answered by ``done`` or ``error``.

    id: the request
    who: their id in presence records
    reason: what it is about
    words: what happened
    """

    id: RequestId
    who: PersonId
    reason: Reason
    words: Words = ""


class FindPath(ClientMessage, tag="path"):
    """Ask for a walkable way between two places of the hall. Answered by ``path``.

    id: the request
    start: metres
    goal: metres
    """

    id: RequestId
    start: Position
    goal: Position


class Need(ClientMessage, tag="need"):
    """Ask what somebody standing at a place needs. Answered by ``manifest``.

    id: the request
    at: metres
    """

    id: RequestId
    at: Position


class Who(ClientMessage, tag="who"):
    """Ask for the names and looks of people met in presence frames. Answered by ``people``.

    ids: those that are not known
    """

    ids: Annotated[list[PersonId], Meta(min_length=1, max_length=512)]


class Sit(ClientMessage, tag="sit"):
    """Take a seat, or stand up. Answered by ``done`` or ``error``.

    id: the request
    seat: a seat node, or ``null`` to stand up
    """

    id: RequestId
    seat: Identifier | None


class Me(ClientMessage, tag="me"):
    """Change what others see.

    name: the name to show; somebody with an account keeps the account's
    body: how one looks
    lang: the language of errors
    measure: agrees to be counted, from now on or no longer
    """

    name: Name
    body: Body
    lang: Language = "zh-CN"
    measure: bool = False


class Ask(ClientMessage, tag="ask"):
    """Ask a guide something. Answered by ``turn``, or by ``error``.

    Then come ``say`` and ``act``, and ``turn`` anew whenever its state changes. Whoever asks the
    same guide again while it answers them stops that answer first.

    id: the request
    guide: the guide's node
    text: the question
    lang: the language of the answer; empty: that of the question
    whisper: only the one who asks hears question and answer
    """

    id: RequestId
    guide: Identifier
    text: Annotated[str, Meta(min_length=1, max_length=500)]
    lang: Literal["zh-CN", "en", ""] = ""
    whisper: bool = False


class Hush(ClientMessage, tag="hush"):
    """Stop a guide that speaks to one, or give up one's place in its queue. Answered by ``done``.

    id: the request
    turn: which
    heard: how many of its clauses were heard whole
    ms: how much of the next one was heard
    """

    id: RequestId
    turn: Revision
    heard: Annotated[int, Meta(ge=0, le=1000)] = 0
    ms: Annotated[int, Meta(ge=0, le=600_000)] = 0


class Ping(ClientMessage, tag="ping"):
    """Ask for the server's time. Answered by ``pong``; allowed at any time.

    at: the client's milliseconds, which come back as they were sent
    """

    at: float


# --- server to client -------------------------------------------------------------------------


class ServerMessage(Struct, tag_field="t", omit_defaults=False):
    """What the server may say."""


class Hello(ServerMessage, tag="hello"):
    """The first words of the server.

    version: the version that it speaks
    oldest: the oldest version that it accepts
    time: the server's clock, seconds
    connection: this connection's id, to quote when asking for help
    """

    version: int
    oldest: int
    time: float
    connection: str


class Ready(ServerMessage, tag="ready"):
    """You are known.

    role: the role that you are known by until you join
    name: the name that you are shown by
    """

    role: str
    name: str


class Joined(ServerMessage, tag="joined"):
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
    """The scene changed: apply ``ops`` in order.

    hall: the hall's id
    revision: the scene's revision after it; an edit of the draft does not change it
    layer: the layer that changed
    ops: what changed
    author: who changed it, as histories name them
    number: of the draft after an edit of it; 0 for the other layers
    """

    hall: str
    revision: int
    layer: Layer
    ops: list[Operation]
    author: str = ""
    number: int = 0


class Drafted(ServerMessage, tag="drafted"):
    """The draft as it is, instead of what you knew of it.

    id: the request; ``null`` when the draft changed otherwise than by one more edit
    number: of its newest change; the next ``patch`` of the draft has the next number
    base: the published revision that it lies on
    ops: what is in force, in order
    aside: what is kept but not in force
    """

    id: int | None
    number: int
    base: int
    ops: list[Operation]
    aside: list[Aside]


class Rights(ServerMessage, tag="rights"):
    """What you may do in this hall: told after ``joined`` and whenever it changes.

    role: the role by which others know you
    may: actions of the policy table
    booths: nodes of the booths here in which you may do what is about one's own booth
    """

    role: str
    may: list[str]
    booths: list[str] = []


class Selections(ServerMessage, tag="selections"):
    """What those who edit this hall have selected, instead of what you knew of it.

    who: everybody who has selected something
    """

    who: list[Selection]


class Notice(ServerMessage, tag="notice"):
    """Something that you should know of; nothing of yours was refused.

    code: a stable code
    message: words in your language
    level: how much it matters
    """

    code: str
    message: str
    level: Literal["info", "warning"] = "info"


class Done(ServerMessage, tag="done"):
    """A request was carried out.

    id: the request
    revision: the scene's revision; an edit is durable and was sent to all before this
    """

    id: int
    revision: int


class Error(ServerMessage, tag="error"):
    """Something was refused and nothing changed.

    code: a stable code
    message: words in the reader's language
    details: what is wrong, and where in what was sent
    request_id: to quote when asking for help
    id: the request, when it had one
    """

    code: str
    message: str
    details: list[Detail]
    request_id: str
    id: int | None = None


class People(ServerMessage, tag="people"):
    """People came, changed, or were asked about.

    here: who they are now
    total: how many are in the hall
    """

    here: list[Person]
    total: int


class Gone(ServerMessage, tag="gone"):
    """People left or fell silent: forget who they were and where.

    ids: their ids
    total: how many are in the hall
    """

    ids: list[int]
    total: int


class WalkablePath(ServerMessage, tag="path"):
    """A way to walk.

    id: the request
    points: corner by corner, the start and the goal included; ``null`` when there is no way
    """

    id: int
    points: list[tuple[float, float, float]] | None


class Manifest(ServerMessage, tag="manifest"):
    """What to fetch.

    id: the request
    items: most needed first
    """

    id: int
    items: list[Fetch]


class Moved(ServerMessage, tag="moved"):
    """You are no longer in the hall that you were in: it closed, went away or changed its bounds.

    hall: the one to join now, which may be the same
    code: a stable code of the reason
    message: words in your language
    """

    hall: str
    code: str
    message: str


class Pong(ServerMessage, tag="pong"):
    """The server's time.

    at: as it was sent
    time: the server's clock, seconds
    """

    at: float
    time: float


class Guides(ServerMessage, tag="guides"):
    """The guides of this room, instead of what you knew of them.

    guides: all of them
    """

    guides: list[GuideHere]


class Turn(ServerMessage, tag="turn"):
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

    id: int | None
    turn: int
    guide: str
    asker: PersonId
    question: str
    whisper: bool
    state: Literal["queued", "thinking", "speaking", "done", "stopped", "failed"]
    place: int
    code: str = ""
    dialogue: str = ""


class Say(ServerMessage, tag="say"):
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

    turn: int
    guide: str
    n: int
    text: str
    lang: Literal["zh", "en"]
    kind: Literal["answer", "ask_back", "unknown", "notice"]
    citations: list[Cited]
    sound: Sound | None
    marks: list[Mark]
    ms: int
    at: float
    by: Literal["ai", "human"] = "ai"
    whisper: bool = False


class Act(ServerMessage, tag="act"):
    """Something that a guide does, or has before whoever asked be done.

    turn: which answer it belongs to
    guide: the guide's node
    n: its number in the answer, from 0
    action: its name
    args: its arguments
    state: ``begun``, then ``done``; or ``refused``; ``undone`` after barge-in
    code: why it was refused or undone (listed below); empty otherwise
    """

    turn: int
    guide: str
    n: int
    action: str
    args: dict[str, Any]
    state: Literal["begun", "done", "refused", "undone"]
    code: str = ""


class Hushed(ServerMessage, tag="hushed"):
    """An answer was stopped: be silent at once, shut the mouth, forget clauses to come.

    turn: which
    guide: the guide's node
    """

    turn: int
    guide: str


class Bye(ServerMessage, tag="bye"):
    """The server is about to close this connection.

    code: a stable code of the reason
    message: words in your language
    """

    code: str
    message: str


AnyClientMessage = (
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
AnyServerMessage = (
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
