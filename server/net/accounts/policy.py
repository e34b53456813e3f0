"""The policy table, for the page that shows who may do what."""

from __future__ import annotations

from aiohttp import web

from server.access.action_words import WORDS as ACTIONS
from server.access.actor import Grant
from server.access.giving import may_give
from server.access.policy import POLICY
from server.access.roles import ROLES, STAFF, WORDS
from server.net.route import Asked


async def get_policy(asked: Asked) -> web.Response:
    """Roles and actions in words, and who may do what."""
    giver = asked.actor
    roles = [
        {
            "id": role,
            **WORDS[role]._asdict(),
            "staff": role in STAFF,
            "yours_to_give": giver.may("people.invite") and may_give(giver, Grant(role)),
        }
        for role in ROLES
    ]
    actions = [
        {"id": action, **ACTIONS[action]._asdict(), "reach": dict(row)}
        for action, row in POLICY.items()
    ]
    return web.json_response({"roles": roles, "actions": actions})
