"""Statistics over HTTP: visits, what was looked at, where people stood. Sums alone, never few."""

from __future__ import annotations

from collections import defaultdict

from aiohttp import web

from server.access.actor import Thing
from server.net.route import Asked
from server.net.statistics import bodies
from server.net.statistics.spans import span_of, step_of
from server.run.park import Park
from server.run.statistics.discretion import mean, told
from server.run.statistics.squares import size_of
from server.store.errors import StoreError
from server.store.statistics_records import DwellHour


async def get_visits(asked: Asked) -> web.Response:
    """Visits by hall and hour or day."""
    span, step, least = span_of(asked), step_of(asked), _least(asked)
    rows = await asked.park.archive.statistics.visits(span.since, span.until)
    sums: defaultdict[tuple[int, str], list[float]] = defaultdict(lambda: [0, 0.0])
    total = 0
    for row in rows:
        if _sees(asked, row.hall):
            found = sums[span.begin_of(row.hour, step), row.hall]
            found[0] += row.visits
            found[1] += row.seconds
            total += row.visits
    answer = bodies.VisitsAnswer(
        since=span.since,
        until=span.until,
        step=step,
        least=least,
        total=told(total, 0.0, least).visits,
        sums=[
            bodies.VisitSum(at=at, hall=hall, **told(int(found[0]), found[1], least)._asdict())
            for (at, hall), found in sorted(sums.items())
        ],
    )
    return web.json_response(answer.model_dump())


async def get_dwell(asked: Asked) -> web.Response:
    """What was looked at, longest first."""
    span, least = span_of(asked), _least(asked)
    hall = asked.request.query.get("hall")
    rows = await asked.park.archive.statistics.dwell(span.since, span.until)
    wanted = [row for row in rows if hall in (None, row.hall) and _sees(asked, row.hall)]
    answer = bodies.DwellAnswer(
        since=span.since,
        until=span.until,
        least=least,
        sums=[await _dwell_sum(asked.park, row, least) for row in wanted],
    )
    return web.json_response(answer.model_dump())


async def get_heat(asked: Asked) -> web.Response:
    """Where in a hall visitors were."""
    span, least, park = span_of(asked), _least(asked), asked.park
    hall = park.hall(asked.hall_id)
    size = size_of(hall.editing.layers.published.hall["bounds"])
    rows = await park.archive.statistics.heat(hall.id, size, span.since, span.until)
    sums = [(row, told(row.visits, row.seconds, least).seconds) for row in rows]
    answer = bodies.HeatAnswer(
        hall=hall.id,
        since=span.since,
        until=span.until,
        size=size,
        least=least,
        squares=[
            bodies.HeatSum(x=row.x * size, z=row.z * size, seconds=seconds)
            for row, seconds in sums
            if seconds
        ],
    )
    return web.json_response(answer.model_dump())


def _least(asked: Asked) -> int:
    return asked.park.settings.statistics_least


def _sees(asked: Asked, hall: str) -> bool:
    return asked.actor.may("statistics.read", Thing(hall=hall))


async def _dwell_sum(park: Park, row: DwellHour, least: int) -> bodies.DwellSum:
    sums = told(row.visits, row.seconds, least)
    return bodies.DwellSum(
        hall=row.hall,
        node=row.node,
        exhibit=row.exhibit or None,
        title=await _title(park, row),
        visits=sums.visits,
        seconds=sums.seconds,
        mean=mean(sums),
    )


async def _title(park: Park, row: DwellHour) -> dict[str, str]:
    """What it is called now; what is gone goes by its id."""
    if row.exhibit:
        try:
            return (await park.archive.exhibits.get(row.exhibit)).title
        except StoreError:
            return {"zh": row.exhibit, "en": row.exhibit}
    hall = park.halls.get(row.hall)
    node = hall.editing.layers.published.nodes.get(row.node, {}) if hall else {}
    name: dict[str, str] = node.get("name") or {"zh": row.node, "en": row.node}
    return name
