"""Measures of a body, in metres, standing with its arms out and facing +Z as VRM 1.0 asks."""

from __future__ import annotations

from dataclasses import dataclass

Point = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Figure:
    """Heights of joints above the floor and distances from the middle; the left side is +X."""

    hip_x: float
    hip: float
    knee: float
    ankle: float
    hips: float
    spine: float
    chest: float
    upper_chest: float
    shoulder: float
    shoulder_x: float
    elbow_x: float
    wrist_x: float
    neck: float
    head: float
    face: float
    """Where the middle of the head is: rays to the face go out from there."""
    size: float
    """How large the head is drawn; its own measures are those of a head 0.24 m high."""
    hand: float
    """How large a hand is drawn; 1 is 0.17 m."""


WOMAN = Figure(
    hip_x=0.075,
    hip=0.885,
    knee=0.485,
    ankle=0.085,
    hips=0.935,
    spine=1.015,
    chest=1.11,
    upper_chest=1.20,
    shoulder=1.300,
    shoulder_x=0.140,
    elbow_x=0.385,
    wrist_x=0.600,
    neck=1.342,
    head=1.410,
    face=1.527,
    size=1.06,
    hand=0.96,
)
MAN = Figure(
    hip_x=0.088,
    hip=0.935,
    knee=0.505,
    ankle=0.09,
    hips=0.985,
    spine=1.07,
    chest=1.175,
    upper_chest=1.275,
    shoulder=1.395,
    shoulder_x=0.172,
    elbow_x=0.435,
    wrist_x=0.665,
    neck=1.440,
    head=1.510,
    face=1.634,
    size=1.09,
    hand=1.08,
)


@dataclass(frozen=True, slots=True)
class Bone:
    """A joint: what it hangs from, and where it is in the standing body."""

    name: str
    parent: str
    place: Point


FINGERS = ("Thumb", "Index", "Middle", "Ring", "Little")
ROOTS = {
    "Thumb": ((0.018, -0.006, 0.024), (0.046, -0.012, 0.047), (0.073, -0.014, 0.060)),
    "Index": ((0.087, 0.001, 0.0265), (0.122, 0.001, 0.0275), (0.144, 0.001, 0.028)),
    "Middle": ((0.091, 0.002, 0.0085), (0.130, 0.002, 0.0085), (0.154, 0.002, 0.0085)),
    "Ring": ((0.088, 0.001, -0.0095), (0.124, 0.001, -0.0100), (0.147, 0.001, -0.0102)),
    "Little": ((0.080, -0.001, -0.0265), (0.107, -0.001, -0.0280), (0.125, -0.001, -0.0288)),
}
"""Joints of the left hand's fingers from the wrist, at size 1."""
TIPS = {
    "Thumb": (0.096, -0.015, 0.068),
    "Index": (0.165, 0.000, 0.0283),
    "Middle": (0.177, 0.001, 0.0085),
    "Ring": (0.168, 0.000, -0.0103),
    "Little": (0.142, -0.002, -0.0294),
}
JOINTS = {"Thumb": ("Metacarpal", "Proximal", "Distal")}
USUAL = ("Proximal", "Intermediate", "Distal")
EYE = (0.0335, -0.008, 0.0)
"""Where the middle of the left eye's opening is seen from the middle of the head; z is found."""


def skeleton(f: Figure, eye: Point) -> list[Bone]:
    """Every bone that VRM 1.0 asks for, fingers and eyes; parents come first."""
    bones = [
        Bone("hips", "", (0.0, f.hips, 0.0)),
        Bone("spine", "hips", (0.0, f.spine, -0.004)),
        Bone("chest", "spine", (0.0, f.chest, -0.008)),
        Bone("upperChest", "chest", (0.0, f.upper_chest, -0.012)),
        Bone("neck", "upperChest", (0.0, f.neck, -0.016)),
        Bone("head", "neck", (0.0, f.head, -0.006)),
    ]
    for side, sign in (("left", 1.0), ("right", -1.0)):
        bones += _side(f, side, sign)
        bones.append(Bone(f"{side}Eye", "head", (sign * eye[0], eye[1], eye[2])))
    return bones


def _side(f: Figure, side: str, sign: float) -> list[Bone]:
    z = -0.012
    bones = [
        Bone(f"{side}UpperLeg", "hips", (sign * f.hip_x, f.hip, 0.0)),
        Bone(f"{side}LowerLeg", f"{side}UpperLeg", (sign * f.hip_x, f.knee, 0.004)),
        Bone(f"{side}Foot", f"{side}LowerLeg", (sign * f.hip_x, f.ankle, -0.012)),
        Bone(f"{side}Toes", f"{side}Foot", (sign * f.hip_x, 0.02, 0.1)),
        Bone(f"{side}Shoulder", "upperChest", (sign * 0.03, f.shoulder + 0.005, z)),
        Bone(f"{side}UpperArm", f"{side}Shoulder", (sign * f.shoulder_x, f.shoulder, z)),
        Bone(f"{side}LowerArm", f"{side}UpperArm", (sign * f.elbow_x, f.shoulder, z)),
        Bone(f"{side}Hand", f"{side}LowerArm", (sign * f.wrist_x, f.shoulder, z)),
    ]
    for finger in FINGERS:
        parent = f"{side}Hand"
        for joint, place in zip(JOINTS.get(finger, USUAL), ROOTS[finger], strict=True):
            x, y, dz = (v * f.hand for v in place)
            name = f"{side}{finger}{joint}"
            bones.append(Bone(name, parent, (sign * (f.wrist_x + x), f.shoulder + y, z + dz)))
            parent = name
    return bones
