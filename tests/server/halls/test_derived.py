"""What is worked out from the scene is kept, and made anew when its source changes."""

from __future__ import annotations

from scenes.layers import Layers
from scenes.state import SceneState
from server.halls.derived import Derived
from tests.scenes.samples import hall_document


def derived(document: dict[str, object] | None = None) -> tuple[Layers, Derived]:
    layers = Layers(SceneState.load(document or hall_document()))
    return layers, Derived(layers, 1_000_000)


def change(layers: Layers, *ops: dict[str, object]) -> None:
    layers.prepare(list(ops), layers.next_revision - 1, "operator").durable = True
    layers.settle()


def test_the_floor_is_kept_while_other_things_change() -> None:
    layers, views = derived()
    floor = views.walk
    change(layers, {"op": "set", "path": "/hall/capacity", "value": 3})
    assert id(views.walk) == id(floor)
    area = {"id": "strip", "y": 0, "polygon": [[0, 0], [2, 0], [2, 2], [0, 2]], "holes": []}
    change(layers, {"op": "set", "path": "/hall/walk", "value": {"areas": [area], "links": []}})
    assert id(views.walk) != id(floor)
    assert views.path((0.5, 0, 0.5), (1.5, 0, 1.5))


def test_a_manifest_follows_what_stands_in_the_hall() -> None:
    layers, views = derived()
    assert {item.node for item in views.manifest((0, 0, 0))} == {"fox"}
    change(layers, {"op": "remove", "path": "/nodes/fox"})
    assert views.manifest((0, 0, 0)) == []


def test_newcomers_arrive_on_the_floor_even_where_no_spawn_is() -> None:
    layers, views = derived()
    place, position = views.arrival("spawn-main", 3)
    assert list(place.position) == [0, 0, 6]
    assert views.walk.inside(position)
    change(layers, {"op": "remove", "path": "/nodes/spawn-main"})
    assert views.walk.inside(views.arrival()[1])
