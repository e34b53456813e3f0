"""One row of the route table: what is served, to whom, and what the OpenAPI page says of it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web
from pydantic import BaseModel

from server.access.actor import Actor
from server.net.gate import actor_of
from server.run.park import Park

Handler = Callable[["Asked"], Awaitable[web.StreamResponse]]


@dataclass(frozen=True, slots=True)
class Route:
    """``action`` is looked up in the policy table; ``body`` and ``answer`` describe JSON."""

    method: str
    path: str
    action: str
    handler: Handler
    summary: str
    body: type[BaseModel] | None = None
    answer: type[BaseModel] | None = None
    status: int = 200
    media: str = "application/json"
    query: Mapping[str, str] = field(default_factory=dict)
    takes: str | None = None
    """Media type of a body that is not JSON."""
    may_be_empty: bool = False
    """Whether a request without its JSON body is taken: the handler's ``body`` is None then."""
    also: tuple[str, ...] = ()
    """Media types of bodies that are taken as they are, instead of the JSON of ``body``."""
    csrf: bool = True
    """Whether a browser's request must show the proof that a page of ours sent it."""
    cost: float = 1.0
    """How many ordinary requests this one counts for against its sender's limit."""
    personal: bool = False
    """Whether its answer tells of people: then each reading is kept in the audit trail."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A request that passed the gate, with all that a handler needs."""

    request: web.Request
    park: Park
    route: Route
    body: Any = None

    @property
    def actor(self) -> Actor:
        """Who asks."""
        return actor_of(self.request)

    @property
    def hall_id(self) -> str:
        """The hall that the path names."""
        return self.request.match_info["hall"]
