"""What notices need of the park."""

from __future__ import annotations

from typing import Any, Protocol

from server.run.clock import Clock
from server.settings import Settings
from server.store.archive import Archive


class House(Protocol):
    """The park, as notices see it."""

    settings: Settings
    archive: Archive
    clock: Clock
    vault: Any
    """Seals and opens: ``server/run/privacy/vault.py``."""
    inbox: Any
    """The staff inbox, where what could not be delivered is put."""
    site: Any
    """The park's profile: its name stands in every notice."""
