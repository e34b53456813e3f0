"""Rate limits as values: a token bucket that is handed the time."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from typing import Final

MOST_KEYS: Final = 10_000
"""Keys that are remembered; the least recently seen is forgotten first."""


@dataclass(slots=True)
class Bucket:
    """Allows ``rate`` acts a second on average and up to ``burst`` at once."""

    rate: float
    burst: float
    _tokens: float = field(init=False)
    _at: float = field(init=False, default=float("-inf"))

    def __post_init__(self) -> None:
        self._tokens = self.burst

    def take(self, now: float, amount: float = 1.0) -> bool:
        """Spend ``amount`` if it is there. ``now`` is in seconds and never runs back."""
        elapsed = max(0.0, now - self._at) if self._at > float("-inf") else 0.0
        self._tokens = min(self.burst, self._tokens + elapsed * self.rate)
        self._at = max(self._at, now)
        if self._tokens < amount:
            return False
        self._tokens -= amount
        return True

    def wait(self, amount: float = 1.0) -> float:
        """Seconds until ``amount`` can be spent."""
        return max(0.0, (amount - self._tokens) / self.rate)


@dataclass(slots=True)
class Buckets:
    """One bucket a key, for as many keys as are remembered."""

    rate: float
    burst: float
    _each: OrderedDict[str, Bucket] = field(default_factory=OrderedDict)

    def __len__(self) -> int:
        return len(self._each)

    def take(self, key: str, now: float) -> float:
        """Spend one; the seconds to wait, 0 when it was there."""
        bucket = self._each.setdefault(key, Bucket(self.rate, self.burst))
        self._each.move_to_end(key)
        if len(self._each) > MOST_KEYS:
            self._each.popitem(last=False)
        return 0.0 if bucket.take(now) else bucket.wait()
