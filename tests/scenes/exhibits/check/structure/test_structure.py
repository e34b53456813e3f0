from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from scenes.exhibits.check.structure.extensions import HONOURED
from scenes.exhibits.document import Document
from scenes.exhibits.policy import Policy
from tests.scenes.exhibits.check.structure.documents import ASSET, Json, check, codes, everything
from tests.scenes.exhibits.check.structure.documents import document as made
from tests.scenes.exhibits.check.structure.faults import put
from tools.places import ROOT

POLICY = Policy()
CALLS = "TOO_MANY_DRAW_CALLS"
CORNER = {"componentType": 5126, "count": 3, "type": "VEC3", "min": [0, 0, 0], "max": [1, 1, 1]}


def root(**arrays: Any) -> Json:
    return {"asset": ASSET, **arrays}


def triangle(count: int = 3) -> Json:
    """A mesh of so many vertices, which no bytes stand behind."""
    mesh = {"primitives": [{"attributes": {"POSITION": 0}}]}
    return root(accessors=[{**CORNER, "count": count}], meshes=[mesh], nodes=[{"mesh": 0}])


def test_a_document_with_nothing_to_draw_is_accepted_with_a_warning() -> None:
    assert codes(root()) == set()
    assert codes(root(), "warning") == {"NOTHING_TO_DRAW"}


def test_a_document_of_another_version_is_not_looked_at_further() -> None:
    document = everything()
    put(document, "/asset/version", "3.0")
    put(document, "/nodes", 3)
    assert codes(document) == {"UNKNOWN_ASSET_MAJOR_VERSION"}


def test_a_chain_of_nodes_may_be_as_long_as_the_budget() -> None:
    count = POLICY.max_nodes
    nodes: list[Json] = [{"children": [index + 1]} for index in range(count - 1)]
    skins = [{"joints": list(range(count)), "skeleton": 0}] * 3
    assert codes(root(nodes=[*nodes, {}], skins=skins, scenes=[{"nodes": [0]}])) == set()


def test_a_ring_of_nodes_is_found_without_walking_it_over_and_over() -> None:
    count = POLICY.max_nodes
    nodes = [{"children": [(index + 1) % count]} for index in range(count)]
    found = check(root(nodes=nodes))
    assert {f.code for f in found} == {"NODE_LOOP", "TOO_MANY_FINDINGS"}


@pytest.mark.parametrize(
    "document",
    [
        root(accessors=[1] * 3_000),
        root(nodes=[{"children": [0] * 3_000}]),
        root(nodes=[{"children": ["x"] * 3_000}]),
        root(nodes=[{"mesh": 9}] * 3_000),
        root(extensionsUsed=["A_b"] * 3_000),
        root(nodes=[{"weights": ["x"] * 3_000}]),
    ],
    ids=["entries", "duplicates", "indices", "references", "names", "numbers"],
)
def test_findings_are_bounded(document: Json) -> None:
    found = check(document)
    assert len(found) == POLICY.max_findings + 1
    assert found[-1].code == "TOO_MANY_FINDINGS" and found[-1].severity == "error"


def test_many_warnings_refuse_nothing_and_hide_no_error() -> None:
    odd = {f"x{index}": 1 for index in range(3_000)}
    found = check(root(nodes=[odd]))
    assert {f.severity for f in found} == {"warning"}
    assert len(found) == POLICY.max_findings + 1
    assert "INVALID_INDEX" in codes(root(nodes=[odd, {"mesh": -1}]))


@pytest.mark.parametrize(
    "document",
    [
        root(nodes=[{}] * 2_000_000),
        root(accessors=[CORNER] * 800_000),
        root(meshes=[{"primitives": [{}] * 800_000}]),
        root(meshes=[{"primitives": [{"attributes": {f"_{i}": 0 for i in range(800_000)}}]}]),
        root(meshes=[{"weights": [0.5] * 4_000_000 + ["x"]}]),
        root(nodes=[{"children": [*map(float, range(4_000_000))]}]),
        root(extensionsUsed=[f"A_{i}" for i in range(800_000)]),
        root(nodes=[{}], scenes=[{"nodes": [0]}] * 800_000),
    ],
    ids=[
        "nodes",
        "accessors",
        "primitives",
        "attributes",
        "weights",
        "children",
        "names",
        "scenes",
    ],
)
def test_a_document_of_very_many_objects_is_not_read_to_its_end(document: Json) -> None:
    assert len(codes(document)) == 1
    assert codes(document) <= {"TOO_MANY_OBJECTS", "TOO_MANY_NODES", "TOO_MANY_DRAW_CALLS"}


