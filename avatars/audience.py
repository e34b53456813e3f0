"""Who is sent what at a tick: one frame for all who may see the same, else one for each."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import hypot

import numpy as np

from avatars.far import FarPeople, Pairs
from avatars.frames import LARGEST_OVERHEAD, receiver_frames, shared_frame
from avatars.interest import Allowance, InterestPolicy, Neighbours
from avatars.pose import FULL_RECORD, HEAD_RECORD
from avatars.records import FULL, HEAD, Bools, Floats, Ints, Raw

KEYFRAME_SECONDS = 2.0
"""Somebody who stands still is sent again after this long."""


@dataclass(slots=True)
class FrameSet:
    """What to send after a tick, WebSocket headers included.

    ``shared`` goes to all of ``shared_slots``; receiver ``slots[i]`` gets
    ``buffer[starts[i]:ends[i]]``. ``updates`` and ``bytes`` count records and bytes for all,
    ``missed`` those who were left out because they do not keep up.
    """

    shared: bytes | None = None
    shared_slots: list[int] = field(default_factory=list)
    buffer: bytes = b""
    slots: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    updates: int = 0
    bytes: int = 0
    missed: int = 0


class Scene:
    """The newest accepted pose of every slot, and who of them can be seen."""

    def __init__(self, capacity: int) -> None:
        self.full: Raw = np.zeros(capacity, FULL)
        self.head: Raw = np.zeros(capacity, HEAD)
        self.with_hands = np.zeros(capacity, np.bool_)
        self.where = np.zeros((capacity, 3), np.float32)
        self.points = np.zeros((capacity, 2), np.float32)
        self.visible = np.zeros(capacity, np.bool_)
        self.people = np.ones(capacity, np.bool_)
        """False for bodies that nobody sits behind: they are seen, and sent and counted nothing."""

    def put(self, slots: Ints, rows: Raw, with_hands: Bools, where: Floats) -> None:
        """Store these poses."""
        self.full[slots] = rows.view(FULL)
        self.head[slots] = np.ndarray((len(rows),), HEAD, rows, strides=(FULL_RECORD,))
        self.with_hands[slots] = with_hands
        self.where[slots] = where
        self.points[slots] = where[:, ::2]


class Audience:
    """Turns what moved into frames, within every receiver's radius, rates and bytes."""

    def __init__(self, scene: Scene, policy: InterestPolicy, tick_hz: float) -> None:
        capacity = len(scene.visible)
        self._scene = scene
        self._policy = policy
        self._allowance = Allowance.of(policy, tick_hz)
        self._keyframe = max(round(KEYFRAME_SECONDS * tick_hz), 1)
        self._phase = np.arange(capacity) % self._keyframe
        self._near = Neighbours(capacity, policy.near_m, self._allowance.near)
        self._far = FarPeople(capacity, policy.far_m, policy.far_divisor, self._keyframe)
        self._has_far = policy.far_m > policy.near_m
        self._last_moved = np.zeros(capacity, np.int64)
        self._behind = np.zeros(capacity, np.bool_)
        self._sharing = True
        self._tick = 0

    def enter(self, slot: int) -> None:
        """Send this newcomer everybody near at the next tick, and show it to them."""
        self._behind[slot] = True
        self._last_moved[slot] = self._tick + 1
        self._far.enter(slot, self._tick + 1)
        self._near.enter(slot)

    def leave(self, slot: int) -> None:
        """Forget what this slot has seen and who has seen it."""
        self._near.leave(slot)

    def tick(self, moved: Ints, now_ms: int, paused: Bools | None) -> FrameSet:
        """Return the frames for these moves; ``paused`` slots get none, and catch up later."""
        self._tick += 1
        self._last_moved[moved] = self._tick
        self._far.moved(moved, self._tick)
        visible = self._scene.visible
        present = np.flatnonzero(visible)
        if not len(present):
            return FrameSet()
        fresh = (self._last_moved == self._tick) | (self._phase == self._tick % self._keyframe)
        fresh &= visible
        people = visible & self._scene.people
        receiving = people if paused is None else people & ~paused
        send = self._to_all if self._is_sharing(present) else self._to_each
        frames = send(present, fresh, receiving, now_ms)
        self._behind = people & ~receiving
        frames.missed = int(np.count_nonzero(self._behind))
        return frames

    def _is_sharing(self, present: Ints) -> bool:
        """Decide between one frame for all and one for each; lists begin anew for the latter."""
        sharing = self._may_share(present)
        if self._sharing and not sharing:
            for slot in present.tolist():
                self._near.enter(slot)
        self._sharing = sharing
        return sharing

    def _may_share(self, present: Ints) -> bool:
        """Whether all see all at the full rate and within their bytes: then one frame will do."""
        if self._policy.everyone:
            return True
        size = LARGEST_OVERHEAD + FULL_RECORD * len(present)
        if self._policy.full_hz_divisor > 1 or (
            self._allowance.bytes is not None and size > self._allowance.bytes
        ):
            return False
        # The house's own bodies are few, and may stand anywhere: crowds share all the same.
        people = present[self._scene.people.take(present)]
        if not len(people):
            return True
        points = self._scene.points.take(people, axis=0)
        width, depth = (points.max(axis=0) - points.min(axis=0)).tolist()
        return hypot(width, depth) <= self._policy.near_m

    # --- one frame for all -----------------------------------------------------------------

    def _to_all(self, present: Ints, fresh: Bools, receiving: Bools, now_ms: int) -> FrameSet:
        frames = FrameSet()
        moved = np.flatnonzero(fresh)
        up_to_date = np.flatnonzero(receiving & ~self._behind).tolist()
        late = np.flatnonzero(receiving & self._behind).tolist()
        if len(moved) and up_to_date:
            frames.shared = self._frame_of(moved, self._count(present), now_ms)
            frames.shared_slots = up_to_date
        if late:
            frames.buffer = self._frame_of(present, self._count(present), now_ms)
            frames.slots, frames.starts = late, [0] * len(late)
            frames.ends = [len(frames.buffer)] * len(late)
        frames.updates = len(moved) * len(frames.shared_slots) + len(present) * len(late)
        frames.bytes = len(frames.shared or b"") * len(up_to_date)
        frames.bytes += len(frames.buffer) * len(late)
        return frames

    def _frame_of(self, slots: Ints, total: int, now_ms: int) -> bytes:
        with_hands = self._scene.with_hands.take(slots)
        full = self._scene.full.take(slots[with_hands])
        return shared_frame(full, self._scene.head.take(slots[~with_hands]), total, now_ms)

    # --- one frame for each ----------------------------------------------------------------

    def _to_each(self, present: Ints, fresh: Bools, receiving: Bools, now_ms: int) -> FrameSet:
        points = self._scene.points
        self._near.renew(present, points)
        rec, snd = self._near.due(fresh, self._on_turn(receiving), points)
        hands = self._scene.with_hands.take(snd)
        full, head = (rec[hands], snd[hands]), (rec[~hands], snd[~hands])
        if self._has_far or self._near.crowded():
            far = self._far.due(self._tick, present, receiving, points, self._near)
            head = _merge(head, self._within_room(far, full, head))
        counted = self._only_counted(receiving)
        return self._lay_out(full, head, counted, self._count(present), now_ms)

    def _count(self, present: Ints) -> int:
        """How many of those who are seen are people."""
        return int(np.count_nonzero(self._scene.people.take(present)))

    def _within_room(self, far: Pairs, full: Pairs, head: Pairs) -> Pairs:
        """Return as many of the far pairs as fit beside the near ones."""
        near_bytes = FULL_RECORD * self._each(full) + HEAD_RECORD * self._each(head)
        room = self._allowance.heads(near_bytes)
        return far if room is None else self._far.within(room, far, self._tick)

    def _lay_out(
        self, full: Pairs, head: Pairs, counted: Bools, total: int, now_ms: int
    ) -> FrameSet:
        n_full, n_head = self._each(full), self._each(head)
        slots = np.flatnonzero((n_full + n_head > 0) | counted)
        full_rows, head_rows = self._scene.full.take(full[1]), self._scene.head.take(head[1])
        made = receiver_frames(
            full_rows, n_full.take(slots), head_rows, n_head.take(slots), total, now_ms
        )
        updates = len(full_rows) + len(head_rows)
        return FrameSet(
            buffer=made.buffer, slots=slots.tolist(), starts=made.starts, ends=made.ends,
            updates=updates, bytes=len(made.buffer),
        )  # fmt: skip

    def _each(self, pairs: Pairs) -> Ints:
        """Return how many of these pairs each receiver has."""
        return np.bincount(pairs[0], minlength=len(self._phase))

    def _on_turn(self, receiving: Bools) -> Bools:
        divisor = self._policy.full_hz_divisor
        if divisor == 1:
            return receiving
        return np.asarray(receiving & (np.arange(len(receiving)) % divisor == self._tick % divisor))

    def _only_counted(self, receiving: Bools) -> Bools:
        """Whoever sees nobody still learns now and then how many are in the hall."""
        allowed = self._allowance.bytes
        if allowed is not None and allowed < LARGEST_OVERHEAD:
            return np.zeros(len(receiving), np.bool_)
        return np.asarray(receiving & (self._phase == self._tick % self._keyframe))


def _merge(some: Pairs, more: Pairs) -> Pairs:
    """Return both lists of pairs as one, receivers in order."""
    if not len(some[0]) or not len(more[0]):
        return more if len(more[0]) else some
    both = np.concatenate((some[0], more[0]))
    order = np.argsort(both, kind="stable")
    return both.take(order), np.concatenate((some[1], more[1])).take(order)
