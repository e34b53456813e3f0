"""The robot's poses: gripper straight down, never into the floor, within its stated reach."""

from __future__ import annotations

import numpy as np
import pytest

from scenes.demo.exhibits.robot_arm.cell import PART_LOW
from scenes.demo.exhibits.robot_arm.pick import (
    CARRIED,
    JOINTS,
    PLACE_A,
    PLACE_B,
    POSES,
    TIMES,
    grasp_place,
    pick,
)
from scenes.demo.exhibits.robot_arm.plan import (
    COLUMN,
    FOREARM,
    GRASP,
    HAND,
    HOME,
    SHOULDER,
    UPPER,
    WRIST,
)
from scenes.summary.graph import compose, worlds
from tests.scenes.demo.exhibits.reading import F64, coarse, keys_of, node_index, place


@pytest.mark.parametrize("pose", POSES)
def test_the_gripper_points_down(pose: tuple[float, ...]) -> None:
    assert pose[1] + pose[2] + pose[4] == 90
    assert pose[3] == 0


def test_the_part_clears_the_floor_and_the_plinth_edge() -> None:
    for pose in POSES:
        assert grasp_place(pose)[1] + PART_LOW > 0.1
    for pose in (PLACE_A, PLACE_B):
        x, _, z = grasp_place(pose)
        assert float(np.hypot(x, z)) < 0.9


def test_forward_kinematics_agree_with_the_nodes() -> None:
    glb = coarse("robot-arm")
    robot = worlds(glb.json)[node_index(glb, "robot")]
    fingers = (place(glb, "finger-left") + place(glb, "finger-right")) / 2
    wanted = robot @ np.append(grasp_place(HOME), 1.0)
    assert fingers[[0, 2]] == pytest.approx(wanted[[0, 2]], abs=0.02)
    assert 0 < fingers[1] - wanted[1] < 0.12


def test_the_part_is_carried_there_and_back() -> None:
    glb = coarse("robot-arm")
    track = keys_of(glb, "workpiece", "translation")
    assert track[0] == pytest.approx(grasp_place(PLACE_A), abs=1e-5)
    assert track[-1] == pytest.approx(track[0], abs=1e-5)
    away = np.linalg.norm(track - np.array(grasp_place(PLACE_B)), axis=1)
    assert away.min() < 1e-3


def test_the_part_stays_between_the_fingers_while_it_is_carried() -> None:
    glb = coarse("robot-arm")
    joints = [keys_of(glb, name, "rotation") for name, _ in JOINTS]
    track = keys_of(glb, "workpiece", "translation")
    moments = np.linspace(0, TIMES[-1], len(track))
    for start, end, _ in CARRIED:
        for i in np.flatnonzero((moments > start) & (moments < end)):
            assert _fingers([keys[i] for keys in joints]) == pytest.approx(track[i], abs=2e-4)


def _fingers(turns: list[F64]) -> F64:
    """Where the fingers are, by multiplying the joints' own transforms."""
    ones = np.ones(3)
    places = (COLUMN, SHOULDER, (0, UPPER, 0), FOREARM, WRIST, HAND)
    whole = np.eye(4)
    for place_, turn in zip(places, turns, strict=True):
        whole = whole @ compose(np.array(place_, "f8"), turn, ones)
    return np.asarray((whole @ np.array([GRASP - HAND[0], 0, 0, 1.0]))[:3])


def test_the_part_never_jumps() -> None:
    glb = coarse("robot-arm")
    steps = np.linalg.norm(np.diff(keys_of(glb, "workpiece", "translation"), axis=0), axis=1)
    assert steps.max() < 0.2


def test_keys_are_in_order_and_every_joint_moves() -> None:
    assert sorted(set(TIMES)) == TIMES
    names = {channel.node for channel in pick().channels}
    assert {"column", "upper-arm", "elbow", "wrist", "gripper", "workpiece"} <= names


def test_links_follow_one_another_upwards() -> None:
    glb = coarse("robot-arm")
    heights = [place(glb, name)[1] for name in ("base", "column", "upper-arm", "elbow")]
    assert heights == sorted(heights)


def test_its_reach_is_the_stated_one() -> None:
    reach = SHOULDER[0] + UPPER + FOREARM[0] + WRIST[0]
    assert reach == pytest.approx(1.48, abs=0.03)
