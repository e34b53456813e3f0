"""How often strangers may leave contacts: each waits for a human, and some send a letter."""

from __future__ import annotations

from dataclasses import dataclass, field

from server.access.household import household
from server.access.limits import Bucket, Buckets
from server.promotion.errors import PromotionError

EACH_SECONDS, EACH = 120.0, 8.0
"""One household: some at once (a school class at a fair), then one every two minutes."""
CONTACT_SECONDS, CONTACT = 3600.0, 3.0
"""One phone number or e-mail address: nobody buries somebody else in letters."""
ALL_SECONDS, ALL = 10.0, 300.0
"""All strangers together."""


@dataclass(slots=True)
class LeavingPace:
    """One bucket for each household and contact, and one for all."""

    _households: Buckets = field(default_factory=lambda: Buckets(1 / EACH_SECONDS, EACH))
    _contacts: Buckets = field(default_factory=lambda: Buckets(1 / CONTACT_SECONDS, CONTACT))
    _all: Bucket = field(default_factory=lambda: Bucket(1 / ALL_SECONDS, ALL))

    def take(self, address: str, contacts: tuple[str, ...], now: float) -> None:
        """Count one; raises PromotionError ``too_many_requests`` with the seconds to wait."""
        wait = self._households.take(household(address), now)
        for contact in contacts:
            wait = max(wait, self._contacts.take(contact, now)) if wait <= 0 else wait
        if wait <= 0 and not self._all.take(now):
            wait = self._all.wait()
        if wait > 0:
            raise PromotionError("too_many_requests", wait=wait)
