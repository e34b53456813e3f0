"""Jobs in processes that can be killed: real processes, whatever they do."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from server.run.worker import Input, Job, Limits, Outcome, Workers, seccomp
from server.run.worker.job import Told
from tests.server.until import until

DEEDS = "tests.server.run.worker.deeds"
MIB = 2**20
SMALL = Limits(memory=600 * MIB, file_bytes=4 * MIB, outputs=4)


@pytest_asyncio.fixture
async def workers() -> AsyncIterator[Workers]:
    opened = Workers(2, DEEDS)
    yield opened
    await opened.close()


def job(folder: Path, task: str, *files: bytes, **limits: Any) -> Job:
    """A job on such files."""
    out = folder / f"out-{len(list(folder.iterdir()))}"
    out.mkdir()
    inputs = []
    for number, data in enumerate(files):
        path = out.with_name(f"{out.name}-in-{number}")
        path.write_bytes(data)
        inputs.append(Input(f"文件 {number}.glb", path))
    chosen = Limits(**{**{f: getattr(SMALL, f) for f in SMALL.__slots__}, **limits})
    return Job(task, tuple(inputs), out, {"policy": {"x": 1}}, chosen)


async def test_a_job_says_how_it_goes_and_leaves_its_results(
    workers: Workers, tmp_path: Path
) -> None:
    told: list[Told] = []
    asked = job(tmp_path, "echo", b"one", b"")
    outcome = await workers.run(asked, told.append)
    assert (outcome.state, outcome.verdict, outcome.code) == ("done", "accept", None)
    assert [each.kind for each in told] == ["started", "step", "step", "verdict"]
    assert [each.share for each in told[1:3]] == [0.0, 1.0]
    assert outcome.outputs["copy-0"].read_bytes() == b"one"
    assert outcome.outputs["copy-1"].read_bytes() == b""
    assert sorted(os.listdir(asked.out or "")) == ["copy-0", "copy-1"]
    assert outcome.facts["names"] == ["文件 0.glb", "文件 1.glb"]
    assert outcome.facts["options"] == {"policy": {"x": 1}}
    assert outcome.peak_bytes > MIB


async def test_a_refusal_brings_its_findings(workers: Workers, tmp_path: Path) -> None:
    outcome = await workers.run(job(tmp_path, "echo", b"!"))
    assert (outcome.state, outcome.verdict, outcome.refusal) == (
        "done",
        "refuse",
        "exhibit_refused",
    )
    assert [(f.pointer, f.code, f.about) for f in outcome.findings] == [("/x", "ODD", "a mark")]


async def test_a_job_without_a_folder_writes_nothing(workers: Workers, tmp_path: Path) -> None:
    asked = job(tmp_path, "echo", b"x")
    outcome = await workers.run(Job("echo", asked.inputs))
    assert (outcome.state, outcome.code) == ("failed", "worker_crashed")


@pytest.mark.parametrize(
    ("task", "code", "limits"),
    [
        ("crash", "worker_crashed", {}),
        ("stumble", "worker_crashed", {}),
        ("babble", "worker_crashed", {}),
        ("flood", "worker_crashed", {}),
        ("hog", "worker_memory", {}),
        ("fill", "worker_crashed", {}),
        ("lie", "worker_crashed", {}),
        ("ramble", "worker_crashed", {"file_bytes": 64 * MIB}),
        ("no such task", "worker_crashed", {}),
        ("spin", "worker_timeout", {"seconds": 0.3}),
        ("spin", "worker_timeout", {"judge_seconds": 1.0}),
    ],
)
async def test_whatever_a_child_does_it_fails_with_a_code_and_others_go_on(
    workers: Workers, tmp_path: Path, task: str, code: str, limits: dict[str, Any]
) -> None:
    asked = job(tmp_path, task, b"x", **limits)
    outcome, other = await asyncio.gather(
        workers.run(asked), workers.run(job(tmp_path, "echo", b"y"))
    )
    assert (outcome.state, outcome.code) == ("failed", code)
    assert outcome.outputs == {} and os.listdir(asked.out or "") == []
    assert other.state == "done"
    assert (await workers.run(job(tmp_path, "echo", b"z"))).state == "done"
    assert not (tmp_path.parent / "escaped").exists()


async def test_an_accepted_file_is_given_more_memory(workers: Workers, tmp_path: Path) -> None:
    small = 200 * MIB
    outcome = await workers.run(job(tmp_path, "hog_after_verdict", judge_memory=small))
    assert (outcome.state, outcome.facts["held"]) == ("done", 300 * MIB)
    outcome = await workers.run(job(tmp_path, "hog_before_verdict", judge_memory=small))
    assert (outcome.state, outcome.code) == ("failed", "worker_memory")


async def test_memory_that_no_limit_of_the_system_counts_is_watched(
    workers: Workers, tmp_path: Path
) -> None:
    outcome = await workers.run(job(tmp_path, "share_memory", memory=100 * MIB))
    assert (outcome.state, outcome.code) == ("failed", "worker_memory")


async def test_what_was_let_in_may_still_be_refused_but_not_the_other_way(
    workers: Workers, tmp_path: Path
) -> None:
    outcome = await workers.run(job(tmp_path, "change_mind", b"accept"))
    assert (outcome.state, outcome.verdict) == ("done", "refuse")
    outcome = await workers.run(job(tmp_path, "change_mind", b"refuse"))
    assert (outcome.state, outcome.code) == ("failed", "worker_crashed")


async def test_only_so_many_run_at_once(tmp_path: Path) -> None:
    workers = Workers(1, DEEDS)
    began: list[str] = []
    first = asyncio.create_task(
        workers.run(job(tmp_path, "spin"), lambda told: began.append("first " + told.kind))
    )
    await until(lambda: "first step" in began)
    second = asyncio.create_task(
        workers.run(job(tmp_path, "echo", b"x"), lambda told: began.append("second"))
    )
    await asyncio.sleep(0)
    assert "second" not in began
    first.cancel()
    assert (await second).state == "done"
    await asyncio.gather(first, return_exceptions=True)
    await workers.close()


async def test_cancelling_kills_the_child(workers: Workers, tmp_path: Path) -> None:
    process = await _spinning(workers, tmp_path)
    process.task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await process.task
    await until(lambda: not _lives(process.id))


async def test_a_child_that_somebody_kills_fails_its_job(workers: Workers, tmp_path: Path) -> None:
    process = await _spinning(workers, tmp_path)
    os.kill(process.id, signal.SIGKILL)
    outcome = await process.task
    assert (outcome.state, outcome.code) == ("failed", "worker_crashed")


async def test_when_the_nursery_dies_its_children_die_and_another_comes(
    workers: Workers, tmp_path: Path
) -> None:
    process = await _spinning(workers, tmp_path)
    os.kill(_parent(process.id), signal.SIGKILL)
    outcome = await process.task
    assert (outcome.state, outcome.code) == ("failed", "worker_crashed")
    await until(lambda: not _lives(process.id))
    assert (await workers.run(job(tmp_path, "echo", b"x"))).state == "done"


async def test_closing_ends_everything(workers: Workers, tmp_path: Path) -> None:
    process = await _spinning(workers, tmp_path)
    nursery = _parent(process.id)
    await workers.close()
    assert (await process.task).code == "worker_crashed"
    await until(lambda: not _lives(process.id) and not _lives(nursery))


class Spinning:
    """A job that does not end, and its process."""

    def __init__(self, task: asyncio.Task[Outcome], id: int) -> None:
        self.task = task
        self.id = id


async def _spinning(workers: Workers, folder: Path) -> Spinning:
    began = asyncio.Event()

    def tell(told: Told) -> None:
        if told.kind == "step":
            began.set()

    task = asyncio.create_task(workers.run(job(folder, "spin"), tell))
    await began.wait()
    assert workers.processes
    return Spinning(task, workers.processes[0])


def _lives(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def _parent(process: int) -> int:
    return int(Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[1])


# --- the walls ------------------------------------------------------------------------------------


async def test_there_is_no_way_out(workers: Workers, tmp_path: Path) -> None:
    if not seccomp.is_known():
        pytest.skip("this machine has no wall of system calls")
    outcome = await workers.run(job(tmp_path, "escape"))
    facts = dict(outcome.facts)
    environment = facts.pop("environment")
    assert facts.pop("stdin") == 0
    assert facts.pop("user") != 0
    assert {name: how for name, how in facts.items() if how != "PermissionError"} == {}
    assert len(facts) == 17
    assert not [name for name in environment if name.startswith(("LINGJING", "HOME", "PATH"))]
