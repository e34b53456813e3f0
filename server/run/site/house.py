"""What the site's duties need of the park."""

from __future__ import annotations

from typing import Any, Protocol

from server.run.clock import Clock
from server.settings import Settings
from server.store.archive import Archive


class House(Protocol):
    """The park, as its own pages and the staff inbox see it."""

    settings: Settings
    archive: Archive
    clock: Clock
    notices: Any
    """``server/run/notices/notices.py``."""
    accounts: Any
    """``server/run/accounts``."""
    halls: dict[str, Any]
    site: Any
    """``server/run/site/site.py``."""
