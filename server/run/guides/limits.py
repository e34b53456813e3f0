"""How much may be asked: by a visitor and a household in a minute and a day, and at once."""

from __future__ import annotations

from collections import OrderedDict
from typing import Final, NamedTuple

from server.access.limits import MOST_KEYS, Buckets
from server.halls.errors import HallError

HOUSEHOLD: Final = 20
"""How many times what one visitor may ask, all those behind one address may ask together."""
DAY: Final = 86_400.0


class Allowance(NamedTuple):
    """Questions of one visitor, answers of the park at once, tokens of its model in a day."""

    minute: int
    day: int
    at_once: int
    tokens: int


class Limits:
    """The counts of one park, in memory: they begin anew with the server."""

    def __init__(self, allowance: Allowance) -> None:
        self.allowance = allowance
        minute = allowance.minute
        self._visitors = Buckets(minute / 60, float(minute))
        self._households = Buckets(HOUSEHOLD * minute / 60, float(HOUSEHOLD * minute))
        self._days: OrderedDict[tuple[str, int], int] = OrderedDict()
        self._tokens = (0, 0)
        self.running = 0
        """Answers that are being thought of."""

    def ask(self, visitor: str, household: str, now: float) -> None:
        """Count a question; raises HallError ``guide_busy`` or ``guide_allowance``."""
        if self.running >= self.allowance.at_once:
            raise HallError("guide_busy")
        day = int(now // DAY)
        ours = (f"v {visitor}", self.allowance.day)
        theirs = (f"h {household}", HOUSEHOLD * self.allowance.day)
        if any(self._days.get((key, day), 0) >= most for key, most in (ours, theirs)):
            raise HallError("guide_allowance")
        if self._visitors.take(visitor, now) or self._households.take(household, now):
            raise HallError("too_many_questions")
        for key, _ in (ours, theirs):
            self._days[(key, day)] = self._days.pop((key, day), 0) + 1
        while len(self._days) > 2 * MOST_KEYS:
            self._days.popitem(last=False)

    def spent(self, tokens: int, now: float) -> None:
        """A model has used so many tokens."""
        self._tokens = (int(now // DAY), self.tokens_today(now) + tokens)

    def tokens_today(self, now: float) -> int:
        """Tokens used since midnight UTC."""
        day, used = self._tokens
        return used if day == int(now // DAY) else 0

    def may_spend(self, now: float) -> bool:
        """Whether a model may still be asked today; without, guides answer from records alone."""
        most = self.allowance.tokens
        return most <= 0 or self.tokens_today(now) < most
