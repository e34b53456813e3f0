"""Poses for tests, and a decoder of frames that shares nothing with the encoder."""

from __future__ import annotations

import struct
from typing import NamedTuple

from hypothesis import strategies as st

from avatars.pose import Hand, Hands, Pose, encode_pose

part = st.floats(-1.0, 1.0, width=32)
rotations = st.tuples(part, part, part, part).filter(lambda q: sum(v * v for v in q) > 1e-2)
reaches = st.floats(-1.02, 1.02)
hand = st.builds(Hand, st.tuples(reaches, reaches, reaches), rotations)
hands = st.builds(
    Hands,
    st.none() | hand,
    st.none() | hand,
    st.tuples(st.integers(0, 15), st.integers(0, 15)),
    st.booleans(),
    st.booleans(),
    st.booleans(),
)
far = st.floats(-8388.0, 8388.0)
positions = st.tuples(far, st.floats(-16.0, 49.5), far)
poses = st.builds(Pose, positions, rotations, st.none() | hands)

BOTH_HANDS = Hands(Hand((0.25, -0.4, -0.3)), Hand((-0.25, -0.4, -0.3)))


def body_at(x: float, z: float, *, with_hands: bool = True) -> bytes:
    """Return the body of somebody who stands here, 1.6 m tall."""
    return encode_pose(Pose((x, 1.6, z), hands=BOTH_HANDS if with_hands else None))


class Frame(NamedTuple):
    """A presence frame as an independent reader sees it: raw records by id."""

    size: int
    total: int
    time: int
    full: dict[int, bytes]
    head: dict[int, bytes]


def read_frame(data: bytes) -> Frame:
    """Read one whole WebSocket frame, header included, byte by byte."""
    assert data[0] == 0x82, "final, binary, unmasked"
    start, size = 2, data[1]
    if size == 126:
        start, size = 4, int.from_bytes(data[2:4], "big")
        assert size >= 126
    elif size == 127:
        start, size = 10, int.from_bytes(data[2:10], "big")
        assert size >= 65536
    body = data[start:]
    assert len(body) == size
    kind, flags, n_full, n_head, total, time = struct.unpack("<BBHHHI", body[:12])
    assert (kind, flags) == (2, 0)
    assert size == 12 + 32 * n_full + 14 * n_head
    full = _records(body[12 : 12 + 32 * n_full], 32)
    head = _records(body[12 + 32 * n_full :], 14)
    assert len(full) == n_full
    assert len(head) == n_head
    return Frame(len(data), total, time, full, head)


def _records(data: bytes, size: int) -> dict[int, bytes]:
    rows = [data[at : at + size] for at in range(0, len(data), size)]
    return {row[0] | row[1] << 8: row[2:] for row in rows}
