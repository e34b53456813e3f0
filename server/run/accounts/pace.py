"""How often something may be sent to one address, whether anybody has it or not."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from server.access.limits import Bucket
from server.run.accounts.errors import AccountError

EVERY_SECONDS: Final = 60.0
"""Between two letters to one address, once two were sent."""
BURST: Final = 2.0
MOST: Final = 50_000


@dataclass(slots=True)
class Pace:
    """One bucket an address, the least recently asked forgotten first."""

    now: Callable[[], float]
    _asked: OrderedDict[str, Bucket] = field(default_factory=OrderedDict)

    def take(self, index: str) -> None:
        """Count a letter; raises AccountError ``too_many_codes`` with the seconds to wait."""
        asked = self._asked.setdefault(index, Bucket(1 / EVERY_SECONDS, BURST))
        self._asked.move_to_end(index)
        if len(self._asked) > MOST:
            self._asked.popitem(last=False)
        if not asked.take(self.now()):
            raise AccountError("too_many_codes", wait=asked.wait())
