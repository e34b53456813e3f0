"""Two editors at once, a visitor and latecomers: whatever interleaves, everybody sees the same.

Editors edit both layers, undo and redo (insisting or not), select, publish, throw away and
restore; the archive is slow, fails or dies with the server; people are cut off and come back, gain
and lose rights. After every step each visitor has what is published, each who follows the draft has
what is durable of it, and no edit of the draft is lost that nobody took back.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from scenes.draft import Draft
from scenes.findings import SceneError
from server.access.actor import ANYBODY
from server.halls.drafts import wired
from server.halls.errors import HallError
from server.wire import messages as wire
from tests.scenes.samples import hall_document
from tests.server.halls.crowd import Client, Park
from tests.server.halls.stage import actor
from tests.server.halls.test_halls import PUBLISHED

EDITORS = st.sampled_from([0, 1])
LAYERS = st.sampled_from(["published", "draft", "draft"])
INSISTS = st.sampled_from([False, False, True])
CONFLICTS = {"undo_conflict", "nothing_to_undo", "nothing_to_redo", "draft_empty", "draft_aside"}
HARMLESS = {*CONFLICTS, "patch_invalid", "scene_stale", "hall_closed", "hall_full", "forbidden"}
HARMLESS |= {"too_many_edits", "too_many_questions"}


class CoEditing(RuleBasedStateMachine):
    """Clients 0 and 1 edit, client 2 only visits; others come later."""

    def __init__(self) -> None:
        super().__init__()
        self.park = Park(capacity=3)
        for name in ("a_1", "a_2"):
            self.park.clients.append(Client("manager", self.park.ledger, name))
        self.park.clients.append(Client("visitor", self.park.ledger))
        for client in list(self.park.clients):
            self._join(client, resume=False)

    # --- editing --------------------------------------------------------------------------------

    @rule(who=EDITORS, layer=LAYERS, ops=st.lists(PUBLISHED, min_size=1, max_size=2))
    def edits(self, who: int, layer: Any, ops: list[dict[str, Any]]) -> None:
        base = self.park.hall.editing.layers.next_revision - 1
        made = [wire.Operation(**op) for op in ops]
        self._say(who, lambda request: wire.Edit(request, layer, base, made))

    @rule(who=EDITORS, layer=LAYERS, anyway=INSISTS)
    def undoes(self, who: int, layer: Any, anyway: bool) -> None:
        self._say(who, lambda request: wire.Undo(request, layer, anyway))

    @rule(who=EDITORS, layer=LAYERS, anyway=INSISTS)
    def redoes(self, who: int, layer: Any, anyway: bool) -> None:
        self._say(who, lambda request: wire.Redo(request, layer, anyway))

    @rule(who=EDITORS, nodes=st.lists(st.sampled_from(["fox", "plinth-1"]), max_size=2))
    def selects(self, who: int, nodes: list[str]) -> None:
        self._say(who, lambda _: wire.Select(nodes))

    @rule(who=EDITORS, draft=st.booleans())
    def watches_or_not(self, who: int, draft: bool) -> None:
        client = self.park.clients[who]
        if not draft:
            client.world.draft.following = False
        self._say(who, lambda request: wire.WatchDraft(request, draft))

    @rule(who=st.sampled_from(["a_1", "a_2"]))
    def publishes(self, who: str) -> None:
        self._try(lambda: self.park.hall.editing.publish(who, None))

    @rule(who=st.sampled_from(["a_1", "a_2"]))
    def discards(self, who: str) -> None:
        self._try(lambda: self.park.hall.editing.discard(who, None))

    @rule(who=st.sampled_from(["a_1", "a_2"]))
    def restores(self, who: str) -> None:
        document = hall_document()
        self._try(lambda: self.park.hall.editing.restore(document, who, None, "restore:1"))

    @rule()
    def drafts_and_loses_the_ground(self) -> None:
        """What seldom comes together by chance: one drafts on what the other takes away."""
        move = {"op": "set", "path": "/nodes/fox/translation", "value": [1, 2, 3]}
        self.edits(0, "draft", [move])
        self.edits(1, "published", [{"op": "remove", "path": "/nodes/fox"}])
        self._archive_all()
        self.publishes("a_1")

    # --- people ---------------------------------------------------------------------------------

    @rule(who=st.integers(0, 4))
    def is_cut_off(self, who: int) -> None:
        client = self._client(who)
        if client.visitor and client.online:
            self.park.hall.lose(client.visitor, self.park.now)
            client.visitor, client.online = None, False

    @rule(who=st.integers(0, 4))
    def comes_back(self, who: int) -> None:
        client = self._client(who)
        if not client.online or client.visitor is None:
            self._join(client, resume=bool(client.ticket))

    @precondition(lambda self: len(self.park.clients) < 5)
    @rule(role=st.sampled_from(["visitor", "manager", "auditor"]))
    def comes_late(self, role: Any) -> None:
        client = Client(role, self.park.ledger)
        self.park.clients.append(client)
        self._join(client, resume=False)

    @rule(who=EDITORS, demoted=st.booleans())
    def changes_rights(self, who: int, demoted: bool) -> None:
        client = self.park.clients[who]
        if client.visitor and client.online:
            now = ANYBODY if demoted else actor("manager")
            known = client.visitor.actor
            entitled = type(known)(known.id, now.grants)
            hall = self.park.hall
            self.park.perform(
                hall.standing.entitle(client.visitor, entitled, client.visitor.name, proven=True)
            )
            if not demoted and client.visitor is not None:
                self._say(who, wire.WatchDraft)

    # --- the world ------------------------------------------------------------------------------

    @rule(seconds=st.sampled_from([0.2, 3.0, 50.0]))
    def time_passes(self, seconds: float) -> None:
        self.park.now += seconds
        self.park.perform(self.park.hall.tick(self.park.now))
        self._selections_are_known()

    @precondition(lambda self: self.park.on_the_way)
    @rule()
    def archive_has_one(self) -> None:
        self.park.archive_one()

    @precondition(lambda self: self.park.on_the_way)
    @rule()
    def archive_fails(self) -> None:
        self.park.archive_fails()

    @rule()
    def server_dies(self) -> None:
        self.park.crash()

    # --- what must always hold --------------------------------------------------------------------

    @invariant()
    def visitors_see_what_is_published(self) -> None:
        hall = self.park.hall
        snapshot = hall.editing.layers.snapshot()
        for client in self.park.present():
            scene = client.world.scene
            assert {"hall": scene.hall, "nodes": scene.nodes, "shared": scene.shared} == snapshot
            assert client.world.revision == hall.revision

    @invariant()
    def followers_see_the_draft_that_is_kept(self) -> None:
        layers = self.park.hall.editing.layers
        told = layers.told
        for client in self.park.present():
            draft = client.world.draft
            assert draft.following == (client.visitor in self.park.hall.drafts.watchers)
            if draft.following:
                assert draft.number == layers.kept_draft.number
                assert [(op.op, op.path) for op in draft.ops] == [
                    (op.op, op.path) for op in wired(told.ops)
                ]
                assert [one.number for one in draft.aside] == list(told.numbers_aside)
                scene = draft.on(client.world.scene)
                assert {"hall": scene.hall, "nodes": scene.nodes} == told.state.document()

    @invariant()
    def visitors_know_nothing_of_drafts(self) -> None:
        for client in self.park.present():
            assert client.visitor is not None
            if not self.park.hall.may(client.visitor.actor, "draft.read"):
                assert not client.world.draft.ops and not client.world.selections

    @invariant()
    def nothing_of_the_draft_is_lost(self) -> None:
        """The durable draft is the archive's, and each of its edits is in force or aside."""
        layers = self.park.hall.editing.layers
        assert list(layers.kept_draft.log) == self.park.ledger.draft
        kept = Draft.load(self.park.ledger.draft).standing
        aside = {one.edit.number for one in layers.told.aside}
        in_force = [op for edit in kept if edit.number not in aside for op in edit.ops]
        assert in_force == layers.told.ops

    def teardown(self) -> None:
        """In the end everything is answered, and what was prepared is what is kept."""
        self._archive_all()
        layers = self.park.hall.editing.layers
        assert layers.draft == layers.kept_draft and not layers.waiting()
        assert all(not client.waiting for client in self.park.clients)
        self.visitors_see_what_is_published()
        self.followers_see_the_draft_that_is_kept()

    # --- inside ---------------------------------------------------------------------------------

    def _archive_all(self) -> None:
        while self.park.on_the_way:
            self.park.archive_one()

    def _client(self, number: int) -> Client:
        return self.park.clients[number % len(self.park.clients)]

    def _join(self, client: Client, *, resume: bool) -> None:
        try:
            self.park.join(client, resume=resume)
        except HallError as refusal:
            assert refusal.code in HARMLESS
            return
        if client.role != "visitor":
            self._say(self.park.clients.index(client), wire.WatchDraft)

    def _say(self, number: int, message: Callable[[int], Any]) -> None:
        client = self._client(number)
        if client.visitor is None or not client.online:
            return
        client.asked += 1
        asked = message(client.asked)
        if isinstance(asked, wire.Edit | wire.Undo | wire.Redo):
            client.waiting.add(client.asked)
        try:
            effects = self.park.hall.handle(client.visitor, asked, self.park.now, client)
        except (HallError, SceneError) as refusal:
            assert refusal.code in HARMLESS, refusal.code
            client.waiting.discard(client.asked)
        else:
            self.park.perform(effects)

    def _try(self, act: Callable[[], Any]) -> None:
        try:
            effects = act()
        except SceneError as refusal:
            assert refusal.code in HARMLESS
            return
        self.park.perform([*effects, *self.park.hall.settle()])

    def _selections_are_known(self) -> None:
        """After a tick all who may read the draft know the same; nobody absent has selected."""
        present = [c for c in self.park.present() if c.visitor is not None]
        readers = [c for c in present if "draft.read" in c.world.may]
        known = [[(s.name, s.nodes) for s in c.world.selections] for c in readers]
        assert all(one == known[0] for one in known)
        for client in present:
            assert client.visitor is not None
            room = self.park.hall.audience.room_of(client.visitor)
            names = {slot: v.name for slot, v in enumerate(room.slots) if v is not None}
            for one in client.world.selections:
                assert one.person is None or names[one.person] == one.name


TestCoEditing = CoEditing.TestCase
TestCoEditing.settings = settings(max_examples=120, stateful_step_count=40, deadline=None)
