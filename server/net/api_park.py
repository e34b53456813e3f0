"""The park and its halls over HTTP."""

from __future__ import annotations

from typing import Any

from aiohttp import web

from server.access.actor import Thing, house
from server.halls.hall import Hall
from server.net.authors import name_of
from server.net.route import Asked
from server.run.park import Park
from server.version import VERSION


def hall_summary(hall: Hall) -> dict[str, Any]:
    """A hall as the list shows it."""
    own = hall.editing.layers.published.hall
    return {
        "id": hall.id,
        "name": own["name"],
        "kind": own["kind"],
        "state": own["state"],
        "capacity": own["capacity"],
        "visitors": sum(room.shown for room in hall.audience.rooms),
        "revision": hall.revision,
    }


async def park_name(park: Park) -> dict[str, str]:
    """The park's name in both languages."""
    return park.site.name


async def get_park(asked: Asked) -> web.Response:
    """The park at a glance."""
    park = asked.park
    start = park.first_hall
    contact = park.hall(start).editing.layers.published.hall.get("contact") if park.halls else None
    return web.json_response(
        {
            "name": await park_name(park),
            "start": start,
            "contact": contact,
            "halls": [hall_summary(hall) for hall in park.halls.values()],
            "version": VERSION,
        }
    )


async def get_halls(asked: Asked) -> web.Response:
    """Every hall."""
    return web.json_response({"halls": [hall_summary(h) for h in asked.park.halls.values()]})


async def get_hall(asked: Asked) -> web.Response:
    """One hall."""
    return web.json_response(hall_summary(asked.park.hall(asked.hall_id)))


async def post_hall(asked: Asked) -> web.Response:
    """Make a hall."""
    park, body = asked.park, asked.body
    properties = body.model_dump(exclude_unset=True, exclude={"id", "copy_of"}, exclude_none=True)
    if body.copy_of is None:
        hall = await park.create_hall(body.id, properties)
    else:
        hall = await park.copy_hall(park.hall(body.copy_of), body.id, properties)
    return web.json_response(
        hall_summary(hall), status=201, headers={"Location": f"/api/v1/halls/{hall.id}"}
    )


async def patch_hall(asked: Asked) -> web.Response:
    """Rename a hall, change its capacity, open or close it."""
    hall = asked.park.hall(asked.hall_id)
    changed = asked.body.model_dump(exclude_unset=True, exclude_none=True)
    ops = [{"op": "set", "path": f"/hall/{name}", "value": v} for name, v in changed.items()]
    if ops:
        await asked.park.edit(hall, "published", ops, hall.revision, house(asked.actor.id))
    return web.json_response(hall_summary(hall))


async def put_hall_order(asked: Asked) -> web.Response:
    """Put the halls in order."""
    await asked.park.arrange_halls(asked.body.halls)
    return await get_halls(asked)


async def get_hall_work(asked: Asked) -> web.Response:
    """What staff know of every hall that is theirs to read."""
    park = asked.park
    mine = [h for h in park.halls.values() if asked.actor.may("draft.read", Thing(hall=h.id))]
    return web.json_response({"halls": [await _work(park, hall) for hall in mine]})


async def _work(park: Park, hall: Hall) -> dict[str, Any]:
    layers = hall.editing.layers
    nodes, drafted = layers.published.nodes.values(), len(layers.told.ops)
    newest = next(iter(await park.archive.history(hall.id, 1)), None)
    versions = await park.archive.versions(hall.id)
    author = "" if newest is None else newest.author
    return {
        "id": hall.id,
        "nodes": len(nodes),
        "exhibits": sum(node["kind"] == "exhibit" for node in nodes),
        "drafted": drafted,
        "versions": len(versions),
        "edited": None if newest is None else newest.at,
        "author": author,
        "author_name": name_of(park, author),
    }


async def delete_hall(asked: Asked) -> web.Response:
    """Take a hall away; whoever is inside is sent to another."""
    await asked.park.delete_hall(asked.hall_id)
    return web.Response(status=204)


async def get_live(asked: Asked) -> web.Response:
    """What the operator's live page shows."""
    park, figures = asked.park, asked.park.figures
    return web.json_response(
        {
            "halls": [
                {**hall_summary(hall), "rooms": [room.shown for room in hall.audience.rooms]}
                for hall in park.halls.values()
            ],
            "connections": len(park.talks),
            "tick_hz": park.settings.tick_hz,
            "tick_ms": figures.tick_milliseconds(),
            "bytes_out": figures.bytes_out,
            "frames_out": figures.frames_out,
            "time": park.clock.now(),
        }
    )
