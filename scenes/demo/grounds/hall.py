"""The grounds as a hall document."""

from __future__ import annotations

from typing import Any

from scenes.demo import plan
from scenes.demo.document import Book, text
from scenes.demo.grounds.assets import add_models
from scenes.demo.grounds.places import add_places, viewpoints
from scenes.demo.grounds.walk import walk
from scenes.demo.halls.common import document
from scenes.demo.kit_bake import TO_SUN

ENVIRONMENT: dict[str, Any] = {
    "sky": "day",
    "background": [0.62, 0.74, 0.86],
    "fog": [260.0, 2100.0],
    "exposure": 1.0,
    "ambient": {"sky": [0.62, 0.76, 1.0], "ground": [0.42, 0.38, 0.32], "intensity": 1.5},
    "sun": {
        "direction": [round(float(-v), 5) for v in TO_SUN],
        "color": [1.0, 0.87, 0.68],
        "intensity": 3.4,
    },
}


def grounds() -> tuple[dict[str, Any], dict[str, bytes]]:
    """Return the hall document and its assets by SHA-256."""
    book = Book()
    add_models(book)
    add_places(book)
    edge = plan.EDGE
    name = text("灵境园区", "Lingjing Grounds")
    bounds = ((-edge, -2.0, -edge), (edge, 120.0, edge))
    hall = document(
        "grounds",
        name,
        book,
        kind="outdoor",
        bounds=bounds,
        environment=ENVIRONMENT,
        walk=walk(),
        viewpoints=viewpoints(),
    )
    return hall, book.assets
