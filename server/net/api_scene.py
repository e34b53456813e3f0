"""Scenes over HTTP: read, edit, undo, draft, versions, export."""

from __future__ import annotations

from aiohttp import web

from scenes.findings import Finding, StaleError
from server.access.actor import Thing
from server.errors import RequestError
from server.halls.errors import HallError
from server.halls.hall import Hall
from server.net.api_versions import version_answer
from server.net.bodies_versions import PublishDraft
from server.net.edits import edit_of
from server.net.route import Asked
from server.run.exhibits.follow import followed
from server.store.records import StoredVersion
from server.wire.messages import KeptLayer


def _hall(asked: Asked) -> Hall:
    """The hall that the path names; a closed one is nobody's but its staff's."""
    hall = asked.park.hall(asked.hall_id)
    if not hall.is_open and not asked.actor.may("hall.join_closed", Thing(hall=hall.id)):
        raise HallError("hall_closed")
    return hall


def _revision(revision: int) -> web.Response:
    return web.json_response({"revision": revision})


async def get_scene(asked: Asked) -> web.Response:
    """The whole scene."""
    hall = _hall(asked)
    layers = hall.editing.layers
    return web.json_response({**layers.snapshot(), "revision": hall.revision, "epoch": hall.epoch})


async def patch_scene(asked: Asked) -> web.Response:
    """Edit the scene; answers when the edit is durable and everyone has been told."""
    hall = _hall(asked)
    ops, base = edit_of(asked.body, hall)
    return _revision(await asked.park.edit(hall, asked.body.layer, ops, base, asked.actor))


async def post_undo(asked: Asked) -> web.Response:
    """Undo the sender's newest published edit."""
    return await _turn(asked, "undo", "published")


async def post_redo(asked: Asked) -> web.Response:
    """Do the sender's last undone published edit again."""
    return await _turn(asked, "redo", "published")


async def post_draft_undo(asked: Asked) -> web.Response:
    """Undo the sender's newest edit of the draft."""
    return await _turn(asked, "undo", "draft")


async def post_draft_redo(asked: Asked) -> web.Response:
    """Do the sender's last undone edit of the draft again."""
    return await _turn(asked, "redo", "draft")


async def _turn(asked: Asked, how: str, layer: KeptLayer) -> web.Response:
    """Over what others have changed since only when ``?anyway=true`` says so."""
    hall, author = _hall(asked), asked.actor.id
    anyway = asked.request.query.get("anyway") == "true"
    editing = hall.editing
    act = editing.undo if how == "undo" else editing.redo
    return _revision(await asked.park.ask(hall, lambda tag: act(layer, author, tag, anyway=anyway)))


async def get_draft(asked: Asked) -> web.Response:
    """The draft, and the scene as it would be."""
    layers = _hall(asked).editing.layers
    return web.json_response(
        {
            "number": layers.draft_number,
            "ops": layers.told.ops,
            "aside": [
                {
                    "number": one.edit.number,
                    "author": one.edit.author,
                    "ops": list(one.edit.ops),
                    "code": one.code,
                }
                for one in layers.told.aside
            ],
            **layers.draft_state.document(),
            "revision": layers.revision,
        }
    )


async def delete_draft(asked: Asked) -> web.Response:
    """Throw the draft away."""
    hall = _hall(asked)
    author = asked.actor.id
    await asked.park.ask(hall, lambda tag: hall.editing.discard(author, tag))
    return web.Response(status=204)


async def post_publish(asked: Asked) -> web.Response:
    """Publish the draft as one patch, if it is still the one that was looked at."""
    hall = _hall(asked)
    author, looked = asked.actor.id, asked.body or PublishDraft()
    now = hall.editing.layers.draft_number
    if looked.number is not None and looked.number != now:
        # Told as other stale edits are: the number to try again with.
        raise StaleError(now, "draft_changed", "/number")
    return _revision(
        await asked.park.ask(hall, lambda tag: hall.editing.publish(author, tag, looked.note))
    )


async def get_versions(asked: Asked) -> web.Response:
    """The named versions, newest first."""
    found = await asked.park.archive.versions(_hall(asked).id)
    told = [version_answer(asked.park, version) for version in found]
    return web.json_response({"versions": told})


async def post_version(asked: Asked) -> web.Response:
    """Keep the present state under a name."""
    hall, park = _hall(asked), asked.park
    author, now = asked.actor.id, park.clock.now()
    document = hall.editing.layers.published.document()
    number = await park.archive.save_version(
        hall.id, asked.body.name, hall.revision, document, author, now
    )
    version = StoredVersion(hall.id, number, asked.body.name, hall.revision, author, now)
    return web.json_response(version_answer(park, version), status=201)


async def post_restore(asked: Asked) -> web.Response:
    """Go back to a named version by one patch, which can be undone."""
    hall, park = _hall(asked), asked.park
    number = int(asked.request.match_info["version"])
    document = await followed(park, await park.archive.version(hall.id, number))
    author = asked.actor.id
    note = f"restore:{number}"
    return _revision(
        await park.ask(hall, lambda tag: hall.editing.restore(document, author, tag, note))
    )


def _position(text: str, pointer: str) -> tuple[float, float, float]:
    try:
        x, y, z = (float(part) for part in text.split(","))
    except ValueError:
        raise RequestError("invalid", [Finding(pointer, "not_a_number")]) from None
    if not all(-8000 <= v <= 8000 for v in (x, y, z)):
        raise RequestError("invalid", [Finding(pointer, "out_of_range")])
    return x, y, z


async def get_manifest(asked: Asked) -> web.Response:
    """What somebody standing at ``at`` needs, most needed first."""
    at = _position(asked.request.query.get("at", "0,0,0"), "/at")
    items = _hall(asked).derived.manifest(at)
    return web.json_response(
        {
            "items": [
                {"node": i.node, "level": i.level, "asset": i.asset, "bytes": i.bytes}
                for i in items
            ]
        }
    )


async def get_path(asked: Asked) -> web.Response:
    """A walkable way between two places."""
    start = _position(asked.request.query.get("from", ""), "/from")
    goal = _position(asked.request.query.get("to", ""), "/to")
    return web.json_response({"points": _hall(asked).derived.path(start, goal)})


async def get_glb(asked: Asked) -> web.Response:
    """The hall's scene as one valid GLB, taken apart and coloured as it is now."""
    hall = _hall(asked)
    data = await asked.park.exports.glb(hall)
    return web.Response(
        body=data,
        content_type="model/gltf-binary",
        headers={"Content-Disposition": f'attachment; filename="{hall.id}.glb"'},
    )
