"""Who may do what: one table that HTTP, the live socket, jobs and the command line all ask.

A row is an action: ``resource.verb``. It gives each role a *reach*: ``all`` things, or ``own``
ones only (those that the actor or the actor's enterprise owns). A grant may narrow a role further,
to one hall (``server/access/actor.py``). An action that the table does not name, and a role that a
row does not name, are refused. Auditors and regulators read everything and change nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

from server.access.roles import ROLES, Role

Reach = Literal["all", "own"]
Row = Mapping[Role, Reach]


def _all(*roles: Role) -> Row:
    """These roles, and the operator, for all things."""
    return dict.fromkeys((*roles, "operator"), "all")


def _reading(*roles: Role) -> Row:
    """These roles and whoever reads everything."""
    return _all(*roles, "auditor", "regulator")


def _own(*roles: Role) -> Row:
    """These roles, for their own things."""
    return dict.fromkeys(roles, "own")


PARK_WIDE: Final = frozenset(
    {
        *("account", "audit", "block", "figures", "inbox", "key", "link", "notice", "people"),
        *("privacy", "settings", "site", "storage", "table", "webhook"),
        *("booking", "custodian", "lead", "seat"),
        *("dialogue", "guide", "knowledge"),
    }
)
"""Resources that stand in no hall: a role in one hall alone does not reach them, unless everybody
who signed in has the action anyway."""
EVERYONE: Final[Row] = dict.fromkeys(ROLES, "all")
SIGNED_IN: Final[Row] = {role: "all" for role in ROLES if role != "visitor"}

POLICY: Final[Mapping[str, Row]] = {
    # the park and its halls
    "park.read": EVERYONE,
    "hall.read": EVERYONE,
    "hall.join": EVERYONE,
    "hall.join_closed": _reading("creator", "presenter", "host", "clerk", "manager"),
    "hall.manage": _all("manager"),
    "asset.read": EVERYONE,
    # the scene
    "scene.read": EVERYONE,
    "scene.export": EVERYONE,
    "scene.interact": EVERYONE,
    "scene.drag": _all("presenter", "manager"),
    "scene.edit": _all("manager"),
    "draft.read": _reading("creator", "manager"),
    "draft.edit": _all("creator", "manager"),
    "version.read": _reading("creator", "manager"),
    "version.edit": _all("manager"),
    # exhibits and media
    "upload.create": _all("creator", "enterprise_owner", "enterprise_agent", "manager"),
    "job.read": {**_own("enterprise_owner", "enterprise_agent"), **_reading("creator", "manager")},
    "job.edit": {**_own("creator", "enterprise_owner", "enterprise_agent"), **_all("manager")},
    "exhibit.read": {
        **_own("enterprise_owner", "enterprise_agent"),
        **_reading("creator", "presenter", "host", "clerk", "manager"),
    },
    "exhibit.edit": {
        **_own("creator", "enterprise_owner", "enterprise_agent"), **_all("manager"),
    },
    "exhibit.export": {
        **_own("creator", "enterprise_owner", "enterprise_agent"), **_reading("manager"),
    },
    "exhibit.place": {**_own("enterprise_owner", "enterprise_agent"), **_all("manager")},
    "exhibit.publish": {**_own("enterprise_owner", "enterprise_agent"), **_all("manager")},
    "exhibit.transfer": _all("manager"),
    "media.read": {
        **_own("enterprise_owner", "enterprise_agent"),
        **_reading("creator", "presenter", "host", "clerk", "manager"),
    },
    "media.edit": {**_own("creator", "enterprise_owner", "enterprise_agent"), **_all("manager")},
    "media.export": {
        **_own("creator", "enterprise_owner", "enterprise_agent"), **_reading("manager"),
    },
    "media.place": {**_own("enterprise_owner", "enterprise_agent"), **_all("manager")},
    "media.transfer": _all("manager"),
    "storage.collect": _all(),
    # signing in; one's own account
    "session.open": EVERYONE,
    "session.close": EVERYONE,
    "account.own": SIGNED_IN,
    "account.first": _all(),
    "pairing.begin": EVERYONE,
    "pairing.confirm": SIGNED_IN,
    "ticket.make": EVERYONE,
    "link.make": _all(),
    # people
    "people.read": _reading("manager"),
    "people.invite": _all("manager"),
    "people.edit": _all("manager"),
    "people.recover": _all(),
    "key.own": _all("manager"),
    "key.manage": _all(),
    # visitors who are here
    "presence.read": _reading("presenter", "host", "clerk", "manager"),
    "visitor.moderate": _all("host", "manager"),
    "visitor.report": EVERYONE,
    "report.read": _reading("host", "manager"),
    "block.read": _reading("host", "manager"),
    # registration: what an enterprise does about itself, and what the registry desk does
    "application.begin": EVERYONE,
    "application.read": {
        **_own("enterprise_owner", "enterprise_agent"), **_reading("clerk", "manager"),
    },
    "application.edit": {**_own("enterprise_owner", "enterprise_agent"), **_all()},
    "application.submit": {**_own("enterprise_owner", "enterprise_agent"), **_all()},
    "application.withdraw": {**_own("enterprise_owner"), **_all()},
    "application.accept": {**_own("enterprise_owner"), **_all()},
    "application.exit": {**_own("enterprise_owner"), **_all("manager")},
    "application.review": _all("clerk", "manager"),
    "application.suspend": _all("manager"),
    "application.close": _all("clerk", "manager"),
    "application.identity": _reading("clerk", "manager"),
    "application.copy": {**_own("enterprise_owner"), **_reading("manager")},
    "company.read": EVERYONE,
    "company.edit": {**_own("enterprise_owner", "enterprise_agent"), **_all("manager")},
    "company.members": {**_own("enterprise_owner"), **_all("manager")},
    "certificate.verify": EVERYONE,
    "certificate.read": {
        **_own("enterprise_owner", "enterprise_agent"), **_reading("clerk", "manager"),
    },
    "certificate.rotate": _all(),
    "custodian.read": _reading("clerk", "manager"),
    "custodian.edit": _all("manager"),
    "seat.read": _reading("clerk", "manager"),
    "booth.read": EVERYONE,
    "booth.edit": {**_own("enterprise_owner", "enterprise_agent"), **_all("manager")},
    "booth.manage": _all("manager"),
    # promotion: space to let, visits, leads
    "unit.read": EVERYONE,
    "unit.edit": _all("manager"),
    "unit.hold": _all("investor", "enterprise_owner", "enterprise_agent", "host", "manager"),
    "hold.read": {
        **_own("investor", "enterprise_owner", "enterprise_agent"), **_reading("host", "manager"),
    },
    "hold.end": {
        **_own("investor", "enterprise_owner", "enterprise_agent"), **_all("host", "manager"),
    },
    "hold.edit": _all("host", "manager"),
    "booking.ask": EVERYONE,
    "booking.read": _reading("presenter", "host", "manager"),
    "booking.edit": _all("host", "manager"),
    "lead.leave": EVERYONE,
    "lead.read": _reading("host", "manager"),
    "lead.edit": _all("host", "manager"),
    # guides: what they know, who they are, what was said
    "guide.ask": EVERYONE,
    "guide.read": _reading("host", "manager"),
    "guide.edit": _all("manager"),
    "knowledge.read": _reading("creator", "host", "manager"),
    "knowledge.edit": _all("manager"),
    "dialogue.own": EVERYONE,
    "dialogue.read": _reading("host", "manager"),
    "dialogue.edit": _all("host", "manager"),
    # daily work
    "overview.read": _reading("creator", "presenter", "host", "clerk", "manager"),
    "inbox.read": _reading("host", "clerk", "manager"),
    "inbox.edit": _all("host", "clerk", "manager"),
    "statistics.read": _reading("clerk", "host", "manager"),
    "table.export": _reading("clerk", "manager"),
    # the site
    "site.read": EVERYONE,
    "site.edit": _all("manager"),
    "legal.read": _reading("manager"),
    "consent.give": EVERYONE,
    "settings.read": _reading(),
    "settings.edit": _all(),
    "webhook.read": _reading("manager"),
    "webhook.edit": _all(),
    "notice.read": _reading("manager"),
    "notice.edit": _all("manager"),
    # records
    "audit.read": _reading(),
    "privacy.own": SIGNED_IN,
    "privacy.ask": EVERYONE,
    "privacy.read": _reading(),
    "privacy.edit": _all(),
    "privacy.copy": _all(),
    # the machine
    "figures.read": _reading("manager"),
    "metrics.read": EVERYONE,
}  # fmt: skip

UNBOUND: Final = frozenset(
    action for action, row in POLICY.items() if SIGNED_IN.items() <= row.items()
)
"""What everybody who signed in may do to everything: a hall cannot narrow that."""
