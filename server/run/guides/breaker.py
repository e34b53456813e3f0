"""A circuit breaker: after some failures a service is left alone for a while, longer each time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

FAILURES: Final = 3
"""Failures in a row, none older than ``WITHIN`` seconds, that open the circuit."""
WITHIN: Final = 120.0
FIRST_REST: Final = 20.0
LONGEST_REST: Final = 300.0


@dataclass(slots=True)
class Breaker:
    """Closed while all is well; open while nobody may ask; then one may try."""

    failures: int = 0
    rest: float = FIRST_REST
    open_until: float = 0.0
    last_failure: float = 0.0
    last_error: str = ""
    last_success: float = 0.0
    trying: bool = False

    def may_ask(self, now: float) -> bool:
        """Whether the service may be asked; after a rest, one request tries it first."""
        if not self.open_until:
            return True
        if now < self.open_until or self.trying:
            return False
        self.trying = True
        return True

    def went_well(self, now: float) -> None:
        """An answer came."""
        self.failures, self.open_until, self.rest = 0, 0.0, FIRST_REST
        self.trying, self.last_success = False, now

    def failed(self, now: float, code: str, wait: float = 0.0) -> None:
        """It went wrong; ``wait``: the seconds for which the service wants to be left alone."""
        fresh = now - self.last_failure <= WITHIN
        self.failures = self.failures + 1 if fresh else 1
        self.last_failure, self.last_error = now, code
        if self.failures >= FAILURES or self.trying or wait:
            self.open_until = now + max(self.rest, min(wait, LONGEST_REST))
            self.rest = min(2 * self.rest, LONGEST_REST)
        self.trying = False

    def given_up(self) -> None:
        """Whoever tried was called off: that says nothing of the service."""
        self.trying = False

    def is_healthy(self, now: float) -> bool:
        """Whether it is believed to answer."""
        return not self.open_until or now >= self.open_until
