"""The gearbox runs at its true ratio: four turns in, one turn out."""

from __future__ import annotations

import numpy as np
import pytest

from scenes.glb import Glb
from tests.scenes.demo.exhibits.reading import coarse, keys_of


@pytest.fixture(scope="module")
def gearbox() -> Glb:
    return coarse("planetary-gearbox")


def _turns(glb: Glb, node: str) -> float:
    """Whole turns that a node makes in the clip, signed about its axis."""
    keys = keys_of(glb, node, "rotation")
    angles = np.unwrap(2 * np.arctan2(keys[:, 0], keys[:, 3]), period=2 * np.pi)
    return float((angles[-1] - angles[0]) / (2 * np.pi))


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
