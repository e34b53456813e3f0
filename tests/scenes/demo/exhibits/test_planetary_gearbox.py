"""The gearbox runs at its true ratio: four turns in, one turn out."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from scenes.demo.exhibits import catalogue, level_glb
from scenes.glb import Glb, read_glb


@pytest.fixture(scope="module")
def gearbox() -> Glb:
    exhibit = next(e for e in catalogue() if e.id == "planetary-gearbox")
    return read_glb(level_glb(exhibit, 1))


def _turns(glb: Glb, node: str) -> float:
    """Whole turns that a node makes in the clip, signed about its axis."""
    clip = glb.json["animations"][0]
    index = next(i for i, n in enumerate(glb.json["nodes"]) if n.get("name") == node)
    channel = next(c for c in clip["channels"] if c["target"]["node"] == index)
    keys = _values(glb, clip["samplers"][channel["sampler"]]["output"])
    angles = np.unwrap(2 * np.arctan2(keys[:, 0], keys[:, 3]), period=2 * np.pi)
    return float((angles[-1] - angles[0]) / (2 * np.pi))


def _values(glb: Glb, accessor: int) -> np.ndarray[Any, np.dtype[np.float64]]:
    a = glb.json["accessors"][accessor]
    start = glb.json["bufferViews"][a["bufferView"]]["byteOffset"] + a["byteOffset"]
    raw = np.frombuffer(glb.bin, "<i2", 4 * a["count"], start)
    return raw.reshape(-1, 4) / 32767


def test_one_turn_out_for_four_turns_in(gearbox: Glb) -> None:
    assert _turns(gearbox, "sun") / _turns(gearbox, "carrier") == pytest.approx(4, abs=1e-3)


def test_planets_roll_in_the_fixed_ring(gearbox: Glb) -> None:
    carrier, planet = _turns(gearbox, "carrier"), _turns(gearbox, "planet-1")
    # Rolling without slip: (planet's own turns) x 24 teeth = -(carrier's turns) x 72 teeth.
    assert planet * 24 == pytest.approx(-carrier * 72, abs=0.05)


def test_planets_ride_on_the_carrier(gearbox: Glb) -> None:
    nodes = gearbox.json["nodes"]
    carrier = next(n for n in nodes if n.get("name") == "carrier")
    children = {nodes[i].get("name") for i in carrier["children"]}
    assert {"planet-1", "planet-2", "planet-3", "planet-4"} <= children
