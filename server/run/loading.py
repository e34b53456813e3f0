"""Halls out of the archive, and new ones."""

from __future__ import annotations

from typing import Any

from scenes.draft import Draft, DraftEdit
from scenes.findings import SceneError
from scenes.history import Entry, History
from scenes.layers import Layers
from scenes.state import SceneState
from server.log import logger
from server.store.archive import Archive

log = logger("run")
FLOOR = 20.0
"""Half the side, in metres, of a new hall's floor."""


async def load_hall(archive: Archive, hall_id: str) -> tuple[Layers, History]:
    """The layers and history of a stored hall; raises StoreError ``hall_unknown``."""
    stored = await archive.load_hall(hall_id)
    state = SceneState.load(stored.doc)
    history = History()
    for past in reversed(await archive.history(hall_id, limit=400)):
        history.record(Entry(past.revision, past.author, past.inverse, past.note or ""))
    for patch in stored.patches:
        state = state.apply(patch.ops).state
    layers = Layers(state, revision=stored.revision, structural=stored.revision)
    layers.draft = layers.kept_draft = Draft.load(
        [DraftEdit(p.revision, p.author, tuple(p.ops), p.note or "") for p in stored.draft]
    )
    return layers, history


def new_hall_document(hall_id: str, properties: dict[str, Any], capacity: int) -> dict[str, Any]:
    """A closed, empty hall: a square floor, soft light and one spawn point."""
    floor = [[-FLOOR, -FLOOR], [FLOOR, -FLOOR], [FLOOR, FLOOR], [-FLOOR, FLOOR]]
    hall = {
        "id": hall_id,
        "name": {"zh": hall_id, "en": hall_id},
        "kind": "indoor",
        "state": "closed",
        "capacity": capacity,
        "bounds": {"min": [-FLOOR, -1.0, -FLOOR], "max": [FLOOR, 12.0, FLOOR]},
        "environment": {
            "sky": "day",
            "background": [0.75, 0.82, 0.88],
            "fog": None,
            "exposure": 1.0,
            "ambient": {"sky": [0.9, 0.95, 1.0], "ground": [0.5, 0.48, 0.45], "intensity": 1.0},
            "sun": {"direction": [-0.4, -0.8, -0.45], "color": [1, 0.96, 0.9], "intensity": 2.5},
        },
        "walk": {"areas": [{"id": "floor", "y": 0.0, "polygon": floor, "holes": []}], "links": []},
        "contact": None,
        "viewpoints": [],
    }
    spawn = {
        "kind": "spawn",
        "name": {"zh": "入口", "en": "Entrance"},
        "parent": None,
        "translation": [0.0, 0.0, FLOOR * 0.6],
        "rotation": [0.0, 0.0, 0.0, 1.0],
        "scale": [1.0, 1.0, 1.0],
        "visible": True,
        "spawn": {"radius": 2.0},
    }
    return {"hall": {**hall, **properties, "id": hall_id}, "nodes": {"spawn-main": spawn}}


def check_document(document: Any) -> str:
    """The id of a sound hall document; raises SceneError ``scene_invalid``."""
    if not isinstance(document, dict):
        raise SceneError("scene_invalid")
    return str(SceneState.load(document).hall["id"])
