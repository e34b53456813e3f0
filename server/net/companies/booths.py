"""Booths over HTTP: which there are, whose they are, and furnishing one's own."""

from __future__ import annotations

from typing import Any, Final

from aiohttp import web

from scenes.places import place_of
from server.access.actor import Thing
from server.access.live import BOOTH, CLOSED
from server.halls.booth_trial import room_of
from server.halls.errors import HallError
from server.halls.hall import Hall
from server.net.edits import edit_of
from server.net.route import Asked

AWAY: Final = {"enterprise": "", "name": {"zh": "暂不开放", "en": "Not open now"}, "since": 0.0}
"""What is told of a tenant whose booth is hidden, but to those who look after it."""


async def get_booths(asked: Asked) -> web.Response:
    """Every booth, free or not."""
    halls = [hall for hall in asked.park.halls.values() if _sees(asked, hall)]
    found = [booth for hall in halls for booth in _booths(asked, hall)]
    return web.json_response({"booths": found})


async def get_booth(asked: Asked) -> web.Response:
    """One booth, and what of its budget is used."""
    hall, name = _named(asked)
    nodes = hall.editing.layers.published.nodes
    room = room_of(nodes, name)
    own = hall.entitled.may(asked.actor, "scene.edit") or name in hall.entitled.booths(asked.actor)
    more = {"used": room.used._asdict(), "most_nodes": room.most.nodes, "own": own}
    return web.json_response({**_shown(asked, hall, name), **more})


async def patch_booth(asked: Asked) -> web.Response:
    """Edit what stands in a booth; answers when the edit is durable and everyone has been told."""
    hall, _ = _named(asked)
    ops, base = edit_of(asked.body, hall)
    revision = await asked.park.edit(hall, "published", ops, base, asked.actor)
    return web.json_response({"revision": revision})


async def post_undo(asked: Asked) -> web.Response:
    """Undo the sender's newest edit of this hall."""
    return await _turn(asked, "undo")


async def post_redo(asked: Asked) -> web.Response:
    """Do the sender's last undone edit again."""
    return await _turn(asked, "redo")


async def _turn(asked: Asked, how: str) -> web.Response:
    """Over what others have changed since only when ``?anyway=true`` says so."""
    hall, _ = _named(asked)
    actor, anyway = asked.actor, asked.request.query.get("anyway") == "true"
    act = hall.editing.undo if how == "undo" else hall.editing.redo
    revision = await asked.park.ask(
        hall, lambda tag: act("published", actor.id, tag, anyway=anyway, actor=actor)
    )
    return web.json_response({"revision": revision})


def _named(asked: Asked) -> tuple[Hall, str]:
    """The hall and the booth that the path names; raises ``booth_unknown``."""
    hall, name = asked.park.hall(asked.hall_id), asked.request.match_info["node"]
    if not _sees(asked, hall):
        raise HallError("hall_closed")
    node = hall.editing.layers.published.nodes.get(name)
    if node is None or node["kind"] != "booth" or not node.get("booth"):
        raise HallError("booth_unknown", name)
    return hall, name


def _sees(asked: Asked, hall: Hall) -> bool:
    return hall.is_open or asked.actor.may(CLOSED, Thing(hall=hall.id))


def _booths(asked: Asked, hall: Hall) -> list[dict[str, Any]]:
    nodes = hall.editing.layers.published.nodes
    names = [name for name, node in nodes.items() if node["kind"] == "booth" and node.get("booth")]
    found = [_shown(asked, hall, name) for name in names]
    return sorted(found, key=lambda booth: (booth["no"], booth["node"]))


def _shown(asked: Asked, hall: Hall, name: str) -> dict[str, Any]:
    nodes = hall.editing.layers.published.nodes
    node, place = nodes[name], place_of(nodes, name)
    visible = node.get("visible") is not False
    tenant = node.get("tenant")
    if tenant is not None:
        actor, here = asked.actor, Thing(hall=hall.id)
        own = Thing(f"enterprise:{tenant['enterprise']}", hall.id)
        keeps = actor.may("booth.manage", here) or actor.may(BOOTH, own)
        known = {key: tenant[key] for key in ("enterprise", "name", "since")}
        tenant = known if visible or keeps else AWAY
    return {
        "hall": hall.id,
        "node": name,
        "name": node["name"],
        **node["booth"],
        "position": list(place.position),
        "yaw": place.yaw,
        "visible": visible,
        "tenant": tenant,
    }
