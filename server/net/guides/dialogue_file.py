"""A dialogue as a file for staff, labelled as the work of a machine where it is one."""

from __future__ import annotations

from typing import Final

from aiohttp import web

from avatars.guides.safety.labels import aigc
from server.net.guides.transcript import markdown
from server.net.originals import attachment
from server.net.route import Asked
from server.run.guides.records import ReadDialogue
from server.run.site.duty import zone_of

MARKDOWN: Final = "text/markdown; charset=utf-8"


async def get_dialogue_file(asked: Asked) -> web.Response:
    """One dialogue as a file to keep, labelled as the work of a machine where it is one."""
    read: ReadDialogue = await asked.park.guides.records.open(asked.request.match_info["dialogue"])
    park, id = asked.park, read.stored.id
    persona = next((p for p in park.guides.personas.all() if p.id == read.stored.persona), None)
    name = dict(persona.name) if persona else {"zh": "讲解员", "en": "Guide"}
    label = aigc(str(park.site.name["zh"]), id)
    text = markdown(read, dict(park.site.name), name, label, zone_of(park.inbox.duty.zone))
    headers = {**attachment(f"{id}.md"), "Content-Type": MARKDOWN, "Cache-Control": "no-store"}
    return web.Response(body=text.encode(), headers=headers)
