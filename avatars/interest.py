"""Who needs whose pose: rules of distance and rate, and each receiver's list of near people.

Distances are measured on the ground plane. Near people are sent with hands whenever they moved;
farther ones as heads only, a part of them each tick; the rest are only counted.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from avatars.frames import LARGEST_OVERHEAD
from avatars.grid import Grid, distances
from avatars.pose import FULL_RECORD, HEAD_RECORD
from avatars.records import Bools, Floats, Ints

NEAR_SHARE = 0.6
"""The part of a receiver's budget that near people may take; farther ones share the rest."""
SHORTEST_CYCLE = 4
"""Every receiver's list of near people is renewed at most once in this many ticks."""
WORK_PER_TICK = 40_000
"""Pairs looked at in one tick when lists are renewed: a crowd takes more ticks, not longer ones."""

STRANGER, TOLD, OWED = 0, 1, 2
"""What a receiver knows of a sender: not on its list, its newest pose, or an older one."""


class InterestPolicy(NamedTuple):
    """How far and how often a visitor sees others, and the most bytes a second that may cost."""

    near_m: float = 20.0
    far_m: float = 80.0
    full_hz_divisor: int = 1
    far_divisor: int = 4
    bytes_per_second: int | None = 65_536
    everyone: bool = False


EVERYONE = InterestPolicy(bytes_per_second=None, everyone=True)
"""Everybody sees everybody at the full rate: one frame is shared by the whole hall."""


class Allowance(NamedTuple):
    """What one receiver may get in one tick; None is without limit."""

    bytes: int | None
    near: int | None

    @classmethod
    def of(cls, policy: InterestPolicy, tick_hz: float) -> Allowance:
        """Return the allowance that keeps every second within the policy's bytes."""
        if policy.bytes_per_second is None:
            return cls(None, None)
        total = int(policy.bytes_per_second / tick_hz)
        return cls(total, max(int((total - LARGEST_OVERHEAD) * NEAR_SHARE) // FULL_RECORD, 0))

    def heads(self, near_bytes: Ints) -> Ints | None:
        """Return how many more heads fit beside the bytes that near people take."""
        if self.bytes is None:
            return None
        return np.maximum(self.bytes - LARGEST_OVERHEAD - near_bytes, 0) // HEAD_RECORD


class Neighbours:
    """Each receiver's near people, renewed a few receivers a tick: every tick costs alike."""

    def __init__(self, capacity: int, radius: float, most: int | None) -> None:
        self._radius = radius
        self._most = most
        self._bits = max(capacity - 1, 1).bit_length()
        self._capacity = capacity
        self._keys = np.zeros(0, np.intp)
        # By key (receiver << bits | sender); touched only where there is or was a pair.
        self._known = np.zeros(capacity << self._bits, np.uint8)
        self._cursor = 0
        self._crowded = np.zeros(capacity, np.bool_)
        self._urgent: dict[int, None] = {}

    def enter(self, slot: int) -> None:
        """Give this newcomer a list before all others."""
        self._urgent[slot] = None

    def leave(self, slot: int) -> None:
        """Forget whom this slot knew and who knew it."""
        rec, snd = self._split(self._keys)
        self._known[self._keys[(rec == slot) | (snd == slot)]] = STRANGER
        self._crowded[slot] = False
        self._urgent.pop(slot, None)

    def renew(self, present: Ints, points: Floats) -> None:
        """Make new lists for newcomers and for the next few of ``present`` (sorted slots)."""
        grid = Grid(points.take(present, axis=0), self._radius)
        receivers = self._next(present, points, grid)
        index, senders = grid.pairs(points.take(receivers, axis=0))
        found = np.bincount(index, minlength=len(receivers))
        self._crowded[receivers] = found > (self._most or len(present))
        rec, snd = receivers.take(index), present.take(senders)
        keep = rec != snd
        if self._most is not None:
            self._drop_farthest(keep, found, distances(points, rec, points, snd))
        self._replace(receivers, (rec[keep] << self._bits) | snd[keep])

    def due(self, fresh: Bools, receiving: Bools, points: Floats) -> tuple[Ints, Ints]:
        """Return (receiver, sender) pairs to send now, receivers in order; note them as told."""
        keys = self._keys
        rec, snd = self._split(keys)
        known, moved = self._known.take(keys), fresh.take(snd)
        wanted = (moved & (known != STRANGER)) | (known == OWED)
        now = wanted & receiving.take(rec)
        missed = keys[wanted & ~now & (known == TOLD)]
        self._known[missed] = OWED
        rec, snd, keys, known = rec[now], snd[now], keys[now], known[now]
        near = distances(points, rec, points, snd) <= self._radius**2
        self._known[keys[near & (known == OWED)]] = TOLD
        self._known[keys[~near]] = OWED
        return rec[near], snd[near]

    def crowded(self) -> bool:
        """Return whether anybody has more people near than its list may hold."""
        return bool(self._crowded.any())

    def strangers(self, rec: Ints, snd: Ints) -> Bools:
        """Return which pairs are on no list of near people."""
        return np.asarray(self._known.take((rec << self._bits) | snd) == STRANGER)

    def _split(self, keys: Ints) -> tuple[Ints, Ints]:
        return keys >> self._bits, keys & ((1 << self._bits) - 1)

    def _next(self, present: Ints, points: Floats, grid: Grid) -> Ints:
        """Return the receivers whose turn it is, newcomers first: as many as a tick may take."""
        first = np.fromiter(self._urgent, np.intp, len(self._urgent))
        turn = np.roll(present, -int(np.searchsorted(present, self._cursor)))
        both = np.concatenate((first, turn[: -(-len(present) // SHORTEST_CYCLE)]))
        work = np.cumsum(grid.candidates(points.take(both, axis=0)))
        both = both[: max(int(np.searchsorted(work, WORK_PER_TICK, "right")), 1)]
        for slot in both[: len(first)].tolist():
            del self._urgent[slot]
        if len(both) > len(first):
            self._cursor = int(both[-1]) + 1
        chosen: Ints = np.unique(both)
        return chosen

    def _drop_farthest(self, keep: Bools, found: Ints, far: Floats) -> None:
        """Leave each receiver the nearest ``most``."""
        assert self._most is not None
        ends = np.cumsum(found)
        far[~keep] = np.inf
        for receiver in np.flatnonzero(found > self._most).tolist():
            end = int(ends[receiver])
            start = end - int(found[receiver])
            keep[start + np.argpartition(far[start:end], self._most)[self._most :]] = False

    def _replace(self, receivers: Ints, keys: Ints) -> None:
        renewed = np.zeros(self._capacity, np.bool_)
        renewed[receivers] = True
        old = renewed.take(self._keys >> self._bits)
        known = self._known.take(keys)
        known[known == STRANGER] = OWED
        self._known[self._keys[old]] = STRANGER
        self._known[keys] = known
        keys.sort()
        self._keys = np.sort(np.concatenate((self._keys[~old], keys)), kind="stable")
