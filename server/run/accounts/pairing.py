"""Pairing a headset (OAuth 2.0 Device Authorization Grant, RFC 8628).

The headset shows a short code; somebody signed in on a phone or a computer says yes to it; the
headset, which kept asking, gets a session of its own. The headset's secret is kept as a hash. The
short code is guessed in vain: it lives ten minutes, and who tries must be signed in and is slowed.
"""

from __future__ import annotations

import re
import secrets
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

from server.access.limits import Bucket
from server.run.accounts.errors import AccountError
from server.run.secrets import fingerprint, token

LETTERS: Final = "BCDFGHJKLMNPQRSTVWXZ"
"""No vowels, so no words; no digits, so none is taken for a letter (RFC 8628, 6.1)."""
LENGTH: Final = 8
SECONDS: Final = 600.0
INTERVAL: Final = 3.0
SLOWER: Final = 5.0
"""Seconds by which the interval grows when somebody asks too soon (RFC 8628, 3.5)."""
MOST: Final = 5_000
MOST_OF_ONE: Final = 30
"""Pairings that one household may have under way."""
GUESSES: Final = 8.0
GUESSES_A_SECOND: Final = 1 / 60
KEPT_GUESSERS: Final = 10_000

Decision = Literal["pending", "approved", "denied"]


@dataclass(slots=True)
class Pairing:
    """A headset that asks to be let in. Times are seconds of the park's clock."""

    code: str
    agent: str
    address: str
    begun: float
    expires: float
    interval: float = INTERVAL
    asked: float = float("-inf")
    decision: Decision = "pending"
    account: str = ""


class Pairings:
    """The pairings under way. They are gone after a restart: the headset then shows a new code."""

    def __init__(
        self, now: Callable[[], float], letter: Callable[[str], str] = secrets.choice
    ) -> None:
        self._now = now
        self._letter = letter
        self._devices: dict[str, Pairing] = {}
        self._codes: dict[str, Pairing] = {}
        self._guessers: dict[str, Bucket] = {}

    def __len__(self) -> int:
        return len(self._codes)

    def begin(self, agent: str, address: str) -> tuple[str, Pairing]:
        """A new pairing, and the secret that the headset keeps; raises ``pairing_full``."""
        self._forget_old()
        of_one = Counter(pairing.address for pairing in self._codes.values())[address]
        if len(self._codes) >= MOST or of_one >= MOST_OF_ONE:
            raise AccountError("pairing_full", wait=60.0)
        now, secret = self._now(), token()
        pairing = Pairing(self._free_code(), agent, address, now, now + SECONDS)
        self._devices[fingerprint(secret)] = self._codes[pairing.code] = pairing
        return secret, pairing

    def ask(self, secret: str) -> Pairing:
        """The approved pairing of a headset, once.

        Raises ``authorization_pending``, ``slow_down``, ``access_denied``, ``expired_token``.
        """
        now, key = self._now(), fingerprint(secret)
        pairing = self._devices.get(key)
        if pairing is None or pairing.expires <= now:
            raise AccountError("expired_token")
        if pairing.decision == "pending":
            raise self._wait(pairing, now)
        self._forget(key, pairing)
        if pairing.decision == "denied":
            raise AccountError("access_denied")
        return pairing

    def look(self, text: str, account: str) -> Pairing:
        """The pairing of a code that somebody typed.

        Raises ``pairing_unknown``, ``too_many_requests``.
        """
        bucket = self._guesser(account)
        now = self._now()
        pairing = self._codes.get(letters_of(text))
        if pairing is not None and pairing.expires > now and pairing.decision == "pending":
            return pairing
        if not bucket.take(now):
            raise AccountError("too_many_requests", wait=bucket.wait())
        raise AccountError("pairing_unknown")

    def decide(self, text: str, account: str, *, approve: bool) -> Pairing:
        """Let a headset in as this account, or turn it away; raises what ``look`` raises."""
        pairing = self.look(text, account)
        pairing.decision = "approved" if approve else "denied"
        pairing.account = account if approve else ""
        return pairing

    def _wait(self, pairing: Pairing, now: float) -> AccountError:
        hasty = now - pairing.asked < pairing.interval * 0.9
        pairing.asked = now
        if hasty:
            pairing.interval += SLOWER
        code = "slow_down" if hasty else "authorization_pending"
        return AccountError(code, wait=pairing.interval)

    def _guesser(self, account: str) -> Bucket:
        """Who has spent all guesses gets no answer at all, right or wrong."""
        if len(self._guessers) >= KEPT_GUESSERS:
            self._guessers.pop(next(iter(self._guessers)))
        bucket = self._guessers.setdefault(account, Bucket(GUESSES_A_SECOND, GUESSES))
        if not bucket.take(self._now(), 0.0) or bucket.wait() > 0:
            raise AccountError("too_many_requests", wait=bucket.wait())
        return bucket

    def _free_code(self) -> str:
        while True:
            code = "".join(self._letter(LETTERS) for _ in range(LENGTH))
            if code not in self._codes:
                return code

    def _forget_old(self) -> None:
        now = self._now()
        for key, pairing in [*self._devices.items()]:
            if pairing.expires <= now:
                self._forget(key, pairing)

    def _forget(self, key: str, pairing: Pairing) -> None:
        self._devices.pop(key, None)
        self._codes.pop(pairing.code, None)


def letters_of(text: str) -> str:
    """A code as it is kept, of one as a person may type it."""
    return re.sub(r"[^A-Z]", "", text[:64].upper())


def shown(code: str) -> str:
    """A code as it is shown: ``XXXX-XXXX``."""
    half = LENGTH // 2
    return f"{code[:half]}-{code[half:]}"
