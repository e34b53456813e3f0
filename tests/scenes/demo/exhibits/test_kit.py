"""Items become nodes: shared pieces stay shared, finishes become draw calls, light is baked in."""

from __future__ import annotations

import numpy as np
import pytest

from scenes.author import Instances, Model, build_glb
from scenes.demo.exhibits import finish as f
from scenes.demo.exhibits.detail import Detail
from scenes.demo.exhibits.kit import Item, assemble, axial, capsule, painted, rounded, slab
from scenes.demo.shapes import box, cylinder, extrude
from scenes.demo.shapes.triangulate import signed_area
from scenes.glb import read_glb
from scenes.summary import model_summary
from tests.scenes.demo.shapes.measure import agrees, volume

COARSE = Detail(1)


def test_pieces_of_one_finish_are_one_draw_call() -> None:
    pieces = (
        painted(f.PAINT, f.WHITE, box(1, 1, 1)),
        painted(f.PAINT, f.BLACK, box(1, 1, 1).moved(x=2)),
        painted(f.RUBBER, f.BLACK, box(1, 1, 1).moved(x=4)),
    )
    (node,) = assemble([Item("thing", pieces)], COARSE)
    assert [surface.material.name for surface in node.surfaces] == ["powder coat", "rubber"]


def test_items_with_the_same_pieces_share_one_mesh() -> None:
    pieces = (painted(f.PAINT, f.WHITE, box(1, 1, 1)),)
    items = [Item("a", pieces), Item("b", pieces, at=(3, 0, 0))]
    data = build_glb(Model("pair", assemble(items, COARSE)))
    assert len(read_glb(data).json["meshes"]) == 1


def test_a_title_makes_a_part() -> None:
    pieces = (painted(f.PAINT, f.WHITE, box(1, 1, 1)),)
    (node,) = assemble([Item("lid", pieces, ("盖", "Lid"), (0, 1, 0))], COARSE)
    assert node.part is not None
    assert node.part.name == {"zh": "盖", "en": "Lid"}
    assert node.part.explode == (0, 1, 0)


def test_light_is_darker_inside_than_outside() -> None:
    walls = [box(2, 2, 0.1).moved(z=z) for z in (-0.25, 0.25)]
    (node,) = assemble([Item("gap", (painted(f.PAINT, (1, 1, 1), *walls),))], Detail(0))
    mesh = node.surfaces[0].mesh
    assert mesh.colors is not None
    inner = np.abs(mesh.positions[:, 2]) < 0.22
    facing = np.abs(mesh.normals[:, 2]) > 0.9
    light = mesh.colors[:, 0].astype("f8")
    assert light[inner & facing].mean() < light[~inner & facing].mean()


def test_instances_count_for_the_summary() -> None:
    pieces = (painted(f.PAINT, f.WHITE, box(1, 1, 1)),)
    places = Instances(np.array([[0, 0, 0], [5, 0, 0.0]]))
    data = build_glb(Model("row", assemble([Item("row", pieces, places=places)], COARSE)))
    summary = model_summary(read_glb(data))
    assert summary.triangles == 24
    assert summary.high[0] == pytest.approx(5.5, abs=1e-3)


def test_axial_lays_the_top_towards_x() -> None:
    mesh = axial(cylinder(0.1, 1.0, 12).moved(y=2))
    assert mesh.bounds[1][0] == pytest.approx(2.5)


def test_a_slab_stands_upright_about_z() -> None:
    mesh = slab([(0, 0), (2, 0), (2, 1), (0, 1)], 0.4, 0.05)
    low, high = mesh.bounds
    assert low == pytest.approx([0, 0, -0.2], abs=1e-6)
    assert high == pytest.approx([2, 1, 0.2], abs=1e-6)
    assert agrees(mesh)


@pytest.mark.parametrize(
    ("outline", "area"),
    [(rounded(2, 1, 0.2, 24), 2 - (4 - np.pi) * 0.04), (capsule(0.5, 0.5, 2, 64), np.pi / 4 + 2)],
)
def test_outlines_enclose_their_area(outline: np.ndarray, area: float) -> None:
    assert abs(signed_area(outline)) == pytest.approx(area, rel=0.005)
    assert volume(extrude(outline, 1)) == pytest.approx(area, rel=0.005)
