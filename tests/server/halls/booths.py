"""A hall with two companies' booths side by side, and people of both, for tests."""

from __future__ import annotations

from typing import Any

from scenes.layers import Layers
from scenes.state import SceneState
from server.access.actor import Actor, Grant
from server.halls.hall import Hall
from tests.scenes.samples import both, hall_document, model
from tests.server.halls.stage import open_hall

MINE, THEIRS = "booth-a", "booth-b"
ANN = Actor("a_ann", frozenset({Grant("enterprise_owner", "", "e_a")}))
BOB = Actor("a_bob", frozenset({Grant("enterprise_agent", "", "e_b")}))


def tenant(enterprise: str) -> dict[str, Any]:
    """What a booth says of the company that has it."""
    words = both("灵犀")
    return {"enterprise": enterprise, "name": words, "brief": words, "logo": None, "since": 1}


def booth(no: str, x: float, enterprise: str | None, **more: Any) -> dict[str, Any]:
    """A booth of 4 m by 4 m by 3 m, turned by a quarter."""
    size = {"width": 4, "depth": 4, "height": 3, "triangles": 2000, "texture_bytes": 9000}
    return {
        "kind": "booth",
        "name": both(no),
        "translation": [x, 0, 0],
        "rotation": [0, 0.70710678, 0, 0.70710678],
        "booth": {"no": no, **size},
        "tenant": None if enterprise is None else tenant(enterprise),
        **more,
    }


def document() -> dict[str, Any]:
    """Two booths with something in each, a free one, and what belongs to nobody."""
    made = hall_document()
    made["nodes"] |= {
        MINE: booth("A", -4.0, "e_a"),
        THEIRS: booth("B", 4.0, "e_b"),
        "booth-free": booth("C", 0.0, None),
        "sign-a": {"kind": "text", "name": both("sign"), "parent": MINE,
                   "translation": [0, 1.5, -1.5], "text": {**both("你好"), "size": 0.2}},
        "pump": {"kind": "exhibit", "name": both("pump"), "parent": MINE,
                 "translation": [0, 0, 0], "scale": [0.5, 0.5, 0.5], "model": model(),
                 "card": {"title": both("pump")}, "exhibit": {"id": "pump", "revision": 1}},
        "group-b": {"kind": "group", "name": both("group"), "parent": THEIRS},
        "sign-b": {"kind": "text", "name": both("sign"), "parent": "group-b",
                   "text": {**both("再见"), "size": 0.2}},
    }  # fmt: skip
    return made


def booth_hall(**changes: Any) -> Hall:
    """The hall; ``changes`` replace whole nodes."""
    made = document()
    made["nodes"] |= changes
    return open_hall(Layers(SceneState.load(made)))
