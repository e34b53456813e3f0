"""The checks of data against the Khronos validator: the same codes at the same places."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from scenes.exhibits.check.data import check_data
from scenes.exhibits.policy import Policy
from scenes.exhibits.words.data import WORDS
from tests import khronos
from tests.scenes.exhibits.numbers import Built, square

Bend = Callable[[Built], object]
NAN, INF = float("nan"), float("inf")


def put(index: int, row: int, *values: float) -> Bend:
    """Change the numbers of one element."""

    def bend(built: Built) -> None:
        place = built.numbers(index)
        with np.errstate(invalid="ignore"):
            place[row, : len(values)] = np.array(values).astype(place.dtype)

    return bend


def entry(index: int, **more: Any) -> Bend:
    """Change what an accessor says of itself."""
    return lambda built: built.json["accessors"][index].update(more)


def sparse(where: list[int], *, base: bool = True, kind: str = "<u2") -> Bend:
    """Replace normals at these places by equal ones."""

    def bend(built: Built) -> None:
        normals = np.tile(np.array([0, 0, 1], "<f4"), (len(where), 1))
        accessor = built.json["accessors"][1]
        accessor["sparse"] = {
            "count": len(where),
            "indices": {
                "bufferView": built.view(np.array(where, kind).tobytes()),
                "componentType": {"<u1": 5121, "<u2": 5123, "<u4": 5125}[kind],
            },
            "values": {"bufferView": built.view(normals.tobytes())},
        }
        if not base:
            del accessor["bufferView"]

    return bend


def normals(kind: str, row: list[int], *, normalised: bool = True) -> Bend:
    """Normals as padded integers, as KHR_mesh_quantization has them."""

    def bend(built: Built) -> None:
        values = np.zeros((4, 4), kind)
        values[:, :3] = row
        view = built.view(values.tobytes(), byteStride=values.strides[0])
        number = {"<i1": 5120, "<i2": 5122}[kind]
        built.json["accessors"][1] |= {"bufferView": view, "componentType": number}
        built.json["accessors"][1]["normalized"] = normalised
        for key in ("extensionsUsed", "extensionsRequired"):
            built.json[key] = ["KHR_mesh_quantization"]

    return bend


def weights(kind: str, row: list[int]) -> Bend:
    """Weights as normalised integers."""

    def bend(built: Built) -> None:
        view = built.view(np.tile(np.array(row, kind), (4, 1)).tobytes())
        number = {"<u1": 5121, "<u2": 5123}[kind]
        built.json["accessors"][5] |= {"bufferView": view, "componentType": number}
        built.json["accessors"][5]["normalized"] = True

    return bend


def more_influences(joints: list[int], shares: list[float], first: list[float]) -> Bend:
    """A second set of joints and weights."""

    def bend(built: Built) -> None:
        attributes = built.json["meshes"][0]["primitives"][0]["attributes"]
        attributes["JOINTS_1"] = built.accessor(np.tile(np.array(joints, "<u2"), (4, 1)))
        attributes["WEIGHTS_1"] = built.accessor(np.tile(np.array(shares, "<f4"), (4, 1)))
        for row in range(4):
            put(5, row, *first)(built)

    return bend


def spline(*rows: list[float]) -> Bend:
    """Turns along a spline of three keyframes."""

    def bend(built: Built) -> None:
        index = built.accessor(np.array(rows, "<f4"))
        built.json["animations"][0]["samplers"][0] |= {
            "output": index, "interpolation": "CUBICSPLINE"
        }  # fmt: skip

    return bend


def both(*bends: Bend) -> Bend:
    return lambda built: [bend(built) for bend in bends]


def second_user(count: int) -> Bend:
    """Another primitive of fewer vertices that uses the same corners."""

    def bend(built: Built) -> None:
        index = built.accessor(np.zeros((count, 3), "<f4"), limits=True)
        built.json["meshes"][0]["primitives"].append({"attributes": {"POSITION": index},
                                                      "indices": 6})  # fmt: skip
        del built.json["nodes"][0]["skin"]

    return bend


UNIT, SLOPE = [0, 0, 0, 1.0], [3.0, 0, 0, 1]
BENDS: dict[str, Bend] = {
    "nothing": lambda built: built,
    "a minimum too low": entry(0, min=[-1, 0, 0]),
    "a minimum too high": entry(0, min=[0.5, 0, 0]),
    "a maximum too low": entry(0, max=[1, 0.25, 0]),
    "a maximum too high": entry(0, max=[1, 1, 7]),
    "limits rounded as single precision does": both(
        put(0, 3, 0.1, 1, 0), put(0, 1, 0.1, 0, 0), entry(0, max=[0.1, 1, 0])
    ),
    "limits of integers": entry(6, min=[0], max=[3]),
    "wrong limits of integers": entry(6, min=[1], max=[2]),
    "NaN": put(0, 1, NAN, 0, 0),
    "NaN at first": put(0, 0, NAN),
    "infinity": put(0, 1, INF, 0, 0),
    "NaN everywhere": both(*(put(1, row, NAN, NAN, NAN) for row in range(4))),
    "an infinite weight": put(5, 0, INF),
    "a long normal": put(1, 2, 0, 0, 1.1),
    "a normal just short enough": put(1, 2, 0, 0, 0.9934),
    "a normal just too short": put(1, 2, 0, 0, 0.9932),
    "no normal": put(1, 0, 0, 0, 0),
    "a long tangent": put(2, 1, 2, 0, 0, 1),
    "a tangent without a sign": put(2, 1, 1, 0, 0, 0.5),
    "a tangent with nothing right": put(2, 3, 3, 0, 0, 0),
    "a bright colour": put(3, 1, 1.5, 0, 0, 1),
    "a dark colour": put(3, 1, 0.5, -0.1, 0, 1),
    "a clear colour": put(3, 2, 0, 0, 0, 2),
    "byte normals": normals("<i1", [0, 0, 127]),
    "byte normals rounded": normals("<i1", [73, 73, 73]),
    "byte normals too short": normals("<i1", [0, 0, 120]),
    "byte normals of -128": normals("<i1", [0, 0, -128]),
    "short normals": normals("<i2", [0, 32767, 0]),
    "short normals too long": normals("<i2", [0, 32767, 8000]),
    "a corner outside": put(6, 4, 4),
    "a corner far outside": put(6, 4, 9999),
    "a restart": put(6, 4, 65535),
    "a flat triangle": put(6, 0, 1),
    "a mesh of fewer vertices": second_user(3),
    "a mesh of as many vertices": second_user(4),
    "sparse in order": sparse([0, 3]),
    "sparse without a base": sparse([0, 1, 2, 3], base=False, kind="<u1"),
    "sparse without most of it": sparse([1, 2], base=False),
    "sparse out of order": sparse([2, 1]),
    "sparse twice": sparse([1, 1], kind="<u4"),
    "sparse outside": sparse([1, 4]),
    "a joint outside": put(4, 1, 0, 2),
    "a joint outside without weight": put(4, 1, 0, 1, 5),
    "a joint twice": put(4, 1, 1, 1),
    "a joint three times": both(put(4, 1, 1, 1, 1), put(5, 1, 0.5, 0.25, 0.25)),
    "a joint without weight": put(4, 1, 0, 1, 1),
    "a negative weight": put(5, 2, 1.25, -0.25),
    "too much weight": put(5, 2, 0.5, 0.75),
    "a little too much weight": put(5, 2, 0.25, 0.7500006),
    "hardly too much weight": put(5, 2, 0.25, 0.7500002),
    "no weight": put(5, 2, 0, 0),
    "byte weights": weights("<u1", [100, 155, 0, 0]),
    "byte weights too small": weights("<u1", [100, 154, 0, 0]),
    "short weights": weights("<u2", [1, 65534, 0, 0]),
    "two sets": more_influences([0, 0, 0, 0], [0, 0, 0, 0], [0.5, 0.5]),
    "two sets too light": more_influences([0, 0, 0, 0], [0, 0, 0, 0], [0.5, 0.25]),
    "two sets with a joint twice": more_influences([0, 0, 0, 0], [0.5, 0, 0, 0], [0.25, 0.25]),
    "two sets with a joint outside": more_influences([7, 0, 0, 0], [0.5, 0, 0, 0], [0.25, 0.25]),
    "two sets with an idle joint": more_influences([1, 0, 0, 0], [0, 0, 0, 0], [0.25, 0.75]),
    "a perspective bind": put(7, 1, *([1.0] * 16)),
    "a scaled bind": put(7, 0, *[*[0.0] * 15, 2.0]),
    "a negative time": both(put(8, 0, -1), entry(8, min=[-1])),
    "a negative time, then zero": both(put(8, 0, -1), put(8, 1, 0), entry(8, min=[-1])),
    "equal times": put(8, 1, 0),
    "times that fall": both(put(8, 1, 2), entry(8, max=[2])),
    "times that fall and rise": both(
        put(8, 0, 3), put(8, 2, 2), entry(8, min=[0.5], max=[3])
    ),
    "a long turn": put(9, 1, 0, 0, 0, 1.1),
    "a turn just short enough": put(9, 1, 0, 0, 0, 0.9924),
    "a turn just too short": put(9, 1, 0, 0, 0, 0.9922),
    "a spline": spline(SLOPE, UNIT, SLOPE, SLOPE, UNIT, SLOPE, SLOPE, UNIT, SLOPE),
    "a spline off": spline(SLOPE, UNIT, SLOPE, SLOPE, SLOPE, SLOPE, SLOPE, UNIT, SLOPE),
}  # fmt: skip


def found(built: Built) -> set[tuple[str, str, str]]:
    return {
        (each.pointer, each.code, each.severity) for each in check_data(built.document(), Policy())
    }


@pytest.fixture(scope="module")
def judged() -> dict[str, set[tuple[str, str, str]]]:
    """What the validator says of each bent document, of its data."""
    if not khronos.available():
        pytest.skip("the validator is not installed")
    cases = []
    for bend in BENDS.values():
        built = square()
        bend(built)
        cases.append(khronos.Case(built.text(), {"data.bin": bytes(built.data)}))
    answers = dict(zip(BENDS, khronos.judge(cases), strict=True))
    return {
        name: {
            (m.pointer, m.code, m.severity)
            for m in messages or []
            if m.code in WORDS and m.severity in ("error", "warning")
        }
        for name, messages in answers.items()
    }


@pytest.mark.parametrize("name", BENDS)
def test_the_same_is_found_at_the_same_places(
    name: str, judged: dict[str, set[tuple[str, str, str]]]
) -> None:
    built = square()
    BENDS[name](built)
    assert found(built) == judged[name]


def test_the_bends_together_call_every_code() -> None:
    codes = set()
    for bend in BENDS.values():
        built = square()
        bend(built)
        codes |= {code for _, code, _ in found(built)}
    own = ("CODEC_", "DRACO_", "MESHOPT_", "DECODED_", "TOO_", "EXTENT_")
    assert {code for code in WORDS if not code.startswith(own)} == codes


def test_a_million_faults_are_few_findings() -> None:
    built = square()
    built.json["accessors"][1]["bufferView"] = built.view(bytes(12 * 100_000))
    for entry_ in (0, 2, 3, 4, 5):
        built.json["accessors"].append(built.json["accessors"][entry_])
    built.json["accessors"][1]["count"] = 100_000
    findings = [
        each
        for each in check_data(built.document(), Policy())
        if each.code == "ACCESSOR_VECTOR3_NON_UNIT"
    ]
    assert [each.about for each in findings][1:] == [
        "#1: [0.0, 0.0, 0.0]", "#2: [0.0, 0.0, 0.0]", "+99997"
    ]  # fmt: skip


def test_findings_have_an_end() -> None:
    built = square()
    primitive = built.json["meshes"][0]["primitives"][0]
    put(1, 0, 0, 0, 9)(built)
    built.json["meshes"][0]["primitives"] = [primitive] * 50
    findings = check_data(built.document(), Policy(max_findings=10))
    assert [each.code for each in findings][9:] == [
        "ACCESSOR_VECTOR3_NON_UNIT", "TOO_MANY_FINDINGS"
    ]  # fmt: skip


@pytest.mark.parametrize("bends", [[put(4, 1, 0, 1, 1)], [put(4, 1, 0, 1, 1), put(5, 2, 2)]])
def test_warnings_that_are_left_out_refuse_nothing(bends: list[Bend]) -> None:
    built = square()
    for bend in bends:
        bend(built)
    built.json["meshes"][0]["primitives"] *= 9
    last = check_data(built.document(), Policy(max_findings=3))[-1]
    assert (last.code, last.severity) == ("TOO_MANY_FINDINGS", ["warning", "error"][len(bends) - 1])


def test_zeros_without_bytes_take_no_time() -> None:
    built = square()
    sparse([1, 2], base=False)(built)
    built.json["accessors"][1]["count"] = 2**31
    built.json["accessors"].append({"componentType": 5126, "type": "VEC3", "count": 2**31,
                                    "min": [1, 1, 1], "max": [1, 1, 1]})  # fmt: skip
    assert "ACCESSOR_VECTOR3_NON_UNIT" in {code for _, code, _ in found(built)}
