"""The people of an enterprise over HTTP, and the whole copy of its file."""

from __future__ import annotations

from aiohttp import web

from server.access.naming import clean_name
from server.net.privacy.copies import send_zip, told_first
from server.net.registration.applications import id_of, row_of
from server.net.registration.bodies import MemberNew
from server.net.route import Asked


async def get_members(asked: Asked) -> web.Response:
    """Who is of the enterprise, and who is invited."""
    row = await row_of(asked)
    return await _members(asked, row.id)


async def post_member(asked: Asked) -> web.Response:
    """Invite somebody to furnish the booth."""
    body: MemberNew = asked.body
    row = await row_of(asked)
    people = asked.park.registry.people
    await people.invite(asked.actor, row.id, body.email, clean_name(body.name), body.lang)
    return await _members(asked, row.id, status=201)


async def delete_member(asked: Asked) -> web.Response:
    """Take somebody off, or an invitation back."""
    row = await row_of(asked)
    person = asked.request.match_info["member"]
    await asked.park.registry.people.remove(asked.actor, row.id, person)
    return web.Response(status=204)


async def get_copy(asked: Asked) -> web.StreamResponse:
    """Everything that the park has of an enterprise, as a zip."""
    members = await asked.park.registry.copying.members(await row_of(asked))
    await told_first(asked)
    answer = await send_zip(asked, f"{id_of(asked)}.zip", members)
    await asked.park.registry.copying.delivered(id_of(asked))
    return answer


async def _members(asked: Asked, id: str, status: int = 200) -> web.Response:
    found = await asked.park.registry.people.of(id)
    told = {"members": [member._asdict() for member in found]}
    return web.json_response(told, status=status)
