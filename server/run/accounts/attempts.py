"""Counts what is tried in vain, so that nobody guesses for long.

A name that nobody has is counted like one that somebody has: whoever tries cannot tell. A try is
counted before it is judged, so that many at once are no way around.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from server.access.household import household
from server.access.lockout import HOUSEHOLD, NAME, PAIR, Failures, Rule
from server.run.accounts.errors import AccountError
from server.run.clock import Clock
from server.store.accounts_book import KeyBook
from server.store.accounts_records import StoredAttempts

MOST: Final = 100_000
"""Names and households that are remembered."""
RULES: Final = {"p": PAIR, "n": NAME, "h": HOUSEHOLD}


class Try(NamedTuple):
    """One try that is being judged; ``failures`` in a row of this name, itself included."""

    keys: tuple[str, ...]
    failures: int


@dataclass(slots=True)
class Attempts:
    """The count. It outlives a restart."""

    book: KeyBook
    clock: Clock
    index: Callable[[str], str]
    """Turns a text into one that tells nothing of it."""
    _counted: dict[str, Failures] = field(default_factory=dict)

    async def load(self) -> None:
        """Remember what was tried before a restart."""
        for each in await self.book.attempts():
            self._counted[each.key] = Failures(each.failures, each.last)

    def __len__(self) -> int:
        return len(self._counted)

    async def begin(self, name: str, address: str) -> Try:
        """Count a try; raises AccountError ``too_many_attempts`` with the seconds to wait.

        ``name`` is an index already; ``address`` is where the try comes from.
        """
        house = self.index(f"household:{household(address)}")
        keys = (f"p:{name}:{house}", f"n:{name}", f"h:{house}")
        now = self.clock.now()
        wait = max(self._of(key).wait(_rule(key), now) for key in keys)
        if wait > 0:
            raise AccountError("too_many_attempts", wait=wait)
        for key in keys:
            self._counted[key] = self._of(key).another(_rule(key), now)
        await self._write(keys)
        return Try(keys, self._of(keys[1]).count)

    async def succeeded(self, tried: Try) -> None:
        """It was right: the name starts anew, the household is as it was before."""
        pair, name, house = tried.keys
        for key in (pair, name):
            self._counted.pop(key, None)
        before = self._of(house)
        self._counted[house] = Failures(max(0, before.count - 1), before.last)
        await self._write(tried.keys)

    async def forgive(self, name: str) -> None:
        """Forget every failure of a name, from wherever it was tried."""
        mine = [key for key in self._counted if key.split(":")[1] == name]
        for key in mine:
            del self._counted[key]
        await self._write(tuple(mine))

    async def tend(self) -> None:
        """Forget what lies long back, and the oldest when there is too much."""
        now = self.clock.now()
        old = [k for k, f in self._counted.items() if not f.count or f.is_forgotten(_rule(k), now)]
        left = sorted(self._counted.keys() - set(old), key=lambda k: self._counted[k].last)
        doomed = (*old, *left[: max(0, len(left) - MOST)])
        for key in doomed:
            del self._counted[key]
        if doomed:
            await self._write(doomed)

    def _of(self, key: str) -> Failures:
        return self._counted.get(key, Failures())

    async def _write(self, keys: tuple[str, ...]) -> None:
        counted = ((key, self._of(key)) for key in keys)
        await self.book.set_attempts(StoredAttempts(k, f.count, f.last) for k, f in counted)


def _rule(key: str) -> Rule:
    return RULES[key[0]]
