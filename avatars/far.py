"""People further away: heads only, a part of them each tick, as far as a receiver's bytes go."""

from __future__ import annotations

import numpy as np

from avatars.grid import Grid
from avatars.interest import Neighbours
from avatars.records import Bools, Floats, Ints

WORK_PER_TICK = 200_000
"""Pairs looked at in one tick."""
_NOBODY = np.zeros(0, np.intp)

Pairs = tuple[Ints, Ints]


class FarPeople:
    """Whose heads are due to whom: each sender has one turn in ``period`` ticks.

    The period grows at once when a receiver could not be sent all the heads it was due, so that
    the turn comes to everybody in the end, and falls back slowly when there is room.
    """

    def __init__(self, capacity: int, radius: float, shortest: int, keyframe: int) -> None:
        self.period = shortest
        self._shortest = shortest
        self._radius = radius
        self._keyframe = keyframe
        self._last_moved = np.zeros(capacity, np.int64)
        self._entered = np.zeros(capacity, np.int64)
        self._fullest = 0.0

    def enter(self, slot: int, tick: int) -> None:
        """Show this newcomer to all, and all to it, within one period."""
        self._last_moved[slot] = self._entered[slot] = tick

    def moved(self, slots: Ints, tick: int) -> None:
        """Note who moved."""
        self._last_moved[slots] = tick

    def due(
        self, tick: int, present: Ints, receiving: Bools, points: Floats, near: Neighbours
    ) -> Pairs:
        """Return (receiver, sender) pairs whose turn it is, receivers in order."""
        receivers = np.flatnonzero(receiving)
        senders = present[present % self.period == tick % self.period]
        recent = self._recent(senders, tick)
        newcomers = self._entered > tick - self.period
        if not newcomers.any():
            senders, recent = senders[recent], recent[recent]
        if not len(senders) or not len(receivers):
            return _NOBODY, _NOBODY
        grid = Grid(points.take(senders, axis=0), self._radius)
        at = points.take(receivers, axis=0)
        work = int(grid.candidates(at).sum())
        if work > WORK_PER_TICK:
            self._grow(work / WORK_PER_TICK)
            return _NOBODY, _NOBODY
        i, j = grid.pairs(at)
        rec, snd = receivers.take(i), senders.take(j)
        due = near.strangers(rec, snd) & (rec != snd)
        due &= recent.take(j) | newcomers.take(rec)
        return rec[due], snd[due]

    def within(self, room: Ints, pairs: Pairs, tick: int) -> Pairs:
        """Return as many pairs of each receiver as it has room for; learn from what is left."""
        rec, snd = pairs
        due = np.bincount(rec, minlength=len(room))
        self._observe(due[due > 0], room[due > 0], tick)
        rank = np.arange(len(rec)) - (np.cumsum(due) - due).take(rec)
        kept = rank < room.take(rec)
        return rec[kept], snd[kept]

    def _recent(self, senders: Ints, tick: int) -> Bools:
        """Who moved since its last turn, or stood still for a whole keyframe."""
        turns = max(self._keyframe // self.period, 1)
        still = (senders + tick // self.period) % turns == 0
        return np.asarray((self._last_moved.take(senders) > tick - self.period) | still)

    def _observe(self, due: Ints, room: Ints, tick: int) -> None:
        if len(due):
            self._fullest = max(self._fullest, float((due / np.maximum(room, 1)).max()))
        if self._fullest > 1.0:
            self._grow(self._fullest)
            self._fullest = 0.0
        elif tick % (4 * self.period) == 0:
            if self._fullest < 0.75:
                self.period = max(self.period - max(self.period // 8, 1), self._shortest)
            self._fullest = 0.0

    def _grow(self, factor: float) -> None:
        self.period = int(self.period * min(factor, 8.0)) + 1
