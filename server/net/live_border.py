"""The park's side of the live socket's door."""

from __future__ import annotations

from typing import Protocol, TypeVar

from server.net.live_upgrade import UpgradeInfo
from server.wire.codes import CodeName

Line_contra = TypeVar("Line_contra", contravariant=True)


class LiveGate(Protocol[Line_contra]):
    """What stands behind the door. Every method returns at once."""

    def refuse(self, request: UpgradeInfo) -> str | None:
        """Return the error code for a peer that may not come in, before the upgrade."""

    def opened(self, connection: Line_contra, request: UpgradeInfo) -> None:
        """Take in a new connection."""

    def message(self, connection: Line_contra, payload: bytes) -> None:
        """Take a whole binary message that is no pose."""

    def fault(self, connection: Line_contra, code: CodeName) -> None:
        """Hear of a frame that was dropped."""

    def silent(self, connection: Line_contra) -> None:
        """Hear that a peer fell silent."""

    def heard(self, connection: Line_contra) -> None:
        """Hear that a silent peer is there again."""

    def closed(self, connection: Line_contra, *, clean: bool) -> None:
        """Hear that a connection is gone; ``clean`` when the peer said goodbye."""
