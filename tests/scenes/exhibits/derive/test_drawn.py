"""How often and how large things are drawn."""

from __future__ import annotations

import numpy as np
import pytest

from scenes.exhibits.derive.drawn import Drawn, drawn
from tests.scenes.exhibits.cubes import CUBE
from tests.scenes.exhibits.derive.models import glb_of, rich
from tests.scenes.exhibits.numbers import Built


def test_copies_calls_and_scales_are_counted() -> None:
    found = drawn(glb_of(rich(4)))
    assert found[0, 0] == Drawn(1, 1, 1.0)
    assert found[1, 0].copies == 3
    assert found[1, 0].scale == pytest.approx(1.0)
    assert found[2, 1] == Drawn(1, 1, 2.0)


def test_what_no_scene_draws_has_scale_one() -> None:
    glb = glb_of(rich(4))
    glb.json["scene"] = 0
    assert set(drawn(glb).values()) == {Drawn(0, 0, 1.0)}


def test_very_many_copies_are_no_trouble() -> None:
    built = Built()
    primitive = {"attributes": {"POSITION": built.accessor(CUBE, limits=True)}, "mode": 0}
    places = built.accessor(np.zeros((150_000, 3), "<f4"))
    copies = {"EXT_mesh_gpu_instancing": {"attributes": {"TRANSLATION": places}}}
    built.json |= {
        "nodes": [{"mesh": 0, "extensions": copies}],
        "meshes": [{"primitives": [primitive]}],
    }
    assert drawn(glb_of(built))[0, 0].copies == 150_000
