"""The body of a guide as poses tell it."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avatars.pose import FULL_BODY, HEAD_BODY, decode_pose
from scenes.places import IDENTITY, Place, rotate
from server.halls.guides.body import ARM, GuideBody, turned, yaw_towards
from tests.server.halls.guides.troupe import LIN, XIAOJING

ANGLES = st.floats(-3.1, 3.1)


def body(**state: object) -> GuideBody:
    made = GuideBody.at_home("g", 0, 300, XIAOJING, Place((1.0, 0.0, 2.0), IDENTITY))
    for name, value in state.items():
        setattr(made, name, value)
    return made


def test_at_home_it_stands_where_its_node_does_and_looks_ahead() -> None:
    pose = decode_pose(body().pose())
    assert pose.position == pytest.approx((1.0, 1.6, 2.0), abs=0.002) and pose.hands is None
    assert rotate(pose.rotation, (0, 0, -1)) == pytest.approx((0, 0, -1), abs=0.01)
    assert len(body().pose()) == HEAD_BODY and body().is_home


def test_it_is_called_in_its_own_language() -> None:
    assert body().person().name == "小境" and body(persona=LIN).person().name == "Lin"
    assert body().person().role == body().person().body.figure == "guide"


def test_while_it_talks_poses_say_so() -> None:
    pose = decode_pose(body(talking=True).pose())
    assert pose.hands is not None and pose.hands.talking and pose.hands.right is None


@given(ANGLES, st.floats(-4, 4), st.floats(0.3, 3), st.floats(-4, 4))
def test_a_hand_is_stretched_towards_what_it_points_at(
    yaw: float, x: float, y: float, z: float
) -> None:
    made = body(yaw=yaw, target=(x, y, z))
    data = made.pose()
    hands = decode_pose(data).hands
    assert len(data) == FULL_BODY and hands is not None and hands.right is not None
    px, py, pz = hands.right.position
    assert math.hypot(px, py, pz) < ARM + 0.35
    ahead = rotate(hands.right.rotation, (0, 0, -1))
    shoulder = (math.cos(yaw) * 0.17, -0.24, -math.sin(yaw) * 0.17)
    way = [h - s for h, s in zip((px, py, pz), shoulder, strict=True)]
    assert math.dist([w / ARM for w in way], ahead) < 0.05


@given(ANGLES, st.floats(-1.2, 1.2))
def test_a_head_turns_first_and_bends_then(yaw: float, pitch: float) -> None:
    ahead = rotate(turned(yaw, pitch), (0.0, 0.0, -1.0))
    flat = math.cos(pitch)
    wanted = (-math.sin(yaw) * flat, math.sin(pitch), -math.cos(yaw) * flat)
    assert ahead == pytest.approx(wanted, abs=1e-6)


@given(st.floats(-9, 9), st.floats(-9, 9))
def test_looking_towards_a_point_is_looking_at_it(x: float, z: float) -> None:
    if math.hypot(x, z) > 0.01:
        ahead = rotate(turned(yaw_towards((0, 0, 0), (x, 0, z)), 0.0), (0, 0, -1))
        assert math.dist(ahead, (x / math.hypot(x, z), 0, z / math.hypot(x, z))) < 1e-6
