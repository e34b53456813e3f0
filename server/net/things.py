"""What a request names, as the policy table needs to know it: whose it is, and in which hall.

A thing that is not there has no owner, and the handler says that it is not there. Whoever may not
even read a thing that is there is told the same, so that nobody learns what exists by asking.
"""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from scenes.space import tenant_at
from server.access.actor import Thing
from server.errors import RequestError
from server.net.route import Asked
from server.store.owners import Kind


class Owned(NamedTuple):
    """A part of paths that names something with an owner."""

    kind: Kind
    reading: str
    unknown: str


OWNED: Final[dict[str, Owned]] = {
    "exhibit": Owned("exhibit", "exhibit.read", "exhibit_unknown"),
    "media": Owned("media", "media.read", "media_unknown"),
    "job": Owned("job", "job.read", "job_unknown"),
}


class OfEnterprise(NamedTuple):
    """A part of paths that names an enterprise, or its application: they have one id."""

    reading: str
    unknown: str


ENTERPRISES: Final[dict[str, OfEnterprise]] = {
    "application": OfEnterprise("application.read", "application_unknown"),
    "company": OfEnterprise("company.read", "company_unknown"),
}


IN_BOOTHS: Final = {"booth.edit": "booth", "media.place": "board"}
"""Actions on a single node of a hall, which is a company's when it is, or is in, that company's
booth; and the kind of node that they are about."""


async def thing_of(asked: Asked) -> Thing | None:
    """The thing acted upon, or None when the request names none, or none that is there."""
    parts = asked.request.match_info
    hall = parts.get("hall") or _hall_in(asked.body)
    named = named_in(parts)
    if enterprise := _enterprise_in(parts):
        # Whether it is there or not: nobody learns that by what they are answered.
        thing = Thing(f"enterprise:{parts[enterprise]}", hall or "")
        if enterprise == "company" and not asked.actor.may(asked.route.action, thing):
            await asked.park.registry.cards.one(parts[enterprise])  # a hidden one is not there
        return thing
    if named is None:
        if asked.route.action == "hall.manage":
            return Thing(hall=hall or "")  # making one, or their order, is no matter of one hall
        if hall is not None and asked.route.action in IN_BOOTHS and "node" in parts:
            return _standing(asked, hall, parts["node"])
        return None if hall is None else Thing(hall=hall)
    held = await asked.park.archive.owners.holding(named[0].kind, named[1])
    return None if held is None else Thing(held.owner, hall or "")


def _standing(asked: Asked, hall_id: str, name: str) -> Thing | None:
    """A booth, or what stands in one: its tenant's, unless they are suspended."""
    hall = asked.park.halls.get(hall_id)
    nodes = hall.editing.layers.head.nodes if hall is not None else {}
    if name not in nodes or nodes[name]["kind"] != IN_BOOTHS[asked.route.action]:
        return None
    tenant = tenant_at(nodes, name)
    if tenant is None or nodes[tenant.booth].get("visible") is False:
        return Thing(hall=hall_id)
    return Thing(f"enterprise:{tenant.enterprise}", hall_id)


def named_in(parts: Any) -> tuple[Owned, str] | None:
    """What a path names that has an owner, and its id."""
    return next(((owned, parts[name]) for name, owned in OWNED.items() if name in parts), None)


def refusal(asked: Asked, thing: Thing | None) -> RequestError:
    """What to say to somebody who may not do this to this thing."""
    named = named_in(asked.request.match_info)
    enterprise = ENTERPRISES.get(_enterprise_in(asked.request.match_info))
    if enterprise is not None and not asked.actor.may(enterprise.reading, thing):
        return RequestError(enterprise.unknown)
    if named is not None and not asked.actor.may(named[0].reading, thing):
        return RequestError(named[0].unknown)
    return RequestError("forbidden")


def _enterprise_in(parts: Any) -> str:
    """Which part of a path names an enterprise; empty when none does."""
    return next((name for name in ENTERPRISES if name in parts), "")


def _hall_in(body: Any) -> str | None:
    """The hall that a body names, for routes whose path names none."""
    hall = getattr(body, "hall", None)
    return hall if isinstance(hall, str) and hall else None
