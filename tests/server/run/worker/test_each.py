"""Many jobs for a command: in order, several at once, nothing left behind."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

from server.run.worker import Input, Job
from server.run.worker.each import each

DEEDS = "tests.server.run.worker.deeds"


def jobs(folder: Path, *tasks: str) -> Iterator[Job]:
    """A job of each task on a small file."""
    file = folder / "x"
    file.write_bytes(b"x")
    for task in tasks:
        yield Job(task, (Input(task, file),))


def test_outcomes_come_in_the_order_of_the_jobs(tmp_path: Path) -> None:
    tasks = ["no_output", "crash", "no_output", "stumble"] * 5
    found = list(each(jobs(tmp_path, *tasks), 2, DEEDS))
    assert [job.task for job, _ in found] == tasks
    states = {task: {o.state for job, o in found if job.task == task} for task in tasks}
    assert states == {"no_output": {"done"}, "crash": {"failed"}, "stumble": {"failed"}}


def test_no_more_is_asked_for_than_is_needed(tmp_path: Path) -> None:
    endless = jobs(tmp_path, *itertools.repeat("no_output", 10_000))
    found = each(endless, 2, DEEDS)
    assert [next(found)[1].state for _ in range(3)] == ["done"] * 3
    found.close()  # type: ignore[attr-defined]
    assert sum(1 for _ in endless) > 9_000


def test_nothing_to_do_is_no_trouble() -> None:
    assert list(each((), 2, DEEDS)) == []
