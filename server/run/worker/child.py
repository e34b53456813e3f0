"""The life of a child: open what is needed, wall itself in, do the one task, say how it went."""

from __future__ import annotations

import errno
import gc
import importlib
import json
import mmap
import os
import traceback
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from scenes.exhibits.document import Source
from scenes.findings import Finding
from server.run.worker import fence, reports
from server.run.worker.job import Limits

__all__ = ["Work", "live"]

LEAST_PROGRESS: Final = 0.02
LONGEST_ABOUT: Final = 4000
FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT})


@dataclass(slots=True)
class Work:
    """What a task is given: the files that came, and ways to say how it goes."""

    sources: list[Source]
    options: Mapping[str, Any]
    limits: Limits
    _report: int
    _outputs: list[int]
    _names: dict[str, int] = field(default_factory=dict)
    _told: tuple[str, float] = ("", -1.0)
    facts: dict[str, Any] = field(default_factory=dict)
    """What else the outcome should hold; JSON, small."""

    def tell(self, step: str, share: float) -> None:
        """A step of the way, and how much of it is done (0 to 1)."""
        known, so_far = self._told
        if step != known or share - so_far >= LEAST_PROGRESS or (share >= 1.0 > so_far):
            self._told = (step, share)
            self.say(reports.Step(step, share))

    def judge(
        self, verdict: Literal["accept", "refuse"], code: str | None, findings: Sequence[Finding]
    ) -> None:
        """Say whether the file may come in. One that may is given more memory and time."""
        self.say(reports.Verdict(verdict, code, list(findings)))
        if verdict == "accept":
            fence.loosen(self.limits)

    def write(self, name: str, data: bytes | memoryview) -> None:
        """Write one of the results whole; raises OSError when it does not fit."""
        number = self._names.setdefault(name, len(self._names))
        rest = memoryview(data).cast("B") if len(data) else memoryview(b"")
        while rest:
            rest = rest[os.write(self._outputs[number], rest) :]

    def finish(self) -> None:
        """The task is done."""
        self.say(reports.Done(self._names, self.facts))

    def fail(self, code: str, about: str) -> None:
        """It cannot be done."""
        self.say(reports.Failed(code, about[-LONGEST_ABOUT:]))

    def say(self, report: reports.Report) -> None:
        """Write a line to whoever asked."""
        rest = memoryview(reports.written(report))
        while rest:
            rest = rest[os.write(self._report, rest) :]


def live(tasks: str, files: Sequence[int]) -> None:
    """Do one job, given its open files: description, report pipe, maybe a folder. Never returns."""
    os.setpgid(0, 0)
    # Millions of small objects of one JSON are made and none forms a ring: seldom look for rings.
    gc.set_threshold(200_000, 50, 100)
    fence.die_with_parent()
    _be_silent()
    with os.fdopen(files[0], "rb") as description:
        told = json.load(description)
    work = _open(told, files[1], files[2] if len(files) > 2 else None)
    fence.close_in(work.limits, sum(len(source.data) for source in work.sources))
    _do(importlib.import_module(tasks).TASKS[told["task"]], work)
    os._exit(0)


def _do(task: Any, work: Work) -> None:
    try:
        task(work)
        work.finish()
    except MemoryError:
        work.fail("worker_memory", traceback.format_exc())
    except OSError as error:
        code = "worker_disk_full" if error.errno in FULL else "worker_crashed"
        work.fail(code, traceback.format_exc())
    except Exception:  # noqa: BLE001 - whatever a file brings about is told, not hidden
        work.fail("worker_crashed", traceback.format_exc())


def _open(told: Mapping[str, Any], report: int, folder: int | None) -> Work:
    limits = Limits(**told["limits"])
    sources = [Source(name, _mapped(path)) for name, path in told["inputs"]]
    os.umask(0o077)
    outputs: list[int] = []
    if folder is not None:
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
        outputs = [os.open(str(n), flags, 0o600, dir_fd=folder) for n in range(limits.outputs)]
        os.close(folder)
    return Work(sources, told["options"], limits, report, outputs)


def _mapped(path: str) -> memoryview:
    """A file's bytes, without reading them."""
    handle = os.open(path, os.O_RDONLY)
    try:
        if os.fstat(handle).st_size == 0:
            return memoryview(b"")
        return memoryview(mmap.mmap(handle, 0, access=mmap.ACCESS_READ))
    finally:
        os.close(handle)


def _be_silent() -> None:
    """What libraries print goes nowhere."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(nothing, number)
    os.close(nothing)
