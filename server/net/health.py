"""Is it alive, is it ready, how is it doing: for supervisors and for Prometheus."""

from __future__ import annotations

from aiohttp import web

from server.errors import RequestError
from server.net.api_session import from_this_machine, is_forwarded
from server.net.route import Asked


async def get_healthz(asked: Asked) -> web.Response:
    """200 as long as the process answers."""
    return web.json_response({"alive": True})


async def get_readyz(asked: Asked) -> web.Response:
    """200 while visitors can come in, else 503."""
    if not asked.park.ready:
        raise RequestError("starting")
    return web.json_response({"ready": True, "halls": len(asked.park.halls)})


async def get_metrics(asked: Asked) -> web.Response:
    """Counters in Prometheus' text format: for this machine and the operator, unless opened."""
    request, park = asked.request, asked.park
    near = from_this_machine(request) and not is_forwarded(request)
    if not (near or park.settings.metrics_open or asked.actor.may("figures.read")):
        raise RequestError("forbidden")
    return web.Response(
        body=park.figures.text(),
        headers={"Content-Type": "text/plain; version=0.0.4; charset=utf-8"},
    )
