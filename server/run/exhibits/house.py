"""What exhibits need of the park around them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from server.halls.hall import Hall
from server.run.clock import Clock
from server.store.archive import Archive
from server.store.blobs import Blobs


class House(Protocol):
    """The park, as far as exhibits know it."""

    archive: Archive
    blobs: Blobs
    clock: Clock

    @property
    def halls(self) -> Mapping[str, Hall]:
        """Every hall by its id."""

    def hall(self, hall_id: str) -> Hall:
        """The hall; raises HallError ``hall_unknown``."""

    async def ask(self, hall: Hall, request: Any) -> int:
        """Run ``request(tag)`` in the hall; the revision at which its edit is durable."""
