"""Routes of what visitors do: talk on a page, listen, rate, take along."""

from __future__ import annotations

from typing import Final

from server.net.route import Route

ROUTES: Final[tuple[Route, ...]] = ()
