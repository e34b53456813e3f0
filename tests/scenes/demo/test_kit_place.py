from __future__ import annotations

import numpy as np
import pytest

from scenes.author import Model, build_glb
from scenes.demo.kit_place import grid, repeated
from scenes.demo.kit_sheet import Sheet
from scenes.glb import read_glb
from scenes.summary import model_summary


def test_a_grid_is_every_crossing() -> None:
    places = grid([0, 1, 2], [5, 6], y=0.5)
    assert places.shape == (6, 3)
    assert (places[:, 1] == 0.5).all()
    assert {(x, z) for x, _, z in places.tolist()} == {(x, z) for x in (0, 1, 2) for z in (5, 6)}


def test_one_drawing_stands_in_many_places_for_one_draw_call() -> None:
    drawing = Sheet(fine=True)
    drawing.mass("stone", [-1, 0, -1], [1, 2, 1], (0.5, 0.5, 0.5), split=0)
    node = repeated("post", drawing, grid([0, 10], [0]), yaw=[0.0, np.pi / 2], size=[1.0, 2.0])
    summary = model_summary(read_glb(build_glb(Model("posts", (node,)))))
    assert summary.triangles == 2 * 12
    assert summary.draw_calls == 1
    assert summary.low == pytest.approx((-1, 0, -2), abs=1e-2)
    assert summary.high == pytest.approx((12, 4, 2), abs=1e-2)
