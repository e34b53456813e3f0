"""The routes of this area; ``server/net/routes.py`` has all of them."""

from __future__ import annotations

from typing import Final

from server.net.guides.knowledge_routes import ROUTES as KNOWLEDGE
from server.net.guides.talk_routes import ROUTES as TALKS
from server.net.route import Route

ROUTES: Final[tuple[Route, ...]] = (*KNOWLEDGE, *TALKS)
