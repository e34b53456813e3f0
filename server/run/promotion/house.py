"""What promotion needs of the park around it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from server.halls.hall import Hall
from server.run.clock import Clock
from server.settings import Settings
from server.store.archive import Archive
from server.store.blobs import Blobs


class House(Protocol):
    """The park, as promotion sees it."""

    settings: Settings
    archive: Archive
    blobs: Blobs
    clock: Clock
    vault: Any
    """Seals and opens: ``server/run/privacy/vault.py``."""
    inbox: Any
    """The staff inbox; its plan of duty says the park's time zone."""
    notices: Any
    """Letters and events."""
    accounts: Any
    """Who has an account."""
    legal: Any
    """The documents in force."""
    address: str
    """Where visitors find the park."""

    @property
    def halls(self) -> Mapping[str, Hall]:
        """Every hall by its id."""

    def hall(self, hall_id: str) -> Hall:
        """The hall; raises HallError ``hall_unknown``."""

    async def ask(self, hall: Hall, request: Any) -> int:
        """Run ``request(tag)`` in the hall; the revision at which its edit is durable."""
