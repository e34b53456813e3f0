"""What was begun and waits for a browser to come back: kept in memory, used once, soon forgotten.

None of it outlives a restart, on purpose: whoever was in the middle begins again, and nobody can
fill a disk by beginning.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

from server.run.secrets import fingerprint, token

T = TypeVar("T")
MOST = 20_000


class Pending(Generic[T]):
    """Values by a secret that only whoever began has; the oldest go when there are too many."""

    def __init__(self, seconds: float, now: Callable[[], float], most: int = MOST) -> None:
        self._seconds = seconds
        self._now = now
        self._most = most
        self._kept: OrderedDict[str, tuple[T, float]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._kept)

    def put(self, value: T, secret: str | None = None) -> str:
        """Keep a value; the secret that gives it back, a new one unless it is given."""
        chosen = secret or token()
        self._forget_old()
        self._kept[fingerprint(chosen)] = (value, self._now() + self._seconds)
        if len(self._kept) > self._most:
            self._kept.popitem(last=False)
        return chosen

    def take(self, secret: str) -> T | None:
        """The value, once; None when there is none or its time is over."""
        value, until = self._kept.pop(fingerprint(secret), (None, 0.0))
        return value if until > self._now() else None

    def _forget_old(self) -> None:
        """They were put in the order in which they end."""
        now = self._now()
        while self._kept and next(iter(self._kept.values()))[1] <= now:
            self._kept.popitem(last=False)
