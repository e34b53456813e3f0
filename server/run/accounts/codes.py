"""One-time codes that are sent to an address: six digits, ten minutes, five tries.

They are kept in memory: after a restart one asks for another. A code is made for addresses that
nobody has too, and goes nowhere: whoever asks cannot tell.
"""

from __future__ import annotations

import hmac
import secrets
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from server.run.accounts.pace import Pace

SECONDS: Final = 600.0
TRIES: Final = 5
MOST: Final = 50_000


@dataclass(slots=True)
class _Sent:
    code: str
    until: float
    tries: int = 0


@dataclass(slots=True)
class Codes:
    """The codes that are on their way, by the index of the address."""

    now: Callable[[], float]
    _sent: OrderedDict[str, _Sent] = field(default_factory=OrderedDict)
    _pace: Pace = field(init=False)

    def __post_init__(self) -> None:
        self._pace = Pace(self.now)

    def __len__(self) -> int:
        return len(self._sent)

    def make(self, index: str) -> str:
        """A new code for an address; the one before is worth nothing now.

        Raises ``too_many_codes`` with the seconds to wait.
        """
        self._pace.take(index)
        code = f"{secrets.randbelow(10**6):06d}"
        self._sent[index] = _Sent(code, self.now() + SECONDS)
        self._sent.move_to_end(index)
        if len(self._sent) > MOST:
            self._sent.popitem(last=False)
        return code

    def take(self, index: str, code: str) -> bool:
        """Whether this is the code that was sent; it works once."""
        sent = self._sent.get(index)
        if sent is None or sent.until <= self.now() or sent.tries >= TRIES:
            return False
        sent.tries += 1
        digits = "".join(code.split()).encode("utf-8", "replace")
        if not hmac.compare_digest(sent.code.encode(), digits):
            return False
        del self._sent[index]
        return True
