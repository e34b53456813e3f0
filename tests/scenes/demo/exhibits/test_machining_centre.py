"""The machine's axes carry one another, and the tool stays clear of the work at home."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from scenes.demo.exhibits.detail import Detail
from scenes.demo.exhibits.machining_centre.body import bed, column, magazine, panel
from scenes.demo.exhibits.machining_centre.plan import CRADLE, HEAD, SADDLE
from scenes.demo.exhibits.machining_centre.tool_side import saddle
from scenes.demo.exhibits.machining_centre.work_side import cradle
from scenes.demo.shapes import merge
from scenes.glb import Glb
from tests.scenes.demo.exhibits.reading import coarse, keys_of, node_index, place

COARSE = Detail(1)


def _chain(glb: Glb, *names: str) -> bool:
    nodes: list[dict[str, Any]] = glb.json["nodes"]
    pairs = pairwise(names)
    return all(node_index(glb, b) in nodes[node_index(glb, a)]["children"] for a, b in pairs)


def test_each_axis_carries_the_next() -> None:
    glb = coarse("machining-centre")
    assert _chain(glb, "saddle", "spindle-head", "spindle")
    assert _chain(glb, "cradle", "table", "blisk")


def test_the_tool_is_above_the_work_at_home() -> None:
    head = saddle(COARSE).children[0]
    tool = head.children[0].pieces[1].mesh
    glb = coarse("machining-centre")
    tip = place(glb, "spindle-head")[1] + float(tool.bounds[0][1])
    work = cradle(COARSE).children[0].children[0].pieces[0].mesh
    assert tip > place(glb, "table")[1] + float(work.bounds[1][1])


def test_the_tool_stands_over_the_middle_of_the_table() -> None:
    head = saddle(COARSE).children[0]
    tool = np.sum([SADDLE, head.at, head.children[0].at], axis=0)
    table = np.sum([CRADLE, cradle(COARSE).children[0].at], axis=0)
    assert tool[[0, 2]] == pytest.approx(table[[0, 2]])


def test_the_tool_reaches_the_blades_and_spares_the_hub() -> None:
    tool = saddle(COARSE).children[0].children[0].pieces[1].mesh
    hub = cradle(COARSE).children[0].children[0].pieces[0].mesh
    glb = coarse("machining-centre")
    tip = place(glb, "spindle-head")[1] + float(tool.bounds[0][1])
    drop = -keys_of(glb, "spindle-head", "translation")[:, 1].min() + HEAD[1]
    low, high = (place(glb, "table")[1] + float(b[1]) for b in hub.bounds)
    assert low < tip - drop < high


def test_what_stands_still_stands_on_the_floor() -> None:
    still = [piece.mesh for make in (bed, column, magazine, panel) for piece in make(COARSE)]
    assert abs(float(merge(still).bounds[0][1])) < 1e-6
    assert np.isfinite(merge(still).normals).all()
