"""Personas over HTTP."""

from __future__ import annotations

from typing import Any, Final

from aiohttp import web

from avatars.bodies import BODIES
from scenes.findings import Finding
from server.errors import RequestError
from server.net.guides.persona_bodies import PersonaChange, PersonaNew
from server.net.route import Asked
from server.run.guides.personas import persona_of, told_of
from server.store.doing import note
from server.store.guide_records import StoredPersona

VOICES: Final = ("alloy", "ash", "coral", "echo", "fable", "nova", "onyx", "sage", "shimmer")
"""Names that speech endpoints of this kind usually know; any other may be written too."""


async def get_personas(asked: Asked) -> web.Response:
    """Every persona, oldest first."""
    personas = asked.park.guides.personas
    shown = [_shown(asked, personas.kept(each.id)) for each in personas.all()]
    assets, portrait = asked.park.guides.cast.bodies, asked.park.guides.bodies.portrait
    bodies = [
        {
            "id": id,
            "name": dict(words),
            "asset": assets.get(id, ""),
            "picture": f"/assets/{sha}" if (sha := portrait(id)) else "",
        }
        for id, words in BODIES.items()
    ]
    return web.json_response({"personas": shown, "bodies": bodies, "voices": list(VOICES)})


async def post_persona(asked: Asked) -> web.Response:
    """A new persona."""
    body: PersonaNew = asked.body
    told = body.model_dump()
    _check(asked, told)
    kept = await asked.park.guides.personas.add(told, asked.actor.id)
    note(target=f"persona/{kept.id}")
    return web.json_response(_shown(asked, kept), status=201)


async def patch_persona(asked: Asked) -> web.Response:
    """Change a persona: guides that are it change at once."""
    body: PersonaChange = asked.body
    told = body.model_dump(exclude={"version"}, exclude_none=True)
    _check(asked, told)
    id = asked.request.match_info["persona"]
    kept = await asked.park.guides.personas.change(id, body.version, told, asked.actor.id)
    note(target=f"persona/{id}")
    return web.json_response(_shown(asked, kept))


async def delete_persona(asked: Asked) -> web.Response:
    """Take a persona away that no guide is."""
    await asked.park.guides.personas.remove(asked.request.match_info["persona"])
    return web.Response(status=204)


def _check(asked: Asked, told: dict[str, Any]) -> None:
    """See that what is named is there; raises RequestError ``invalid`` with every finding."""
    found = []
    if told.get("body") is not None and told["body"] not in BODIES:
        found.append(Finding("/body", "not_a_choice"))
    library = asked.park.guides.library
    for number, id in enumerate(told.get("knowledge") or ()):
        if library.get(id) is None:
            found.append(Finding(f"/knowledge/{number}", "document_unknown"))
    if found:
        raise RequestError("invalid", found)


def _shown(asked: Asked, kept: StoredPersona) -> dict[str, Any]:
    used = asked.park.guides.personas.used(kept.id)
    return {
        "id": kept.id,
        "version": kept.version,
        **told_of(persona_of(kept)),
        "used": [{"hall": hall, "node": node} for hall, node in used],
    }