@pytest.mark.parametrize("digits", [30, 300, 400, 5000])
def test_numbers_of_any_size_are_only_numbers(digits: int) -> None:
    document, huge = everything(), 10**digits
    put(document, "/accessors/0/count", huge)
    put(document, "/accessors/1/byteOffset", huge)
    put(document, "/bufferViews/2/byteLength", huge)
    put(document, "/nodes/1/translation", [huge, -huge, 0])
    put(document, "/materials/0/alphaCutoff", huge)
    put(document, "/nodes/1/mesh", huge)
    assert codes(document) >= ({"ACCESSOR_TOO_LONG"} if digits < 308 else {"TYPE_MISMATCH"})
    assert max(len(finding.about) for finding in check(document)) < 1000


def test_the_document_is_not_changed() -> None:
    json = everything()
    put(json, "/nodes/0/children", [1.0, -1, "x"])
    check(json)
    assert json["nodes"][0]["children"] == [1.0, -1, "x"]


def test_a_document_without_its_resources_is_still_looked_at() -> None:
    from scenes.exhibits.check.structure import check_structure

    found = check_structure(Document(everything(), (), ()), POLICY)
    assert [f for f in found if f.severity == "error"] == []


@pytest.mark.parametrize(
    ("document", "policy", "code"),
    [
        (triangle(15_000_003), POLICY, "TOO_MANY_TRIANGLES"),
        (triangle(300_000), replace(POLICY, max_gpu_bytes=10**6), "TOO_MANY_GPU_BYTES"),
        (root(nodes=[{}] * 11), replace(POLICY, max_nodes=10), "TOO_MANY_NODES"),
        (root(textures=[{}] * 11), replace(POLICY, max_textures=10), "TOO_MANY_TEXTURES"),
        (
            {**triangle(), "nodes": [{"mesh": 0}] * 11},
            replace(POLICY, max_draw_calls=10),
            CALLS,
        ),
        (root(meshes=[{"primitives": [{}] * 11}]), replace(POLICY, max_draw_calls=10), CALLS),
        (
            {**triangle(), "nodes": [{"mesh": 0}] * 11},
            replace(POLICY, max_triangles=10),
            "TOO_MANY_TRIANGLES",
        ),
    ],
)
def test_budgets_are_an_operators_to_set(document: Json, policy: Policy, code: str) -> None:
    assert [f.code for f in check(document, policy) if f.severity == "error"] == [code]


def test_instances_count_as_triangles_and_not_as_draw_calls() -> None:
    document = {**triangle(), "extensionsUsed": ["EXT_mesh_gpu_instancing"]}
    places = {"componentType": 5126, "count": 100, "type": "VEC3"}
    put(document, "/accessors/-", places)
    instancing = {"EXT_mesh_gpu_instancing": {"attributes": {"TRANSLATION": 1}}}
    put(document, "/nodes/0/extensions", instancing)
    few = replace(POLICY, max_triangles=99, max_draw_calls=1)
    assert [f.code for f in check(document, few)] == ["TOO_MANY_TRIANGLES"]


def test_a_node_has_no_more_instances_than_are_looked_at() -> None:
    document = {**triangle(), "extensionsUsed": ["EXT_mesh_gpu_instancing"]}
    put(document, "/accessors/-", {"componentType": 5126, "count": 100_001, "type": "VEC3"})
    instancing = {"EXT_mesh_gpu_instancing": {"attributes": {"TRANSLATION": 1}}}
    put(document, "/nodes/0/extensions", instancing)
    assert [f.code for f in check(document, POLICY)] == ["TOO_MANY_INSTANCES"]


