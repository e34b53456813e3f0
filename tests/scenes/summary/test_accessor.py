"""Numbers read from bytes as the format lays them: kinds, strides, scales, and nothing outside."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenes.glb import Glb, GlbError
from scenes.summary.accessor import limits, values

KINDS = {"<i1": 5120, "<u1": 5121, "<i2": 5122, "<u2": 5123, "<u4": 5125, "<f4": 5126}


def glb(data: bytes, accessor: dict[str, Any], view: dict[str, Any] | None = None) -> Glb:
    """A document of one accessor over one view of one buffer."""
    views = [{"buffer": 0, "byteLength": len(data), **(view or {})}]
    buffers = [{"byteLength": len(data)}]
    json = {"accessors": [accessor], "bufferViews": views, "buffers": buffers}
    return Glb(json, data)


def rows(kind: str, number: int, **more: Any) -> dict[str, Any]:
    """An accessor of so many rows of three."""
    return {"bufferView": 0, "componentType": KINDS[kind], "count": number, "type": "VEC3", **more}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_number_is_read(kind: str) -> None:
    given_ = np.array([[1, 2, 3], [4, 5, 6]], kind)
    found = values(glb(given_.tobytes(), rows(kind, 2)), 0, 3)
    assert found is not None
    assert found.tolist() == [[1, 2, 3], [4, 5, 6]]


@pytest.mark.parametrize(
    ("kind", "raw", "meant"),
    [
        ("<i1", [127, -127, -128], [1, -1, -1]),
        ("<u1", [255, 0, 51], [1, 0, 0.2]),
        ("<i2", [32767, -32768, 0], [1, -1, 0]),
        ("<u2", [65535, 0, 13107], [1, 0, 0.2]),
        ("<f4", [0.5, -2, 7], [0.5, -2, 7]),
    ],
)
def test_normalised_numbers_are_shares(kind: str, raw: list[float], meant: list[float]) -> None:
    data = np.array([raw], kind).tobytes()
    found = values(glb(data, rows(kind, 1, normalized=True)), 0, 3)
    assert found is not None
    assert found[0] == pytest.approx(meant)


@given(st.integers(0, 3), st.integers(0, 5), st.integers(1, 6))
def test_strides_and_offsets_are_stepped_over(offset: int, gap: int, count: int) -> None:
    stride = 12 + 4 * gap
    data = bytearray(b"\xff" * (4 * offset + stride * count))
    for row in range(count):
        at = 4 * offset + stride * row
        data[at : at + 12] = np.array([row, row + 0.5, -row], "<f4").tobytes()
    accessor = rows("<f4", count, byteOffset=4 * offset)
    found = values(glb(bytes(data), accessor, {"byteStride": stride}), 0, 3)
    assert found is not None
    assert found.tolist() == [[row, row + 0.5, -row] for row in range(count)]


def test_the_last_row_needs_no_gap_behind_it() -> None:
    data = np.zeros(3 + 1 + 3, "<f4").tobytes()
    accessor = rows("<f4", 2)
    assert values(glb(data, accessor, {"byteStride": 16}), 0, 3) is not None


@pytest.mark.parametrize(
    ("accessor", "view", "code"),
    [
        ({"count": 3}, {}, "gltf.buffer"),
        ({"byteOffset": 4}, {}, "gltf.buffer"),
        ({}, {"byteOffset": 4}, "gltf.buffer"),
        ({}, {"byteLength": 9999}, "gltf.buffer"),
        ({}, {"byteStride": 4}, "gltf.buffer"),
        ({"count": -1}, {}, "gltf.index"),
        ({"count": 2**40}, {}, "gltf.index"),
        ({"componentType": 5130}, {}, "gltf.accessor"),
        ({"componentType": [5126]}, {}, "gltf.accessor"),
        ({"type": "VEC4"}, {}, "gltf.accessor"),
        ({"type": 7}, {}, "gltf.accessor"),
        ({"bufferView": 1}, {}, "gltf.index"),
        ({}, {"buffer": 1}, "gltf.index"),
        ({}, {"extensions": []}, "gltf.type"),
    ],
)
def test_what_reaches_outside_is_refused(
    accessor: dict[str, Any], view: dict[str, Any], code: str
) -> None:
    data = np.zeros((2, 3), "<f4").tobytes()
    with pytest.raises(GlbError) as refused:
        values(glb(data, rows("<f4", 2, **accessor), view), 0, 3)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("accessor", "view", "buffer"),
    [
        ({"count": 2_000_000}, {}, {}),
        ({}, {"extensions": {"EXT_meshopt_compression": {}}}, {}),
        ({}, {"extensions": {"KHR_meshopt_compression": {}}}, {}),
        ({}, {}, {"uri": "other.bin"}),
        ({"count": 0}, {}, {}),
    ],
    ids=["huge", "compressed", "compressed anew", "elsewhere", "empty"],
)
def test_what_cannot_be_seen_from_here_is_left_alone(
    accessor: dict[str, Any], view: dict[str, Any], buffer: dict[str, Any]
) -> None:
    data = np.zeros((2, 3), "<f4").tobytes()
    document = glb(data, rows("<f4", 2, **accessor), view)
    document.json["buffers"][0].update(buffer)
    assert values(document, 0, 3) is None


def test_limits_are_told_in_the_mesh_s_own_unit() -> None:
    accessor = {"min": [-32767, 0, 0], "max": [32767, 16383.5, 0], "componentType": 5122,
                "normalized": True}  # fmt: skip
    low, high = limits({"accessors": [accessor]}, 0)
    assert low == pytest.approx([-1, 0, 0])
    assert high == pytest.approx([1, 0.5, 0])


@pytest.mark.parametrize("accessor", [{}, {"min": [0, 0, 0]}, {"min": [0, 0], "max": [1, 1]}])
def test_positions_must_have_limits(accessor: dict[str, Any]) -> None:
    with pytest.raises(GlbError):
        limits({"accessors": [{"componentType": 5126, **accessor}]}, 0)
