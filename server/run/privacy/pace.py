"""How often people may ask about their data: each question waits for a human, by a deadline."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from server.access.limits import Bucket, Buckets
from server.run.accounts.errors import AccountError

EACH: Final = 5.0
EACH_SECONDS: Final = 3600.0
"""One account or household: a few at once, then one an hour."""
STRANGERS: Final = 60.0
STRANGERS_SECONDS: Final = 600.0
"""All who have no account, together: more would bury what people with accounts ask."""


@dataclass(slots=True)
class AskingPace:
    """One bucket for each who asks, and one for all strangers."""

    now: Callable[[], float]
    _each: Buckets = field(default_factory=lambda: Buckets(1 / EACH_SECONDS, EACH))
    _strangers: Bucket = field(default_factory=lambda: Bucket(1 / STRANGERS_SECONDS, STRANGERS))

    def take(self, asker: str, *, stranger: bool) -> None:
        """Count a question; raises AccountError ``too_many_requests`` with the seconds to wait."""
        now = self.now()
        wait = self._each.take(asker, now)
        if wait > 0:
            raise AccountError("too_many_requests", wait=wait)
        if stranger and not self._strangers.take(now):
            raise AccountError("too_many_requests", wait=self._strangers.wait())
