"""What guides think, speak and listen with, over HTTP: named, well, at home or abroad."""

from __future__ import annotations

from typing import Any

from aiohttp import web
from pydantic import BaseModel

from server.net.route import Asked
from server.run.guides.models import USES, Models, Use, counts_as_abroad, endpoint_of


class ServiceShown(BaseModel):
    """One service. ``barred``: it lies abroad, and the operator has not consented to that.

    ``since``: when it failed last, while it is left alone (Unix seconds); ``error`` says how.
    """

    configured: bool
    healthy: bool
    barred: bool
    abroad: bool
    host: str
    model: str
    since: float | None
    error: str


class GuideStatus(BaseModel):
    """Services by use: ``model``, ``embeddings``, ``speech``, ``transcribe``.

    ``brain`` is whose answers visitors get now. ``tokens_per_day`` 0: without limit.
    ``open_questions``: how many wait for an answer; their number tells nothing of anybody.
    """

    brain: str
    services: dict[str, ServiceShown]
    tokens_today: int
    tokens_per_day: int
    open_questions: int


async def get_guide_status(asked: Asked) -> web.Response:
    """How the services of guides are."""
    guides, now = asked.park.guides, asked.park.clock.now()
    counts = await asked.park.archive.lessons.counts()
    services = {use: service(asked.park.settings, guides.brains.models, use, now) for use in USES}
    return web.json_response(
        {
            "brain": guides.brains.status().brain,
            "services": services,
            "tokens_today": guides.limits.tokens_today(now),
            "tokens_per_day": guides.limits.allowance.tokens,
            "open_questions": counts.get("open", 0),
        }
    )


def service(settings: Any, models: Models, use: Use, now: float) -> dict[str, Any]:
    """One service, as ``ServiceShown``."""
    named, breaker = endpoint_of(settings, use), models.breakers[use]
    healthy = models.endpoint(use) is not None and breaker.is_healthy(now)
    ailing = named is not None and not breaker.is_healthy(now)
    return {
        "configured": named is not None,
        "healthy": healthy,
        "barred": models.is_barred(use),
        "abroad": named is not None and counts_as_abroad(settings, named),
        "host": named.host if named else "",
        "model": named.model if named else "",
        "since": breaker.last_failure if ailing else None,
        "error": breaker.last_error if ailing else "",
    }
