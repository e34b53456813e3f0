"""The poses of everybody in one hall, and the frames that a tick sends.

One preallocated row a visitor. The door writes what a client sent straight into a row; a tick
checks what came, all at once, and lays out the frames. The newest pose wins.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil

import numpy as np

from avatars.audience import Audience, FrameSet, Scene
from avatars.facing import facing
from avatars.interest import InterestPolicy
from avatars.pose import FULL_BODY, FULL_RECORD, HEAD_BODY, Vector
from avatars.records import RECORD, Bools, Box, Floats, Ints, positions, possible

__all__ = ["FrameSet", "PresenceCounts", "PresenceTable"]

Buffer = bytes | bytearray | memoryview

FASTEST_POSES = 30
"""Poses a second that any client may send; more when the hall ticks faster than that."""
BACKLOG_SECONDS = 8
"""A connection that stalled delivers at once what it had kept; that much of it is forgiven."""
BOUNDS_MARGIN = 3.0
"""Metres outside a hall's bounds where a head may still be."""

_HEAD_ONLY, _WITH_HANDS = 1, 2


@dataclass(slots=True)
class PresenceCounts:
    """Totals since the hall was loaded: poses that came, what became of them, what was sent."""

    ticks: int = 0
    poses: int = 0
    superseded: int = 0
    impossible: int = 0
    updates: int = 0
    bytes: int = 0


