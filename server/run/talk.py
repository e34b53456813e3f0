"""One connection's talk: its phase, its faults, and where it is.

Theory: a connection is *greeted*, then *known* (after ``auth``), then *present* in a hall (after
``join``). ``auth`` is taken once; ``join`` again moves to another hall.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from avatars.presence import PresenceTable
from server.access.limits import Bucket
from server.access.policy import Role
from server.halls.hall import Hall
from server.halls.visitor import Visitor
from server.wire.messages import Auth

FAULTS = 16
"""Faults in a row that are answered; one more ends the talk. One is forgiven every five seconds."""


class Line(Protocol):
    """A live connection, as the engine needs it (``server/net/live.py`` has the real one)."""

    id: str
    table: PresenceTable | None
    slot: int

    @property
    def paused(self) -> bool:
        """True while the peer does not take what was written."""

    def send(self, frame: bytes | memoryview) -> None:
        """Write a whole prebuilt WebSocket frame."""

    def close(self, code: int, reason: str) -> None:
        """Say goodbye and close (RFC 6455 section 7)."""


@dataclass(slots=True, eq=False)
class Talk:
    """What the engine knows about one connection."""

    line: Line
    role: Role
    lang: str
    opened_at: float
    auth: Auth | None = None
    hall: Hall | None = None
    visitor: Visitor | None = None
    faults: Bucket = field(default_factory=lambda: Bucket(0.2, FAULTS))
