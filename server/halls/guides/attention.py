"""Whom a guide attends to: whoever it answers, and for a little while after."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, NamedTuple

from server.halls.guides.body import GuideBody
from server.halls.visitor import Visitor

LINGER: Final = 20.0
"""Seconds that a guide stays with somebody whom it has answered."""


class Attention(NamedTuple):
    """Whom it is with, in which dialogue, and until when (seconds of the server's clock)."""

    visitor: Visitor
    dialogue: str
    until: float


@dataclass(slots=True)
class Attentions:
    """Whom each guide attends to."""

    _each: dict[GuideBody, Attention] = field(default_factory=dict)

    def of(self, body: GuideBody, now: float) -> Attention | None:
        """Whom a guide is with now."""
        found = self._each.get(body)
        if found is not None and now > found.until:
            del self._each[body]
            return None
        return found

    def turn_to(self, body: GuideBody, attention: Attention) -> None:
        """Attend to somebody."""
        self._each[body] = attention

    def let_go(self, body: GuideBody, now: float) -> None:
        """The answer is over: stay a moment."""
        found = self._each.get(body)
        if found is not None:
            self._each[body] = found._replace(until=now + LINGER)

    def forget(self, visitor: Visitor) -> None:
        """Somebody is gone."""
        self._each = {body: one for body, one in self._each.items() if one.visitor is not visitor}
