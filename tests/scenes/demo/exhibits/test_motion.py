"""Channels: steady turns are exact, eased moves pass through their poses and rest there."""

from __future__ import annotations

import numpy as np
import pytest

from scenes.demo.exhibits.motion import eased, slide, spin, stretch, swing


def test_a_spin_has_a_key_every_quarter_turn() -> None:
    channel = spin("wheel", (0, 1, 0), 2.0, 4.0)
    assert len(channel.times) == 9
    assert np.abs(np.abs(channel.values[0]) - np.abs(channel.values[-1])).max() < 1e-9


def test_eased_motion_reaches_every_pose() -> None:
    moments, values = eased((0.0, 1.0, 3.0), (0.0, 5.0, -1.0))
    for moment, pose in ((0.0, 0.0), (1.0, 5.0), (3.0, -1.0)):
        assert float(np.interp(moment, moments, values)) == pytest.approx(pose, abs=1e-9)


def test_eased_motion_starts_and_ends_gently() -> None:
    _, values = eased((0.0, 1.0), (0.0, 1.0), 100)
    steps = np.diff(values)
    assert steps[0] < 0.001
    assert steps[-1] < 0.001
    assert steps.max() == pytest.approx(0.01875, rel=0.01)


def test_a_swing_gives_unit_quaternions() -> None:
    channel = swing("arm", (0, 0, 1), (0, 1, 2), (0, 90, 0))
    assert np.linalg.norm(channel.values, axis=1) == pytest.approx(1.0)


def test_a_slide_goes_from_home_along_its_way() -> None:
    channel = slide("cart", (1, 2, 3), (0, 0, 4), (0, 1), (0, 1))
    assert channel.values[0].tolist() == [1, 2, 3]
    assert channel.values[-1].tolist() == [1, 2, 7]


def test_a_stretch_starts_at_its_own_size() -> None:
    channel = stretch("door", (1, 0.1, 1), (0, 1), (0, 1))
    assert channel.values[0].tolist() == [1, 1, 1]
    assert channel.values[-1] == pytest.approx([1, 0.1, 1])
