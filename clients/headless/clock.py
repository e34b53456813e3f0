"""What time it is at the server, judged by pings."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

KEPT = 8


@dataclass(slots=True)
class Clock:
    """The offset of the server's clock; of the last pings the quickest is believed.

    All times are seconds. A delayed answer is wrong by at most half of its own delay, so the
    quickest one bounds the error best, and jitter of the others does not shake the clock.
    """

    samples: deque[tuple[float, float]] = field(default_factory=lambda: deque(maxlen=KEPT))

    def heard(self, sent: float, received: float, server: float) -> None:
        """Take one answer: when it was asked and heard here, and what the server's clock said."""
        self.samples.append((received - sent, server - (sent + received) / 2))

    @property
    def round_trip(self) -> float:
        """Seconds there and back, of the quickest remembered ping."""
        return min(self.samples)[0] if self.samples else 0.0

    def server_time(self, now: float) -> float:
        """The server's time at ``now`` of the local clock."""
        return now + (min(self.samples)[1] if self.samples else 0.0)
