"""Who may do what: one table that HTTP, the live socket and the command line all ask.

Two roles for now: *visitor*, who needs no account, and *operator*, who holds a session or comes
through the park's own unix socket. An action that the table does not name is refused to all.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, get_args

Role = Literal["visitor", "operator"]
ROLES: Final = get_args(Role)

EVERYONE: Final = frozenset[Role](("visitor", "operator"))
OPERATOR: Final = frozenset[Role](("operator",))

POLICY: Final[Mapping[str, frozenset[Role]]] = {
    "park.read": EVERYONE,
    "hall.read": EVERYONE,
    "hall.join": EVERYONE,
    "hall.join_closed": OPERATOR,
    "hall.manage": OPERATOR,
    "scene.read": EVERYONE,
    "scene.export": EVERYONE,
    "scene.interact": EVERYONE,
    "scene.drag": OPERATOR,
    "scene.edit": OPERATOR,
    "draft.read": OPERATOR,
    "draft.edit": OPERATOR,
    "version.read": OPERATOR,
    "version.edit": OPERATOR,
    "upload.create": OPERATOR,
    "job.read": OPERATOR,
    "media.read": OPERATOR,
    "media.edit": OPERATOR,
    "exhibit.read": OPERATOR,
    "exhibit.edit": OPERATOR,
    "exhibit.publish": OPERATOR,
    "storage.collect": OPERATOR,
    "asset.read": EVERYONE,
    "session.open": EVERYONE,
    "session.close": EVERYONE,
    "figures.read": OPERATOR,
    "metrics.read": EVERYONE,
    "link.make": OPERATOR,
    "server.stop": OPERATOR,
}


def allows(role: Role, action: str) -> bool:
    """True when the table gives this action to this role."""
    return role in POLICY.get(action, frozenset())
