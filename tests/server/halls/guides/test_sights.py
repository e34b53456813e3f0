"""What a guide is told of what stands around it."""

from __future__ import annotations

from scenes.state import SceneState
from server.halls.guides.sights import MOST, sight_of, sights
from tests.scenes.samples import both
from tests.server.halls.guides.troupe import document


def test_things_with_names_come_nearest_first_with_what_they_can_do() -> None:
    scene = SceneState.load(document())
    near = sights(scene, (6.0, 0.0, 6.0))
    assert [sight.node for sight in near[:2]] == ["stone", "seat-1"]
    fox = next(sight for sight in near if sight.node == "fox")
    assert (fox.kind, fox.names["zh"], fox.can_explode) == ("exhibit", "fox", True)
    assert fox.variants == ("red", "blue") and fox.animations == ("run",)
    assert not near[0].can_explode
    assert all(sight.kind not in ("guide", "spawn", "plinth") for sight in near)


def test_hidden_things_are_not_named_and_never_too_many() -> None:
    told = document()
    told["nodes"]["fox"]["visible"] = False
    for n in range(MOST + 5):
        told["nodes"][f"s-{n}"] = {**told["nodes"]["seat-1"]}
    near = sights(SceneState.load(told), (0.0, 0.0, 0.0))
    assert len(near) == MOST and "fox" not in {sight.node for sight in near}


def test_what_hangs_from_a_hidden_thing_is_hidden() -> None:
    told = document()
    told["nodes"]["stone"]["visible"] = False
    told["nodes"]["fox"]["parent"] = "stone"
    near = sights(SceneState.load(told), (0.0, 0.0, 0.0))
    assert not {"stone", "fox"} & {sight.node for sight in near}


def test_a_booth_is_called_by_its_tenant() -> None:
    tenant = {"enterprise": "e_1", "name": {"zh": "甲公司", "en": "A Ltd"}}
    sight = sight_of("b", {"kind": "booth", "name": both("A-01"), "tenant": tenant}, "street")
    assert sight.names == {"zh": "甲公司", "en": "A Ltd"} and sight.hall == "street"
