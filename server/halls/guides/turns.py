"""The answers of one hall that are not over: whose, by which guide, in which order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from server.halls.guides.body import GuideBody
from server.halls.guides.turn import Turn
from server.halls.visitor import Visitor
from server.wire import messages as wire


@dataclass(slots=True)
class Turns:
    """Answers by number, in the order in which they were asked for."""

    _each: dict[int, Turn] = field(default_factory=dict)
    _number: int = 0

    def __iter__(self) -> Iterator[Turn]:
        return iter(list(self._each.values()))

    def __len__(self) -> int:
        return len(self._each)

    def get(self, number: int) -> Turn | None:
        """An answer that is not over."""
        return self._each.get(number)

    def open(
        self, body: GuideBody, visitor: Visitor, asked: wire.Ask, dialogue: str, now: float
    ) -> Turn:
        """An answer to a question."""
        return self._add(body, visitor, asked.text, asked.lang, asked.whisper, dialogue, now)

    def speech(
        self, body: GuideBody, visitor: Visitor, dialogue: str, now: float, *, whisper: bool
    ) -> Turn:
        """What somebody of the staff says unasked."""
        turn = self._add(body, visitor, "", "", whisper, dialogue, now)
        turn.human = True
        return turn

    def close(self, turn: Turn) -> None:
        """It is over."""
        self._each.pop(turn.number, None)

    def of(self, visitor: Visitor, body: GuideBody) -> list[Turn]:
        """What somebody has asked a guide."""
        return [t for t in self if t.asker is visitor and t.body is body]

    def queue(self, body: GuideBody) -> list[Turn]:
        """What is asked of a guide aloud; the one that it answers is the first."""
        return [t for t in self if t.body is body and not t.whisper]

    def current(self, body: GuideBody) -> Turn | None:
        """What a guide answers aloud at this moment."""
        return next((t for t in self.queue(body) if t.state != "queued"), None)

    def acting(self, body: GuideBody) -> Turn | None:
        """Whose answer moves a guide's body: the one aloud, else a whisper that wants something."""
        wanting = (t for t in self if t.body is body and t.is_acting)
        return self.current(body) or next(wanting, None)

    @property
    def whispers(self) -> int:
        """How many are whispered."""
        return sum(turn.whisper for turn in self)

    def _add(
        self,
        body: GuideBody,
        visitor: Visitor,
        question: str,
        lang: str,
        whisper: bool,
        dialogue: str,
        now: float,
    ) -> Turn:
        self._number += 1
        turn = Turn(self._number, body, visitor, question, lang, whisper, dialogue, now)
        self._each[turn.number] = turn
        return turn
