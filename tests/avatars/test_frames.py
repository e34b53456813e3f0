"""Frames as any client of RFC 6455 would read them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from avatars.frames import (
    FRAME_HEADER,
    LARGEST_OVERHEAD,
    decode_frame,
    receiver_frames,
    shared_frame,
    websocket_header,
)
from avatars.pose import FULL_RECORD, HEAD_RECORD, PoseError, decode_pose
from avatars.records import FULL, HEAD, Raw
from tests.avatars.samples import body_at, read_frame

counts = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=12)


def rows(count: int, size: int, seed: int) -> Raw:
    """Return records that are all different: id, then noise."""
    noise = np.random.default_rng(seed).integers(0, 256, (count, size), np.uint8)
    noise[:, :2] = np.arange(count, dtype="<u2").view(np.uint8).reshape(count, 2)
    return noise.view(FULL if size == FULL_RECORD else HEAD).reshape(-1)


@given(st.integers(0, 200), st.integers(0, 200), st.integers(0, 65535), st.integers(0, 2**40))
def test_a_shared_frame_holds_its_records(n_full: int, n_head: int, total: int, now: int) -> None:
    full, head = rows(n_full, FULL_RECORD, 1), rows(n_head, HEAD_RECORD, 2)
    frame = read_frame(shared_frame(full, head, total, now))
    assert (frame.total, frame.time) == (total, now % 2**32)
    assert list(frame.full.values()) == [row.tobytes()[2:] for row in full]
    assert list(frame.head.values()) == [row.tobytes()[2:] for row in head]


@given(counts)
def test_each_receiver_gets_its_own_records_in_order(each: list[tuple[int, int]]) -> None:
    n_full, n_head = np.array(each).T
    full = rows(int(n_full.sum()), FULL_RECORD, 3)
    head = rows(int(n_head.sum()), HEAD_RECORD, 4)
    made = receiver_frames(full, n_full, head, n_head, 7, 9)
    assert len(made.starts) == len(each)
    at_full = at_head = 0
    for (a, b), start, end in zip(each, made.starts, made.ends, strict=True):
        frame = read_frame(made.buffer[start:end])
        assert list(frame.full) == list(range(at_full, at_full + a))
        assert list(frame.head) == list(range(at_head, at_head + b))
        assert all(frame.full[i] == full[i].tobytes()[2:] for i in frame.full)
        assert all(frame.head[i] == head[i].tobytes()[2:] for i in frame.head)
        at_full, at_head = at_full + a, at_head + b
    assert made.ends[-1] == len(made.buffer)


@pytest.mark.parametrize("count", [0, 3, 4, 2047, 2048, 3000])
def test_every_length_of_header(count: int) -> None:
    full, none = rows(count, FULL_RECORD, 5), rows(0, HEAD_RECORD, 5)
    shared = shared_frame(full, none, count, 0)
    made = receiver_frames(full, np.array([count]), none, np.array([0]), count, 0)
    assert made.buffer == shared
    assert len(read_frame(shared).full) == count
    assert len(shared) - count * FULL_RECORD <= LARGEST_OVERHEAD


def test_no_receivers_make_no_bytes() -> None:
    nobody = np.zeros(0, np.intp)
    made = receiver_frames(rows(0, 32, 0), nobody, rows(0, 14, 0), nobody, 0, 0)
    assert made == (b"", [], [])


def test_poses_are_decoded_by_id() -> None:
    body = body_at(3.0, -4.0)
    payload = bytes((2, 0, 1, 0, 1, 0, 5, 0, 1, 0, 0, 0)) + b"\x07\x00" + body
    payload += b"\x09\x01" + body[:12]
    frame = decode_frame(payload)
    assert (frame.total, frame.time) == (5, 1)
    assert frame.full == [(7, decode_pose(body))]
    assert frame.head == [(265, decode_pose(body[:12]))]


@given(st.binary(max_size=80))
def test_any_bytes_are_a_frame_or_a_pose_error(data: bytes) -> None:
    try:
        decode_frame(data)
    except PoseError:
        return
    assert len(data) >= FRAME_HEADER


@pytest.mark.parametrize(
    ("size", "header"),
    [(0, "8200"), (125, "827d"), (126, "827e007e"), (65535, "827effff"),
     (65536, "827f0000000000010000")],
)  # fmt: skip
def test_websocket_headers(size: int, header: str) -> None:
    assert websocket_header(size).hex() == header