class PresenceTable:
    """Rows of poses, one a slot; ``tick`` says who is sent what."""

    def __init__(
        self,
        capacity: int,
        policy: InterestPolicy,
        bounds: tuple[Vector, Vector],
        tick_hz: float = 20.0,
    ) -> None:
        """Hold ``capacity`` visitors (at most 65,536) inside ``bounds`` (two corners, metres)."""
        self.counts = PresenceCounts()
        self.bound(bounds)
        self._ticks_a_second = max(round(tick_hz), 1)
        self._limit = min(ceil(max(FASTEST_POSES, tick_hz) * BACKLOG_SECONDS), 255)
        came = np.zeros((capacity, FULL_RECORD), np.uint8)
        self._came = came.view(RECORD).reshape(-1)
        self._came_bytes = memoryview(came.data).cast("B")
        self._kinds = bytearray(capacity)
        self._heard = bytearray(capacity)
        # The same bytes twice: quick to write one by one, quick to read all at once.
        self._kind = np.frombuffer(self._kinds, np.uint8)
        self._heard_of = np.frombuffer(self._heard, np.uint8)
        self._heard_before = 0
        self._writers: dict[int, tuple[memoryview, memoryview]] = {}
        self._taken = np.zeros(capacity, np.bool_)
        self._scene = Scene(capacity)
        self._audience = Audience(self._scene, policy, tick_hz)
        self._faults: list[int] = []

    # --- who is here -----------------------------------------------------------------------

    def enter(self, slot: int, body: bytes, *, is_person: bool = True) -> None:
        """Take a slot with the pose of the spawn point (12 or 30 bytes).

        One that is no person is seen like everybody, but is sent nothing and not counted.
        """
        self.leave(slot)
        self._scene.people[slot] = is_person
        row = np.zeros(1, RECORD)
        row["id"] = slot
        row.view(np.uint8)[2 : 2 + len(body)] = np.frombuffer(body, np.uint8)
        self._taken[slot] = True
        self._scene.put(np.array([slot]), row, np.array([len(body) == FULL_BODY]), positions(row))
        self.show(slot)

    def leave(self, slot: int) -> None:
        """Give up a slot; a writer that was handed out for it no longer works."""
        self._revoke(slot)
        self._taken[slot] = False
        self._heard_before -= self._heard[slot]
        self._kinds[slot] = self._heard[slot] = 0
        self.hide(slot)

    def hide(self, slot: int) -> None:
        """Stop showing somebody who fell silent, and stop sending to them."""
        if self._scene.visible[slot]:
            self._scene.visible[slot] = False
            self._audience.leave(slot)

    def show(self, slot: int) -> None:
        """Show somebody again who was hidden, and send them everybody near."""
        if self._taken[slot] and not self._scene.visible[slot]:
            self._scene.visible[slot] = True
            self._audience.enter(slot)

    def bound(self, bounds: tuple[Vector, Vector]) -> None:
        """Take other bounds from now on: the hall has grown or shrunk."""
        self._box = Box(*bounds).grown(BOUNDS_MARGIN)

    def position(self, slot: int) -> tuple[float, float, float]:
        """Return where this visitor's head is, in metres."""
        x, y, z = self._scene.where[slot].tolist()
        return (x, y, z)

    def people_near(self, point: Vector, metres: float) -> list[int]:
        """Return the slots of people who are seen within so many metres, nearest first."""
        scene = self._scene
        slots = np.flatnonzero(scene.visible & scene.people)
        aside = scene.points[slots] - np.array((point[0], point[2]), np.float32)
        away = np.hypot(aside[:, 0], aside[:, 1])
        order = np.argsort(away, kind="stable")
        return [int(slots[each]) for each in order if away[each] <= metres]

    def looks(self, slots: Ints) -> tuple[Floats, Floats]:
        """Return where these heads are, in metres, and which way they look, each (n, 3)."""
        full = np.ascontiguousarray(self._scene.full[slots]).view(RECORD)
        return self._scene.where[slots], facing(full["q"])

    def faults(self) -> list[int]:
        """Return the slots whose pose was impossible at the last tick; it was dropped."""
        return self._faults

    # --- poses come ------------------------------------------------------------------------

    def write(self, slot: int, payload: Buffer) -> bool:
        """Take a client's body (12 or 30 bytes); False when its length or its rate is wrong."""
        size = len(payload)
        if size not in (HEAD_BODY, FULL_BODY) or self._heard[slot] >= self._limit:
            return False
        at = slot * FULL_RECORD + 2
        self._came_bytes[at : at + size] = payload
        self._kinds[slot] = _WITH_HANDS if size == FULL_BODY else _HEAD_ONLY
        self._heard[slot] += 1
        return True

    def writer(self, slot: int) -> Callable[[bytes], bool]:
        """Return ``write`` for one slot, fast, taking the whole frame with its first byte 0x01.

        It raises ValueError after :meth:`leave`, so that it cannot write for the slot's next owner.
        """
        at = slot * FULL_RECORD + 1
        full = self._came_bytes[at : at + 1 + FULL_BODY]
        head = self._came_bytes[at : at + 1 + HEAD_BODY]
        self._revoke(slot)
        self._writers[slot] = (full, head)
        kinds, heard, limit = self._kinds, self._heard, self._limit

        def put(frame: bytes) -> bool:
            count = heard[slot]
            size = len(frame)
            if count >= limit:
                return False
            if size == 1 + FULL_BODY:
                full[:] = frame
                kinds[slot] = _WITH_HANDS
            elif size == 1 + HEAD_BODY:
                head[:] = frame
                kinds[slot] = _HEAD_ONLY
            else:
                return False
            heard[slot] = count + 1
            return True

        return put

    def _revoke(self, slot: int) -> None:
        for view in self._writers.pop(slot, ()):
            view.release()

    # --- frames go -------------------------------------------------------------------------

    def tick(self, now_ms: int, paused: Bools | None = None) -> FrameSet:
        """Check what came and say what to send; ``paused`` slots are sent nothing now."""
        self.counts.ticks += 1
        moved = self._take_in()
        frames = self._audience.tick(moved, now_ms, paused)
        self.counts.updates += frames.updates
        self.counts.bytes += frames.bytes
        return frames

    def _take_in(self) -> Ints:
        """Move the possible poses that came into the scene; return their slots."""
        came = np.flatnonzero(self._kind)
        with_hands = self._kind.take(came) == _WITH_HANDS
        self._kind[came] = 0
        self._count(len(came))
        rows = self._came[came]
        where = positions(rows)
        ok = possible(rows, with_hands, where, self._box)
        self._faults = came[~ok].tolist()
        self.counts.impossible += len(self._faults)
        rows["id"] = came
        ok &= self._taken.take(came)
        moved = came[ok]
        self._scene.put(moved, rows[ok], with_hands[ok], where[ok])
        return moved

    def _count(self, came: int) -> None:
        """Count poses and those a newer one overtook; start a new second when it is time."""
        heard = int(self._heard_of.sum())
        self.counts.poses += heard - self._heard_before
        self.counts.superseded += heard - self._heard_before - came
        self._heard_before = heard
        if self.counts.ticks % self._ticks_a_second == 0:
            self._heard_of[:] = 0
            self._heard_before = 0
