"""How a visitor stands, walks and turns. Pure: it is told how much time has passed."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from clients.headless.geometry import Vec3, between, direction, distance, rotation
from clients.headless.pose import Hand, Pose

WALKING = 1.4
"""Metres a second of a person at ease."""
TURNING = 3.0
"""Radians a second, at most."""
EYES = 1.6
SEATED_EYES = 1.15
"""Metres from the feet, or from the seat's node, to the eyes."""


@dataclass(slots=True)
class Gait:
    """A body on its feet: where it is, where it looks, the corners ahead, the metres behind.

    ``feet`` is the point on the ground; ``yaw`` and ``pitch`` are the look now and ``aim`` the
    look that it turns to. ``left`` and ``right`` are hands that others see, if any.
    """

    feet: Vec3 = (0.0, 0.0, 0.0)
    yaw: float = 0.0
    pitch: float = 0.0
    aim: tuple[float, float] = (0.0, 0.0)
    way: list[Vec3] = field(default_factory=list)
    speed: float = WALKING
    seated: bool = False
    walked: float = 0.0
    left: Hand | None = None
    right: Hand | None = None
    grip: tuple[int, int] = (0, 0)

    @property
    def eyes(self) -> Vec3:
        """Where the head's centre is."""
        x, y, z = self.feet
        return (x, y + (SEATED_EYES if self.seated else EYES), z)

    @property
    def moving(self) -> bool:
        """True while there is way ahead or the look has not arrived."""
        return bool(self.way) or self.aim != (self.yaw, self.pitch)

    def pose(self) -> Pose:
        """What others see."""
        return Pose(
            self.eyes,
            rotation(self.yaw, self.pitch),
            full=self.seated or self.left is not None or self.right is not None,
            left=self.left,
            right=self.right,
            grip=self.grip,
            seated=self.seated,
        )

    def place(self, feet: Vec3, yaw: float) -> None:
        """Stand there at once."""
        self.feet, self.yaw, self.pitch, self.aim = feet, yaw, 0.0, (yaw, 0.0)
        self.way, self.seated = [], False

    def look(self, point: Vec3) -> None:
        """Begin to turn to a point."""
        self.aim = direction(self.eyes, point)

    def walk(self, way: list[Vec3], speed: float) -> None:
        """Begin to walk from corner to corner."""
        self.way, self.speed, self.seated = list(way), speed, False

    def step(self, seconds: float) -> None:
        """Let time pass."""
        if self.way:
            self._advance(self.speed * seconds)
        self._turn(TURNING * seconds)

    def _advance(self, metres: float) -> None:
        while self.way:
            ahead = distance(self.feet, self.way[0])
            if ahead > metres:
                self._face(self.way[0])
                self.feet = between(self.feet, self.way[0], metres / ahead)
                self.walked += metres
                return
            metres -= ahead
            self.walked += ahead
            self.feet = self.way.pop(0)

    def _face(self, corner: Vec3) -> None:
        x, _, z = corner
        self.aim = direction(self.feet, (x, self.feet[1], z))

    def _turn(self, most: float) -> None:
        left = math.remainder(self.aim[0] - self.yaw, math.tau)
        up = self.aim[1] - self.pitch
        if abs(left) <= most and abs(up) <= most:
            self.yaw, self.pitch = self.aim
            return
        self.yaw += max(-most, min(most, left))
        self.pitch += max(-most, min(most, up))
