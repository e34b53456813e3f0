"""What is counted."""

from __future__ import annotations

from server.halls.outbox import Delivered
from server.run.figures import Figures


def test_poses_and_messages_are_counted_in_bytes() -> None:
    figures = Figures()
    figures.delivered(Delivered(frames=3, bytes=120, skipped=1))
    figures.wrote_message(30)
    text = figures.text().decode()
    assert "lingjing_pose_bytes_total 120.0" in text
    assert "lingjing_pose_skips_total 1.0" in text
    assert (figures.bytes_out, figures.frames_out) == (150, 3)


def test_ticks_are_summed_up_in_milliseconds() -> None:
    figures = Figures()
    assert figures.tick_milliseconds() == {"median": 0.0, "p99": 0.0, "worst": 0.0}
    for milliseconds in range(1, 101):
        figures.ticked(milliseconds / 1000, 0.0)
    assert figures.tick_milliseconds() == {"median": 51.0, "p99": 100.0, "worst": 100.0}


def test_two_parks_in_one_process_count_apart() -> None:
    one, two = Figures(), Figures()
    one.connections.set(5)
    assert b"lingjing_connections 0.0" in two.text()
