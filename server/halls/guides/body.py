"""The body of a guide in one room: where it stands, whom it looks at, what it points at."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Final

from avatars.guides.persona import Persona
from avatars.pose import Hand, Hands, Pose, Vector, encode_pose
from avatars.quaternion import Quaternion
from scenes.places import Place
from server.wire.messages import Body, Person

EYES: Final = 1.6
"""Metres from a guide's feet to the centre of its head."""
ROLE: Final = "guide"
LOOKS: Final = Body("#2f6fb2", "guide")
SHOULDER_OUT: Final = 0.17
SHOULDER_DOWN: Final = 0.24
ARM: Final = 0.58
"""Metres: from the head's middle to the right shoulder, and from there to a hand that points."""
STEEPEST: Final = 0.7
"""Radians that a head is bent up or down at most."""


@dataclass(slots=True, eq=False)
class GuideBody:
    """A guide as people of a room see it.

    ``home`` is where its node stands, ``feet`` where it is; ``yaw`` is which way it looks (radians
    about +Y, 0 is -Z). ``gaze`` and ``target`` are points that it looks and points at. ``way`` are
    the corners that it still has before it.
    """

    node: str
    room: int
    slot: int
    persona: Persona
    home: Place
    feet: Vector
    yaw: float
    gaze: Vector | None = None
    target: Vector | None = None
    talking: bool = False
    way: list[Vector] = field(default_factory=list)
    sent: bytes = b""
    """The pose that people were last told of."""
    part: str = ""
    """The persona that its node names, whether the park has it or not."""
    asset: str = ""
    """What the persona's body is drawn from, when the park has it."""

    @classmethod
    def at_home(cls, node: str, room: int, slot: int, persona: Persona, home: Place) -> GuideBody:
        """A guide that has just come to its place."""
        return cls(node, room, slot, persona, home, home.position, home.yaw)

    @property
    def name(self) -> str:
        """What it is called, in its own first language."""
        names = self.persona.name
        return names.get(self.persona.lang) or next(iter(names.values()), self.persona.id)

    @property
    def eyes(self) -> Vector:
        """The middle of its head."""
        x, y, z = self.feet
        return (x, y + EYES, z)

    @property
    def is_home(self) -> bool:
        """Whether it stands where its node does."""
        return math.dist(self.feet, self.home.position) < 0.3

    def person(self) -> Person:
        """What people are told of it."""
        return Person(self.slot, self.name[:64], ROLE, LOOKS)

    def pose(self) -> bytes:
        """Its presence record's body."""
        hands = None
        if self.target is not None or self.talking:
            right = None if self.target is None else self._hand(self.target)
            hands = Hands(right=right, talking=self.talking)
        return encode_pose(Pose(self.eyes, turned(self.yaw, self._pitch()), hands))

    def _pitch(self) -> float:
        if self.gaze is None or self.way:
            return 0.0
        away = math.hypot(self.gaze[0] - self.feet[0], self.gaze[2] - self.feet[2])
        rise = self.gaze[1] - self.feet[1] - EYES
        return max(-STEEPEST, min(STEEPEST, math.atan2(rise, max(away, 0.3))))

    def _hand(self, target: Vector) -> Hand:
        """The right hand of an arm that is stretched towards a point."""
        side, back = math.cos(self.yaw) * SHOULDER_OUT, -math.sin(self.yaw) * SHOULDER_OUT
        shoulder = (side, -SHOULDER_DOWN, back)
        x, y, z = (t - e - s for t, e, s in zip(target, self.eyes, shoulder, strict=True))
        length = math.sqrt(x * x + y * y + z * z) or 1.0
        reach = (
            shoulder[0] + x / length * ARM,
            shoulder[1] + y / length * ARM,
            shoulder[2] + z / length * ARM,
        )
        yaw, pitch = math.atan2(-x, -z), math.asin(max(-1.0, min(1.0, y / length)))
        return Hand(reach, turned(yaw, pitch))


def turned(yaw: float, pitch: float) -> Quaternion:
    """A head that is turned by ``yaw`` and then bent up by ``pitch``; radians."""
    sy, cy = math.sin(yaw / 2), math.cos(yaw / 2)
    sp, cp = math.sin(pitch / 2), math.cos(pitch / 2)
    return (cy * sp, sy * cp, -sy * sp, cy * cp)


def yaw_towards(here: Vector, there: Vector) -> float:
    """Which way one looks from a place to another, radians about +Y."""
    return math.atan2(here[0] - there[0], here[2] - there[2])
