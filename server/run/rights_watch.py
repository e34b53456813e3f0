"""When to look anew at what everybody on a connection may do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

LOOK_SECONDS: Final = 1.0
"""Sessions also end by the clock, which changes no revision."""


@dataclass(slots=True)
class RightsWatch:
    """Says so at once when somebody's rights have changed, and else once a second."""

    revision: Callable[[], int]
    _seen: int = -1
    _looked: float = float("-inf")

    def due(self, now: float) -> bool:
        """Whether it is time; asked some times a second."""
        newest = self.revision()
        if newest == self._seen and now - self._looked < LOOK_SECONDS:
            return False
        self._seen, self._looked = newest, now
        return True
