"""What guides set in the shared layer, and put back without harm to what others set."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from scenes.layers import Layers
from scenes.operations import Operation
from scenes.state import SceneState
from server.halls.guides.shared import put, put_back
from tests.scenes.samples import hall_document

PATHS = ("/nodes/fox/explode", "/nodes/fox/turn")
VALUES = st.sampled_from([0.0, 0.25, 0.5, 1.0])


def setting(path: str, value: float) -> Operation:
    return {"op": "set", "path": path, "value": value}


def fresh() -> Layers:
    return Layers(SceneState.load(hall_document()))


@given(
    st.dictionaries(st.sampled_from(PATHS), VALUES),
    st.dictionaries(st.sampled_from(PATHS), VALUES, min_size=1),
    st.dictionaries(st.sampled_from(PATHS), VALUES),
    st.booleans(),
)
def test_putting_back_leaves_what_others_set_and_restores_the_rest(
    before: dict[str, float], ours: dict[str, float], theirs: dict[str, float], settled: bool
) -> None:
    layers = fresh()
    layers.prepare_shared([setting(*each) for each in before.items()], "a")
    ops = [setting(*each) for each in ours.items()]
    kept = put(layers, ops)
    if settled:
        layers.settle()
    layers.prepare_shared([setting(*each) for each in theirs.items()], "b")
    put_back(layers, ops, kept)
    layers.settle()
    expected = {**before, **theirs}
    for path, value in ours.items():
        if theirs.get(path, value) == value:
            expected.pop(path, None)
            expected |= {path: before[path]} if path in before else {}
    assert layers.shared == expected


def test_there_may_be_nothing_to_put_back() -> None:
    layers = fresh()
    ops = [setting(PATHS[0], 1.0)]
    kept = put(layers, ops)
    layers.prepare_shared([setting(PATHS[0], 0.5)], "b")
    assert put_back(layers, ops, kept) is False
