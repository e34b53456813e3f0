"""Passwords: hashed by argon2id, and judged by how easily they are guessed.

A hash takes about a tenth of a second and 64 MiB (RFC 9106, the second recommended set of
parameters), so it is made in a thread, and only a few at a time.
"""

from __future__ import annotations

import asyncio
import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final, TypeVar

from argon2 import PasswordHasher, profiles
from argon2.exceptions import InvalidHashError, VerificationError
from zxcvbn import zxcvbn  # type: ignore[import-untyped]
from zxcvbn.frequency_lists import FREQUENCY_LISTS  # type: ignore[import-untyped]

from server.outside.breached import is_breached

T = TypeVar("T")
AT_ONCE: Final = 4
SHORTEST: Final = 10
LONGEST: Final = 256
JUDGED: Final = 72
"""Characters that are looked at; the judging takes long for more."""
SCORE: Final = 3
"""At least ten to the eighth guesses (of 0 to 4, zxcvbn)."""
TELLING: Final = 4
"""Characters of a person's own name or address that a password may not hold."""
COMMON: Final = frozenset(FREQUENCY_LISTS["passwords"])


class Passwords:
    """Hashes, compares and judges passwords."""

    def __init__(self, breached: Path | None = None, hasher: PasswordHasher | None = None) -> None:
        self._breached = breached
        self._hasher = hasher or PasswordHasher.from_parameters(profiles.RFC_9106_LOW_MEMORY)
        self._turn = asyncio.Semaphore(AT_ONCE)
        self._decoy = ""

    async def hash(self, password: str) -> str:
        """What is kept of a password."""
        return await self._work(lambda: self._hasher.hash(_plain(password)))

    async def verify(self, kept: str, password: str) -> bool:
        """Whether this is the password; without anything kept, the same work for nothing."""
        if not self._decoy:
            self._decoy = await self.hash("nobody's password")
        right = await self._work(lambda: self._is(kept or self._decoy, password))
        return right and bool(kept)

    def is_old(self, kept: str) -> bool:
        """Whether a hash was made with other parameters than today's."""
        return self._hasher.check_needs_rehash(kept)

    async def weaknesses(self, password: str, about: Iterable[str] = ()) -> list[str]:
        """Codes of what is wrong with a new password; ``about`` is what others know of its owner.

        ``password_short``, ``password_long``, ``password_personal``, ``password_breached``,
        ``password_guessable``.
        """
        if len(password) > LONGEST:
            return ["password_long"]
        return await self._work(lambda: self._judge(_plain(password), list(about)))

    def _judge(self, password: str, about: list[str]) -> list[str]:
        known = [part for text in about for part in _parts(text)]
        found = ["password_short"] if len(password) < SHORTEST else []
        if any(part in password.lower() for part in known):
            found.append("password_personal")
        if password.lower() in COMMON or self._is_breached(password):
            found.append("password_breached")
        elif not password or zxcvbn(password[:JUDGED], known)["score"] < SCORE:
            found.append("password_guessable")
        return found

    def _is_breached(self, password: str) -> bool:
        return self._breached is not None and is_breached(self._breached, password)

    def _is(self, kept: str, password: str) -> bool:
        try:
            return self._hasher.verify(kept, _plain(password))
        except (VerificationError, InvalidHashError):
            return False

    async def _work(self, work: Callable[[], T]) -> T:
        async with self._turn:
            return await asyncio.to_thread(work)


def _plain(password: str) -> str:
    """The same letters whatever keyboard wrote them (NIST SP 800-63B, 5.1.1.2: NFKC)."""
    text = unicodedata.normalize("NFKC", password[:LONGEST])
    return text.encode("utf-8", "replace").decode()


def _parts(text: str) -> list[str]:
    """A name or address in pieces long enough to be told from chance."""
    words = "".join(c.lower() if c.isalnum() else " " for c in text).split()
    return [word for word in words if len(word) >= TELLING]
