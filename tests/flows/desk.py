"""What journeys of staff need to know of a park before they begin."""

from __future__ import annotations

import json
import urllib.request
from pathlib import Path
from typing import Any

from tests.flows.browser import Served
from tools.places import ROOT

TOY_CAR = ROOT.parent / "shared" / "assets" / "ToyCar"


def hall_with_room(park: Served) -> str:
    """A hall with a plinth that holds nothing."""
    for hall in _get(park, "/api/v1/park")["halls"]:
        nodes = _get(park, f"/api/v1/halls/{hall['id']}/scene")["nodes"]
        taken = {node.get("parent") for node in nodes.values() if node["kind"] == "exhibit"}
        if any(n["kind"] == "plinth" and i not in taken for i, n in nodes.items()):
            return str(hall["id"])
    raise AssertionError("no hall has a free plinth")


def an_exhibit(park: Served, folder: Path, liked: Path = TOY_CAR) -> Path:
    """What is liked (a file or a folder) where it is at hand, else the park's smallest exhibit."""
    if liked.exists():
        return liked
    nodes = _get(park, f"/api/v1/halls/{hall_with_room(park)}/scene")["nodes"].values()
    exhibits = (node for node in nodes if node["kind"] == "exhibit")
    finest = [exhibit["model"]["levels"][0] for exhibit in exhibits]
    smallest = min(finest, key=lambda level: int(level["bytes"]))
    path = folder / "exhibit.glb"
    with urllib.request.urlopen(f"{park.url}/assets/{smallest['asset']}", timeout=20) as answer:
        path.write_bytes(answer.read())
    return path


def _get(park: Served, path: str) -> Any:
    with urllib.request.urlopen(park.url + path, timeout=20) as answer:
        return json.load(answer)
