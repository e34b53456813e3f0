"""The park's side of the live socket's door."""

from __future__ import annotations

from typing import Protocol, TypeVar

from server.net.live_upgrade import UpgradeInfo
from server.wire.codes import CodeName

C = TypeVar("C", contravariant=True)


class LiveGate(Protocol[C]):
    """What stands behind the door. Every method returns at once."""

    def refuse(self, request: UpgradeInfo) -> str | None:
        """Return the error code for a peer that may not come in, before the upgrade."""

    def opened(self, connection: C, request: UpgradeInfo) -> None:
        """Take in a new connection."""

    def message(self, connection: C, payload: bytes) -> None:
        """Take a whole binary message that is no pose."""

    def fault(self, connection: C, code: CodeName) -> None:
        """Hear of a frame that was dropped."""

    def silent(self, connection: C) -> None:
        """Hear that a peer fell silent."""

    def heard(self, connection: C) -> None:
        """Hear that a silent peer is there again."""

    def closed(self, connection: C, *, clean: bool) -> None:
        """Hear that a connection is gone; ``clean`` when the peer said goodbye."""
