"""How long somebody waits who keeps trying in vain. Pure: the time is handed in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple


class Rule(NamedTuple):
    """``free`` failures in a row cost nothing; then waits double from ``first`` to ``longest``.

    Seconds, all of them; after ``forget`` seconds of quiet the failures are forgotten.
    """

    free: int
    first: float
    longest: float = 900.0
    forget: float = 86_400.0


PAIR: Final = Rule(free=5, first=15.0)
"""One name tried from one household."""
NAME: Final = Rule(free=20, first=15.0)
"""One name tried from anywhere: more are free, else a stranger could lock its owner out."""
HOUSEHOLD: Final = Rule(free=40, first=15.0)
"""One household, whatever names it tries."""
MOST_FAILURES: Final = 100
"""Failures in a row after which a password opens nothing any more (NIST SP 800-63B, 5.2.2)."""


@dataclass(frozen=True, slots=True)
class Failures:
    """Failures in a row and the time of the last."""

    count: int = 0
    last: float = 0.0

    def wait(self, rule: Rule, now: float) -> float:
        """Seconds until the next try is heard; 0 for at once."""
        if self.count < rule.free or self.is_forgotten(rule, now):
            return 0.0
        doubled = rule.first * 2.0 ** min(self.count - rule.free, 32)
        whole = min(doubled, rule.longest)
        return min(whole, max(0.0, self.last + whole - now))

    def is_forgotten(self, rule: Rule, now: float) -> bool:
        """Whether so much time has gone by that the failures count no longer."""
        return now - self.last >= rule.forget

    def another(self, rule: Rule, now: float) -> Failures:
        """One more."""
        before = 0 if self.is_forgotten(rule, now) else self.count
        return Failures(before + 1, max(now, self.last))