def test_a_short_file_does_not_claim_millions_of_points() -> None:
    document = triangle(30_000_000)
    put(document, "/meshes/0/primitives/0/mode", 0)
    assert [f.code for f in check(document, POLICY)] == ["TOO_MANY_EMPTY_BYTES"]


def test_one_accessor_is_as_heavy_as_the_morph_targets_that_name_it() -> None:
    document = triangle()
    put(document, "/bufferViews", [{"buffer": 0, "byteLength": 36}])
    put(document, "/buffers", [{"byteLength": 36}])
    put(document, "/accessors/0/bufferView", 0)
    put(document, "/meshes/0/primitives/0/targets", [{"POSITION": 0}] * 1000)
    few = replace(POLICY, max_gpu_bytes=36_000)
    assert "TOO_MANY_GPU_BYTES" in {f.code for f in check(document, few)}
    assert "TOO_MANY_GPU_BYTES" not in {
        f.code for f in check(document, replace(few, max_gpu_bytes=36_100))
    }


def test_pictures_count_as_graphics_memory() -> None:
    few = replace(POLICY, max_gpu_bytes=1000)
    assert "TOO_MANY_GPU_BYTES" not in {f.code for f in check(everything(), few)}
    assert made(everything()).pictures[0] is not None
    fewer = replace(POLICY, max_gpu_bytes=100)
    assert "TOO_MANY_GPU_BYTES" in {f.code for f in check(everything(), fewer)}


def test_a_required_extension_must_be_one_that_we_honour() -> None:
    document = root(extensionsUsed=["FOO_bar"], extensionsRequired=["FOO_bar"])
    found = [(f.code, f.pointer) for f in check(document) if f.severity == "error"]
    assert found == [("UNSUPPORTED_REQUIRED_EXTENSION", "/extensionsRequired/0")]
    honoured = sorted(HONOURED)
    assert codes(root(extensionsUsed=honoured, extensionsRequired=honoured)) == set()


ASSETS = ROOT.parent / "shared" / "assets"


def files() -> list[Path]:
    return sorted(p for p in ASSETS.glob("*/*") if p.suffix in (".glb", ".gltf"))


@pytest.mark.skipif(not ASSETS.is_dir(), reason="the shared assets are not here")
@pytest.mark.parametrize("path", files(), ids=lambda path: path.name)
def test_real_assets_have_no_faults(path: Path) -> None:
    from scenes.exhibits.check.structure import check_structure
    from scenes.exhibits.document import Source
    from scenes.exhibits.gate import admit

    beside = (
        [p for p in path.parent.rglob("*") if p.is_file()] if path.suffix == ".gltf" else [path]
    )
    names = {str(p.relative_to(path.parent)): p for p in beside}
    sources = [Source(name, memoryview(p.read_bytes())) for name, p in names.items()]
    admitted = admit(sources, POLICY).document
    assert admitted is not None
    assert [f for f in check_structure(admitted, POLICY) if f.severity == "error"] == []


INVALID = ROOT.parent / "shared" / "assets-invalid"
OTHERS = ("IMAGE_", "GLB_", "INVALID_JSON", "INVALID_URI", "BUFFER_DATA_URI_")
DATA = ("ELEMENT_", "_MISMATCH", "ANIMATION_INPUT", "_OOB", "DUPLICATE", "WEIGHTS_", "INVALID_IBM")


def cases() -> list[Any]:
    import json

    listed = INVALID / "manifest.json"
    return json.loads(listed.read_text())["cases"] if listed.is_file() else []


def is_structural(code: str) -> bool:
    of_data = code.startswith("ACCESSOR_") and any(word in code for word in DATA)
    return not of_data and not code.startswith(OTHERS)


@pytest.mark.skipif(not INVALID.is_dir(), reason="the shared assets are not here")
@pytest.mark.parametrize("case", cases(), ids=lambda case: str(case["id"]))
def test_invalid_assets_have_the_validators_faults(case: Any) -> None:
    import json

    due = {code for code in case["error_codes"] if is_structural(code)}
    path = INVALID / case["id"]
    if not due or path.suffix == ".glb":
        return
    document = json.loads(path.read_text())
    if isinstance(document, dict):
        assert due <= codes(document)
