"""The clip: a part goes from one stand to the other, and back."""

from __future__ import annotations

from math import cos, radians, sin

import numpy as np
from numpy.typing import NDArray

from scenes.author import Channel, Clip, about
from scenes.author.turn import Vec3
from scenes.demo.exhibits.motion import eased, slide, swing
from scenes.demo.exhibits.robot_arm.plan import (
    COLUMN,
    ELBOW_RISE,
    FLANGE,
    FOREARM,
    GRASP,
    GRIP,
    HOME,
    PITCH,
    ROLL,
    SHOULDER,
    UP,
    UPPER,
    WRIST,
)

__all__ = ["CARRIED", "JOINTS", "PLACE_A", "PLACE_B", "POSES", "TIMES", "grasp_place", "pick"]

Pose = tuple[float, ...]

# Joint angles in degrees. Shoulder, elbow and wrist add up to 90: the gripper hangs straight down.
ABOVE_A: Pose = (-52.0, 18.0, 36.0, 0.0, 36.0, 0.0)
PLACE_A: Pose = (-52.0, 30.0, 40.0, 0.0, 20.0, 0.0)
ABOVE_B: Pose = (58.0, 18.0, 36.0, 0.0, 36.0, 90.0)
PLACE_B: Pose = (58.0, 30.0, 40.0, 0.0, 20.0, 90.0)

# When, in which pose, and whether the fingers are closed.
STEPS: tuple[tuple[float, Pose, float], ...] = (
    (0.0, HOME, 0),
    (1.4, ABOVE_A, 0),
    (2.2, PLACE_A, 0),
    (2.6, PLACE_A, 1),
    (3.4, ABOVE_A, 1),
    (5.2, ABOVE_B, 1),
    (6.0, PLACE_B, 1),
    (6.4, PLACE_B, 0),
    (7.2, ABOVE_B, 0),
    (8.4, HOME, 0),
    (9.6, ABOVE_B, 0),
    (10.4, PLACE_B, 0),
    (10.8, PLACE_B, 1),
    (11.6, ABOVE_B, 1),
    (13.4, ABOVE_A, 1),
    (14.2, PLACE_A, 1),
    (14.6, PLACE_A, 0),
    (15.4, ABOVE_A, 0),
    (16.6, HOME, 0),
)
TIMES = [time for time, _, _ in STEPS]
POSES = [pose for _, pose, _ in STEPS]
CLOSED = [closed for _, _, closed in STEPS]
# While the part is carried: from the grip to the moment before the release.
CARRIED = ((2.2, 6.4, PLACE_A), (10.4, 14.6, PLACE_B))
JOINTS = (
    ("column", UP),
    ("upper-arm", PITCH),
    ("elbow", PITCH),
    ("forearm", ROLL),
    ("wrist", PITCH),
    ("gripper", ROLL),
)


def pick() -> Clip:
    """All joints, both fingers, and the part that they carry."""
    channels = [
        swing(name, axis, TIMES, [pose[i] for pose in POSES])
        for i, (name, axis) in enumerate(JOINTS)
    ]
    for name, side in (("finger-left", 1), ("finger-right", -1)):
        home = (FLANGE, 0.0, side * GRIP)
        channels.append(slide(name, home, (0, 0, -side * 0.0215), TIMES, CLOSED))
    return Clip("pick", (*channels, *_part()), {"zh": "抓取与放置", "en": "Pick and place"})


def grasp_place(pose: Pose) -> Vec3:
    """Where the point between the fingers is in a pose, in the robot's space."""
    turn, upper, fore = (radians(a) for a in (pose[0], pose[1], pose[1] + pose[2]))
    reach = WRIST[0] + FOREARM[0]
    out = SHOULDER[0] + UPPER * sin(upper) + ELBOW_RISE * sin(fore) + reach * cos(fore)
    high = COLUMN[1] + SHOULDER[1] + UPPER * cos(upper) + ELBOW_RISE * cos(fore)
    return out * cos(turn), high - reach * sin(fore) - GRASP, -out * sin(turn)


def _part() -> tuple[Channel, Channel]:
    """The part lies on a stand, or goes where the gripper goes."""
    tracks = [eased(TIMES, [pose[i] for pose in POSES]) for i in range(6)]
    moments = tracks[0][0]
    angles = np.stack([values for _, values in tracks], axis=1)
    held = [_held(float(t), angles[i]) for i, t in enumerate(moments)]
    places = np.array([grasp_place(pose) for pose in held])
    turns = np.array([about(UP, radians(pose[0] - pose[5])) for pose in held])
    return (
        Channel("workpiece", "translation", moments, places),
        Channel("workpiece", "rotation", moments, turns),
    )


def _held(moment: float, angles: NDArray[np.float64]) -> Pose:
    """The pose that places the part at a moment: the arm's own while it is carried."""
    for start, end, _ in CARRIED:
        if start <= moment <= end:
            return tuple(angles.tolist())
    return PLACE_B if CARRIED[0][1] < moment < CARRIED[1][0] else PLACE_A
