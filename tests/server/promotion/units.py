"""Units for tests: three of them in the sample hall."""

from __future__ import annotations

from typing import Any

from server.access.actor import OWNER
from tests.server.house import House


def unit_node(no: str, use: str, area: float, rent: int, **more: Any) -> dict[str, Any]:
    """A unit's node as the scene has it."""
    facts = {"no": no, "use": use, "area": area, "rent": rent, "from": "2026-12-01"}
    return {
        "kind": "unit",
        "name": {"zh": f"{no} 室", "en": f"Unit {no}"},
        "parent": None,
        "translation": [0.0, 0.0, 0.0],
        "rotation": [0.0, 0.0, 0.0, 1.0],
        "scale": [1.0, 1.0, 1.0],
        "visible": True,
        "unit": {**facts, "size": [10.0, 3.0, 12.0], **more},
        "status": "free",
        "held_until": None,
    }


async def put_units(house: House, prefix: str = "a", hall: str = "gallery") -> None:
    """Put three units in a hall."""
    letter = prefix.upper()
    nodes = {
        f"{prefix}-101": unit_node(f"{letter}-101", "office", 120.0, 4500),
        f"{prefix}-102": unit_node(f"{letter}-102", "office", 80.0, 5200),
        f"{prefix}-103": unit_node(f"{letter}-103", "lab", 300.0, 6000, floor_load=7.5, power=80),
    }
    ops = [{"op": "add", "path": f"/nodes/{name}", "value": node} for name, node in nodes.items()]
    found = house.park.hall(hall)
    base = found.editing.layers.next_revision - 1
    await house.park.edit(found, "published", ops, base, OWNER)
