"""Paths that meet."""

from __future__ import annotations

import pytest

from scenes.overlap import overlapping


@pytest.mark.parametrize(
    ("mine", "theirs", "meet"),
    [
        ("/nodes/fox/translation", "/nodes/fox/translation", True),
        ("/nodes/fox/materials/1/emissiveFactor", "/nodes/fox/materials", True),
        ("/nodes/fox/materials", "/nodes/fox/materials/1/emissiveFactor", True),
        ("/nodes/fox", "/nodes/fox/translation", True),
        ("/nodes/fox/translation", "/nodes/fox", True),
        ("/nodes/fox/translation", "/nodes/fox/rotation", False),
        ("/nodes/fox/translation", "/nodes/fox-2/translation", False),
        ("/nodes/fox/translation", "/hall/capacity", False),
        ("/hall/walk/areas", "/hall/walk", True),
        ("/hall/capacity", "/hall/name", False),
    ],
)
def test_paths_meet_when_one_holds_the_other(mine: str, theirs: str, meet: bool) -> None:
    assert bool(overlapping([mine], [theirs])) is meet


def test_each_path_is_told_once() -> None:
    paths = ["/nodes/a/turn", "/nodes/b/turn", "/nodes/a/turn"]
    assert overlapping(paths, ["/nodes/a", "/nodes/a/turn"]) == ["/nodes/a/turn"]
