"""A pose comes out of its bytes as it went in, within the errors that are promised."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avatars.pose import (
    FULL_BODY,
    HEAD_BODY,
    Hand,
    Hands,
    Pose,
    PoseError,
    decode_pose,
    encode_pose,
)
from tests.avatars.samples import poses
from tests.avatars.test_quaternion import angle_between

GOLDEN = json.loads((Path(__file__).parents[1] / "data/golden/poses.json").read_text())
MILLIMETRE = 0.001 + 1e-9


@given(poses)
def test_a_pose_comes_back_within_a_millimetre_and_half_a_degree(pose: Pose) -> None:
    body = encode_pose(pose)
    back = decode_pose(body)
    assert len(body) == (HEAD_BODY if pose.hands is None else FULL_BODY)
    assert all(abs(a - b) <= MILLIMETRE for a, b in zip(pose.position, back.position, strict=True))
    assert angle_between(pose.rotation, back.rotation) <= 0.28
    if pose.hands is None or back.hands is None:
        assert pose.hands is back.hands
        return
    _same_hand(pose.hands.left, back.hands.left)
    _same_hand(pose.hands.right, back.hands.right)
    flags = (pose.hands.grip, pose.hands.bare, pose.hands.seated, pose.hands.talking)
    assert flags == (back.hands.grip, back.hands.bare, back.hands.seated, back.hands.talking)


def _same_hand(a: Hand | None, b: Hand | None) -> None:
    assert (a is None) == (b is None)
    if a is not None and b is not None:
        pairs = zip(a.position, b.position, strict=True)
        assert all(abs(x - y) <= MILLIMETRE for x, y in pairs)
        assert angle_between(a.rotation, b.rotation) <= 0.56


@given(st.binary(max_size=40))
def test_any_bytes_are_a_pose_or_a_pose_error(data: bytes) -> None:
    try:
        pose = decode_pose(data)
    except PoseError:
        return
    assert encode_pose(pose)


@given(poses)
def test_a_pose_that_was_decoded_keeps_its_place(pose: Pose) -> None:
    once = decode_pose(encode_pose(pose))
    assert decode_pose(encode_pose(once)).position == pytest.approx(once.position, abs=0.0011)


@pytest.mark.parametrize(
    "pose",
    [
        Pose((9000.0, 0.0, 0.0)),
        Pose((0.0, 60.0, 0.0)),
        Pose((0.0, -17.0, 0.0)),
        Pose((float("nan"), 0.0, 0.0)),
        Pose((0.0, 0.0, 0.0), (0.0, 0.0, 0.0, 0.0)),
        Pose((0.0, 0.0, 0.0), hands=Hands(grip=(16, 0))),
        Pose((0.0, 0.0, 0.0), hands=Hands(left=Hand((float("inf"), 0.0, 0.0)))),
    ],
)
def test_what_cannot_be_said_is_refused(pose: Pose) -> None:
    with pytest.raises(PoseError):
        encode_pose(pose)


def test_a_hand_out_of_reach_is_drawn_in() -> None:
    body = encode_pose(Pose((0.0, 1.6, 0.0), hands=Hands(left=Hand((5.0, -5.0, 0.0)))))
    hands = decode_pose(body).hands
    assert hands is not None
    assert hands.left is not None
    assert hands.left.position == pytest.approx((1.023, -1.024, 0.0))


def test_reserved_bits_are_refused() -> None:
    body = bytearray(encode_pose(Pose((0.0, 1.6, 0.0), hands=Hands())))
    body[HEAD_BODY] |= 0x20
    with pytest.raises(PoseError, match="reserved"):
        decode_pose(body)


def test_there_are_many_golden_poses() -> None:
    assert len(GOLDEN["poses"]) >= 30


@pytest.mark.parametrize("case", GOLDEN["poses"], ids=lambda case: str(case["name"]))
def test_golden_poses(case: dict[str, object]) -> None:
    assert encode_pose(read_pose(case["pose"])).hex() == case["body"]
    assert decode_pose(bytes.fromhex(str(case["body"]))) == read_pose(case["decoded"])


@pytest.mark.parametrize("case", GOLDEN["refused"], ids=lambda case: str(case["name"]))
def test_golden_refusals(case: dict[str, str]) -> None:
    with pytest.raises(PoseError):
        decode_pose(bytes.fromhex(case["body"]))


def read_pose(data: object) -> Pose:
    """Return the pose that a golden case writes as JSON."""
    assert isinstance(data, dict)
    hands = data["hands"]
    return Pose(
        tuple(data["position"]), tuple(data["rotation"]), None if hands is None else _hands(hands)
    )


def _hands(data: dict[str, object]) -> Hands:
    return Hands(
        _hand(data["left"]),
        _hand(data["right"]),
        tuple(data["grip"]),  # type: ignore[arg-type]
        bool(data["bare"]),
        bool(data["seated"]),
        bool(data["talking"]),
    )


def _hand(data: object) -> Hand | None:
    if data is None:
        return None
    assert isinstance(data, dict)
    return Hand(tuple(data["position"]), tuple(data["rotation"]))
