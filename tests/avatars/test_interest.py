"""Whose poses are owed to whom, and how the work of finding out is spread."""

from __future__ import annotations

import numpy as np
import pytest

from avatars.frames import LARGEST_OVERHEAD
from avatars.interest import SHORTEST_CYCLE, WORK_PER_TICK, Allowance, InterestPolicy, Neighbours
from avatars.pose import FULL_RECORD, HEAD_RECORD
from avatars.records import Floats, Ints

CAPACITY = 3000


def stand(count: int, spread: float) -> tuple[Ints, Floats]:
    points = np.zeros((CAPACITY, 2), np.float32)
    points[:count] = np.random.default_rng(5).uniform(-spread, spread, (count, 2))
    return np.arange(count), points


def due(
    near: Neighbours, points: Floats, moved: list[int], to: list[int] | None = None
) -> set[tuple[int, int]]:
    fresh = np.zeros(CAPACITY, np.bool_)
    fresh[moved] = True
    receiving = np.ones(CAPACITY, np.bool_)
    if to is not None:
        receiving[:] = False
        receiving[to] = True
    rec, snd = near.due(fresh, receiving, points)
    assert (np.diff(rec) >= 0).all()
    return set(zip(rec.tolist(), snd.tolist(), strict=True))


def test_an_allowance_keeps_every_second_within_its_bytes() -> None:
    policy = InterestPolicy(bytes_per_second=64_000)
    allowance = Allowance.of(policy, 20.0)
    assert allowance.bytes == 3200
    assert allowance.near is not None
    room = allowance.heads(np.array([allowance.near * FULL_RECORD]))
    assert room is not None
    full = allowance.near * FULL_RECORD + int(room[0]) * HEAD_RECORD + LARGEST_OVERHEAD
    assert full <= 3200 < full + HEAD_RECORD


@pytest.mark.parametrize("per_second", [0, 1, 100, 700])
def test_hardly_any_bytes_are_room_for_nobody(per_second: int) -> None:
    allowance = Allowance.of(InterestPolicy(bytes_per_second=per_second), 20.0)
    room = allowance.heads(np.array([0]))
    assert allowance.near == 0
    assert room is not None
    assert room[0] * HEAD_RECORD <= max(per_second / 20 - LARGEST_OVERHEAD, 0)


def test_without_a_budget_there_is_no_limit() -> None:
    allowance = Allowance.of(InterestPolicy(bytes_per_second=None), 20.0)
    assert allowance.heads(np.array([0])) is None
    assert (allowance.bytes, allowance.near) == (None, None)


def test_a_pose_is_owed_until_it_can_be_sent() -> None:
    present, points = stand(2, 1.0)
    near = Neighbours(CAPACITY, 5.0, None)
    near.enter(0)
    near.renew(present, points)
    assert due(near, points, []) == {(0, 1)}
    assert due(near, points, []) == set()
    assert due(near, points, [1], to=[]) == set()
    assert due(near, points, []) == {(0, 1)}


def test_whoever_walks_away_is_a_stranger_after_the_next_renewal() -> None:
    present, points = stand(2, 1.0)
    near = Neighbours(CAPACITY, 5.0, None)
    near.enter(0)
    near.renew(present, points)
    due(near, points, [])
    points[1] = (100.0, 0.0)
    assert due(near, points, [1]) == set()
    near.enter(0)
    near.renew(present, points)
    assert near.strangers(np.array([0]), np.array([1])).all()
    assert due(near, points, [1]) == set()


def test_a_slot_that_changed_hands_is_nobody_s_neighbour_yet() -> None:
    present, points = stand(3, 1.0)
    near = Neighbours(CAPACITY, 5.0, None)
    for slot in range(3):
        near.enter(slot)
    near.renew(present, points)
    due(near, points, [])
    near.leave(1)
    assert due(near, points, [1]) == set()
    near.enter(1)
    near.renew(present, points)
    assert {(1, 0), (1, 2)} <= due(near, points, [1])


def test_a_crowd_keeps_the_nearest() -> None:
    present, points = stand(200, 4.0)
    near = Neighbours(CAPACITY, 30.0, 10)
    near.enter(7)
    near.renew(present, points)
    mine = {snd for rec, snd in due(near, points, []) if rec == 7}
    far = np.hypot(*(points[:200] - points[7]).T)
    far[7] = np.inf
    assert mine == set(np.argsort(far)[:10].tolist())
    assert near.crowded()


@pytest.mark.parametrize(("count", "spread"), [(100, 50.0), (2000, 500.0), (2500, 8.0)])
def test_everybody_s_list_is_renewed_in_turn_and_no_tick_does_too_much(
    count: int, spread: float
) -> None:
    present, points = stand(count, spread)
    near = Neighbours(CAPACITY, 30.0, 20)
    met: set[int] = set()
    ticks = 0
    while len(met) < count:
        near.renew(present, points)
        new = {rec for rec, _ in due(near, points, [])}
        assert len(new - met) <= max(-(-count // SHORTEST_CYCLE), 1)
        met |= new
        met |= {slot for slot in range(count) if spread > 100 and ticks > 2 * SHORTEST_CYCLE}
        ticks += 1
    # Each tick looks at no more than its share, but at one receiver at least.
    assert ticks <= SHORTEST_CYCLE * 3 + count * count / (WORK_PER_TICK - count) * 1.2
