"""Join tickets over HTTP, where a browser's cookie is guarded."""

from __future__ import annotations

from aiohttp import web

from scenes.findings import Finding
from server.access.actor import Thing
from server.errors import RequestError
from server.halls.errors import HallError
from server.net.gate import LOCAL, address_of, session_of
from server.net.moderation.bodies import TicketAnswer, TicketNew
from server.net.route import Asked


async def post_ticket(asked: Asked) -> web.Response:
    """A ticket for one hall, in the name of whoever asks."""
    park, actor, wished = asked.park, asked.actor, asked.body or TicketNew()
    hall, address = park.hall(asked.hall_id), address_of(asked.request)
    if not hall.is_open and not actor.may("hall.join_closed", Thing(hall=hall.id)):
        raise HallError("hall_closed")
    admission = park.order.admission
    held = admission.order.keeps_out(actor, address)
    if held is not None:
        raise RequestError("visitor_blocked" if held.kind == "block" else "removed_for_now")
    name, refusal = admission.called(actor, wished.name)
    if refusal is not None:
        raise RequestError(refusal, [Finding("/name", refusal)])
    local = asked.request.app.get(LOCAL, False)
    session = session_of(asked.request) if actor.is_known and not local else None
    secret, ticket = park.order.tickets.issue(
        actor, session, hall.id, name, address, park.clock.now()
    )
    answer = TicketAnswer(ticket=secret, expires=ticket.expires, name=name)
    return web.json_response(answer.model_dump(), status=201)
