"""The hall as a whole: whatever happens in whatever order, every mirror is the hall's own state.

People come, go, are cut off and come back; editors edit every layer; the archive is slow, fails or
dies with the server. After every single step each client that is connected has exactly what the
hall has published and shared, has met no gap, and was shown no published edit that a power cut
could still undo.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from scenes.findings import SceneError
from server.halls.effects import Effect
from server.halls.errors import HallError
from server.halls.visitor import Visitor
from server.wire import messages as wire
from tests.scenes.samples import both, hall_document
from tests.server.halls.crowd import Client, Park

FOX = hall_document()["nodes"]["fox"]
GROUP = {"kind": "group", "name": both("group")}
NODES = ["fox", "fox-2", "plinth-1", "plinth-2", "seat-1"]
REFUSALS = (HallError, SceneError)
CROWD = 6


def setting(path: str, values: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.builds(lambda value: {"op": "set", "path": path, "value": value}, values)


VECTORS = st.lists(st.integers(-9, 9), min_size=3, max_size=3)
PUBLISHED = st.one_of(
    setting("/nodes/fox/translation", VECTORS),
    setting("/nodes/fox/materials/1/emissiveFactor", st.just([1, 0, 0])),
    st.just({"op": "unset", "path": "/nodes/fox/materials/1/emissiveFactor"}),
    setting("/hall/capacity", st.integers(1, 4)),
    setting("/hall/state", st.sampled_from(["open", "open", "open", "closed"])),
    st.builds(lambda n: {"op": "remove", "path": f"/nodes/{n}"}, st.sampled_from(NODES)),
    st.builds(
        lambda n, node, parent: {
            "op": "add",
            "path": f"/nodes/{n}",
            "value": {**node, "parent": parent},
        },
        st.sampled_from(NODES),
        st.sampled_from([FOX, GROUP]),
        st.sampled_from([None, "plinth-1", "plinth-2", "seat-1"]),
    ),
    setting("/nodes/fox/parent", st.sampled_from([None, "plinth-1", "plinth-2"])),
)
SHARED = st.one_of(
    setting("/nodes/fox/explode", st.sampled_from([0, 0.5, 1])),
    setting("/nodes/fox-2/variant", st.sampled_from(["red", "blue", None])),
    st.just({"op": "unset", "path": "/nodes/fox/explode"}),
    setting("/nodes/plinth-1/translation", VECTORS),
)
NUMBERS = st.integers(0, CROWD - 1)
OLD = st.sampled_from([False, False, False, True])


class HallMachine(RuleBasedStateMachine):
    """Rules are what may happen; invariants are what must always hold."""

    def __init__(self) -> None:
        super().__init__()
        self.park = Park(capacity=2)
        self.comes("operator")
        self.comes("visitor")

    # --- people ---------------------------------------------------------------------------------

    @precondition(lambda self: len(self.park.clients) < CROWD)
    @rule(role=st.sampled_from(["visitor", "operator"]))
    def comes(self, role: Any) -> None:
        client = Client(role, self.park.ledger)
        self.park.clients.append(client)
        self._join(client, resume=False)

    @rule(number=NUMBERS, resume=st.sampled_from([True, True, True, False]))
    def comes_back(self, number: int, resume: bool) -> None:
        """Who was cut off, or, when all are here, somebody with a second connection."""
        away = [client for client in self.park.clients if not client.online]
        client = away[number % len(away)] if away else self._client(number)
        self._join(client, resume=resume and bool(client.ticket))

    @rule(number=NUMBERS)
    def goes(self, number: int) -> None:
        if found := self._present(number):
            client, visitor = found
            self.park.perform(self.park.hall.leave(visitor))
            client.visitor = None

    @rule(number=NUMBERS)
    def is_cut_off(self, number: int) -> None:
        if found := self._present(number):
            client, visitor = found
            self.park.hall.lose(visitor, self.park.now)
            client.visitor, client.online = None, False

    @rule(number=NUMBERS, heard=st.booleans())
    def falls_silent_or_is_heard(self, number: int, heard: bool) -> None:
        if found := self._present(number):
            hall = self.park.hall
            (hall.hear if heard else hall.silence)(found[1])

    @rule(number=NUMBERS, seat=st.sampled_from([None, "seat-1"]))
    def sits(self, number: int, seat: str | None) -> None:
        self._say(number, lambda request: wire.Sit(request, seat))

    # --- edits ----------------------------------------------------------------------------------

    @rule(number=NUMBERS, op=SHARED)
    def interacts(self, number: int, op: dict[str, Any]) -> None:
        self._edit(number, "shared", [op])

    @rule(number=NUMBERS, ops=st.lists(PUBLISHED, min_size=1, max_size=2), old=OLD)
    def edits(self, number: int, ops: list[dict[str, Any]], old: bool) -> None:
        self._edit(self._operator(number), "published", ops, old)

    @rule(number=NUMBERS, ops=st.lists(PUBLISHED, min_size=1, max_size=2), old=OLD)
    def drafts(self, number: int, ops: list[dict[str, Any]], old: bool) -> None:
        self._edit(self._operator(number), "draft", ops, old)

    @rule(number=NUMBERS)
    def remakes(self, number: int) -> None:
        """A node of the same name, in one patch: what was shared of the old one is gone."""
        remove = {"op": "remove", "path": "/nodes/fox"}
        add = {"op": "add", "path": "/nodes/fox", "value": GROUP}
        self._edit(self._operator(number), "published", [remove, add])

    @rule()
    def operator_undoes(self) -> None:
        self._try(lambda: self.park.hall.editing.undo("published", "operator", None))

    @rule()
    def operator_redoes(self) -> None:
        self._try(lambda: self.park.hall.editing.redo("published", "operator", None))

    @rule()
    def operator_publishes(self) -> None:
        self._try(lambda: self.park.hall.editing.publish("operator", None))

    @rule()
    def operator_discards(self) -> None:
        self._try(lambda: self.park.hall.editing.discard("operator", None))

    @rule()
    def operator_restores(self) -> None:
        self._try(
            lambda: self.park.hall.editing.restore(hall_document(), "operator", None, "restore:1")
        )

    # --- what seldom comes together by chance -----------------------------------------------------

    @rule(number=NUMBERS, ops=st.lists(PUBLISHED, min_size=1, max_size=2), op=SHARED)
    def misses_something(self, number: int, ops: list[dict[str, Any]], op: dict[str, Any]) -> None:
        self.is_cut_off(number)
        self._edit(self._operator(number + 1), "published", ops)
        self._edit(self._operator(number + 1), "shared", [op])
        self._archive_all()
        self._join(self._client(number), resume=bool(self._client(number).ticket))

    @rule(number=NUMBERS, op=PUBLISHED)
    def publishes_in_vain(self, number: int, op: dict[str, Any]) -> None:
        self._edit(self._operator(number), "draft", [op])
        self._archive_all()
        self.operator_publishes()
        self.park.archive_fails()

    @rule(number=NUMBERS)
    def takes_apart_what_is_remade(self, number: int) -> None:
        op = {"op": "set", "path": "/nodes/fox/explode", "value": 0.5}
        self._edit(number, "shared", [op])
        self.remakes(number)
        self._archive_all()

    # --- the world ------------------------------------------------------------------------------

    @rule(seconds=st.sampled_from([0.2, 3.0, 6.0, 25.0, 50.0]))
    def time_passes(self, seconds: float) -> None:
        self.park.now += seconds
        self.park.perform(self.park.hall.tick(self.park.now))
        self._everyone_knows_everyone()

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

    # --- what must always hold ------------------------------------------------------------------

    @invariant()
    def mirrors_are_the_hall(self) -> None:
        hall = self.park.hall
        snapshot = hall.editing.layers.snapshot()
        for client in self.park.present():
            scene = client.world.scene
            mirror = {"hall": scene.hall, "nodes": scene.nodes, "shared": scene.shared}
            assert mirror == snapshot
            assert client.world.revision == hall.revision

    @invariant()
    def nothing_is_published_that_is_not_kept(self) -> None:
        layers = self.park.hall.editing.layers
        assert layers.published.document() == self.park.ledger.state.document()

    @invariant()
    def nobody_is_twice_or_out_of_place(self) -> None:
        for room in self.park.hall.audience.rooms:
            here = list(room.visitors())
            assert room.shown == sum(not visitor.hidden for visitor in here)
            assert len(here) + len(room.free) == len(room.slots)
            nodes = self.park.hall.editing.layers.published.nodes
            assert all(v.seat is None or nodes[v.seat]["kind"] == "seat" for v in here)
            assert len({*room.free, *(visitor.slot for visitor in here)}) == len(room.slots)

    def teardown(self) -> None:
        """In the end everything that was asked is answered, and the draft is the archive's."""
        self._archive_all()
        assert list(self.park.hall.editing.layers.draft.log) == self.park.ledger.draft
        assert not self.park.hall.editing.layers.waiting()
        for client in self.park.clients:
            assert not client.waiting
        self.mirrors_are_the_hall()
        self.nothing_is_published_that_is_not_kept()

    # --- inside ---------------------------------------------------------------------------------

    def _archive_all(self) -> None:
        while self.park.on_the_way:
            self.park.archive_one()

    def _client(self, number: int) -> Client:
        return self.park.clients[number % len(self.park.clients)]

    def _present(self, number: int) -> tuple[Client, Visitor] | None:
        client = self._client(number)
        return (client, client.visitor) if client.visitor and client.online else None

    def _join(self, client: Client, *, resume: bool) -> None:
        try:
            self.park.join(client, resume=resume)
        except HallError as refusal:
            assert refusal.code in ("hall_closed", "hall_full")

    def _operator(self, number: int) -> int:
        """The number of a client that is an operator."""
        found = [n for n, client in enumerate(self.park.clients) if client.role == "operator"]
        return found[number % len(found)]

    def _edit(
        self, number: int, layer: wire.Layer, ops: list[dict[str, Any]], old: bool = False
    ) -> None:
        base = 0 if old else self.park.hall.editing.layers.next_revision - 1
        wired = [wire.Operation(**op) for op in ops]
        self._say(number, lambda request: wire.Edit(request, layer, base, wired))

    def _say(self, number: int, message: Callable[[int], Any]) -> None:
        if (found := self._present(number)) is None:
            return
        client, visitor = found
        client.asked += 1
        asked, park = message(client.asked), self.park
        if isinstance(asked, wire.Edit):
            client.waiting.add(client.asked)
        try:
            effects = park.hall.handle(visitor, asked, park.now, client)
        except REFUSALS:
            client.waiting.discard(client.asked)
        else:
            park.perform(effects)

    def _try(self, act: Callable[[], list[Effect]]) -> None:
        try:
            effects = act()
        except REFUSALS:
            return
        self.park.perform([*effects, *self.park.hall.settle()])

    def _everyone_knows_everyone(self) -> None:
        """After a tick, in rooms that are no crowd, each knows all who can be seen, and no more."""
        for client in self.park.present():
            assert client.visitor is not None
            room = self.park.hall.audience.room_of(client.visitor)
            seen = {v.slot: v.seat for v in room.visitors() if not v.hidden}
            assert {id: p.seat for id, p in client.world.people.items()} == seen
            assert client.world.total == room.shown


TestHall = HallMachine.TestCase
TestHall.settings = settings(max_examples=120, stateful_step_count=40, deadline=None)
