"""Whether a peer is still there, and how much it may say: looked at once in a while.

A connection counts its frames down from a credit and does nothing else for each. Here the credit
is renewed, and what is left of it tells whether anything was heard.
"""

from __future__ import annotations

from enum import Enum, auto

from server.net.live_limits import LiveLimits


class Verdict(Enum):
    """What is to be done about a peer."""

    FINE = auto()
    PING = auto()
    HIDE = auto()
    CUT = auto()


class Watch:
    """The silence and the credit of one peer. Time comes in as a value, in seconds."""

    def __init__(self, limits: LiveLimits, now: float) -> None:
        self.last_heard = now
        self.silent = False
        self.credit_before = int(limits.frames_at_once)
        """The credit after the last look; frames that came since have lowered it."""
        self._limits = limits
        self._messages = limits.messages_at_once
        self._pinged = False
        self._set_aside = 0

    def look(self, now: float, elapsed: float, credit: int) -> tuple[int, Verdict]:
        """Return the renewed credit, and what to do, ``elapsed`` seconds after the last look."""
        if credit != self.credit_before:
            self.last_heard = now
            self._pinged = False
        credit = self._earn(elapsed, credit)
        verdict = self._judge(now - self.last_heard)
        if verdict is Verdict.HIDE:
            # Without credit the very next frame takes the long way, where this is noticed.
            self.silent, self._set_aside, credit = True, credit, 0
        self._pinged = self._pinged or verdict is not Verdict.FINE
        self.credit_before = credit
        return credit, verdict

    def wake(self) -> int:
        """Hear from a silent peer again; return its credit."""
        self.silent = False
        return self._set_aside

    def may_say(self) -> bool:
        """Spend one message; False when there were too many."""
        self._messages -= 1.0
        return self._messages >= 0.0

    def _earn(self, elapsed: float, credit: int) -> int:
        limits = self._limits
        self._messages += limits.messages_per_second * elapsed
        self._messages = min(self._messages, limits.messages_at_once)
        if self.silent:
            return credit
        earned = int(limits.frames_per_second * elapsed) + 1
        return min(credit + earned, int(limits.frames_at_once))

    def _judge(self, silence: float) -> Verdict:
        limits = self._limits
        if silence >= limits.silent_after and not self.silent:
            return Verdict.HIDE
        if silence >= limits.cut_after:
            return Verdict.CUT
        if silence >= limits.ping_after and not self._pinged:
            return Verdict.PING
        return Verdict.FINE
