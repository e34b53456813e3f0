"""Summaries of models: right for every kind of glTF, and a coded refusal for what is none."""

from __future__ import annotations

import copy
import json
import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenes.author import (
    Channel,
    Clip,
    Instances,
    Material,
    Model,
    Node,
    Part,
    Surface,
    about,
    build_glb,
)
from scenes.demo.shapes import box
from scenes.glb import Glb, GlbError, read_glb
from scenes.summary import level_of, model_summary

RED = Material("red", (0.5, 0.0, 0.0))
BLUE = Material("blue", (0.0, 0.0, 0.5))
ASSETS = Path(__file__).resolve().parents[4] / "shared" / "assets"


def _model() -> bytes:
    body = (Surface(box(1, 2, 3).painted((1, 1, 0.5)), RED, {"red": RED, "blue": BLUE}),)
    post = (Surface(box(1, 1, 1), BLUE),)
    lift = Channel("body", "translation", np.array([0, 1.0]), np.array([[0, 0, 0], [0, 1, 0.0]]))
    title = {"zh": "壳", "en": "Shell"}
    return build_glb(
        Model(
            "model",
            (
                Node(
                    "body",
                    body,
                    part=Part(title, (0, 1, 0)),
                    rotation=about((0, 1, 0), math.pi / 2),
                ),
                Node("row", post, instances=Instances(np.array([[0, 0, 0], [10, 0, 0.0]]))),
            ),
            clips=(Clip("lift", (lift,)),),
            variants={"red": {"zh": "红", "en": "Red"}, "blue": {"zh": "蓝", "en": "Blue"}},
        )
    )


def test_everything_a_hall_asks_of_a_model() -> None:
    summary = model_summary(read_glb(_model()))
    assert summary.low == pytest.approx((-1.5, -1, -0.5), abs=1e-3)
    assert summary.high == pytest.approx((10.5, 1, 0.5), abs=1e-3)
    assert summary.color == pytest.approx((0.18, 0, 0.33), abs=0.03)
    assert (summary.clips, summary.variants) == (("lift",), ("red", "blue"))
    assert (summary.parts, summary.triangles, summary.draw_calls) == (1, 36, 2)


def test_the_component_is_what_a_scene_node_carries() -> None:
    data = _model()
    summary = model_summary(read_glb(data))
    level = level_of(data, summary.triangles, 0.001)
    component = summary.component([level])
    assert json.loads(json.dumps(component)) == component
    assert component["levels"][0]["bytes"] == len(data)
    assert component["levels"][0]["error"] == 0.001
    assert component["role"] == "exhibit"


def _document(**more: Any) -> Glb:
    accessor = {
        "componentType": 5126,
        "type": "VEC3",
        "count": 3,
        "min": [0, 0, 0],
        "max": [1, 2, 3],
    }
    primitive = {"attributes": {"POSITION": 0}}
    return Glb(
        {"accessors": [accessor], "meshes": [{"primitives": [primitive]}], "nodes": [], **more}, b""
    )


def test_a_matrix_moves_the_bounds() -> None:
    matrix = [2, 0, 0, 0, 0, 2, 0, 0, 0, 0, 2, 0, 10, 0, 0, 1]
    summary = model_summary(_document(nodes=[{"mesh": 0, "matrix": matrix}]))
    assert (summary.low, summary.high) == ((10, 0, 0), (12, 4, 6))


def test_children_stand_in_their_parents_space() -> None:
    nodes = [{"children": [1], "scale": [2, 2, 2]}, {"mesh": 0, "translation": [1, 0, 0]}]
    assert model_summary(_document(nodes=nodes)).high == (4, 4, 6)


def test_nodes_outside_the_scene_do_not_count() -> None:
    nodes = [{"mesh": 0}, {"mesh": 0, "translation": [9, 0, 0]}]
    summary = model_summary(_document(nodes=nodes, scenes=[{"nodes": [0]}], scene=0))
    assert summary.high == (1, 2, 3)


