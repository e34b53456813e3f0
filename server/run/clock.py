"""The server's clock: unix seconds that never run back while the server lives."""

from __future__ import annotations

import time


class Clock:
    """Unix time at the start plus monotonic time since."""

    def __init__(self) -> None:
        self._offset = time.time() - time.monotonic()

    def now(self) -> float:
        """Seconds since 1970-01-01 UTC."""
        return self._offset + time.monotonic()
