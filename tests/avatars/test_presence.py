"""The table: what may be written to it, by whom, and what it makes of it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from avatars.interest import EVERYONE, InterestPolicy
from avatars.pose import FULL_BODY, HEAD_BODY, Pose, encode_pose
from avatars.presence import PresenceTable
from tests.avatars.crowd import BOUNDS, Crowd
from tests.avatars.samples import body_at


def table(**options: float) -> PresenceTable:
    return PresenceTable(8, EVERYONE, BOUNDS, **options)


def test_a_pose_says_where_somebody_is() -> None:
    presence = table()
    presence.enter(3, body_at(1.0, 2.0))
    assert presence.position(3) == pytest.approx((1.0, 1.6, 2.0), abs=0.001)
    assert presence.write(3, body_at(-70.5, 2.25))
    presence.tick(0)
    assert presence.position(3) == pytest.approx((-70.5, 1.6, 2.25), abs=0.001)


def test_the_newest_pose_of_a_tick_wins() -> None:
    crowd = Crowd(EVERYONE)
    crowd.enter(0, 0.0, 0.0)
    crowd.enter(1, 0.0, 0.0)
    crowd.tick()
    crowd.move(1, 1.0, 0.0)
    crowd.move(1, 2.0, 0.0, with_hands=False)
    frames = crowd.tick()[0]
    assert frames[0].full == {}
    assert frames[0].head == {1: crowd.bodies[1]}
    assert crowd.table.counts.superseded == 1


@given(st.binary(max_size=60))
def test_a_body_of_any_other_length_is_refused(body: bytes) -> None:
    presence = table()
    presence.enter(0, body_at(0.0, 0.0))
    assert presence.write(0, body) == (len(body) in (HEAD_BODY, FULL_BODY))
    put = presence.writer(0)
    assert put(b"\x01" + body) == (len(body) in (HEAD_BODY, FULL_BODY))


@given(st.binary(min_size=30, max_size=30))
def test_whatever_is_written_nothing_impossible_is_shown(body: bytes) -> None:
    crowd = Crowd(EVERYONE)
    crowd.enter(0, 0.0, 0.0)
    crowd.enter(1, 0.0, 0.0)
    crowd.tick()
    before = crowd.bodies[1]
    crowd.table.write(1, body)
    frames = crowd.tick()
    shown = [f.full.get(1) for f in frames.get(0, [])]
    if crowd.table.faults():
        assert crowd.table.faults() == [1]
        assert set(shown) <= {before, None}
    else:
        assert shown == [body]


def test_a_pose_outside_the_hall_is_dropped_and_reported() -> None:
    presence = table()
    presence.enter(2, body_at(0.0, 0.0))
    presence.write(2, encode_pose(Pose((600.0, 1.6, 0.0))))
    presence.tick(0)
    assert presence.faults() == [2]
    assert presence.position(2)[0] == pytest.approx(0.0)
    presence.tick(1)
    assert presence.faults() == []
    assert presence.counts.impossible == 1


def test_the_server_writes_the_id_whatever_the_client_sent() -> None:
    crowd = Crowd(EVERYONE)
    crowd.enter(5, 0.0, 0.0)
    crowd.enter(6, 0.0, 0.0)
    crowd.tick()
    put = crowd.table.writer(5)
    put(b"\x06" + body_at(1.0, 1.0))
    frames = crowd.tick()
    assert list(frames[6][0].full) == [5]


def test_more_poses_than_a_client_may_send_are_refused() -> None:
    presence = table()
    presence.enter(0, body_at(0.0, 0.0))
    put = presence.writer(0)
    frame = b"\x01" + body_at(0.0, 0.0)
    taken = [put(frame) for _ in range(300)]
    assert taken == [True] * 240 + [False] * 60
    assert not presence.write(0, body_at(0.0, 0.0))
    for _ in range(20):
        presence.tick(0)
    assert put(frame)


def test_a_faster_hall_takes_faster_poses() -> None:
    presence = table(tick_hz=60.0)
    presence.enter(0, body_at(0.0, 0.0))
    assert all(presence.write(0, body_at(0.0, 0.0)) for _ in range(255))


def test_a_writer_ends_with_its_owner() -> None:
    presence = table()
    presence.enter(0, body_at(0.0, 0.0))
    old = presence.writer(0)
    presence.leave(0)
    presence.enter(0, body_at(5.0, 5.0))
    with pytest.raises(ValueError, match="released"):
        old(b"\x01" + body_at(9.0, 9.0))
    assert presence.writer(0)(b"\x01" + body_at(6.0, 6.0))
    presence.tick(0)
    assert presence.position(0)[0] == pytest.approx(6.0)


def test_a_pose_for_a_slot_that_was_left_is_not_shown() -> None:
    crowd = Crowd(EVERYONE)
    crowd.enter(0, 0.0, 0.0)
    crowd.enter(1, 0.0, 0.0)
    crowd.tick()
    crowd.table.write(1, body_at(1.0, 1.0))
    crowd.leave(1)
    crowd.table.write(2, body_at(1.0, 1.0))
    for _ in range(50):
        for frame in crowd.tick().get(0, []):
            assert frame.full.keys() <= {0}
            assert frame.total == 1


def test_somebody_hidden_is_neither_seen_nor_sent_to_until_shown() -> None:
    for policy in (EVERYONE, InterestPolicy(5.0, 30.0)):
        crowd = Crowd(policy)
        for slot in range(4):
            crowd.enter(slot, slot * 1.0, 0.0)
        crowd.enter(9, 200.0, 0.0)
        crowd.tick()
        crowd.table.hide(1)
        crowd.move(1, 1.0, 1.0)
        for _ in range(45):
            frames = crowd.tick()
            assert 1 not in frames
            assert all(1 not in f.full for f in frames.get(0, []))
        crowd.table.show(1)
        for _ in range(5):
            crowd.tick()
        assert crowd.knows(0, 1)
        assert crowd.knows(1, 0)
        crowd.table.show(7)
        assert 7 not in crowd.tick()


def test_counts_add_up() -> None:
    crowd = Crowd(EVERYONE)
    for slot in range(3):
        crowd.enter(slot, 0.0, 0.0)
    crowd.tick()
    for _ in range(25):
        for slot in range(3):
            crowd.move(slot, 1.0, 0.0)
        crowd.move(0, 2.0, 0.0)
        crowd.tick()
    counts = crowd.table.counts
    assert (counts.ticks, counts.poses, counts.superseded) == (26, 100, 25)
    assert counts.updates == 9 + 25 * 9
    assert counts.bytes > counts.updates * 32


def test_an_empty_hall_sends_nothing() -> None:
    presence = table()
    frames = presence.tick(0, np.zeros(8, np.bool_))
    assert frames.shared is None
    assert frames.slots == []


def test_a_body_of_the_house_is_seen_by_people_and_neither_counted_nor_sent_to() -> None:
    presence = PresenceTable(8, InterestPolicy(near_m=20.0), BOUNDS)
    presence.enter(0, body_at(0.0, 0.0))
    presence.enter(1, body_at(1.0, 0.0))
    presence.enter(7, body_at(2.0, 0.0), is_person=False)
    frames = presence.tick(0)
    assert sorted(frames.slots or frames.shared_slots) == [0, 1] and frames.missed == 0
    data = frames.buffer or frames.shared
    header = 2  # of the WebSocket frame
    total = None if data is None else int.from_bytes(data[header + 6 : header + 8], "little")
    assert total == 2
    assert presence.people_near((0.0, 0.0, 0.0), 10.0) == [0, 1]
    assert presence.people_near((0.9, 0.0, 0.0), 0.5) == [1]
    presence.leave(7)
    presence.enter(7, body_at(2.0, 0.0))
    assert presence.people_near((0.0, 0.0, 0.0), 10.0) == [0, 1, 7]


def test_a_body_of_the_house_far_away_does_not_cost_a_crowd_its_shared_frames() -> None:
    presence = PresenceTable(8, InterestPolicy(near_m=20.0), BOUNDS)
    presence.enter(0, body_at(0.0, 0.0))
    presence.enter(7, body_at(60.0, 0.0), is_person=False)
    presence.tick(0)
    presence.write(0, body_at(1.0, 0.0))
    assert presence.tick(50).shared_slots == [0]