def test_normalised_limits_are_scaled() -> None:
    glb = _document(nodes=[{"mesh": 0}])
    glb.json["accessors"][0] |= {
        "componentType": 5122,
        "normalized": True,
        "min": [-32768, 0, 0],
        "max": [32767, 0, 0],
    }
    summary = model_summary(glb)
    assert (summary.low[0], summary.high[0]) == (-1, 1)


def test_an_empty_document_has_no_size() -> None:
    summary = model_summary(Glb({}, b""))
    assert (summary.low, summary.high, summary.triangles) == ((0, 0, 0), (0, 0, 0), 0)


def test_clips_without_a_name_are_numbered() -> None:
    assert model_summary(_document(animations=[{}, {"name": "run"}])).clips == (
        "animation_0",
        "run",
    )


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"nodes": [{"children": [0]}], "scenes": [{"nodes": [0]}]}, "gltf.graph"),
        (
            {"nodes": [{"children": [1]}, {"children": [0]}], "scenes": [{"nodes": [0]}]},
            "gltf.graph",
        ),
        ({"nodes": [{"children": [7]}]}, "gltf.index"),
        ({"nodes": [{"mesh": 5}]}, "gltf.index"),
        ({"nodes": [{"mesh": True}]}, "gltf.index"),
        ({"nodes": {}}, "gltf.type"),
        ({"nodes": ["x"]}, "gltf.type"),
        ({"nodes": [{"mesh": 0, "scale": [1e308, 1, 1e308]}] * 1, "scene": 0}, None),
        ({"nodes": [{"mesh": 0, "scale": [10**400, 1, 1]}]}, "gltf.range"),
        ({"nodes": [{"mesh": 0, "scale": [1, 1]}]}, "gltf.type"),
        ({"nodes": [{"mesh": 0}], "accessors": [{"count": 3}]}, "gltf.type"),
    ],
)
def test_refusals(change: dict[str, Any], code: str | None) -> None:
    with pytest.raises(GlbError) as caught:
        model_summary(_document(**change))
    assert code is None or caught.value.code == code


def test_a_deep_chain_needs_no_stack() -> None:
    nodes: list[dict[str, Any]] = [{"children": [i + 1]} for i in range(20_000)]
    nodes.append({"mesh": 0})
    assert model_summary(_document(nodes=nodes)).high == (1, 2, 3)


RICH = read_glb(_model())
JUNK = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-3, 9)
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=4),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=3)
    ),
    max_leaves=6,
)


@settings(max_examples=400, deadline=None)
@given(st.data())
def test_hostile_json_gets_a_summary_or_its_error(data: st.DataObject) -> None:
    document = copy.deepcopy(RICH.json)
    for _ in range(data.draw(st.integers(1, 3))):
        _spoil(document, data)
    try:
        summary = model_summary(Glb(document, RICH.bin))
    except GlbError as error:
        assert error.code.startswith("gltf.")
    else:
        assert all(map(math.isfinite, (*summary.low, *summary.high, *summary.color)))


def _spoil(value: Any, data: st.DataObject) -> None:
    """Walk down at random and put something else there."""
    while True:
        keys = list(value) if isinstance(value, dict) else list(range(len(value)))
        if not keys:
            return
        key = data.draw(st.sampled_from(keys))
        inner = value[key]
        if isinstance(inner, dict | list) and inner and data.draw(st.integers(0, 9)) > 0:
            value = inner
            continue
        value[key] = data.draw(JUNK)
        return


@pytest.mark.skipif(not ASSETS.is_dir(), reason="the public sample models are not at hand")
@pytest.mark.parametrize("path", sorted(ASSETS.glob("*/*.gl*")), ids=lambda path: path.name)
def test_public_sample_models(path: Path) -> None:
    data = path.read_bytes()
    glb = read_glb(data) if path.suffix == ".glb" else Glb(json.loads(data), b"")
    summary = model_summary(glb)
    assert summary.triangles > 0
    assert all(low <= high for low, high in zip(summary.low, summary.high, strict=True))
