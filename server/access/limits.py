"""Rate limits as values: a token bucket that is handed the time."""

from __future__ import annotations

from dataclasses import dataclass, field


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
