"""A hall with a guide for tests: it answers what the test says, and time is the test's."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from avatars.guides.brain import ActionCall, Clause
from avatars.guides.persona import Persona
from avatars.pose import Pose, decode_pose, encode_pose
from scenes.layers import Layers
from scenes.state import SceneState
from server.halls.effects import Effect, Send, Think, TurnOver
from server.halls.guides.body import GuideBody
from server.halls.guides.cast import Cast
from server.halls.guides.turn import Line, Spoken
from server.halls.hall import Hall
from server.halls.visitor import Visitor
from server.wire import messages as wire
from tests.scenes.samples import both, hall_document, model
from tests.server.halls.stage import enter, open_hall

M = TypeVar("M", bound=wire.ServerMessage)
BEAT = 0.05
XIAOJING = Persona(
    "xiaojing",
    {"zh": "小境", "en": "Xiaojing"},
    {"zh": "您好", "en": "Hello"},
    ({"zh": "租金？", "en": "Rent?"},),
)
LIN = Persona("lin", {"zh": "小林", "en": "Lin"}, {"zh": "您好", "en": "Hello"}, lang="en")


def guide(at: tuple[float, float, float], persona: str = "xiaojing") -> dict[str, Any]:
    """A guide's node."""
    return {
        "kind": "guide",
        "name": both("guide"),
        "parent": None,
        "translation": list(at),
        "guide": {"persona": persona},
    }


def document(**nodes: Any) -> dict[str, Any]:
    """The sample hall with a guide by the spawn point, and a stone that cannot be taken apart."""
    told = hall_document()
    told["nodes"]["guide-1"] = guide((-3.0, 0.0, 5.0))
    told["nodes"]["stone"] = {
        "kind": "exhibit",
        "name": both("stone"),
        "parent": None,
        "translation": [6, 0, 6],
        "model": {**model(), "parts": 1},
        "card": {"title": both("stone")},
    }
    told["nodes"].update(nodes)
    return told


class Troupe:
    """The hall, the clock, and everything that the hall has wanted done so far."""

    def __init__(self, **nodes: Any) -> None:
        self.hall: Hall = open_hall(Layers(SceneState.load(document(**nodes))))
        self.hall.guides.recast(Cast({"xiaojing": XIAOJING, "lin": LIN}, {"xiaojing": "ab" * 32}))
        self.now = 100.0
        self.effects: list[Effect] = []
        self.hall.guides.beat(self.now)
        self.request = 0

    # --- inputs -------------------------------------------------------------------------------

    def take(self, effects: Iterable[Effect]) -> list[Effect]:
        """Remember effects."""
        new = list(effects)
        self.effects += new
        return new

    def enter(self, at: tuple[float, float] = (0.0, 6.0), role: Any = "visitor") -> Visitor:
        """Somebody comes in and stands there (x, z)."""
        visitor = enter(self.hall, role, self.now)
        self.stand(visitor, at)
        return visitor

    def stand(self, visitor: Visitor, at: tuple[float, float]) -> None:
        """Somebody goes to a place (x, z)."""
        table = self.hall.audience.room_of(visitor).table
        table.write(visitor.slot, encode_pose(Pose((at[0], 1.6, at[1]))))
        table.tick(0)

    def ask(self, visitor: Visitor, text: str = "?", **options: Any) -> int:
        """Ask; the number of the answer."""
        self.request += 1
        options = {"guide": "guide-1", **options}
        message = wire.Ask(self.request, text=text, **options)
        effects = self.hall.handle(visitor, message, self.now, dialogue=f"talk-{visitor.slot}")
        self.take(effects)
        return self.told(visitor, wire.Turn, effects)[-1].turn

    def say(self, turn: int, text: str = "hello.", ms: int = 1000, **clause: Any) -> list[Effect]:
        """The brain has a clause."""
        line = Line(Clause(text, "en", **clause), Spoken(ms, [(0, "aa", 1.0)]))
        return self.take(self.hall.guides.say(turn, line, self.now))

    def do(self, turn: int, name: str, **args: Any) -> str:
        """The brain wants something done; why it is refused."""
        code, effects = self.hall.guides.do(turn, ActionCall(name, args), self.now)
        self.take(effects)
        return code

    def finish(self, turn: int) -> list[Effect]:
        """The brain is done."""
        return self.take(self.hall.guides.finish(turn, self.now))

    def hush(self, visitor: Visitor, turn: int, heard: int = 0, ms: int = 0) -> list[Effect]:
        """Somebody stops an answer."""
        message = wire.Hush(99, turn, heard, ms)
        return self.take(self.hall.handle(visitor, message, self.now))

    def wait(self, seconds: float) -> list[Effect]:
        """Let time pass, beat by beat."""
        until, new = self.now + seconds, []
        while self.now < until - 1e-9:
            self.now += BEAT
            new += self.hall.guides.beat(self.now)
        for room in self.hall.audience.rooms:
            room.table.tick(0)
        return self.take(new)

    # --- what came of it ----------------------------------------------------------------------

    def told(
        self, visitor: Visitor, kind: type[M], effects: Iterable[Effect] | None = None
    ) -> list[M]:
        """What somebody was told, of one kind of message."""
        among = self.effects if effects is None else effects
        sends = [each for each in among if isinstance(each, Send)]
        found = [each.message for each in sends if any(to is visitor for to in each.to)]
        return [message for message in found if isinstance(message, kind)]

    def wanted(self, kind: type[Think] | type[TurnOver]) -> list[Any]:
        """What of the brain the hall wanted."""
        return [effect for effect in self.effects if isinstance(effect, kind)]

    def body(self, node: str = "guide-1", room: int = 0) -> GuideBody:
        """A guide."""
        found = self.hall.guides.roster.find(room, node)
        assert found is not None
        return found

    def seen(self, node: str = "guide-1") -> Pose:
        """Its pose as presence frames tell it."""
        body, table = self.body(node), self.hall.audience.rooms[0].table
        row = table._scene.full[body.slot].tobytes()[2:]
        return decode_pose(row if table._scene.with_hands[body.slot] else row[:12])

    def shared(self) -> dict[str, Any]:
        """The layer that all share."""
        return dict(self.hall.editing.layers.shared)
