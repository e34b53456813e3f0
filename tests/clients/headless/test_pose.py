"""Poses of the Python client: bounds of the errors, and the golden vectors."""

from __future__ import annotations

import json
import math
from contextlib import suppress
from dataclasses import astuple, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clients.headless.geometry import Quat
from clients.headless.pose import Hand, Pose, decode_pose, encode_pose

FILE = Path(__file__).parents[2] / "data/golden/poses.json"
GOLDEN: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
along = st.floats(-8000, 8000)
within_reach = st.floats(-1.02, 1.02)


@st.composite
def rotations(draw: st.DrawFn) -> Quat:
    four = [draw(st.floats(-1, 1)) for _ in range(4)]
    length = math.hypot(*four)
    if length < 0.01:
        return (0.0, 0.0, 0.0, 1.0)
    x, y, z, w = (component / length for component in four)
    return (x, y, z, w)


def angle(p: Quat, q: Quat) -> float:
    return 2 * math.acos(min(1.0, abs(sum(a * b for a, b in zip(p, q, strict=True)))))


hands = st.builds(Hand, st.tuples(within_reach, within_reach, within_reach), rotations())


@given(st.tuples(along, st.floats(-15, 49), along), rotations())
def test_a_head_is_off_by_a_millimetre_and_a_third_of_a_degree(
    position: tuple[float, float, float], rotation: Quat
) -> None:
    body = encode_pose(Pose(position, rotation))
    assert len(body) == 12
    seen = decode_pose(body)
    assert all(abs(a - b) <= 0.00101 for a, b in zip(seen.position, position, strict=True))
    assert angle(seen.rotation, rotation) < math.radians(0.3)


@given(rotations(), hands | st.none(), hands | st.none(), st.booleans(), st.booleans())
def test_hands_and_flags_survive(
    rotation: Quat, left: Hand | None, right: Hand | None, bare: bool, talking: bool
) -> None:
    pose = Pose((0, 1.6, 0), rotation, True, left, right, (3, 15), bare, talking=talking)
    body = encode_pose(pose)
    assert len(body) == 30
    seen = decode_pose(body)
    assert (seen.grip, seen.hands, seen.talking, seen.seated) == ((3, 15), bare, talking, False)
    for one, other in ((seen.left, left), (seen.right, right)):
        assert (one is None) == (other is None)
        if one is not None and other is not None:
            assert math.dist(one.position, other.position) < 0.002
            assert angle(one.rotation, other.rotation) < math.radians(0.6)


@given(st.binary(min_size=30, max_size=30))
def test_any_thirty_bytes_are_a_pose_or_refused(body: bytes) -> None:
    with suppress(ValueError):
        assert decode_pose(body).full


@pytest.mark.parametrize("length", [0, 11, 13, 29, 31])
def test_other_lengths_are_refused(length: int) -> None:
    with pytest.raises(ValueError, match="a pose of"):
        decode_pose(bytes(length))


def test_what_is_out_of_reach_is_drawn_in() -> None:
    far = decode_pose(encode_pose(Pose((1e6, 1e6, -1e6), full=True, left=Hand((9, -9, 0)))))
    assert far.position == pytest.approx((8388.607, 49.535, -8388.608), abs=0.001)
    assert far.left is not None
    assert far.left.position == pytest.approx((1.023, -1.024, 0), abs=0.001)


def from_json(value: dict[str, Any]) -> Pose:
    hands = value["hands"]
    pose = Pose(tuple(value["position"]), tuple(value["rotation"]))
    if hands is None:
        return pose
    left, right = (
        Hand(tuple(hand["position"]), tuple(hand["rotation"])) if hand else None
        for hand in (hands["left"], hands["right"])
    )
    rest = {name: hands[name] for name in ("seated", "talking")}
    return replace(
        pose,
        full=True,
        left=left,
        right=right,
        grip=tuple(hands["grip"]),
        hands=hands["bare"],
        **rest,
    )


def numbers(pose: Pose) -> list[float]:
    parts = [pose.position, pose.rotation]
    parts += [part for hand in (pose.left, pose.right) if hand for part in astuple(hand)]
    return [number for part in parts for number in part]


@pytest.mark.parametrize("entry", GOLDEN["poses"], ids=lambda entry: entry["name"])
def test_the_golden_poses_are_written_and_read(entry: dict[str, Any]) -> None:
    body = bytes.fromhex(entry["body"])
    assert encode_pose(from_json(entry["pose"])) == body
    seen, expected = decode_pose(body), from_json(entry["decoded"])
    assert numbers(seen) == pytest.approx(numbers(expected), abs=1e-9)
    flags = ("full", "grip", "hands", "seated", "talking")
    assert [getattr(seen, flag) for flag in flags] == [getattr(expected, flag) for flag in flags]


@pytest.mark.parametrize("entry", GOLDEN["refused"], ids=lambda entry: entry["name"])
def test_what_is_no_pose_is_refused(entry: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"pose|rotation|bits|flags"):
        decode_pose(bytes.fromhex(entry["body"]))
