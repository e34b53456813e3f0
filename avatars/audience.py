"""Who is sent what at a tick: one frame for all who may see the same, else one for each."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import hypot

import numpy as np

from avatars.far import FarPeople
from avatars.frames import LARGEST_OVERHEAD, receiver_frames, shared_frame
from avatars.interest import Allowance, InterestPolicy, Neighbours
from avatars.pose import FULL_RECORD, HEAD_RECORD
from avatars.records import FULL, HEAD, RECORD, Bools, Floats, Ints, Raw

KEYFRAME_SECONDS = 2.0
"""Somebody who stands still is sent again after this long."""


@dataclass(slots=True)
class FrameSet:
    """What to send after a tick, WebSocket headers included.

    ``shared`` goes to all of ``shared_slots``; receiver ``slots[i]`` gets
    ``buffer[starts[i]:ends[i]]``. ``updates`` and ``bytes`` count records and bytes for all.
    """

    shared: bytes | None = None
    shared_slots: list[int] = field(default_factory=list)
    buffer: bytes = b""
    slots: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    updates: int = 0
    bytes: int = 0


class Scene:
    """The newest accepted pose of every slot, and who of them can be seen."""

    def __init__(self, capacity: int) -> None:
        rows = np.zeros(capacity, RECORD)
        self.rows = rows
        self.full: Raw = rows.view(FULL)
        self.head: Raw = np.ndarray((capacity,), HEAD, rows, strides=(FULL_RECORD,))
        self.with_hands = np.zeros(capacity, np.bool_)
        self.where = np.zeros((capacity, 3), np.float32)
        self.points = np.zeros((capacity, 2), np.float32)
        self.visible = np.zeros(capacity, np.bool_)

    def put(self, slots: Ints, rows: Raw, with_hands: Bools, where: Floats) -> None:
        """Store these poses."""
        self.full[slots] = rows.view(FULL)
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
        receiving = visible if paused is None else visible & ~paused
        send = self._to_all if self._is_sharing(present) else self._to_each
        frames = send(present, fresh, receiving, now_ms)
        self._behind = visible & ~receiving
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
        points = self._scene.points.take(present, axis=0)
        width, depth = (points.max(axis=0) - points.min(axis=0)).tolist()
        return hypot(width, depth) <= self._policy.near_m

    # --- one frame for all -----------------------------------------------------------------

    def _to_all(self, present: Ints, fresh: Bools, receiving: Bools, now_ms: int) -> FrameSet:
        frames = FrameSet()
        moved = np.flatnonzero(fresh)
        up_to_date = np.flatnonzero(receiving & ~self._behind).tolist()
        late = np.flatnonzero(receiving & self._behind).tolist()
        if len(moved) and up_to_date:
            frames.shared = self._frame_of(moved, len(present), now_ms)
            frames.shared_slots = up_to_date
        if late:
            frames.buffer = self._frame_of(present, len(present), now_ms)
            frames.slots, frames.starts = late, [0] * len(late)
            frames.ends = [len(frames.buffer)] * len(late)
        frames.updates = len(moved) * len(frames.shared_slots) + len(present) * len(late)
        frames.bytes = len(frames.shared or b"") * len(up_to_date)
        frames.bytes += len(frames.buffer) * len(late)
        return frames

    def _frame_of(self, slots: Ints, total: int, now_ms: int) -> bytes:
        with_hands = self._scene.with_hands.take(slots)
        full = self._scene.full.take(slots[with_hands])
        return shared_frame(full, self._scene.head[slots[~with_hands]], total, now_ms)

    # --- one frame for each ----------------------------------------------------------------

    def _to_each(self, present: Ints, fresh: Bools, receiving: Bools, now_ms: int) -> FrameSet:
        capacity = len(fresh)
        self._near.renew(present, self._scene.points)
        rec, snd = self._near.due(fresh, self._on_turn(receiving), self._scene.points)
        hands = self._scene.with_hands.take(snd)
        full_rec, full_snd = rec[hands], snd[hands]
        head_rec, head_snd = rec[~hands], snd[~hands]
        n_full = np.bincount(full_rec, minlength=capacity)
        n_head = np.bincount(head_rec, minlength=capacity)
        if self._has_far or self._near.crowded():
            far = self._far.due(self._tick, present, receiving, self._scene.points, self._near)
            room = self._allowance.heads(FULL_RECORD * n_full + HEAD_RECORD * n_head)
            far_rec, far_snd = far if room is None else self._far.within(room, far, self._tick)
            head_rec, head_snd = _merge(head_rec, head_snd, far_rec, far_snd)
            n_head = np.bincount(head_rec, minlength=capacity)
        slots = np.flatnonzero((n_full + n_head > 0) | self._only_counted(receiving))
        made = receiver_frames(
            self._scene.full.take(full_snd), n_full.take(slots),
            self._scene.head[head_snd], n_head.take(slots), len(present), now_ms,
        )  # fmt: skip
        return FrameSet(
            buffer=made.buffer, slots=slots.tolist(), starts=made.starts, ends=made.ends,
            updates=len(full_snd) + len(head_snd), bytes=len(made.buffer),
        )  # fmt: skip

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


def _merge(rec: Ints, snd: Ints, more_rec: Ints, more_snd: Ints) -> tuple[Ints, Ints]:
    """Return both lists of pairs as one, receivers in order."""
    if not len(rec):
        return more_rec, more_snd
    both = np.concatenate((rec, more_rec))
    order = np.argsort(both, kind="stable")
    return both.take(order), np.concatenate((snd, more_snd)).take(order)
