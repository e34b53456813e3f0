"""A hall with a crowd of clients and an archive that takes its time, may fail, and may crash.

Every message passes the wire, and each client keeps its mirror with the Python client's own code.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from clients.headless.packing import unpack
from clients.headless.world import World
from scenes.draft import Draft, DraftEdit
from scenes.history import Entry, History
from scenes.layers import Layers
from scenes.state import SceneState
from server.access.roles import Role
from server.halls.effects import Answer, Archive, Effect, Send, SendAway
from server.halls.hall import Hall
from server.halls.visitor import Visitor
from server.wire import messages as wire
from server.wire.codec import encode
from tests.scenes.samples import hall_document
from tests.server.halls.stage import newcomer, open_hall


@dataclass
class Ledger:
    """What a power cut would leave: patches in the order in which they became durable."""

    state: SceneState
    patches: dict[int, Archive] = field(default_factory=dict)
    draft: list[DraftEdit] = field(default_factory=list)
    draft_number: int = 0

    def keep(self, patch: Archive) -> None:
        if patch.layer == "published":
            assert patch.revision > max(self.patches, default=0)
            what, _, number = patch.note.partition(":")
            if what in ("undo", "redo"):
                # Asked for anyway, it may leave out what does not apply any more.
                inverse = list(self.patches[int(number)].inverse)
                assert all(op in inverse for op in patch.ops)
            self.state = self.state.apply(patch.ops).state
            self.patches[patch.revision] = patch
        else:
            assert patch.revision > self.draft_number or not self.draft
            self.draft_number = patch.revision
            if patch.how == "append":
                line = DraftEdit(patch.revision, patch.author, tuple(patch.ops), patch.note)
                self.draft.append(line)
        if patch.how != "append":
            self.draft = [line for line in self.draft if line.number in patch.spare]


@dataclass(eq=False)
class Client:
    """Somebody's program: a mirror, a ticket, and what it was told of its requests.

    ``name`` tells accounts of one role apart; empty for the only one.
    """

    role: Role
    ledger: Ledger
    name: str = ""
    world: World = field(default_factory=World)
    visitor: Visitor | None = None
    online: bool = True
    ticket: str = ""
    asked: int = 0
    waiting: set[int] = field(default_factory=set)

    def hear(self, message: wire.AnyServerMessage) -> None:
        """Take up a message as it comes off the wire."""
        if isinstance(message, wire.Patch):
            self._check(message)
        elif isinstance(message, wire.Joined):
            self.ticket = message.ticket
        heard = unpack(encode(message))
        assert heard is not None
        self.world.apply(heard)

    def _check(self, patch: wire.Patch) -> None:
        """No gap, nothing twice, and nothing before it is safe."""
        if patch.layer == "draft":
            assert self.role != "visitor" and patch.revision == self.world.revision
            assert self.world.draft.following and patch.number == self.world.draft.number + 1
            return
        assert patch.revision == self.world.revision + 1
        assert patch.layer == "shared" or patch.revision in self.ledger.patches

    def answered(self, request: int, answer: Answer) -> None:
        """One answer to each request, and success only after the patch itself."""
        self.waiting.remove(request)
        if answer.code is None and self.visitor is not None:
            assert self.world.revision >= answer.revision


class Park:
    """One hall, its clients, and what is on its way to the archive."""

    def __init__(self, capacity: int) -> None:
        self.ledger = Ledger(SceneState.load(hall_document(capacity=capacity)))
        self.on_the_way: deque[Archive] = deque()
        self.clients: list[Client] = []
        self.now = 0.0
        self.starts = 0
        self.hall = self._open()

    def _open(self) -> Hall:
        self.starts += 1
        revision = max(self.ledger.patches, default=0)
        layers = Layers(self.ledger.state, revision=revision, structural=revision)
        layers.draft = layers.kept_draft = Draft.load(self.ledger.draft)
        history = History()
        for kept in self.ledger.patches.values():
            history.record(Entry(kept.revision, kept.author, kept.inverse, kept.note))
        return open_hall(layers, history, epoch=f"e{self.starts}", idle=20.0)

    def present(self) -> list[Client]:
        """Who is in the hall and hears what is said."""
        return [c for c in self.clients if c.online and c.visitor is not None]

    def perform(self, effects: Iterable[Effect]) -> None:
        """What the shell does."""
        for effect in effects:
            match effect:
                case Send(to, message):
                    for client in self.present():
                        if client.visitor in to:
                            client.hear(message)
                case Archive():
                    self.on_the_way.append(effect)
                case Answer((Client() as client, int(request))):
                    client.answered(request, effect)
                case SendAway(who):
                    for visitor in who:
                        self._send_away(visitor)

    def _send_away(self, visitor: Visitor) -> None:
        for client in self.clients:
            if client.visitor is visitor:
                client.visitor, client.world = None, World()
        self.perform(self.hall.leave(visitor))

    def join(self, client: Client, *, resume: bool) -> None:
        """Come in, for the first time or again; raises HallError."""
        world = client.world
        where = wire.Resume(client.ticket, world.epoch, world.revision) if resume else None
        message = wire.Join("gallery", resume=where)
        somebody = newcomer(client.role)
        if client.name:
            account = replace(somebody.actor, id=client.name)
            somebody = replace(somebody, actor=account, name=client.name, proven=True)
        visitor, effects = self.hall.join(somebody, message, self.now)
        for other in self.clients:
            if other.visitor is visitor and other is not client:
                other.visitor, other.online = None, False
        if client.visitor is not None and client.visitor is not visitor:
            self.perform(self.hall.leave(client.visitor))
        client.visitor, client.online = visitor, True
        self.perform(effects)

    def archive_one(self) -> None:
        """The archive has the oldest of what is on its way."""
        kept = self.on_the_way.popleft()
        self.ledger.keep(kept)
        self.perform(self.hall.archived(kept))

    def archive_fails(self) -> None:
        """The disk is full: what is on its way is lost, all of it."""
        self.on_the_way.clear()
        self.perform(self.hall.editing.archive_failed("archive_full"))

    def crash(self) -> None:
        """kill -9, and the server is started again."""
        self.on_the_way.clear()
        self.hall = self._open()
        for client in self.clients:
            client.visitor, client.online = None, False
            client.waiting.clear()
