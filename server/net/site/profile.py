"""The park's profile and the first-run guide over HTTP."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from aiohttp import web

from server.access.actor import house
from server.net.route import Asked
from server.run.park import Park
from server.run.site.legal import FOR_VISITORS, KINDS
from server.run.site.profile import ICP_LINK, police_link


def site_answer(park: Park) -> dict[str, Any]:
    """The profile as everybody may read it."""
    profile = park.site.profile
    return {
        **profile.told(),
        "name": park.site.name,
        "icp_link": ICP_LINK if profile.icp else "",
        "police_link": police_link(profile.police_record),
        "documents": [
            {
                "kind": kind,
                "words": {"zh": KINDS[kind][0], "en": KINDS[kind][1]},
                "version": park.legal.in_force(kind),
                "link": f"/legal/{kind}",
            }
            for kind in FOR_VISITORS
        ],
    }


async def get_site(asked: Asked) -> web.Response:
    """The profile."""
    return web.json_response(site_answer(asked.park))


async def patch_site(asked: Asked) -> web.Response:
    """Change the profile; null is no change, but for the logo, which it takes away."""
    told = asked.body.model_dump(exclude_unset=True)
    changes = {name: value for name, value in told.items() if value is not None or name == "logo"}
    await asked.park.site.change(changes)
    return web.json_response(site_answer(asked.park))


async def guide_answer(park: Park) -> dict[str, Any]:
    """How far the first-run guide has come."""
    steps = park.site.guide
    first_run = park.accounts.first_run
    return {
        "wanted": "finished" not in steps and (not park.halls or not park.site.is_named),
        "steps": steps,
        "first_run": first_run,
        "named": park.site.is_named,
        "halls": len(park.halls),
        "open_halls": sum(1 for hall in park.halls.values() if hall.is_open),
        "exhibits": len(await park.archive.exhibits.page(1)),
        "scene": asdict(park.duties.starting.progress),
    }


async def get_guide(asked: Asked) -> web.Response:
    """How far the guide has come."""
    return web.json_response(await guide_answer(asked.park))


async def patch_guide(asked: Asked) -> web.Response:
    """Note that a step is over."""
    await asked.park.site.note_step(asked.body.step, asked.body.how)
    return web.json_response(await guide_answer(asked.park))


async def post_start(asked: Asked) -> web.Response:
    """Begin with a scene; what becomes of it stands in the guide."""
    progress = await asked.park.duties.starting.begin(asked.body.scene)
    return web.json_response(asdict(progress), status=202)


async def post_opening(asked: Asked) -> web.Response:
    """Open every hall that is closed."""
    park = asked.park
    for hall in list(park.halls.values()):
        if not hall.is_open:
            ops = [{"op": "set", "path": "/hall/state", "value": "open"}]
            await park.edit(hall, "published", ops, hall.revision, house(asked.actor.id))
    await park.site.note_step("open", "done")
    await park.notices.event("site.opened")
    return web.json_response(await guide_answer(park))
