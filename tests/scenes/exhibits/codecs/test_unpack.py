"""Compressed documents unpacked: the same numbers, under the same indices."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from scenes.exhibits import read
from scenes.exhibits.check.data import check_data
from scenes.exhibits.codecs.unpack import unpack
from scenes.exhibits.document import Document
from scenes.exhibits.policy import Policy
from tests.scenes.exhibits.compressed import DRACO, with_draco, with_meshopt
from tests.scenes.exhibits.numbers import square

POLICY = Policy()


def corners(document: Document, index: int = 6) -> list[tuple[int, ...]]:
    """The triangles, each turned so that it begins as low as it can."""
    rows = read.raw(document, index).reshape(-1, 3).tolist()
    return [min((a, b, c), (b, c, a), (c, a, b)) for a, b, c in rows]


@pytest.mark.parametrize("name", ["EXT_meshopt_compression", "KHR_meshopt_compression"])
def test_meshopt_streams_become_the_views_that_they_stand_for(name: str) -> None:
    plain = square().document()
    unpacked = unpack(with_meshopt(square(), name), POLICY)
    assert unpacked.findings == []
    assert unpacked.decoded == set(range(11))
    for index in range(11):
        if index != 6:
            assert (read.raw(unpacked.document, index) == read.raw(plain, index)).all()
    assert corners(unpacked.document) == corners(plain)
    assert not {"extensionsUsed", "extensionsRequired"} & unpacked.document.json.keys()
    assert name not in str(unpacked.document.json)


def test_a_draco_stream_becomes_views_of_its_own() -> None:
    plain = square().document()
    unpacked = unpack(with_draco(square()), POLICY)
    assert unpacked.findings == []
    assert unpacked.decoded == {0, 4, 5, 6}
    assert corners(unpacked.document) == corners(plain)
    for index in (4, 5):
        assert (read.raw(unpacked.document, index) == read.raw(plain, index)).all()
    assert read.raw(unpacked.document, 0) == pytest.approx(read.raw(plain, 0), abs=1e-4)
    assert DRACO not in str(unpacked.document.json)
    assert check_data(with_draco(square()), POLICY) == []


def test_no_view_is_left_without_use() -> None:
    json = unpack(with_draco(square()), POLICY).document.json
    used = {accessor["bufferView"] for accessor in json["accessors"]}
    left = set(range(len(json["bufferViews"]))) - used
    assert left == {0, 4, 5, 6}  # the square's own, which its compressed accessors left


def test_a_stream_of_two_primitives_is_decoded_once() -> None:
    built = square()
    document = with_draco(built)
    primitives = document.json["meshes"][0]["primitives"]
    primitives.append(dict(primitives[0]))
    unpacked = unpack(document, POLICY)
    both = unpacked.document.json["meshes"][0]["primitives"]
    assert both[0] == both[1]
    assert len(unpacked.document.json["accessors"]) == 11


def test_a_strip_becomes_triangles() -> None:
    document = with_draco(square())
    document.json["meshes"][0]["primitives"][0]["mode"] = 5
    document.json["accessors"][6]["count"] = 4
    unpacked = unpack(document, POLICY)
    primitive = unpacked.document.json["meshes"][0]["primitives"][0]
    assert (primitive["mode"], primitive["indices"]) == (4, 11)
    assert corners(unpacked.document, 11) == corners(square().document())


def test_limits_that_a_codec_moved_are_put_right() -> None:
    built = square()
    built.json["accessors"][0]["max"] = [1.0001, 1, 0]
    unpacked = unpack(with_meshopt(built), POLICY)
    assert unpacked.document.json["accessors"][0]["max"] == [1, 1, 0]
    assert unpacked.findings == []


def test_limits_that_are_wrong_are_told() -> None:
    built = square()
    built.json["accessors"][0]["max"] = [4, 1, 0]
    unpacked = unpack(with_meshopt(built), POLICY)
    assert [(each.code, each.severity, each.pointer) for each in unpacked.findings] == [
        ("DECODED_LIMITS_DIFFER", "warning", "/accessors/0/max")
    ]


@pytest.mark.parametrize(
    ("accessor", "more", "code"),
    [
        (0, {"count": 5}, "DRACO_COUNT_MISMATCH"),
        (0, {"type": "VEC4"}, "DRACO_COUNT_MISMATCH"),
        (6, {"count": 3}, "DRACO_INVALID"),
        (5, {"componentType": 5130}, "DRACO_INVALID"),
        (6, {"componentType": 5120}, None),
        (0, {"componentType": 5120}, None),
    ],
)
def test_a_draco_stream_must_be_what_its_accessors_say(
    accessor: int, more: dict[str, Any], code: str | None
) -> None:
    document = with_draco(square())
    document.json["accessors"][accessor] |= more
    findings = unpack(document, POLICY).findings
    assert [each.code for each in findings if each.severity == "error"] == [code] * bool(code)
    assert code is None or findings[0].pointer == f"/meshes/0/primitives/0/extensions/{DRACO}"


def test_values_must_fit_their_accessor() -> None:
    built = square()
    built.numbers(4)[1, 0] = 200
    document = with_draco(built)
    document.json["accessors"][4]["componentType"] = 5120
    assert [each.code for each in unpack(document, POLICY).findings] == ["DRACO_TYPE_MISMATCH"]


@pytest.mark.parametrize(
    "how",
    [
        {"attributes": {"POSITION": 99}},
        {"attributes": {"NORMAL_9": 0}},
        {"bufferView": 3},
        {"bufferView": 999},
        {"bufferView": None},
    ],
)
def test_a_draco_extension_that_is_wrong_is_an_error(how: dict[str, Any]) -> None:
    findings = unpack(with_draco(square(), **how), POLICY).findings
    assert [each.code for each in findings] == ["DRACO_INVALID"]


@pytest.mark.parametrize(
    "how",
    [
        {"count": 5},
        {"count": 2**31},
        {"byteLength": 9},
        {"byteLength": 2**31},
        {"byteOffset": -1},
        {"byteOffset": 2**31},
        {"buffer": 0},
        {"buffer": 7},
        {"mode": "INDICES"},
        {"filter": "QUATERNION"},
        {"mode": 4},
        {"byteOffset": "0"},
        {"byteStride": None},
    ],
)
def test_a_meshopt_extension_that_is_wrong_is_an_error(how: dict[str, Any]) -> None:
    document = with_meshopt(square())
    document.json["bufferViews"][0]["extensions"]["EXT_meshopt_compression"] |= how
    findings = unpack(document, POLICY).findings
    assert [(each.code, each.pointer) for each in findings] == [
        ("MESHOPT_INVALID", "/bufferViews/0/extensions/EXT_meshopt_compression")
    ]
    assert [each.code for each in check_data(document, POLICY)] == ["MESHOPT_INVALID"]


@pytest.mark.parametrize("value", [7, [], "x", {"buffer": 1}])
def test_an_extension_may_be_anything(value: object) -> None:
    document = with_meshopt(square())
    document.json["bufferViews"][0]["extensions"]["EXT_meshopt_compression"] = value
    assert [each.code for each in unpack(document, POLICY).findings] == ["MESHOPT_INVALID"]
    document = with_draco(square())
    document.json["meshes"][0]["primitives"][0]["extensions"][DRACO] = value
    assert [each.code for each in unpack(document, POLICY).findings] == ["DRACO_INVALID"]


def test_no_more_is_unpacked_than_an_exhibit_may_have() -> None:
    document = with_meshopt(square())
    findings = unpack(document, Policy(max_bytes=100)).findings
    assert {each.code for each in findings} == {"DECODED_TOO_LARGE"}


def test_the_original_is_left_alone() -> None:
    document = with_draco(square())
    text = str(document.json)
    unpack(document, POLICY)
    assert str(document.json) == text


def test_corners_outside_are_found_behind_the_compression() -> None:
    built = square()
    built.numbers(6)[0] = 9
    assert [each.code for each in check_data(with_meshopt(built), POLICY)] == ["ACCESSOR_INDEX_OOB"]
    built = square()
    built.numbers(0)[0] = np.nan
    codes = [each.code for each in check_data(with_meshopt(built), POLICY)]
    assert codes[0] == "ACCESSOR_INVALID_FLOAT"
