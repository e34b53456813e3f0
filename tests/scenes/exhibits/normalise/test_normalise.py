"""One GLB of whatever came: valid, the same in all it has, and stable."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest

from scenes.exhibits import read
from scenes.exhibits.check.data import check_data
from scenes.exhibits.codecs.errors import CodecError
from scenes.exhibits.codecs.unpack import unpack
from scenes.exhibits.document import Document, Picture
from scenes.exhibits.normalise import normalise
from scenes.exhibits.policy import Policy
from scenes.glb import Glb, read_glb, write_glb
from tests import khronos
from tests.scenes.exhibits.compressed import with_draco, with_meshopt
from tests.scenes.exhibits.hostile import png
from tests.scenes.exhibits.numbers import Built, square
from tests.scenes.exhibits.shared_assets import NAMES, admitted

POLICY = Policy()
MOVED = ("buffers", "bufferViews", "images", "extensionsUsed", "extensionsRequired")


def as_document(glb: Glb) -> Document:
    """What the gate would make of a GLB whose images are all inside."""
    data = memoryview(glb.bin)
    pictures = []
    for image in glb.json.get("images", ()):
        view = glb.json["bufferViews"][image["bufferView"]]
        start = view.get("byteOffset", 0)
        part = data[start : start + view["byteLength"]]
        pictures.append(Picture(part, image["mimeType"], 1, 1))
    return Document(glb.json, (data,) if glb.json.get("buffers") else (), tuple(pictures))


def assert_same(document: Document, glb: Glb) -> None:
    """Everything but where the bytes lie is as it was."""
    plain = unpack(document, POLICY).document
    for key in {*plain.json, *glb.json} - {*MOVED, "accessors", "textures"}:
        assert glb.json.get(key) == plain.json.get(key), key
    assert len(glb.json.get("accessors", ())) == len(plain.json.get("accessors", ()))
    for index in range(len(glb.json.get("accessors", ()))):
        assert np.array_equal(read.raw(glb, index), read.raw(plain, index)), index
    for i, picture in enumerate(document.pictures):
        assert picture is not None
        assert bytes(read.view(glb, glb.json["images"][i]["bufferView"])) == bytes(picture.data)


@pytest.fixture(scope="module")
def normalised() -> dict[str, bytes]:
    return {name: write_glb(*normalise(admitted(name), POLICY)) for name in NAMES}


@pytest.mark.parametrize("name", NAMES)
def test_a_shared_asset_keeps_all_it_has(name: str, normalised: dict[str, bytes]) -> None:
    glb = read_glb(normalised[name])
    assert_same(admitted(name), glb)
    assert len(glb.json["buffers"]) == 1
    assert write_glb(*normalise(as_document(glb), POLICY)) == normalised[name]
    assert [f for f in check_data(as_document(glb), POLICY) if f.severity == "error"] == []


@pytest.mark.skipif(not khronos.available(), reason="the validator is not installed")
def test_shared_assets_stay_valid(normalised: dict[str, bytes]) -> None:
    reports = khronos.validate(normalised)
    assert {name: report.errors for name, report in reports.items() if report.errors} == {}


@pytest.mark.skipif(not khronos.available(), reason="the validator is not installed")
def test_compressed_documents_become_valid_ones() -> None:
    documents = {
        "draco": with_draco(square()),
        "meshopt": with_meshopt(square()),
        "plain": square().document(),
    }
    files = {name: write_glb(*normalise(each, POLICY)) for name, each in documents.items()}
    reports = khronos.validate(files)
    assert {name: report.errors for name, report in reports.items() if report.errors} == {}
    for name, each in documents.items():
        assert_same(each, read_glb(files[name]))


def of(built: Built, **more: Any) -> Glb:
    """A built document with more in its JSON, normalised."""
    document = built.document()
    document.json.update(more)
    return normalise(document, POLICY)


def test_what_nobody_knows_is_kept() -> None:
    extras = {"maker": "上海", "list": [1, {"deep": [None, True, 0.5]}]}
    unknown = {"ACME_stars": {"bufferView": 3, "nodes": [0, 1], "brightness": 0.25}}
    glb = of(square(), extras=extras, extensions=unknown, extensionsUsed=["ACME_stars"])
    assert glb.json["extras"] == extras
    assert glb.json["extensions"] == unknown
    assert glb.json["extensionsUsed"] == ["ACME_stars"]
    assert bytes(read.view(glb, 3)) == bytes(read.view(square().document(), 3))


def test_several_buffers_become_one() -> None:
    built = square()
    document = built.document()
    other = memoryview(b"\1\2\3\4\5\6\7\x08")
    views = document.json["bufferViews"]
    views += [{"buffer": 1, "byteOffset": 2, "byteLength": 3, "name": "odd"}]
    document.json["buffers"][0] |= {"uri": "a.bin", "name": "a", "extras": {"x": 1}}
    document.json["buffers"] += [{"byteLength": 8, "uri": "b.bin", "name": "b", "extras": {"y": 2}}]
    glb = normalise(Document(document.json, (*document.buffers, other), ()), POLICY)
    assert glb.json["buffers"] == [
        {"byteLength": len(glb.bin), "name": "a", "extras": {"x": 1, "y": 2}}
    ]
    assert bytes(read.view(glb, len(views) - 1)) == b"\3\4\5"
    assert glb.json["bufferViews"][-1]["name"] == "odd"
    assert len(glb.bin) % 4 == 0


def test_equal_bytes_are_kept_once() -> None:
    built = square()
    size = len(of(built).bin)
    for _ in range(9):
        built.view(bytes(built.numbers(0).tobytes()))
    assert len(of(built).bin) == size


def test_views_that_overlap_do_not_multiply_their_bytes() -> None:
    built = square()
    size = len(built.data)
    views = built.json["bufferViews"]
    views += [{"buffer": 0, "byteOffset": n, "byteLength": size - 40} for n in range(40)]
    glb = of(built)
    assert len(glb.bin) <= size + 4
    for index in range(len(views)):
        assert bytes(read.view(glb, index)) == bytes(read.view(built.document(), index))


def test_bytes_that_nothing_looks_at_go() -> None:
    built = square()
    size = len(of(built).bin)
    built.data += bytes(1000)
    assert len(of(built).bin) == size


def test_images_beside_the_document_move_in() -> None:
    picture = Picture(memoryview(png()), "image/png", 2, 2)
    document = square().document()
    document.json["images"] = [
        {"uri": "a.png", "name": "a", "extras": {"by": "me"}},
        {"uri": "b.png", "mimeType": "image/png"},
        {"uri": "lost.xyz"},
    ]
    glb = normalise(Document(document.json, document.buffers, (picture, picture, None)), POLICY)
    first, second, third = glb.json["images"]
    assert (first["name"], first["extras"], first["mimeType"]) == ("a", {"by": "me"}, "image/png")
    assert not any("uri" in image for image in glb.json["images"])
    places = [glb.json["bufferViews"][image["bufferView"]] for image in (first, second)]
    assert places[0] == places[1]
    assert bytes(read.view(glb, third["bufferView"])).startswith(b"\x89PNG")


def test_an_image_of_another_type_gets_its_extension() -> None:
    picture = Picture(memoryview(b"\xabKTX 20\xbb\r\n\x1a\n" + bytes(80)), "image/ktx2", 4, 4)
    document = square().document()
    document.json["images"] = [{"uri": "a.ktx2"}]
    document.json["textures"] = [{"source": 0, "name": "t"}]
    glb = normalise(Document(document.json, document.buffers, (picture,)), POLICY)
    assert glb.json["textures"] == [
        {"name": "t", "extensions": {"KHR_texture_basisu": {"source": 0}}}
    ]
    assert glb.json["extensionsUsed"] == ["KHR_texture_basisu"]


def test_names_are_made_harmless_and_the_rest_is_kept() -> None:
    text = '{"__proto__": {"a": 1}, "note": "<b>\\u202e\\ud800"}'
    built = square()
    built.json["nodes"][2] = {"name": "<script>\u202e阀门\x00", "extras": json.loads(text)}
    variants = {"KHR_materials_variants": {"variants": [{"name": "\x07红"}]}}
    glb = of(built, extensions=variants, extensionsUsed=["KHR_materials_variants"])
    node = glb.json["nodes"][2]
    assert node["name"] == "‹script>阀门"
    assert node["extras"] == {"_proto_": {"a": 1}, "note": "<b>\u202e\ufffd"}
    assert glb.json["extensions"]["KHR_materials_variants"]["variants"] == [{"name": "红"}]
    assert read_glb(write_glb(*glb)).json == glb.json


def test_a_document_without_bytes_has_no_buffer() -> None:
    document = Document({"asset": {"version": "2.0"}, "nodes": [{}]}, (), ())
    glb = normalise(document, POLICY)
    assert glb == Glb({"asset": {"version": "2.0"}, "nodes": [{}]}, b"")


def test_bytes_that_nobody_brought_are_zeros() -> None:
    document = square().document()
    json_ = document.json
    json_["images"] = [{"bufferView": 1, "mimeType": "image/png"}]
    json_["bufferViews"][3] |= {"name": "colour", "target": 34962}
    json_["bufferViews"].append({"buffer": 1, "byteLength": 8})
    json_["accessors"][10]["sparse"] = {
        "count": 1,
        "indices": {"bufferView": 11, "componentType": 5121},
        "values": {"bufferView": 11},
    }
    json_["buffers"].append({"byteLength": 8})
    for i in range(11):
        json_["bufferViews"][i]["buffer"] = 1 if i in (1, 3) else 0
    glb = normalise(Document(json_, (*document.buffers, None), (None,)), POLICY)
    assert not read.raw(glb, 1).any() and not read.raw(glb, 3).any()
    assert read.raw(glb, 10).tolist() == square().numbers(10).tolist()
    assert glb.json["bufferViews"][3]["name"] == "colour"
    assert bytes(read.view(glb, glb.json["images"][0]["bufferView"])).startswith(b"\x89PNG")
    if khronos.available():
        assert khronos.validate({"glb": write_glb(*glb)})["glb"].errors == []


def test_whole_numbers_may_be_written_with_a_point() -> None:
    built = square()
    built.json["bufferViews"][0]["byteOffset"] = 0.0
    built.json["accessors"][0]["bufferView"] = 0.0
    built.json["accessors"][1]["count"] = 4.0
    assert_same(square().document(), of(built))


def test_what_cannot_be_decoded_cannot_be_normalised() -> None:
    document = with_meshopt(square())
    document.json["bufferViews"][0]["extensions"]["EXT_meshopt_compression"]["count"] = 9
    with pytest.raises(CodecError):
        normalise(document, POLICY)


def test_the_original_is_left_alone() -> None:
    document = with_draco(square())
    before = json.dumps(document.json)
    normalise(document, POLICY)
    assert json.dumps(document.json) == before
