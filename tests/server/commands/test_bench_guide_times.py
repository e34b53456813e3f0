"""Times are told by nearest rank; a thousand passages are variations of those on record."""

from __future__ import annotations

from avatars.guides.knowledge.document import Document
from server.commands.bench_guide_times import multiplied, summed_up, times_of

RECORD = Document("a.md", "租金", "每月 32 元。")


def test_figures_are_nearest_ranks() -> None:
    times = summed_up([float(n) for n in range(100, 0, -1)])
    assert (times.p50, times.p95, times.worst, times.count) == (50.0, 95.0, 100.0, 100)
    assert summed_up([7.0]).p50 == 7.0


def test_each_piece_of_work_is_done_once() -> None:
    done: list[int] = []
    times = times_of([lambda: done.append(1), lambda: done.append(2)])
    assert done == [1, 2] and times.count == 2


def test_documents_are_multiplied_until_there_are_enough() -> None:
    many = multiplied([RECORD], passages=1, least=3)
    assert [each.id for each in many] == ["a.md", "1/a.md", "2/a.md"]
    assert many[0] is RECORD and many[1].text == "每月 43 元。"
    assert multiplied([RECORD], passages=2000) == [RECORD]
