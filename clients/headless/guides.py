"""The guides of a hall as a visitor knows them, and what they answer."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from clients.headless.messages import Act, GuideHere, Guides, Hushed, Say, ServerMessage, Turn

KEPT: Final = 64
"""Answers that are remembered."""
OVER: Final = frozenset({"done", "stopped", "failed"})


@dataclass(slots=True)
class Answer:
    """One answer of a guide, as far as it was heard here.

    ``turn`` is how far it is by the last word; None when only some of it was heard.
    """

    number: int
    guide: str
    turn: Turn | None = None
    said: list[Say] = field(default_factory=list)
    acts: list[Act] = field(default_factory=list)
    hushed: bool = False
    dialogue: str = ""
    """The secret by which whoever asked rates the talk and takes it along."""

    @property
    def text(self) -> str:
        """Everything that was said."""
        return "".join(say.text for say in self.said)

    @property
    def is_over(self) -> bool:
        """Whether nothing more comes."""
        return self.turn is not None and self.turn.state in OVER

    def state_of(self, action: str) -> str:
        """What became of an action so far; empty when it was not heard of."""
        return next((str(act.state) for act in reversed(self.acts) if act.action == action), "")


@dataclass(slots=True)
class GuideBook:
    """The guides by their nodes, and their answers by number, the newest last."""

    here: dict[str, GuideHere] = field(default_factory=dict)
    answers: dict[int, Answer] = field(default_factory=dict)

    def apply(self, message: ServerMessage) -> None:
        """Take up what the server said."""
        match message:
            case Guides(guides=guides):
                self.here = {guide.node: guide for guide in guides}
            case Turn():
                answer = self._answer(message.turn, message.guide)
                answer.turn, answer.dialogue = message, message.dialogue or answer.dialogue
            case Say():
                self._answer(message.turn, message.guide).said.append(message)
            case Act():
                self._answer(message.turn, message.guide).acts.append(message)
            case Hushed():
                self._answer(message.turn, message.guide).hushed = True

    def clear(self) -> None:
        """Be in no hall, or in another."""
        self.here, self.answers = {}, {}

    def _answer(self, number: int, guide: str) -> Answer:
        if number not in self.answers:
            self.answers[number] = Answer(number, guide)
            while len(self.answers) > KEPT:
                del self.answers[next(iter(self.answers))]
        return self.answers[number]
