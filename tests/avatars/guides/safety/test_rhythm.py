from __future__ import annotations

from avatars.guides.safety.rhythm import PATTERN, length_ms, pcm, samples


def test_it_has_the_same_length_at_every_rate() -> None:
    for rate in (16_000, 24_000, 48_000):
        assert len(samples(rate)) * 1000 // rate == length_ms()
        assert pcm(rate)[:2] == b"\0\0"
    assert length_ms() == sum(map(sum, PATTERN))
