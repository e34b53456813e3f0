"""What joints move far away counts as what reaches farthest."""

from __future__ import annotations

import numpy as np

from scenes.exhibits.derive.geometry import geometry
from scenes.exhibits.derive.posed import mark_posed
from scenes.exhibits.derive.shape import shapes
from tests.scenes.exhibits.derive.models import glb_of, rich


def test_a_vertex_that_a_joint_takes_away_is_marked() -> None:
    built = rich(12)
    table = built.json["meshes"][0]["primitives"][0]["attributes"]
    weights = built.numbers(table["WEIGHTS_0"])
    weights[:] = [1, 0, 0, 0]
    weights[77] = [0, 1, 0, 0]
    built.json["nodes"][2]["translation"] = [50, 0, 0]
    glb = glb_of(built)
    found = geometry(glb)
    forms = shapes(found)
    form = forms[found.of[0, 0]]
    assert form is not None
    place = int(np.searchsorted(form.rows, 77))
    assert not form.outermost[place]
    mark_posed(glb, found, forms)
    assert form.outermost[place]


def test_without_skins_nothing_is_marked() -> None:
    glb = glb_of(rich(6))
    for node in glb.json["nodes"]:
        node.pop("skin", None)
    found = geometry(glb)
    forms = shapes(found)
    before = [None if form is None else form.outermost.copy() for form in forms]
    mark_posed(glb, found, forms)
    for form, was in zip(forms, before, strict=True):
        assert form is None or (was is not None and np.array_equal(form.outermost, was))
