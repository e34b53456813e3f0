"""The robot's poses: gripper straight down, never into the floor, within its stated reach."""

from __future__ import annotations

from math import cos, radians, sin

import pytest

from scenes.demo.exhibits.robot_arm import HOLDS, POSES, TIMES
from scenes.demo.exhibits.robot_arm.plan import ELBOW_RISE, SHOULDER, UPPER
from tests.scenes.demo.exhibits.reading import coarse, place

COLUMN = 0.188
FOREARM = 0.215 + 0.42
TOOL = 0.087 + 0.115 + 0.1


def _height(pose: tuple[float, ...]) -> float:
    """How high the finger tips are above the floor in a pose (degrees)."""
    upper, fore = radians(pose[1]), radians(pose[1] + pose[2])
    elbow = COLUMN + SHOULDER[1] + UPPER * cos(upper)
    wrist = elbow + ELBOW_RISE * cos(fore) - FOREARM * sin(fore)
    return wrist - TOOL


@pytest.mark.parametrize("pose", POSES)
def test_the_gripper_points_down(pose: tuple[float, ...]) -> None:
    assert pose[1] + pose[2] + pose[4] == 90
    assert pose[3] == 0


@pytest.mark.parametrize("pose", POSES)
def test_the_fingers_stay_above_the_floor(pose: tuple[float, ...]) -> None:
    assert _height(pose) > 0.03


def test_it_grips_low_and_carries_high() -> None:
    held = [_height(pose) for pose, hold in zip(POSES, HOLDS, strict=True) if hold]
    assert min(held) < 0.2 < max(held)


def test_keys_match() -> None:
    assert len(TIMES) == len(POSES) == len(HOLDS)
    assert list(TIMES) == sorted(set(TIMES))


def test_links_follow_one_another_upwards() -> None:
    glb = coarse("robot-arm")
    heights = [place(glb, name)[1] for name in ("base", "column", "upper-arm", "elbow")]
    assert heights == sorted(heights)


def test_its_reach_is_the_stated_one() -> None:
    reach = SHOULDER[0] + UPPER + FOREARM
    assert reach == pytest.approx(1.48, abs=0.03)
