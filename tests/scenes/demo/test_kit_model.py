from __future__ import annotations

import numpy as np

from scenes.demo.kit_model import MATERIALS, finished, mesh, model
from scenes.demo.kit_sheet import Sheet
from scenes.glb import read_glb
from scenes.summary import model_summary
from tests.scenes.demo.drawing import drawn


def house() -> Sheet:
    sheet = Sheet(fine=True)
    sheet.mass("stone", [0, 0, 0], [4, 3, 4], (0.8, 0.8, 0.8), split=0)
    sheet.boxes("glow", [1, 1, 4], [2, 2, 4.1], (1.0, 1.0, 1.0))
    return sheet


def test_colours_become_bytes_within_bounds() -> None:
    bright = drawn(house())._replace(colors=np.full_like(drawn(house()).colors, 1.7))
    made = mesh(bright)
    assert made.colors is not None
    assert made.colors.dtype == np.uint8
    assert (made.colors == 255).all()


def test_shade_falls_on_stone_but_not_on_what_glows() -> None:
    faces = finished(house())
    assert (faces["glow"].colors == 1).all()
    assert faces["stone"].colors.min() < 0.8


def test_a_model_has_one_draw_call_a_material() -> None:
    glb = read_glb(model("house", finished(house())))
    assert model_summary(glb).draw_calls == 2
    names = [material["name"] for material in glb.json["materials"]]
    assert names == ["glow", "stone"]


def test_the_same_drawing_gives_the_same_bytes() -> None:
    assert model("house", finished(house())) == model("house", finished(house()))


def test_materials_go_by_their_names() -> None:
    assert all(material.name == name for name, material in MATERIALS.items())
