"""meshoptimizer through WebAssembly: what is packed unpacks, and what lies is refused."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from numpy.typing import NDArray

from scenes.exhibits.codecs import meshopt
from scenes.exhibits.codecs.errors import CodecError

U32 = NDArray[np.uint32]
F32 = NDArray[np.float32]


def hills(side: int = 24) -> tuple[U32, F32]:
    """A wavy square of side² vertices, in metres."""
    u, v = np.meshgrid(np.linspace(0, 6, side), np.linspace(0, 6, side))
    positions = np.stack([u, np.sin(u) * np.cos(v) * 0.3, v], -1).reshape(-1, 3).astype("f4")
    corner = (np.arange(side - 1)[:, None] * side + np.arange(side - 1)).ravel()
    quads = [corner, corner + side, corner + 1, corner + 1, corner + side, corner + side + 1]
    return np.stack(quads, -1).ravel().astype("u4"), positions


def turned(indices: U32) -> list[tuple[int, int, int]]:
    """Triangles turned so that they begin as low as they can: the codec may turn them."""
    corners = indices.reshape(-1, 3).tolist()
    return [min((a, b, c), (b, c, a), (c, a, b)) for a, b, c in corners]


@settings(max_examples=40, deadline=None)
@given(
    arrays.arrays(np.uint8, st.tuples(st.integers(1, 600), st.sampled_from([4, 8, 12, 20, 256]))),
    st.sampled_from([0, 1]),
    st.integers(0, 3),
)
def test_vertices_come_back_bit_by_bit(data: NDArray[np.uint8], version: int, level: int) -> None:
    packed = meshopt.encode_vertices(data, version=1 if version else 0, level=level)
    assert packed[0] == 0xA0 + version
    found = meshopt.decode(packed, data.shape[0], data.shape[1], "ATTRIBUTES", "NONE")
    assert found.tobytes() == data.tobytes()


@settings(max_examples=40, deadline=None)
@given(
    arrays.arrays(
        np.uint32, st.integers(0, 200).map(lambda n: 3 * n), elements=st.integers(0, 9999)
    )
)
def test_triangles_come_back_maybe_turned(indices: U32) -> None:
    small = indices % np.uint32(5000)
    packed = meshopt.encode_triangles(small)
    assert packed[0] == 0xE1
    found = meshopt.decode(packed, len(small), 4, "TRIANGLES", "NONE").view(np.uint32)
    assert turned(found.ravel()) == turned(small)


@settings(max_examples=40, deadline=None)
@given(arrays.arrays(np.uint16, st.integers(0, 500)), st.sampled_from([2, 4]))
def test_sequences_come_back_in_order(indices: NDArray[np.uint16], size: int) -> None:
    packed = meshopt.encode_sequence(indices.astype("u4"))
    assert packed[0] == 0xD1
    found = meshopt.decode(packed, len(indices), size, "INDICES", "NONE")
    assert found.view(f"<u{size}").ravel().tolist() == indices.tolist()


def unpacked(filtered: NDArray[np.uint8], filter: meshopt.Filter) -> NDArray[np.uint8]:
    packed = meshopt.encode_vertices(filtered)
    return meshopt.decode(packed, filtered.shape[0], filtered.shape[1], "ATTRIBUTES", filter)


@pytest.mark.parametrize(("wide", "kind", "near"), [(False, "i1", 0.02), (True, "<i2", 2e-4)])
def test_directions_survive_the_octahedral_filter(wide: bool, kind: str, near: float) -> None:
    rng = np.random.default_rng(1)
    vectors = rng.normal(size=(101, 4)).astype("f4")
    vectors[:, :3] /= np.linalg.norm(vectors[:, :3], axis=1)[:, None]
    vectors[:, 3] = np.where(vectors[:, 3] < 0, -1, 1)
    filtered = meshopt.encode_octahedral(vectors, bits=16 if wide else 8, wide=wide)
    found = unpacked(filtered, "OCTAHEDRAL").view(kind) / np.iinfo(kind).max
    assert np.abs(found - vectors).max() < near


def test_rotations_survive_the_quaternion_filter() -> None:
    rotations = np.random.default_rng(2).normal(size=(50, 4)).astype("f4")
    rotations /= np.linalg.norm(rotations, axis=1)[:, None]
    found = unpacked(meshopt.encode_quaternion(rotations, bits=16), "QUATERNION").view("<i2")
    assert np.abs((found / 32767 * rotations).sum(axis=1)).min() > 1 - 1e-4


@pytest.mark.parametrize("shared", [0, 1, 2, 3])
def test_floats_survive_the_exponential_filter(shared: int) -> None:
    values = np.random.default_rng(3).normal(size=(77, 3)).astype("f4")
    filtered = meshopt.encode_exponential(values, bits=20, shared=shared)
    found = unpacked(filtered, "EXPONENTIAL").view("<f4")
    assert np.abs(found - values).max() < 1e-4


def test_colours_survive_the_colour_filter() -> None:
    colours = np.random.default_rng(4).random((33, 4)).astype("f4")
    found = unpacked(meshopt.encode_color(colours, bits=8), "COLOR").view(np.uint8)
    assert np.abs(found / 255 - colours).max() < 0.03


def test_a_mesh_is_simplified_within_its_error() -> None:
    indices, positions = hills()
    simple = meshopt.simplify(indices, positions, len(indices) // 4, 0.05)
    assert 0 < len(simple.indices) < len(indices) // 2
    assert simple.indices.max() < len(positions)
    assert 0 < simple.error <= 0.05
    assert meshopt.simplify(indices, positions, len(indices) // 4, 0.05).error == simple.error
    assert meshopt.scale(positions) == pytest.approx(6, rel=0.01)


def test_an_absolute_error_is_in_metres() -> None:
    indices, positions = hills()
    simple = meshopt.simplify(indices, positions, 0, 0.1, options=meshopt.Options.ERROR_ABSOLUTE)
    assert 0 < simple.error <= 0.1


def test_attributes_are_part_of_the_shape() -> None:
    indices, positions = hills()
    flat = positions * np.array([1, 0, 1], "f4")
    stripes = (positions[:, :1] % 1 > 0.5).astype("f4")
    plain = meshopt.simplify(indices, flat, 0, 0.01)
    seen = meshopt.simplify(indices, flat, 0, 0.01, attributes=stripes, weights=np.array([1], "f4"))
    assert len(plain.indices) < len(seen.indices)


def test_locked_vertices_stay() -> None:
    indices, positions = hills()
    locked = np.zeros(len(positions), np.uint8)
    locked[::7] = 1
    for simple in (
        meshopt.simplify(indices, positions, 0, 1.0, locked=locked),
        meshopt.simplify(indices, positions, 0, 1.0, locked=np.ones(len(positions), np.uint8)),
    ):
        assert set(np.flatnonzero(locked)) <= set(simple.indices.tolist())


def test_far_away_anything_goes() -> None:
    indices, positions = hills()
    simple = meshopt.simplify_sloppy(indices, positions, 60, 1.0)
    assert 0 < len(simple.indices) <= 60


def test_small_loose_pieces_are_pruned() -> None:
    indices, positions = hills()
    crumb = np.array([[9, 9, 9], [9.001, 9, 9], [9, 9, 9.001]], "f4")
    more = np.concatenate([positions, crumb])
    grown = np.concatenate([indices, np.arange(3, dtype="u4") + np.uint32(len(positions))])
    assert len(meshopt.prune(grown, more, 0.01)) == len(indices)


def test_vertices_are_renumbered_in_the_order_of_their_use() -> None:
    indices, positions = hills()
    shuffled = np.random.default_rng(5).permutation(len(indices) // 3)
    mesh = np.ascontiguousarray(indices.reshape(-1, 3)[shuffled].ravel()[: len(indices) // 2])
    mesh = mesh[: len(mesh) // 3 * 3]
    for size in (False, True):
        order = meshopt.optimise(mesh, len(positions), for_size=size)
        moved = np.zeros((order.used, 3), "f4")
        kept = order.remap != 2**32 - 1
        moved[order.remap[kept]] = positions[kept]
        corners = moved[order.indices].reshape(-1, 9)
        assert kept.sum() == order.used
        assert len(corners) == len(mesh) // 3
        assert np.sort(corners.sum(1)) == pytest.approx(
            np.sort(positions[mesh].reshape(-1, 9).sum(1)), abs=1e-4
        )
    only = meshopt.optimise(mesh, len(positions), cache=False)
    assert np.argsort(only.remap)[: only.used].tolist() == list(dict.fromkeys(mesh.tolist()))


def test_equal_positions_are_found_and_points_sorted() -> None:
    positions = np.array([[0, 0, 0], [1, 1, 1], [0, 0, 0]], "f4")
    assert meshopt.position_remap(positions).tolist() == [0, 1, 0]
    assert sorted(meshopt.spatial_order(positions).tolist()) == [0, 1, 2]


def test_indices_outside_the_vertices_are_a_callers_mistake() -> None:
    positions = np.zeros((3, 3), "f4")
    for call in (
        lambda: meshopt.simplify(np.array([0, 1, 3], "u4"), positions, 3, 0.1),
        lambda: meshopt.simplify(np.array([0, 1], "u4"), positions, 3, 0.1),
        lambda: meshopt.optimise(np.array([0, 1, 3], "u4"), 3),
        lambda: meshopt.scale(positions.astype("f8")),
        lambda: meshopt.encode_vertices(np.zeros((2, 3), np.uint8)),
        lambda: meshopt.encode_triangles(np.zeros(4, "u4")),
        lambda: meshopt.encode_octahedral(np.zeros((2, 3), "f4")),
    ):
        with pytest.raises(ValueError, match=r"."):
            call()


@pytest.mark.parametrize(
    ("count", "size", "mode", "filter"),
    [
        (2**31, 4, "ATTRIBUTES", "NONE"),
        (-4, 4, "ATTRIBUTES", "NONE"),
        (4, 6, "ATTRIBUTES", "NONE"),
        (4, 0, "ATTRIBUTES", "NONE"),
        (4, 260, "ATTRIBUTES", "NONE"),
        (4, 12, "ATTRIBUTES", "OCTAHEDRAL"),
        (4, 4, "ATTRIBUTES", "QUATERNION"),
        (4, 12, "ATTRIBUTES", "COLOR"),
        (4, 4, "ATTRIBUTES", "SPIRAL"),
        (4, 4, "POINTS", "NONE"),
        (4, 4, "TRIANGLES", "NONE"),
        (3, 8, "TRIANGLES", "NONE"),
        (2**30 * 3, 4, "TRIANGLES", "NONE"),
        (2**30, 4, "INDICES", "NONE"),
        (3, 4, "INDICES", "EXPONENTIAL"),
    ],
)
def test_claims_that_cannot_be_true_are_refused(
    count: int, size: int, mode: meshopt.Mode, filter: meshopt.Filter
) -> None:
    packed = meshopt.encode_vertices(np.zeros((4, 4), np.uint8))
    with pytest.raises(CodecError) as refused:
        meshopt.decode(packed, count, size, mode, filter)
    assert refused.value.code == "MESHOPT_INVALID"


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=80), st.integers(0, 300), st.sampled_from([0xA0, 0xA1, 0xE1, 0xD1, 7]))
def test_any_bytes_are_decoded_or_refused(noise: bytes, count: int, head: int) -> None:
    data = bytes([head]) + noise
    tries: list[tuple[meshopt.Mode, meshopt.Filter]] = [
        ("ATTRIBUTES", "EXPONENTIAL"),
        ("TRIANGLES", "NONE"),
        ("INDICES", "NONE"),
    ]
    for mode, filter in tries:
        try:
            assert meshopt.decode(data, count, 4, mode, filter).shape == (count, 4)
        except CodecError as error:
            assert error.code == "MESHOPT_INVALID"
