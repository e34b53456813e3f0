"""One answer of a guide: what was asked, what is to be said and done, how far it is."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import Final, Literal

from avatars.guides.brain import ActionCall, Clause
from server.halls.guides.actions import Plan
from server.halls.guides.body import GuideBody
from server.halls.visitor import Visitor
from server.wire import messages as wire

State = Literal["queued", "thinking", "speaking", "done", "stopped", "failed"]
AHEAD: Final = 1.5
"""Seconds before its time that a clause is told, so that its sound can be fetched."""
BREATH: Final = 0.15
"""Seconds between two clauses."""
MOST_CUES: Final = 64
MOST_ACTIONS: Final = 6
"""Of one answer."""
LONGEST: Final = 240.0
LONGEST_WALK: Final = 900.0
"""Seconds after which an answer is over, whatever it is still about; while it leads somewhere."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """How a clause sounds: milliseconds, mouth shapes, where the sound is fetched."""

    ms: int
    marks: list[wire.Mark] = field(default_factory=list)
    sound: wire.Sound | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A clause that waits to be said. ``by``: whether a human wrote it."""

    clause: Clause
    spoken: Spoken
    by: Literal["ai", "human"] = "ai"


@dataclass(slots=True, eq=False)
class Deed:
    """An action of an answer. ``released`` when its time in the answer has come, ``waiting`` while
    whoever is led is behind (``waited`` seconds in all); ``before`` is what the shared layer held,
    by path, where it changed it."""

    n: int
    call: ActionCall
    plan: Plan
    state: Literal["waiting", "begun", "done", "undone"] = "waiting"
    began: float = 0.0
    reached: float = 0.0
    released: bool = False
    waiting: bool = False
    waited: float = 0.0
    before: dict[str, object] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class Turn:
    """One answer. ``cues`` wait for their time; ``said`` has the clauses that were told, each with
    when it begins; ``heard_by`` everybody who was told anything of it. ``human``: nobody asked,
    somebody of the staff speaks."""

    number: int
    body: GuideBody
    asker: Visitor
    question: str
    lang: str
    whisper: bool
    dialogue: str
    asked_at: float
    human: bool = False
    state: State = "queued"
    code: str = ""
    began: float = 0.0
    ended: bool = False
    free_at: float = 0.0
    cues: deque[Line | Deed] = field(default_factory=deque)
    said: list[wire.Say] = field(default_factory=list)
    deeds: list[Deed] = field(default_factory=list)
    heard_by: set[Visitor] = field(default_factory=set)

    @property
    def is_over(self) -> bool:
        """Whether nothing more comes."""
        return self.state in ("done", "stopped", "failed")

    @property
    def is_acting(self) -> bool:
        """Whether something that it does is not finished."""
        return any(deed.state in ("waiting", "begun") for deed in self.deeds)

    def is_speaking(self, now: float) -> bool:
        """Whether a clause is being said at this moment."""
        return any(say.at <= now < say.at + say.ms / 1000 for say in self.said[-3:])

    def is_finished(self, now: float) -> bool:
        """Whether all was said and done."""
        said = now >= self.free_at - (BREATH if self.said else 0.0)
        return self.ended and not self.cues and said and not self.is_acting

    def heard(self, now: float) -> tuple[int, int]:
        """By the clock: how many clauses were said whole, and milliseconds of the next."""
        whole = 0
        for say in self.said:
            if now < say.at + say.ms / 1000:
                return whole, max(0, min(say.ms, int((now - say.at) * 1000)))
            whole += 1
        return whole, 0

    def claimed(self, whole: int, ms: int, now: float) -> tuple[int, int]:
        """What a client says that was heard, and no more than there was time for."""
        clock = self.heard(now + 0.5)
        return min((whole, ms), clock)

    def told(self, place: int, *, id: int | None = None, own: bool = False) -> wire.Turn:
        """How far it is; ``own``: as its asker is told."""
        return wire.Turn(
            id, self.number, self.body.node, self.asker.slot, self.question, self.whisper,
            self.state, place, self.code, self.dialogue if own else "",
        )  # fmt: skip


def said(turn: int, guide: str, n: int, line: Line, at: float, *, whisper: bool) -> wire.Say:
    """A clause as it is told: the ``n``-th of an answer, to begin at ``at`` (server's seconds)."""
    clause, spoken = line.clause, line.spoken
    cited = [
        wire.Cited(c.document, c.version, c.title, c.start, c.end, c.quote)
        for c in clause.citations
    ]
    return wire.Say(
        turn, guide, n, clause.text, clause.lang, clause.kind, cited, spoken.sound,
        list(spoken.marks), spoken.ms, at, line.by, whisper,
    )  # fmt: skip
