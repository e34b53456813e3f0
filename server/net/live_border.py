"""What stands on either side of a live connection: the park's gate, and a hall's table of poses."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from server.net.live_upgrade import UpgradeInfo
from server.wire.codes import CodeName

if TYPE_CHECKING:
    from server.net.live_connection import Connection

Put = Callable[[bytes], bool]


class PoseTable(Protocol):
    """Where poses go: ``avatars.presence.PresenceTable``."""

    def writer(self, slot: int) -> Put:
        """Return what takes this slot's pose frames; it raises ValueError once the slot is left."""


class LiveGate(Protocol):
    """What stands behind the door. Every method returns at once."""

    def refuse(self, request: UpgradeInfo) -> str | None:
        """Return the error code for a peer that may not come in, before the upgrade."""

    def opened(self, connection: Connection, request: UpgradeInfo) -> None:
        """Take in a new connection."""

    def message(self, connection: Connection, payload: bytes) -> None:
        """Take a whole binary message that is no pose."""

    def fault(self, connection: Connection, code: CodeName) -> None:
        """Hear of a frame that was dropped."""

    def silent(self, connection: Connection) -> None:
        """Hear that a peer fell silent."""

    def heard(self, connection: Connection) -> None:
        """Hear that a silent peer is there again."""

    def closed(self, connection: Connection, *, clean: bool) -> None:
        """Hear that a connection is gone; ``clean`` when the peer said goodbye."""
