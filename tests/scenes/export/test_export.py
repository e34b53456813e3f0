"""A hall becomes one valid GLB in which nothing that its exhibits carry is lost."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenes.export import export_glb
from scenes.glb import read_glb
from tests.khronos import available, validate
from tests.scenes.export.rich import rich
from tests.scenes.export.samples import (
    Json,
    Shelf,
    below,
    document,
    exhibit,
    hall,
    node,
    pack,
    triangle,
)

VALIDATOR = pytest.mark.skipif(not available(), reason="the Khronos validator is not installed")
SUN = {"direction": [0.3, -1, 0.2], "color": [1, 0.9, 0.8], "intensity": 3.0}


def _export(doc: Json, shelf: Shelf, shared: Json | None = None) -> Json:
    return document(export_glb(doc, shelf.__getitem__, shared))


def _rich(shelf: Shelf) -> str:
    asset, extra = rich()
    return shelf.put(pack(asset, extra))


def test_scene_nodes_keep_names_places_and_components() -> None:
    glb = _export(
        hall(
            stage={
                "kind": "group",
                "name": {"zh": "舞台", "en": "Stage"},
                "translation": [1, 2, 3],
            },
            sign={
                "kind": "text",
                "name": {"zh": "", "en": "Sign"},
                "parent": "stage",
                "rotation": [0, 0.7, 0, 0.72],
                "scale": [2, 2, 2],
                "text": {"zh": "欢迎", "en": "Welcome", "size": 0.5},
            },
            door={"kind": "portal", "name": {"zh": "", "en": ""}, "portal": {"hall": "lobby"}},
        ),
        Shelf(),
    )
    stage, sign = node(glb, "stage"), node(glb, "sign")
    assert (stage["name"], sign["name"], node(glb, "door")["name"]) == ("舞台", "Sign", "door")
    assert stage["translation"] == [1, 2, 3]
    assert below(glb, "stage") == [sign]
    assert sum(v * v for v in sign["rotation"]) == pytest.approx(1.0, abs=1e-12)
    assert sign["extras"]["text"]["zh"] == "欢迎"
    assert node(glb, "door")["extras"]["portal"] == {"hall": "lobby"}
    assert glb["scenes"][0]["name"] == "展厅"
    assert glb["scenes"][0]["extras"]["id"] == "hall"


def test_two_uses_of_an_asset_share_everything_but_nodes() -> None:
    shelf = Shelf()
    sha = _rich(shelf)
    asset = document(shelf[sha])
    glb = _export(hall(a=exhibit(sha), b=exhibit(sha)), shelf)
    for table in ("meshes", "accessors", "materials", "textures", "images", "bufferViews"):
        assert len(glb[table]) == len(asset[table])
    assert len(glb["buffers"]) == 1
    assert len(glb["skins"]) == len(glb["animations"]) == 2
    assert len(glb["nodes"]) == 2 + 2 * 5  # the node of another scene stays out
    joints = {joint for skin in glb["skins"] for joint in skin["joints"]}
    assert {glb["nodes"][joint]["name"] for joint in joints} == {"bone"}
    assert len(joints) == 2


def test_two_assets_of_one_hall_keep_apart() -> None:
    shelf = Shelf()
    one = shelf.put(pack(triangle(materials=[{"name": "one"}])))
    other = shelf.put(pack(triangle(materials=[{"name": "other"}], asset={"version": "2.0"})))
    for sha in (one, other):
        asset = document(shelf[sha])
        asset["meshes"][0]["primitives"][0]["material"] = 0
        shelf[sha] = pack(asset)
    glb = _export(hall(a=exhibit(one), b=exhibit(other)), shelf)
    for name, expected in (("a", "one"), ("b", "other")):
        mesh = glb["meshes"][below(glb, name)[0]["mesh"]]
        assert glb["materials"][mesh["primitives"][0]["material"]]["name"] == expected


def test_clips_are_named_after_their_exhibit() -> None:
    shelf = Shelf()
    sha = _rich(shelf)
    glb = _export(hall(robot=exhibit(sha)), shelf)
    (clip,) = glb["animations"]
    assert clip["name"] == "robot: wave"
    moved = glb["nodes"][clip["channels"][0]["target"]["node"]]
    assert moved["name"] == "bone"
    pointer = clip["channels"][2]["target"]["extensions"]["KHR_animation_pointer"]["pointer"]
    material = int(pointer.split("/")[2])
    assert glb["materials"][material]["name"] == "red"


def test_makers_and_their_words_stay() -> None:
    shelf = Shelf()
    sha = _rich(shelf)
    glb = _export(hall(a=exhibit(sha)), shelf)
    assert glb["asset"]["copyright"] == "CC0 the maker"
    origin = node(glb, "a")["extras"]["model"]
    assert origin["asset"] == sha
    assert origin["source"]["generator"] == "by hand"
    assert origin["scenes"] == [{"from": "the maker"}]


def test_variants_of_the_same_name_are_one() -> None:
    shelf = Shelf()
    sha = _rich(shelf)
    asset, extra = rich()
    asset["extensions"]["KHR_materials_variants"]["variants"].reverse()
    other = shelf.put(pack(asset, extra))
    glb = _export(hall(a=exhibit(sha), b=exhibit(other)), shelf)
    assert glb["extensions"]["KHR_materials_variants"]["variants"] == [
        {"name": "red"},
        {"name": "blue"},
    ]
    mappings = [
        glb["meshes"][index]["primitives"][0]["extensions"]["KHR_materials_variants"]["mappings"]
        for index in (0, 2)
    ]
    assert [m["variants"] for m in mappings[0]] == [[0], [1]]
    assert [m["variants"] for m in mappings[1]] == [[1], [0]]


def test_exhibits_are_written_as_visitors_see_them() -> None:
    shelf = Shelf()
    sha = _rich(shelf)
    red = [1.0, 0.0, 0.0, 1.0]
    glb = _export(
        hall(a=exhibit(sha), b=exhibit(sha), c={"kind": "group", "name": {"zh": "", "en": "c"}}),
        shelf,
        {
            "/nodes/a/explode": 0.5,
            "/nodes/a/variant": "red",
            "/nodes/a/materials/1/pbrMetallicRoughness/baseColorFactor": red,
            "/nodes/c/translation": [7, 8, 9],
            "/nodes/gone/explode": 1.0,
        },
    )
    root_a, root_b = below(glb, "a")[0], below(glb, "b")[0]
    assert (root_a["matrix"][12:15], root_b["matrix"][12:15]) == ([0, 1.0, 0], [0, 0, 0])
    bones = [glb["nodes"][root["children"][1]] for root in (root_a, root_b)]
    assert [bone["translation"] for bone in bones] == [[0.5, 1, 0], [0, 1, 0]]
    bodies = [glb["meshes"][glb["nodes"][r["children"][0]]["mesh"]] for r in (root_a, root_b)]
    worn = [glb["materials"][body["primitives"][0]["material"]] for body in bodies]
    assert [material["name"] for material in worn] == ["red", "blue"]
    assert worn[0]["pbrMetallicRoughness"]["baseColorFactor"] == red
    assert node(glb, "c")["translation"] == [7, 8, 9]
    assert node(glb, "a")["extras"]["variant"] == "red"


def test_hidden_nodes_stay_without_their_models() -> None:
    shelf = Shelf()
    sha = _rich(shelf)
    group = {"kind": "group", "name": {"zh": "", "en": ""}, "visible": False}
    glb = _export(hall(group=group, a=exhibit(sha, parent="group")), shelf)
    assert below(glb, "a") == []
    assert node(glb, "group")["extras"]["visible"] is False
    assert "meshes" not in glb


def test_lights_and_the_sun_shine() -> None:
    lamp = {"type": "spot", "color": [1, 1, 1], "intensity": 50, "range": 8}
    glb = _export(
        hall(SUN, lamp={"kind": "light", "name": {"zh": "灯", "en": "Lamp"}, "light": lamp}),
        Shelf(),
    )
    lights = glb["extensions"]["KHR_lights_punctual"]["lights"]
    at = node(glb, "lamp")["extensions"]["KHR_lights_punctual"]["light"]
    assert lights[at]["type"] == "spot"
    assert [light["type"] for light in lights] == ["spot", "directional"]
    assert glb["nodes"][glb["scenes"][0]["nodes"][-1]]["name"] == "sun"


def test_the_same_hall_gives_the_same_bytes() -> None:
    shelf = Shelf()
    sha = _rich(shelf)
    doc = hall(SUN, a=exhibit(sha), b=exhibit(sha, explode=1.0))
    backwards = {**doc, "nodes": dict(reversed(doc["nodes"].items()))}
    assert export_glb(doc, shelf.__getitem__) == export_glb(backwards, shelf.__getitem__)


def test_an_empty_hall_is_a_file() -> None:
    glb = _export(hall(), Shelf())
    assert glb["scenes"] == [{"name": "展厅", "extras": hall()["hall"]}]
    assert "buffers" not in glb


def _warnings(glb: Json) -> list[tuple[str, str]]:
    rows = glb["asset"].get("extras", {}).get("warnings", [])
    return [(row["code"], row["about"]) for row in rows]


def test_an_unreadable_asset_costs_only_itself() -> None:
    shelf = Shelf()
    good, bad = _rich(shelf), shelf.put(b"no GLB at all")
    glb = _export(hall(a=exhibit(good), b=exhibit(bad), c=exhibit(bad)), shelf)
    assert _warnings(glb) == [("asset_unreadable", "glb.magic")]
    assert below(glb, "b") == []
    assert len(below(glb, "a")) == 1


def test_a_missing_asset_costs_only_itself() -> None:
    shelf = Shelf()
    good = _rich(shelf)
    glb = _export(hall(a=exhibit(good), b=exhibit("0" * 64)), shelf)
    assert [code for code, _ in _warnings(glb)] == ["asset_missing"]
    assert len(below(glb, "a")) == 1


def _put_index(asset: Json) -> None:
    asset["meshes"][0]["primitives"][0]["attributes"]["POSITION"] = 99


def _share_child(asset: Json) -> None:
    asset["nodes"][0]["children"] = [1, 1, 2, 3]


def _loop(asset: Json) -> None:
    asset["nodes"][4]["children"] = [0]


def _break_scene(asset: Json) -> None:
    asset["scene"] = 7


def _break_buffer(asset: Json) -> None:
    asset["buffers"][0]["byteLength"] = 10**6


def _leave(asset: Json) -> None:
    asset["buffers"][0]["uri"] = "../../secrets.bin"


def _break_view(asset: Json) -> None:
    asset["bufferViews"][0]["buffer"] = 3


def _break_table(asset: Json) -> None:
    asset["materials"] = {"0": {}}


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (_put_index, "index_out_of_range"),
        (_share_child, "nodes_no_tree"),
        (_loop, "nodes_no_tree"),
        (_break_scene, "index_out_of_range"),
        (_break_buffer, "asset_unreadable"),
        (_leave, "asset_external"),
        (_break_view, "index_out_of_range"),
        (_break_table, "asset_unreadable"),
    ],
)
def test_a_broken_asset_is_left_out_and_named(spoil: Callable[[Json], None], code: str) -> None:
    asset, extra = rich()
    spoil(asset)
    shelf = Shelf()
    glb = _export(hall(a=exhibit(shelf.put(pack(asset, extra)))), shelf)
    assert [found for found, _ in _warnings(glb)] == [code]
    assert below(glb, "a") == []


def test_an_image_outside_the_file_becomes_a_blank() -> None:
    shelf = Shelf()
    image = {"uri": "../../secret.png", "name": "bark"}
    sha = shelf.put(pack(triangle(images=[image], textures=[{"source": 0}])))
    glb = _export(hall(a=exhibit(sha)), shelf)
    assert glb["images"][0]["uri"].startswith("data:image/png;base64,")
    assert _warnings(glb) == [("image_external", "bark")]


def test_unknown_extensions_stay_unless_they_point_somewhere() -> None:
    harmless = {"ACME_gloss": {"amount": 2, "finish": "matt"}}
    pointing = {"ACME_link": {"target": {"node": 3}}}
    shelf = Shelf()
    asset = triangle(
        nodes=[{"mesh": 0, "extensions": {**harmless, **pointing}}],
        materials=[{"extensions": {"ACME_paint": {"flakeTexture": {"index": 0}, **harmless}}}],
        textures=[{}],
        extensions={"ACME_root": {"list": []}},
        extensionsUsed=["ACME_gloss", "ACME_link", "ACME_paint", "ACME_root"],
        extensionsRequired=["ACME_link"],
    )
    glb = _export(hall(a=exhibit(shelf.put(pack(asset)))), shelf)
    assert below(glb, "a")[0]["extensions"] == harmless
    assert glb["materials"][0]["extensions"] == asset["materials"][0]["extensions"]
    assert glb["extensionsUsed"] == ["ACME_gloss", "ACME_paint"]
    assert "extensionsRequired" not in glb
    assert sorted(_warnings(glb)) == [
        ("extension_left_out", "ACME_link"),
        ("extension_left_out", "ACME_root"),
    ]


def test_a_channel_that_cannot_be_aimed_is_left_out() -> None:
    asset, extra = rich()
    pointer = asset["animations"][0]["channels"][2]["target"]["extensions"]
    pointer["KHR_animation_pointer"]["pointer"] = "/extensions/ACME_thing/0/amount"
    asset["animations"][0]["channels"][0]["target"]["node"] = 5
    shelf = Shelf()
    glb = _export(hall(a=exhibit(shelf.put(pack(asset, extra)))), shelf)
    assert len(glb["animations"][0]["channels"]) == 1
    assert [code for code, _ in _warnings(glb)] == ["channel_left_out"] * 2


def test_instancing_is_no_reason_to_refuse_a_hall() -> None:
    asset, extra = rich()
    asset["extensionsRequired"] = ["EXT_mesh_gpu_instancing", "KHR_texture_transform"]
    shelf = Shelf()
    glb = _export(hall(a=exhibit(shelf.put(pack(asset, extra)))), shelf)
    assert "EXT_mesh_gpu_instancing" in glb["extensionsUsed"]
    assert glb["extensionsRequired"] == ["KHR_texture_transform"]


def test_compressed_views_move_with_their_bytes() -> None:
    compressed = {"buffer": 0, "byteLength": 36, "byteStride": 12, "count": 3, "mode": "ATTRIBUTES"}
    fallback = {"byteLength": 36, "extensions": {"EXT_meshopt_compression": {"fallback": True}}}
    view = {
        "buffer": 1,
        "byteLength": 36,
        "byteStride": 12,
        "extensions": {"EXT_meshopt_compression": compressed},
    }
    shelf = Shelf()
    one = shelf.put(pack(triangle()))
    two = shelf.put(pack(triangle(bufferViews=[view], buffers=[{"byteLength": 36}, fallback])))
    glb = _export(hall(a=exhibit(one), b=exhibit(two)), shelf)
    assert glb["buffers"][1] == fallback
    moved = glb["bufferViews"][1]
    assert (moved["buffer"], moved["byteOffset"]) == (1, 0)
    inner = moved["extensions"]["EXT_meshopt_compression"]
    start = glb["bufferViews"][0]["byteOffset"]
    assert (inner["buffer"], inner["byteOffset"] > start) == (0, True)
    assert glb["extensionsUsed"] == ["EXT_meshopt_compression"]


@VALIDATOR
def test_the_khronos_validator_finds_no_error() -> None:
    shelf = Shelf()
    sha = _rich(shelf)
    plain = shelf.put(pack(triangle()))
    lamp = {"type": "spot", "color": [1, 1, 1], "intensity": 50, "range": None, "angle": 1.5708}
    everything = hall(
        SUN,
        a=exhibit(sha, explode=1.0, variant="red"),
        b=exhibit(sha, materials={"0": {"emissiveFactor": [1, 0, 0]}}),
        c=exhibit(plain, parent="a"),
        lamp={"kind": "light", "name": {"zh": "灯", "en": "Lamp"}, "light": lamp},
    )
    files = {"source": shelf[sha], "empty": export_glb(hall(), shelf.__getitem__)}
    files["everything"] = export_glb(everything, shelf.__getitem__)
    reports = validate(files)
    assert {name: report.errors for name, report in reports.items()} == {name: [] for name in files}


_values = st.one_of(
    st.none(), st.integers(-2, 99), st.just("text"), st.just([]), st.just({}), st.just([{}, 1])
)


def _spots(value: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    if isinstance(value, dict):
        keys: list[Any] = list(value)
    elif isinstance(value, list):
        keys = list(range(len(value)))
    else:
        return [at]
    return [at, *(spot for key in keys for spot in _spots(value[key], (*at, key)))]


RICH, EXTRA = rich()
SPOTS = [spot for spot in _spots(RICH) if spot]


@settings(max_examples=300)
@given(spot=st.sampled_from(SPOTS), value=_values)
def test_no_single_fault_upsets_the_export(spot: tuple[Any, ...], value: Any) -> None:
    asset = json.loads(json.dumps(RICH))
    holder = asset
    for key in spot[:-1]:
        holder = holder[key]
    holder[spot[-1]] = value
    shelf = Shelf()
    good = shelf.put(pack(triangle()))
    spoilt = exhibit(shelf.put(pack(asset, EXTRA)), variant="red", explode=1.0)
    glb = export_glb(hall(a=exhibit(good), b=spoilt), shelf.__getitem__)
    assert len(below(read_glb(glb).json, "a")) == 1
