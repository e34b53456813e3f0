"""Checking many rows at once finds what decoding one would."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from avatars.pose import FULL_BODY, Pose, PoseError, decode_pose, encode_pose
from avatars.records import RECORD, Box, Raw, positions, possible
from tests.avatars.samples import poses

EVERYWHERE = Box((-9000.0, -20.0, -9000.0), (9000.0, 60.0, 9000.0))


def as_rows(bodies: list[bytes]) -> Raw:
    """Return bodies as rows with id 0."""
    return np.frombuffer(b"".join(b"\0\0" + body.ljust(30, b"\0") for body in bodies), RECORD)


@given(st.lists(poses, min_size=1, max_size=8))
def test_what_a_client_encodes_is_possible(given_poses: list[Pose]) -> None:
    bodies = [encode_pose(pose) for pose in given_poses]
    rows = as_rows(bodies)
    full = np.array([len(body) == FULL_BODY for body in bodies])
    where = positions(rows)
    assert possible(rows, full, where, EVERYWHERE).all()
    for pose, place in zip(given_poses, where.tolist(), strict=True):
        assert place == pytest.approx(pose.position, abs=0.003)


@given(st.lists(st.binary(min_size=30, max_size=30), min_size=1, max_size=8))
def test_any_bytes_are_judged_as_the_decoder_does(bodies: list[bytes]) -> None:
    rows = as_rows(bodies)
    verdict = possible(rows, np.ones(len(rows), np.bool_), positions(rows), EVERYWHERE)
    assert verdict.tolist() == [_decodes(body) for body in bodies]


def _decodes(body: bytes) -> bool:
    try:
        decode_pose(body)
    except PoseError:
        return False
    return True


def test_a_head_outside_the_box_is_impossible() -> None:
    box = Box((-10.0, 0.0, -10.0), (10.0, 4.0, 10.0)).grown(1.0)
    places = [(0, 1, 0), (10.9, 1, 0), (11.1, 1, 0), (0, 5.1, 0), (0, 1, -11.1), (0, -1.1, 0)]
    rows = as_rows([encode_pose(Pose((float(x), float(y), float(z)))) for x, y, z in places])
    verdict = possible(rows, np.zeros(len(rows), np.bool_), positions(rows), box)
    assert verdict.tolist() == [True, True, False, False, False, False]
