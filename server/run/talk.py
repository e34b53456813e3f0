"""One connection's talk: its phase, its faults, and where it is.

Theory: a connection is *greeted*, then *known* (after ``auth``), then *present* in a hall (after
``join``). ``auth`` is taken once; ``join`` again moves to another hall.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import Any, Protocol

from server.access.actor import ANYBODY, Actor
from server.access.limits import Bucket
from server.halls.hall import Hall
from server.halls.outbox import Receiver
from server.halls.visitor import Visitor
from server.wire.messages import AnyClientMessage, Auth

PoseTable = Any
"""``avatars.presence.PresenceTable``, of which a line needs ``writer``."""

FAULTS = 16
"""Faults in a row that are answered; one more ends the talk. One is forgiven every five seconds."""

JOINS_PER_SECOND = 0.5
JOINS_AT_ONCE = 10
"""Joins of one connection: each is answered with a whole scene."""


class Line(Receiver, Protocol):
    """A live connection, as the engine needs it (``server/net/live.py`` has the real one).

    Poses go from the line into ``table`` at ``slot`` without passing the engine.
    """

    id: str
    slot: int

    @property
    def table(self) -> PoseTable | None:
        """Where this line's poses are written, while it is in a hall."""

    @table.setter
    def table(self, table: PoseTable | None) -> None: ...

    def send(self, frame: bytes | memoryview) -> None:
        """Write a whole prebuilt WebSocket frame that must not be lost."""

    def close(self, code: int, reason: str) -> None:
        """Say goodbye and close (RFC 6455 section 7)."""


@dataclass(slots=True, eq=False)
class Talk:
    """What the engine knows about one connection.

    ``session`` is the secret that the rights of ``actor`` rest on; ``base`` is who speaks when no
    ticket says otherwise; ``since`` is when they came into the hall (Unix seconds).
    """

    line: Line
    actor: Actor
    lang: str
    opened_at: float
    address: str = ""
    session: str | None = None
    base: tuple[Actor, str | None] = (ANYBODY, None)
    since: float = 0.0
    proven: str = ""
    """The account's name that is counted as present by this connection."""
    auth: Auth | None = None
    measure: bool = False
    hall: Hall | None = None
    visitor: Visitor | None = None
    waiting: deque[AnyClientMessage] | None = None
    """What was said behind an edit whose texts are being looked at; None while none is."""
    over: bool = False
    """True once the connection is gone."""
    faults: Bucket = field(default_factory=lambda: Bucket(0.2, FAULTS))
    joins: Bucket = field(default_factory=lambda: Bucket(JOINS_PER_SECOND, JOINS_AT_ONCE))
