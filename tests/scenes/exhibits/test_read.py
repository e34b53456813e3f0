"""Elements of an accessor: every layout the format allows, and nothing outside its bytes."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenes.exhibits import read
from scenes.exhibits.document import Document
from scenes.glb import Glb, GlbError

NAMES = {kind: number for number, kind in read.KINDS.items()}
COLUMNS = {"SCALAR": 1, "VEC2": 1, "VEC3": 1, "VEC4": 1, "MAT2": 2, "MAT3": 3, "MAT4": 4}


def document(data: bytes, accessor: dict[str, Any], **view: Any) -> Document:
    """One accessor over one view of one buffer."""
    json = {
        "accessors": [accessor],
        "bufferViews": [{"buffer": 0, "byteLength": len(data), **view}],
        "buffers": [{"byteLength": len(data)}],
    }
    return Document(json, (memoryview(data),), ())


def accessor(kind: str, shape: str, count: int, **more: Any) -> dict[str, Any]:
    return {"bufferView": 0, "componentType": NAMES[kind], "type": shape, "count": count, **more}


@given(
    st.sampled_from(sorted(NAMES)),
    st.sampled_from(sorted(COLUMNS)),
    st.integers(0, 5),
    st.integers(0, 8),
    st.integers(0, 8),
    st.binary(min_size=16 * 4 * 5, max_size=16 * 4 * 5),
)
def test_what_is_laid_out_is_read_back(
    kind: str, shape: str, count: int, offset: int, gap: int, noise: bytes
) -> None:
    lie = read.layout({"componentType": NAMES[kind], "type": shape})
    wanted = np.frombuffer(noise, kind)[: count * lie.width].reshape(count, lie.width)
    data = bytearray(b"\xee" * offset)
    for element in wanted:
        start = len(data)
        for column in element.reshape(lie.columns, lie.rows):
            data += column.tobytes()
            data += b"\xee" * (-len(column.tobytes()) % 4 if lie.columns > 1 else 0)
        data += b"\xee" * (start + lie.size + gap - len(data))
    view = {"byteStride": lie.size + gap} if gap else {}
    source = document(bytes(data), accessor(kind, shape, count, byteOffset=offset), **view)
    found = read.raw(source, 0)
    assert found.dtype == np.dtype(kind)
    assert found.shape == (count, lie.width)
    assert found.tobytes() == wanted.tobytes()
    assert read.raw(source, 0, slice(1, 3)).tobytes() == wanted[1:3].tobytes()


@pytest.mark.parametrize(
    ("kind", "stored", "meant"),
    [
        ("<i1", [127, -127, -128], [1, -1, -1]),
        ("<u1", [255, 0, 51], [1, 0, 0.2]),
        ("<i2", [32767, -32768, 0], [1, -1, 0]),
        ("<u2", [65535, 0, 13107], [1, 0, 0.2]),
        ("<f4", [0.5, -2, 7], [0.5, -2, 7]),
    ],
)
def test_normalised_integers_are_shares_of_one(
    kind: str, stored: list[float], meant: list[float]
) -> None:
    data = np.array([stored], kind).tobytes()
    for normalised, wanted in ((True, meant), (False, stored)):
        source = document(data, accessor(kind, "VEC3", 1, normalized=normalised))
        assert read.floats(source, 0)[0] == pytest.approx(wanted)
        assert read.floats(source, 0).dtype == np.float32


def test_floats_are_looked_at_in_place() -> None:
    data = np.arange(6, dtype="<f4").tobytes()
    found = read.floats(document(data, accessor("<f4", "VEC3", 2)), 0)
    assert np.shares_memory(found, np.frombuffer(data, np.uint8))


def test_small_matrices_have_padded_columns() -> None:
    data = bytes([1, 2, 0, 0, 3, 4, 9, 9])
    found = read.raw(document(data, accessor("<u1", "MAT2", 1)), 0)
    assert found.tolist() == [[1, 2, 3, 4]]


def test_without_a_view_all_is_zero_and_takes_no_room() -> None:
    json = {"accessors": [{"componentType": 5126, "type": "VEC3", "count": 2**39}]}
    source = Document(json, (), ())
    assert read.raw(source, 0).shape == (2**39, 3)
    assert read.floats(source, 0, kind=np.float64)[2**38].tolist() == [0, 0, 0]
    json["accessors"][0] |= {"componentType": 5121, "normalized": True}
    assert read.floats(source, 0)[2**38].tolist() == [0, 0, 0]


def with_sparse(count: int, base: bool = True, where: tuple[int, ...] = (1, 3)) -> Document:
    """Elements (0, 1, …) with some replaced by hundreds."""
    own = np.arange(count if base else 0, dtype="<f4")
    places, values = np.array(where, "<u1"), np.array([100.0 * n for n in where], "<f4")
    parts = [own.tobytes(), places.tobytes() + b"\0\0", values.tobytes()]
    starts = np.cumsum([0, *(len(part) for part in parts)]).tolist()
    views = [
        {"buffer": 0, "byteOffset": start, "byteLength": len(part)}
        for start, part in zip(starts[:-1], parts, strict=True)
    ]
    entry: dict[str, Any] = accessor("<f4", "SCALAR", count)
    entry["sparse"] = {
        "count": len(where),
        "indices": {"bufferView": 1, "componentType": 5121},
        "values": {"bufferView": 2},
    }
    if not base:
        del entry["bufferView"]
    data = memoryview(b"".join(parts))
    json = {"accessors": [entry], "bufferViews": views, "buffers": [{"byteLength": len(data)}]}
    return Document(json, (data,), ())


@pytest.mark.parametrize(
    ("base", "wanted"), [(True, [0, 100, 2, 300, 4]), (False, [0, 100, 0, 300, 0])]
)
def test_sparse_elements_replace_others(base: bool, wanted: list[float]) -> None:
    source = with_sparse(5, base)
    assert read.raw(source, 0)[:, 0].tolist() == wanted
    for start in range(5):
        part = read.floats(source, 0, slice(start, start + 2))
        assert part[:, 0].tolist() == wanted[start : start + 2]


def test_a_sparse_accessor_is_not_filled_in_without_bound() -> None:
    with pytest.raises(GlbError) as refused:
        read.raw(with_sparse(2**34, base=False), 0)
    assert refused.value.code == "gltf.accessor"
    part = read.raw(with_sparse(2**34, base=False), 0, slice(0, 4))
    assert part[:, 0].tolist() == [0, 100, 0, 300]


def test_a_sparse_accessor_replaces_only_what_it_has() -> None:
    with pytest.raises(GlbError) as refused:
        read.raw(with_sparse(3), 0)
    assert refused.value.code == "gltf.index"


def test_a_glb_is_read_like_a_document() -> None:
    source = with_sparse(5)
    glb = Glb(source.json, bytes(source.buffers[0] or b""))
    assert read.raw(glb, 0).tolist() == read.raw(source, 0).tolist()


@pytest.mark.parametrize(
    ("asked", "view", "code"),
    [
        ({"count": 3}, {}, "gltf.buffer"),
        ({"byteOffset": 4}, {}, "gltf.buffer"),
        ({}, {"byteOffset": 4}, "gltf.buffer"),
        ({}, {"byteLength": 9999}, "gltf.buffer"),
        ({}, {"byteStride": 4}, "gltf.buffer"),
        ({"count": -1}, {}, "gltf.index"),
        ({"count": 2**41}, {}, "gltf.index"),
        ({"count": True}, {}, "gltf.index"),
        ({"componentType": 5130}, {}, "gltf.accessor"),
        ({"componentType": [5126]}, {}, "gltf.accessor"),
        ({"type": "VEC5"}, {}, "gltf.accessor"),
        ({"type": 7}, {}, "gltf.accessor"),
        ({"bufferView": 1}, {}, "gltf.index"),
        ({"bufferView": "0"}, {}, "gltf.index"),
        ({}, {"buffer": 1}, "gltf.index"),
        ({"sparse": 5}, {}, "gltf.type"),
        ({"sparse": {"count": 1}}, {}, "gltf.type"),
    ],
)
def test_what_reaches_outside_is_refused(
    asked: dict[str, Any], view: dict[str, Any], code: str
) -> None:
    source = document(bytes(24), accessor("<f4", "VEC3", 2) | asked, **view)
    with pytest.raises(GlbError) as refused:
        read.raw(source, 0)
    assert refused.value.code == code


def test_a_buffer_that_is_elsewhere_is_not_read() -> None:
    source = document(bytes(24), accessor("<f4", "VEC3", 2))
    with pytest.raises(GlbError):
        read.raw(Document(source.json, (None,), ()), 0)
    elsewhere = {**source.json, "buffers": [{"byteLength": 24, "uri": "a.bin"}]}
    with pytest.raises(GlbError):
        read.raw(Glb(elsewhere, bytes(24)), 0)
