"""What every hall shares: its environment, doors, and the shape of its document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from scenes.demo.document import Book, Text, text
from scenes.demo.kit_polygon import Polygon
from scenes.demo.plan import LOTS

INDOORS: dict[str, Any] = {
    "sky": "none",
    "background": [0.55, 0.56, 0.57],
    "fog": None,
    "exposure": 1.0,
    "ambient": {"sky": [1.0, 0.98, 0.95], "ground": [0.74, 0.66, 0.58], "intensity": 2.2},
    "sun": {"direction": [0.32, -0.88, -0.35], "color": [1.0, 0.95, 0.86], "intensity": 1.1},
}
BACK = text("返回园区", "Back to the grounds")
CONTACT = text(
    "招商与参观咨询：请到企业服务中心登记台",
    "For tenancy and visits, ask at the registration desk in the Enterprise Service Hall",
)


def lot_name(id: str) -> dict[str, str]:
    """Return the names of a building of the masterplan."""
    lot = next(lot for lot in LOTS if lot.id == id)
    return text(lot.zh, lot.en)


def area(
    id: str, polygon: Polygon, holes: Sequence[Polygon] = (), y: float = 0.0
) -> dict[str, Any]:
    """Return a walkable area."""
    return {
        "id": id,
        "y": y,
        "polygon": [_rounded(p) for p in polygon],
        "holes": [[_rounded(p) for p in hole] for hole in holes],
    }


def link(a: Sequence[float], b: Sequence[float]) -> dict[str, Any]:
    """Return a way between two areas."""
    return {"from": [round(float(v), 3) for v in a], "to": [round(float(v), 3) for v in b]}


def view(zh: str, en: str, at: Sequence[float], yaw: float, pitch: float = 0.0) -> dict[str, Any]:
    """Return a viewpoint: where the eye is, and where it looks."""
    place = [round(float(v), 3) for v in at]
    return {"name": text(zh, en), "position": place, "yaw": round(yaw, 4), "pitch": round(pitch, 4)}


def document(
    id: str,
    name: Text,
    book: Book,
    *,
    kind: str,
    bounds: tuple[Sequence[float], Sequence[float]],
    environment: Mapping[str, Any],
    walk: Mapping[str, Any],
    viewpoints: Sequence[Mapping[str, Any]],
) -> dict[str, Any]:
    """Return a whole hall document."""
    hall = {
        "id": id,
        "name": dict(name),
        "kind": kind,
        "state": "open",
        "capacity": 300,
        "bounds": {"min": list(bounds[0]), "max": list(bounds[1])},
        "environment": dict(environment),
        "walk": dict(walk),
        "contact": dict(CONTACT),
        "viewpoints": list(viewpoints),
    }
    return {"hall": hall, "nodes": book.nodes}


def door_back(book: Book, at: Sequence[float], yaw: float, spawn: str, width: float = 3.2) -> None:
    """Add the portal to the grounds and the words above it; people enter it from its +Z side."""
    component = {"hall": "grounds", "spawn": spawn, "width": width, "height": 3.0}
    book.add("portal-grounds", "portal", BACK, at, yaw, portal=component)


def _rounded(p: tuple[float, float]) -> list[float]:
    return [round(float(p[0]), 3), round(float(p[1]), 3)]
