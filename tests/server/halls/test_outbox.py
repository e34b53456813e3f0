"""Frames go to whoever can take them now; nobody waits for anybody."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from avatars.presence import FrameSet
from server.halls.outbox import Delivered, Outbox


@dataclass
class Desk:
    """A receiver that keeps what it is given."""

    writable: bool = True
    got: list[bytes] = field(default_factory=list)
    watcher: Callable[[bool], None] = lambda writable: None

    def raw_write(self, frame: bytes) -> None:
        self.got.append(frame)

    def watch(self, watcher: Callable[[bool], None]) -> None:
        self.watcher = watcher
        watcher(self.writable)


def seated(count: int) -> tuple[Outbox, list[Desk]]:
    outbox, desks = Outbox(8), [Desk() for _ in range(count)]
    for slot, desk in enumerate(desks):
        outbox.seat(slot, desk)
    return outbox, desks


def test_a_shared_frame_goes_to_all_and_own_frames_to_each() -> None:
    outbox, desks = seated(3)
    frames = FrameSet(b"all", [0, 1], b"..one.two", [2, 0], [2, 6], [5, 9])
    assert outbox.deliver(frames) == Delivered(4, 12, 0)
    assert [desk.got for desk in desks] == [[b"all", b"two"], [b"all"], [b"one"]]


def test_who_does_not_keep_up_misses_frames_and_the_others_do_not_notice() -> None:
    outbox, desks = seated(2)
    desks[0].watcher(False)
    assert outbox.paused.tolist()[:2] == [True, False]
    assert outbox.deliver(FrameSet(b"first", [0, 1])) == Delivered(1, 5, 1)
    desks[0].watcher(True)
    outbox.deliver(FrameSet(b"second", [0, 1]))
    assert [desk.got for desk in desks] == [[b"second"], [b"first", b"second"]]


def test_empty_slots_are_paused() -> None:
    outbox, _ = seated(1)
    assert outbox.paused.tolist() == [False] + [True] * 7
    assert outbox.deliver(FrameSet(b"x", [5])) == Delivered(0, 0, 1)


def test_whoever_got_up_gets_nothing_more() -> None:
    outbox, desks = seated(1)
    outbox.unseat(0, desks[0])
    desks[0].watcher(True)
    assert outbox.deliver(FrameSet(b"x", [0])) == Delivered(0, 0, 1)
    assert outbox.paused[0]


def test_a_new_connection_takes_the_place_of_an_old_one() -> None:
    outbox, desks = seated(1)
    newer = Desk()
    outbox.seat(0, newer)
    desks[0].watcher(False)
    outbox.unseat(0, desks[0])
    outbox.deliver(FrameSet(b"x", [0]))
    assert (desks[0].got, newer.got) == ([], [b"x"])


def test_a_receiver_that_is_not_writable_yet_waits() -> None:
    outbox, desk = Outbox(2), Desk(writable=False)
    outbox.seat(1, desk)
    assert outbox.deliver(FrameSet(b"x", [1])).frames == 0
    desk.watcher(True)
    assert outbox.deliver(FrameSet(b"x", [1])).frames == 1


def test_whoever_was_left_out_is_counted() -> None:
    outbox, _ = seated(1)
    assert outbox.deliver(FrameSet(b"x", [0], missed=3)) == Delivered(1, 1, 3)


def test_nothing_to_send() -> None:
    assert seated(2)[0].deliver(FrameSet()) == Delivered(0, 0, 0)
