"""What guides need of the park around them."""

from __future__ import annotations

from collections.abc import Coroutine, Mapping
from datetime import UTC, date, datetime
from typing import Any, Protocol

from server.halls.hall import Hall
from server.run.clock import Clock
from server.run.site.duty import zone_of
from server.run.worker import Workers
from server.settings import Settings
from server.store.archive import Archive
from server.store.blobs import Blobs


class House(Protocol):
    """The park, as guides see it."""

    settings: Settings
    archive: Archive
    blobs: Blobs
    clock: Clock
    workers: Workers
    vault: Any
    """Seals and opens: ``server/run/privacy/vault.py``."""
    inbox: Any
    """The staff inbox; its plan of duty says the park's time zone."""
    notices: Any
    """Letters and events."""
    accounts: Any
    """Who has an account."""
    site: Any
    """The park's name and profile."""
    registry: Any
    """Companies and their cards."""
    privacy: Any
    """Deletion and retention, which see to dialogues too."""
    promotion: Any
    """Space to let, and when visits are received."""

    @property
    def halls(self) -> Mapping[str, Hall]:
        """Every hall by its id."""

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        """Begin slow work that nobody waits for."""


def today(house: House) -> date:
    """The day it is in the park."""
    zone = zone_of(house.inbox.duty.zone)
    return datetime.fromtimestamp(house.clock.now(), UTC).astimezone(zone).date()
