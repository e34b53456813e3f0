"""Heads from further away: everybody has a turn, however little room there is."""

from __future__ import annotations

import numpy as np

from avatars.far import WORK_PER_TICK, FarPeople
from avatars.interest import Neighbours
from avatars.records import Floats, Ints

CAPACITY = 2500


def hall(count: int, spread: float) -> tuple[FarPeople, Neighbours, Ints, Floats]:
    far = FarPeople(CAPACITY, 1000.0, 4, 40)
    points = np.zeros((CAPACITY, 2), np.float32)
    points[:count] = np.random.default_rng(2).uniform(-spread, spread, (count, 2))
    return far, Neighbours(CAPACITY, 1.0, None), np.arange(count), points


def test_each_sender_has_one_turn_in_a_period() -> None:
    far, near, present, points = hall(20, 10.0)
    receiving = np.arange(CAPACITY) < 20
    seen: list[tuple[int, int]] = []
    for tick in range(100, 104):
        far.moved(present, tick)
        rec, snd = far.due(tick, present, receiving, points, near)
        seen += zip(rec.tolist(), snd.tolist(), strict=True)
    assert len(seen) == len(set(seen)) == 20 * 19


def test_who_stands_still_waits_for_a_keyframe() -> None:
    far, near, present, points = hall(20, 10.0)
    receiving = np.arange(CAPACITY) < 20
    seen = 0
    for tick in range(100, 140):
        seen += len(far.due(tick, present, receiving, points, near)[0])
    assert seen == 20 * 19


def test_too_little_room_makes_turns_rarer_and_leaves_nobody_out() -> None:
    far, near, present, points = hall(100, 10.0)
    receiving = np.zeros(CAPACITY, np.bool_)
    receiving[:50] = True
    room = np.full(CAPACITY, 3)
    told: set[tuple[int, int]] = set()
    for tick in range(1, 400):
        far.moved(present, tick)
        pairs = far.due(tick, present, receiving, points, near)
        rec, snd = far.within(room, pairs, tick)
        assert np.bincount(rec, minlength=1).max() <= 3
        if tick > 100:
            told |= set(zip(rec.tolist(), snd.tolist(), strict=True))
    assert len(told) == 50 * 99
    assert 99 / 3 <= far.period <= 60


def test_turns_come_oftener_again_when_there_is_room() -> None:
    far, near, present, points = hall(100, 10.0)
    receiving = np.arange(CAPACITY) < 50
    for tick in range(1, 2000):
        far.moved(present, tick)
        room = np.full(CAPACITY, 3 if tick < 50 else 99)
        far.within(room, far.due(tick, present, receiving, points, near), tick)
    assert far.period == 4


def test_a_crowd_s_work_is_spread_over_more_ticks() -> None:
    far, near, present, points = hall(CAPACITY, 5.0)
    receiving = np.ones(CAPACITY, np.bool_)
    most = 0
    for tick in range(1, 30):
        far.moved(present, tick)
        most = max(most, len(far.due(tick, present, receiving, points, near)[0]))
    assert 0 < most <= WORK_PER_TICK
