"""Space that companies take: booths in a hall, and units (rooms, floors, desks) to let.

A *booth* is a place of so many metres with a budget of triangles and of memory for textures; its
node is the middle of its floor, its back wall towards -Z, open towards +Z. The company that has it
is its *tenant*, and whatever hangs below the booth's node is the tenant's. A *unit* is a box of air
around its node's floor, with what an investor asks about it first.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from scenes.names import ASSET, IDENTIFIER
from scenes.values import (
    Checker,
    choice,
    integer,
    localised,
    matching,
    nullable,
    number,
    record,
    text,
    vector,
)

USES: Final = ("office", "workshop", "lab", "desk", "warehouse", "retail")
"""What a unit is for."""
STATUSES: Final = ("free", "held", "let")
DATE: Final = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])")
LARGEST: Final = 200.0
"""Metres that a booth or a unit has at most on a side."""

_SIDE = number(0.1, LARGEST)
_NO = text(32, 1)
_TIME = number(0, 1e11)

BOOTH: Final = record(
    {
        "no": _NO,
        "width": _SIDE,
        "depth": _SIDE,
        "height": _SIDE,
        "triangles": integer(0, 10**8),
        "texture_bytes": integer(0, 2**34),
    }
)
"""A booth's number, its size in metres along x, z and y, and what may stand in it altogether."""
TENANT: Final = nullable(
    record(
        {
            "enterprise": matching(IDENTIFIER, "bad_id"),
            "name": localised(200),
            "brief": localised(1000),
            "logo": nullable(matching(ASSET, "bad_asset")),
            "since": _TIME,
        }
    )
)
"""Who has a booth since when (seconds of Unix time), as its sign and its card say it."""
UNIT: Final = record(
    {
        "no": _NO,
        "use": choice(*USES),
        "area": number(0.1, 1e6),
        "rent": integer(0, 10**9),
        "from": matching(DATE, "bad_date"),
        "size": vector(3, 0.1, LARGEST),
    },
    {
        "floor_load": number(0, 1000),
        "power": number(0, 1e6),
        "height": number(0, LARGEST),
        "terms": localised(1000),
    },
)
"""Space to let: m², kN/m² of floor load, kW, clear height in metres, rent in fen per m² and month,
the day from when (Asia/Shanghai), and its box in metres along x, y and z."""

BOOTH_NODE: Final[Mapping[str, Checker]] = {"booth": BOOTH, "tenant": TENANT}
"""What a booth's node carries besides what all do."""
UNIT_NODE: Final[Mapping[str, Checker]] = {
    "unit": UNIT,
    "status": choice(*STATUSES),
    "held_until": nullable(_TIME),
}
"""What a unit's node carries besides what all do."""
KEPT: Final = frozenset({*BOOTH_NODE, *UNIT_NODE})
"""Facts about leases: none of them is shared interaction, whoever may drag things about."""


class Tenant(NamedTuple):
    """Which enterprise has which booth."""

    booth: str
    enterprise: str


def tenant_at(nodes: Mapping[str, Mapping[str, Any]], node: str) -> Tenant | None:
    """Whose booth a node is, or hangs below."""
    holder = nodes[node].get("tenant") if nodes.get(node, {}).get("kind") == "booth" else None
    return tenant_of(nodes, node) if holder is None else Tenant(node, str(holder["enterprise"]))


def tenant_of(nodes: Mapping[str, Mapping[str, Any]], node: str) -> Tenant | None:
    """Whose booth a node hangs below; None for the booth's own node and for what is in none."""
    at = nodes.get(node, {}).get("parent")
    for _ in range(len(nodes)):
        if at is None or at not in nodes:
            return None
        if nodes[at].get("kind") == "booth":
            holder = nodes[at].get("tenant")
            return None if holder is None else Tenant(at, str(holder["enterprise"]))
        at = nodes[at].get("parent")
    return None
