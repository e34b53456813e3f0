from __future__ import annotations

from avatars.guides.speech.mouth import Beat, Mark, add, marks_of, pause


def test_beats_are_stretched_and_neighbours_joined() -> None:
    found = marks_of([Beat("aa", 1, 100), Beat("aa", 1, 100), Beat("ou", 0.5, 200)], 800)
    assert found == [(0, "aa", 1), (400, "ou", 0.5), (800, "sil", 0.0)]
    assert marks_of([], 300) == [(300, "sil", 0.0)]
    assert marks_of([pause(100)], 300) == [(0, "sil", 0.0)]


def test_of_two_at_one_moment_the_later_counts() -> None:
    found: list[Mark] = [(0, "aa", 1.0)]
    add(found, (0, "ou", 1.0))
    assert found == [(0, "ou", 1.0)]
