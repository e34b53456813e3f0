"""The described layouts are those that are packed."""

from __future__ import annotations

from avatars import frames, pose
from server.wire.packed import FRAMES, HANDS, HEAD, PRESENCE, SIZES


def test_sizes_are_those_of_the_packers() -> None:
    assert pose.HEAD_BODY == SIZES["HEAD_BODY"] == HEAD.size == 12
    assert pose.FULL_BODY == SIZES["FULL_BODY"] == HEAD.size + HANDS.size == 30
    assert pose.HEAD_RECORD == SIZES["HEAD_RECORD"] == 14
    assert pose.FULL_RECORD == SIZES["FULL_RECORD"] == 32
    assert PRESENCE.size == SIZES["PRESENCE_HEADER"] == frames.FRAME_HEADER
    assert FRAMES["PRESENCE_FRAME"] == frames.PRESENCE
    assert FRAMES["POSE_FRAME"] == pose.POSE


def test_no_first_byte_begins_a_message() -> None:
    assert all(first < 0x10 for first in FRAMES.values())
