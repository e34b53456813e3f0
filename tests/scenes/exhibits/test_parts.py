"""What an exhibit comes apart into, told by the file or found in its tree."""

from __future__ import annotations

import numpy as np
import pytest

from scenes.exhibits.groups import MOST
from scenes.exhibits.names import visible
from scenes.exhibits.parts import parts_of, with_parts
from tests.scenes.exhibits.cubes import boxes, row


def test_a_file_that_names_its_parts_keeps_them() -> None:
    part = {"name": {"zh": "上盖", "en": "Lid"}, "explode": [0, 0.2, 0]}
    glb = boxes([{"mesh": 0, "extras": {"part": part}}, *row(3)], [0, 1, 2, 3])
    assert [(p.node, p.zh, p.en, p.explode) for p in parts_of(glb)] == [
        (0, "上盖", "Lid", (0, 0.2, 0))
    ]
    assert with_parts(glb, parts_of(glb)).json == glb.json


@pytest.mark.parametrize(
    "part",
    [
        "lid",
        {},
        {"name": "lid"},
        {"name": "lid", "explode": [0, 1]},
        {"name": "lid", "explode": [0, 1, "2"]},
        {"name": "lid", "explode": [0, 1, True]},
        {"name": "lid", "explode": [0, 1, 1e400]},
    ],
)
def test_a_part_that_says_nothing_useful_is_none(part: object) -> None:
    assert parts_of(boxes([{"mesh": 0, "extras": {"part": part}}], [0])) == []


def test_one_name_serves_both_languages() -> None:
    part = {"name": {"en": "Lid"}, "explode": [0, 1, 0]}
    (found,) = parts_of(boxes([{"mesh": 0, "extras": {"part": part}}], [0]))
    assert (found.zh, found.en) == ("Lid", "Lid")
    part["name"] = 7  # type: ignore[assignment]
    (found,) = parts_of(boxes([{"mesh": 0, "extras": {"part": part}}], [0]))
    assert (found.zh, found.en) == ("零件 1", "Part 1")


def test_a_thing_of_one_node_has_no_parts() -> None:
    assert parts_of(boxes([{"mesh": 0}], [0])) == []


def test_skinned_things_have_no_parts() -> None:
    nodes = [*row(3), {"mesh": 0, "skin": 0}]
    assert parts_of(boxes(nodes, [0, 1, 2, 3], skins=[{"joints": [0]}])) == []


def test_parts_are_found_below_wrapping_nodes() -> None:
    nodes = [{"children": [1]}, {"children": [2, 3, 4, 5]}, *row(4)]
    found = parts_of(boxes(nodes, [0]))
    assert [part.node for part in found] == [2, 3, 4, 5]
    assert found[0].en == "box 0"


def test_few_branches_are_looked_into() -> None:
    nodes = [{"children": [2, 3]}, {"children": [4, 5, 6]}, *row(5)]
    assert [part.node for part in parts_of(boxes(nodes, [0, 1]))] == [0, 4, 5, 6]


def test_what_an_animation_moves_is_left_alone() -> None:
    moved = {"channels": [{"sampler": 0, "target": {"node": 1, "path": "translation"}}]}
    words = {"KHR_animation_pointer": {"pointer": "/nodes/2/translation"}}
    pointed = {"channels": [{"sampler": 0, "target": {"path": "pointer", "extensions": words}}]}
    glb = boxes(row(4), [0, 1, 2, 3], animations=[moved, pointed])
    assert [part.node for part in parts_of(glb)] == [0, 3]


def test_of_very_many_only_the_largest_are_parts() -> None:
    nodes = [{**n, "scale": [1, 1, 2 if i < 10 else 1]} for i, n in enumerate(row(60))]
    found = parts_of(boxes(nodes, list(range(60))))
    assert len(found) == MOST
    assert {part.node for part in found} >= set(range(10))


def test_ways_are_told_in_the_space_of_the_parent() -> None:
    # The parent turns x to -z and doubles everything.
    parent = {"rotation": [0, 0.5**0.5, 0, 0.5**0.5], "scale": [2, 2, 2], "children": [1, 2]}
    glb = boxes([parent, *row(2)], [0])
    moved = [part for part in parts_of(glb) if any(part.explode)]
    (one,) = moved
    assert one.explode[0] == pytest.approx(np.sign(one.explode[0]) * abs(one.explode[0]))
    assert abs(one.explode[0]) > 0.03 and one.explode[1:] == pytest.approx((0, 0), abs=1e-4)


def test_parts_are_told_beside_other_extras() -> None:
    nodes = row(2)
    nodes[0]["extras"] = {"of": "mine"}
    nodes[1]["extras"] = "words"
    glb = boxes(nodes, [0, 1])
    told = with_parts(glb, parts_of(glb)).json["nodes"]
    assert told[0]["extras"]["of"] == "mine" and "part" in told[0]["extras"]
    assert told[1]["extras"] == "words"


def test_names_are_fit_to_be_seen() -> None:
    assert visible("left_front\twheel", 80) == "left front wheel"
    assert visible("a\u202eb\u0000c", 80) == "abc"
    assert visible("长" * 100, 80) == "长" * 80
    assert visible(None, 80) == ""
    assert visible("<script>", 80) == "<script>"
