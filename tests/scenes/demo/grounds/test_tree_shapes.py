from __future__ import annotations

import numpy as np
import pytest

from scenes.demo.grounds.tree_shapes import SPECIES, Look, Species, tree

KINDS = pytest.mark.parametrize("kind", SPECIES, ids=lambda kind: kind.name)
NEAR, FAR = Look(90, 1.2, 5), Look(12, 2.4, 1)


@KINDS
def test_a_tree_stands_at_the_origin_as_high_as_its_crown(kind: Species) -> None:
    faces = tree(kind, NEAR).faces
    low, high = faces.positions.min(axis=0), faces.positions.max(axis=0)
    assert low[1] == pytest.approx(0, abs=0.3)
    assert high[1] > kind.crown[0]
    assert (low + high)[[0, 2]] == pytest.approx([0, 0], abs=1e-6)


@KINDS
def test_from_afar_a_tree_is_much_simpler(kind: Species) -> None:
    assert len(tree(kind, FAR).faces.indices) * 3 < len(tree(kind, NEAR).faces.indices)


@KINDS
def test_every_corner_has_its_place_in_the_picture(kind: Species) -> None:
    drawn = tree(kind, NEAR)
    assert drawn.uvs.shape == (len(drawn.faces.positions), 2)
    assert np.isfinite(drawn.faces.positions).all()
    assert (drawn.faces.colors >= 0).all()


@KINDS
def test_a_tree_is_the_same_every_time(kind: Species) -> None:
    assert (tree(kind, NEAR).faces.positions == tree(kind, NEAR).faces.positions).all()
