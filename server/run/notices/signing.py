"""The secrets of a webhook: the one in force, and for a while the one before it.

They are kept together, sealed as one text. Whoever receives has a day to put the new one in place;
changing it once more within that time ends the oldest at once.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Final

__all__ = ["OVERLAP_SECONDS", "Signing"]

OVERLAP_SECONDS: Final = 86_400.0


@dataclass(frozen=True, slots=True)
class Signing:
    """``older`` counts until ``until`` (Unix seconds); empty and 0 when there is none."""

    secret: str = field(repr=False)
    older: str = field(default="", repr=False)
    until: float = 0.0

    @classmethod
    def read(cls, text: str) -> Signing:
        """What ``text`` says; a secret alone is one that was never changed."""
        if not text.startswith("{"):
            return cls(text)
        told = json.loads(text)
        return cls(told["secret"], told["older"], told["until"])

    def text(self) -> str:
        """All of it, to be sealed."""
        if not self.older:
            return self.secret
        return json.dumps({"secret": self.secret, "older": self.older, "until": self.until})

    def followed(self, secret: str, now: float) -> Signing:
        """With another secret from now on."""
        return Signing(secret, self.secret, now + OVERLAP_SECONDS)

    def valid(self, now: float) -> tuple[str, ...]:
        """The secrets to sign with, newest first."""
        return (self.secret, self.older) if self.older and now < self.until else (self.secret,)
