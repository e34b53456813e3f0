"""A small hall that tests share: a floor, a plinth with an exhibit, a spawn point, a seat."""

from __future__ import annotations

from typing import Any


def both(text: str) -> dict[str, str]:
    """The same words in both languages."""
    return {"zh": text, "en": text}


def model(role: str = "exhibit") -> dict[str, Any]:
    """A model component with two levels, a clip and two variants."""
    return {
        "levels": [
            {"asset": "a" * 64, "bytes": 4000, "triangles": 900, "error": 0.0},
            {"asset": "b" * 64, "bytes": 400, "triangles": 90, "error": 0.02},
        ],
        "bounds": {"min": [-1, 0, -1], "max": [1, 2, 1]},
        "color": [0.5, 0.4, 0.3],
        "clips": ["run"],
        "variants": ["red", "blue"],
        "parts": 3,
        "role": role,
    }


def hall_document(hall_id: str = "gallery", capacity: int = 300) -> dict[str, Any]:
    """A valid hall of twenty metres by twenty."""
    return {
        "hall": {
            "id": hall_id,
            "name": {"zh": "展厅", "en": "Gallery"},
            "kind": "indoor",
            "state": "open",
            "capacity": capacity,
            "bounds": {"min": [-10, -1, -10], "max": [10, 6, 10]},
            "environment": {
                "sky": "none",
                "background": [0.9, 0.9, 0.9],
                "exposure": 1.0,
                "ambient": {"sky": [1, 1, 1], "ground": [0.5, 0.5, 0.5], "intensity": 1.0},
                "sun": None,
                "fog": None,
            },
            "walk": {
                "areas": [
                    {
                        "id": "floor",
                        "y": 0,
                        "polygon": [[-9, -9], [9, -9], [9, 9], [-9, 9]],
                        "holes": [],
                    }
                ],
                "links": [],
            },
            "contact": None,
            "viewpoints": [],
        },
        "nodes": {
            "spawn-main": {
                "kind": "spawn",
                "name": both("spawn"),
                "parent": None,
                "translation": [0, 0, 6],
                "spawn": {"radius": 1},
            },
            "seat-1": {
                "kind": "seat",
                "name": both("seat"),
                "translation": [4, 0.45, 4],
                "seat": {},
            },
            "plinth-1": {
                "kind": "plinth",
                "name": both("plinth"),
                "translation": [0, 0, -3],
                "plinth": {"height": 0.9, "radius": 0.8},
            },
            "plinth-2": {
                "kind": "plinth",
                "name": both("plinth"),
                "translation": [4, 0, -3],
                "plinth": {"height": 0.9, "radius": 0.8},
            },
            "fox": {
                "kind": "exhibit",
                "name": both("fox"),
                "parent": "plinth-1",
                "translation": [0, 0.9, 0],
                "model": model(),
                "card": {"title": both("fox")},
            },
        },
    }
