"""What the path of a request names, as the policy table needs to know it."""

from __future__ import annotations

from server.access.actor import Thing
from server.net.route import Asked


async def thing_of(asked: Asked) -> Thing | None:
    """The thing acted upon, or None when the path names none."""
    hall = asked.request.match_info.get("hall")
    return None if hall is None else Thing(hall=hall)
