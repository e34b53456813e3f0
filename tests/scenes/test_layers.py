"""Three layers, one counter: what a mirror sees is always a prefix of what was prepared."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenes.findings import SceneError, StaleError
from scenes.layers import Change, Layers
from scenes.operations import Operation
from scenes.state import SceneState
from tests.scenes.samples import hall_document

EXPLODE: Operation = {"op": "set", "path": "/nodes/fox/explode", "value": 0.5}
MOVE: Operation = {"op": "set", "path": "/nodes/fox/translation", "value": [1, 1, 1]}
REMOVE: Operation = {"op": "remove", "path": "/nodes/fox"}


def layers() -> Layers:
    return Layers(SceneState.load(hall_document()))


class Mirror:
    """A late joiner: takes a snapshot, then only patches, with its own few lines of rules."""

    def __init__(self, snapshot: dict[str, Any], revision: int) -> None:
        self.state = SceneState.load(snapshot)
        self.shared = dict(snapshot["shared"])
        self.revision = revision

    def take(self, change: Change) -> None:
        assert change.revision == self.revision + 1
        self.revision = change.revision
        if change.layer == "published":
            self.state = self.state.apply(change.ops).state
        for op in change.ops if change.layer == "shared" else ():
            if op["op"] == "set":
                self.shared[op["path"]] = op["value"]
            else:
                self.shared.pop(op["path"], None)
        nodes = self.state.nodes
        self.shared = {p: v for p, v in self.shared.items() if p.split("/")[2] in nodes}


EDITS = st.sampled_from(
    [
        ("published", MOVE),
        ("published", {"op": "set", "path": "/hall/capacity", "value": 9}),
        ("published", REMOVE),
        (
            "published",
            {"op": "add", "path": "/nodes/fox", "value": hall_document()["nodes"]["fox"]},
        ),
        ("shared", EXPLODE),
        ("shared", {"op": "unset", "path": "/nodes/fox/explode"}),
        ("shared", {"op": "set", "path": "/nodes/fox/variant", "value": "red"}),
        ("settle", {}),
    ]
)


@settings(max_examples=150)
@given(st.lists(EDITS, max_size=30), st.integers(0, 29))
def test_a_snapshot_and_later_patches_make_a_later_snapshot(
    edits: list[tuple[str, Operation]], join_at: int
) -> None:
    scene = layers()
    waiting: list[Change] = []
    mirror: Mirror | None = None
    for step, (layer, operation) in enumerate([*edits, ("settle", {})]):
        if step == min(join_at, len(edits)):
            mirror = Mirror(scene.snapshot(), scene.revision)
        try:
            if layer == "published":
                waiting.append(scene.prepare([operation], scene.next_revision - 1, "x"))
            elif layer == "shared":
                scene.prepare_shared([operation], "x")
            else:
                for change in waiting:
                    change.durable = True
                waiting.clear()
        except SceneError:
            continue
        for change in scene.settle():
            if mirror:
                mirror.take(change)
    assert mirror is not None
    assert mirror.revision == scene.revision
    assert {**mirror.state.document(), "shared": mirror.shared} == scene.snapshot()


def test_nothing_is_seen_before_it_is_durable_and_order_is_kept() -> None:
    scene = layers()
    first = scene.prepare([MOVE], 0, "a")
    scene.prepare_shared([EXPLODE], "b")
    assert scene.settle() == [] and scene.revision == 0
    first.durable = True
    assert [change.layer for change in scene.settle()] == ["published", "shared"]
    assert scene.revision == 2


def test_a_structural_edit_on_an_old_revision_is_stale_and_a_property_edit_is_not() -> None:
    scene = layers()
    scene.prepare([REMOVE], 0, "a").durable = True
    scene.settle()
    with pytest.raises(StaleError) as caught:
        scene.prepare([{"op": "remove", "path": "/nodes/seat-1"}], 0, "b")
    assert caught.value.revision == 1
    scene.prepare([{"op": "set", "path": "/hall/capacity", "value": 3}], 0, "b")


def test_a_base_from_the_future_is_stale() -> None:
    with pytest.raises(StaleError):
        layers().prepare([REMOVE], 5, "a")


def test_a_failed_archive_leaves_what_was_published() -> None:
    scene = layers()
    scene.prepare([REMOVE], 0, "a")
    assert len(scene.abandon()) == 1
    assert "fox" in scene.head.nodes and scene.next_revision == 1
    scene.prepare([REMOVE], 0, "a")


@pytest.mark.parametrize(
    ("operation", "code"),
    [
        ({"op": "set", "path": "/nodes/fox/variant", "value": "green"}, "no_such_variant"),
        (
            {"op": "set", "path": "/nodes/fox/animation", "value": {"clip": "x", "playing": True}},
            "no_such_clip",
        ),
        ({"op": "set", "path": "/nodes/fox/explode", "value": 2}, "out_of_range"),
        ({"op": "set", "path": "/nodes/seat-1/explode", "value": 1}, "not_shareable"),
        ({"op": "set", "path": "/nodes/fox/parent", "value": None}, "not_shareable"),
        ({"op": "set", "path": "/hall/capacity", "value": 1}, "not_shareable"),
        ({"op": "remove", "path": "/nodes/fox"}, "not_shareable"),
        ({"op": "set", "path": "/nodes/ghost/explode", "value": 1}, "no_such_node"),
        ({"op": "set", "path": "/nodes/fox/model/levels", "value": []}, "not_shareable"),
    ],
)
def test_the_shared_layer_takes_whole_known_properties_only(
    operation: Operation, code: str
) -> None:
    with pytest.raises(SceneError) as caught:
        layers().prepare_shared([operation], "v")
    assert caught.value.findings[0].code == code


def test_the_draft_follows_what_is_published_below_it() -> None:
    scene = layers()
    scene.draft = scene.kept_draft = scene.prepare_draft([MOVE], 0, "a")
    scene.prepare([{"op": "set", "path": "/hall/capacity", "value": 7}], 0, "a").durable = True
    scene.settle()
    assert scene.draft_state.hall["capacity"] == 7
    assert scene.draft_state.nodes["fox"]["translation"] == [1, 1, 1]
    assert scene.published.nodes["fox"]["translation"] == [0, 0.9, 0]
