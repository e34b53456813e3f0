"""Routes of what staff teach: documents, personas, tests, dialogues."""

from __future__ import annotations

from typing import Final

from server.net.route import Route

ROUTES: Final[tuple[Route, ...]] = ()
