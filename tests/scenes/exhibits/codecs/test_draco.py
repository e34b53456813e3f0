"""Draco's meshes: decoded as they were packed, or refused before they take room."""

from __future__ import annotations

import random

import DracoPy  # type: ignore[import-not-found]
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenes.exhibits.codecs.draco import decode_draco
from scenes.exhibits.codecs.errors import CodecError

POINTS = np.array([[0, 0, 0], [1, 0, 0], [0, 1, 0], [1, 1, 0]], "f4")
FACES = np.array([[0, 1, 2], [1, 3, 2]], "u4")


def stream(**how: object) -> bytes:
    data: bytes = DracoPy.encode(POINTS, FACES, quantization_bits=14, **how)
    return data


def test_faces_and_attributes_come_back() -> None:
    joints = np.arange(16, dtype="u1").reshape(4, 4)
    data = stream(preserve_order=True, generic_attributes={5: joints})
    mesh = decode_draco(memoryview(data), 2)
    assert mesh.indices.tolist() == FACES.ravel().tolist()
    assert mesh.attributes[5].tolist() == joints.tolist()
    assert mesh.points == 4
    positions = next(each for each in mesh.attributes.values() if each.shape == (4, 3))
    assert np.allclose(positions, POINTS, atol=1e-3)


def test_signed_numbers_come_back_as_floats() -> None:
    values = np.arange(-8, 8).reshape(4, 4)
    data = stream(preserve_order=True, generic_attributes={7: values.astype("u2")})
    signed = data.replace(bytes([4, 4, 4, 0, 7]), bytes([4, 3, 4, 0, 7]))
    assert decode_draco(memoryview(signed), 2).attributes[7].tolist() == values.tolist()


def test_more_faces_than_are_due_are_refused_unseen() -> None:
    with pytest.raises(CodecError) as refused:
        decode_draco(memoryview(stream()), 1)
    assert refused.value.code == "DRACO_INVALID"


def test_a_claim_without_bytes_is_refused_unseen() -> None:
    data = b"DRACO\x02\x02\x01\x00\0\0" + b"\xff\xff\xff\x7f" * 2
    with pytest.raises(CodecError):
        decode_draco(memoryview(data), 2**28)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32), st.integers(1, 5))
def test_damaged_streams_are_decoded_or_refused(seed: int, faults: int) -> None:
    dice = random.Random(seed)
    data = bytearray(stream(compression_level=dice.randrange(11)))
    for _ in range(faults):
        data[dice.randrange(11, len(data))] = dice.randrange(256)
    try:
        mesh = decode_draco(memoryview(bytes(data)), 2)
    except CodecError as error:
        assert error.code == "DRACO_INVALID"
    else:
        assert not len(mesh.indices) or int(mesh.indices.max()) < mesh.points
