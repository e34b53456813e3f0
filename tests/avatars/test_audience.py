"""What everybody in a hall is told, whatever happens there."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from avatars.audience import KEYFRAME_SECONDS
from avatars.interest import EVERYONE, InterestPolicy
from tests.avatars.crowd import Crowd, fill, stir
from tests.avatars.samples import Frame

POLICIES = {
    "everyone": EVERYONE,
    "default": InterestPolicy(),
    "without limit": InterestPolicy(10.0, 30.0, bytes_per_second=None),
    "small room": InterestPolicy(200.0, 200.0),
    "tight": InterestPolicy(10.0, 40.0, bytes_per_second=6000),
    "slow hands": InterestPolicy(10.0, 30.0, full_hz_divisor=2, far_divisor=3),
    "near alone": InterestPolicy(15.0, 15.0, bytes_per_second=4000),
}
QUIET_TICKS = 90
MEASURED_APART = 0.01
"""Metres: positions are compared before and after they were rounded to millimetres."""

seeds = st.integers(0, 2**32 - 1)
policies = pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES.keys())


@policies
@settings(max_examples=15)
@given(seed=seeds)
def test_nobody_sees_too_far_too_much_or_anything_but_the_newest(
    policy: InterestPolicy, seed: int
) -> None:
    dice = np.random.default_rng(seed)
    crowd = Crowd(policy)
    spread = float(dice.choice([3.0, 20.0, 60.0]))
    fill(crowd, dice, 30, spread)
    for _ in range(40):
        stir(crowd, dice, spread)
        for receiver, frames in crowd.tick().items():
            assert not crowd.paused[receiver]
            for frame in frames:
                _check(crowd, policy, receiver, frame)


def _check(crowd: Crowd, policy: InterestPolicy, receiver: int, frame: Frame) -> None:
    assert frame.total == len(crowd.places)
    assert frame.time == crowd.now
    for sender, body in (*frame.full.items(), *frame.head.items()):
        assert body == crowd.bodies[sender][: len(body)]
    if policy.bytes_per_second is not None:
        assert frame.size <= policy.bytes_per_second / crowd.hz
    if policy.everyone:
        return
    others = frame.full.keys() - {receiver}
    assert all(crowd.distance(receiver, s) <= policy.near_m + MEASURED_APART for s in others)
    heads = frame.head.keys() - {receiver}
    reach = max(policy.near_m, policy.far_m) + MEASURED_APART
    assert all(crowd.distance(receiver, s) <= reach for s in heads)


@policies
@settings(max_examples=10)
@given(seed=seeds)
def test_when_all_stand_still_everybody_in_reach_is_known_as_they_stand(
    policy: InterestPolicy, seed: int
) -> None:
    dice = np.random.default_rng(seed)
    crowd = Crowd(policy)
    spread = float(dice.choice([3.0, 20.0, 60.0]))
    fill(crowd, dice, 25, spread)
    for _ in range(25):
        stir(crowd, dice, spread)
        crowd.tick()
    crowd.paused[:] = False
    for _ in range(QUIET_TICKS):
        crowd.tick()
    reach = 1e9 if policy.everyone else max(policy.near_m, policy.far_m)
    for receiver in crowd.places:
        for sender in crowd.near(receiver, reach - MEASURED_APART):
            assert crowd.knows(receiver, sender)


@policies
def test_a_newcomer_sees_everybody_near_at_once(policy: InterestPolicy) -> None:
    crowd = Crowd(policy)
    for slot in range(10):
        crowd.enter(slot, slot * 0.5, 0.0)
    for _ in range(8):
        crowd.tick()
    crowd.enter(20, 2.0, 0.0)
    crowd.tick()
    if policy.full_hz_divisor > 1:
        crowd.tick()
    told = crowd.told[20].keys() - {20}
    allowed = 10 if policy.bytes_per_second is None else policy.bytes_per_second // 20 // 60
    assert len(told) >= min(10, allowed)


def test_everybody_who_walks_near_is_seen_at_every_tick() -> None:
    crowd = Crowd(InterestPolicy())
    for slot in range(12):
        crowd.enter(slot, slot * 3.0 - 18.0, 0.0)
    for step in range(30):
        for slot in range(12):
            crowd.move(slot, slot * 3.0 - 18.0 + step * 0.07, 0.0)
        frames = crowd.tick()
        for receiver in range(12):
            near = crowd.near(receiver, 19.5)
            seen = {s for frame in frames[receiver] for s in frame.full}
            assert step < 4 or near <= seen


def test_one_frame_is_shared_where_all_see_all() -> None:
    room, park = Crowd(InterestPolicy()), Crowd(InterestPolicy())
    for slot in range(6):
        room.enter(slot, slot * 1.0, 0.0)
        park.enter(slot, slot * 1.0, 0.0)
    park.enter(30, 400.0, 400.0)
    for crowd in (room, park):
        for _ in range(6):
            crowd.tick()
        for slot in range(6):
            crowd.move(slot, slot * 1.0, 0.5)
    shared, each = room.table.tick(1), park.table.tick(1)
    assert shared.shared_slots == list(range(6))
    assert shared.slots == []
    assert each.shared is None
    same, own = room.read(shared), park.read(each)
    for slot in range(6):
        assert own[slot][0].full.keys() == same[slot][0].full.keys() - {slot}
        assert all(same[slot][0].full[s] == body for s, body in own[slot][0].full.items())


def test_farther_people_come_as_heads_at_a_quarter_of_the_rate() -> None:
    crowd = Crowd(InterestPolicy(10.0, 50.0, far_divisor=4, bytes_per_second=None))
    crowd.enter(0, 0.0, 0.0)
    crowd.enter(1, 30.0, 0.0)
    crowd.enter(2, 60.0, 0.0)
    for _ in range(8):
        crowd.tick()
    heads = 0
    for step in range(40):
        crowd.move(1, 30.0, step * 0.01)
        crowd.move(2, 60.0, step * 0.01)
        for frame in crowd.tick().get(0, []):
            assert frame.full == {}
            assert frame.head.keys() <= {1}
            assert frame.total == 3
            heads += len(frame.head)
    assert heads == 10


def test_whoever_is_alone_still_learns_how_many_are_here() -> None:
    crowd = Crowd(InterestPolicy())
    crowd.enter(0, 0.0, 0.0)
    crowd.enter(1, 300.0, 0.0)
    ticks = int(KEYFRAME_SECONDS * crowd.hz)
    frames = [frame for _ in range(ticks) for frame in crowd.tick().get(0, [])]
    assert [(frame.total, len(frame.full)) for frame in frames] == [(2, 0)]


def test_somebody_still_is_sent_again_now_and_then() -> None:
    crowd = Crowd(EVERYONE)
    crowd.enter(0, 0.0, 0.0)
    crowd.enter(1, 1.0, 0.0)
    crowd.tick()
    ticks = int(KEYFRAME_SECONDS * crowd.hz)
    seen = [1 in frame.full for _ in range(ticks) for frame in crowd.tick().get(0, [])]
    assert seen.count(True) == 1


def test_a_reader_that_was_paused_is_brought_up_to_date() -> None:
    for policy in (EVERYONE, InterestPolicy(), InterestPolicy(5.0, 30.0)):
        crowd = Crowd(policy)
        for slot in range(5):
            crowd.enter(slot, slot * 2.0, 0.0)
        crowd.enter(9, 100.0, 0.0)
        for _ in range(5):
            crowd.tick()
        crowd.paused[0] = True
        crowd.move(1, 2.0, 1.0)
        assert crowd.table.tick(0, crowd.paused).missed == 1
        assert 0 not in crowd.tick()
        crowd.paused[0] = False
        crowd.tick()
        assert crowd.knows(0, 1)
