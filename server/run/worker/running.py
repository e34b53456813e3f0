"""One job as its asker sees it: the pipe that its child reports on, and how it ends."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import re
import signal
import tempfile
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Final

from server.run.worker import reports
from server.run.worker.control import Message
from server.run.worker.job import Job, Outcome, Told

__all__ = ["Running"]

Tell = Callable[[Told], None]
PIECE: Final = 1 << 16
MOST_JSON: Final = 32 * 2**20
NAME: Final = re.compile(reports.NAME)
TOO_LONG: Final = frozenset({signal.SIGXCPU})


class Running:
    """Follows a child from its start to its end; all of it on the event loop's thread."""

    def __init__(self, job: Job, tell: Tell) -> None:
        self.job = job
        self.process = 0
        self.ended: asyncio.Future[Message | None] = asyncio.get_running_loop().create_future()
        self.garbage = False
        self._tell = tell
        self._unread = bytearray()
        self._heard = 0
        self._verdict: reports.Verdict | None = None
        self._last: reports.Done | reports.Failed | None = None
        self._pipe, self._far_end = os.pipe()
        os.set_blocking(self._pipe, False)

    def files(self) -> tuple[int, ...]:
        """Open files to be sent and then closed: description, report pipe, maybe the folder."""
        files = [self._far_end]
        try:
            files.insert(0, _description(self.job))
            if self.job.out is not None:
                files.append(os.open(self.job.out, os.O_RDONLY | os.O_DIRECTORY))
        except OSError:
            for handle in files:
                os.close(handle)
            raise
        return tuple(files)

    def listen(self, on_garbage: Callable[[], None]) -> None:
        """Begin to read what the child says."""
        asyncio.get_running_loop().add_reader(self._pipe, self._read, on_garbage)

    def _read(self, on_garbage: Callable[[], None]) -> None:
        try:
            piece = os.read(self._pipe, PIECE)
        except BlockingIOError:
            return
        if not piece:
            asyncio.get_running_loop().remove_reader(self._pipe)
        elif not self.garbage and not self._take(piece):
            self.garbage = True
            on_garbage()

    def _take(self, piece: bytes) -> bool:
        """Understand what came; False when it is not what a child may say."""
        self._heard += len(piece)
        first, *more = piece.split(b"\n")
        self._unread += first
        try:
            for start in more:
                self._note(reports.read(bytes(self._unread)))
                self._unread = bytearray(start)
        except reports.GarbageError:
            return False
        return self._heard <= reports.MOST_BYTES

    def _note(self, report: reports.Report) -> None:
        if self._last is not None:
            raise reports.GarbageError("more after the end")
        match report:
            case reports.Step(step, share):
                self._tell(Told("step", step[:64], min(max(share, 0.0), 1.0)))
            case reports.Verdict(verdict, code, findings):
                if self._verdict is not None and not self._may_follow(verdict):
                    raise reports.GarbageError("two verdicts")
                self._verdict = report
                self._tell(Told("verdict", "", 1.0, verdict, code, tuple(findings)))
            case reports.Done() | reports.Failed():
                self._last = report

    def _may_follow(self, verdict: str) -> bool:
        """What was let in may yet be refused, never the other way round."""
        return self._verdict is not None and (self._verdict.verdict, verdict) == (
            "accept",
            "refuse",
        )

    def close(self) -> None:
        """Read what is left, and let the pipe go."""
        with contextlib.suppress(BlockingIOError):
            while not self.garbage and (piece := os.read(self._pipe, PIECE)):
                self.garbage = not self._take(piece)
        asyncio.get_running_loop().remove_reader(self._pipe)
        os.close(self._pipe)

    def outcome(self, seconds: float) -> Outcome:
        """How it went, once it has ended."""
        ended = self.ended.result()
        judged = self._verdict
        code, about = self._trouble(ended)
        done = self._last if code is None and isinstance(self._last, reports.Done) else None
        return Outcome(
            state="done" if done else "failed",
            code=code,
            verdict=judged.verdict if judged else None,
            findings=tuple(judged.findings) if judged else (),
            refusal=judged.code if judged else None,
            outputs=self._sweep(done.outputs if done else {}),
            facts=done.facts if done else {},
            about=about,
            seconds=seconds,
            peak_bytes=ended.second if ended else 0,
        )

    def _trouble(self, ended: Message | None) -> tuple[str | None, str]:
        if ended is None:
            return "worker_crashed", "the nursery is gone"
        if ended.why == "time" or _signal(ended.first) in TOO_LONG:
            return "worker_timeout", "it took too long"
        if ended.why == "memory":
            return "worker_memory", "it took too much memory"
        if isinstance(self._last, reports.Failed):
            known = self._last.code in ("worker_memory", "worker_disk_full")
            return (self._last.code if known else "worker_crashed"), self._last.about
        if self.garbage or ended.first != 0 or not self._is_whole():
            words = "it said what no child may say" if self.garbage else f"status {ended.first}"
            return "worker_crashed", words
        return None, ""

    def _is_whole(self) -> bool:
        last = self._last
        if not isinstance(last, reports.Done):
            return False
        numbers = list(last.outputs.values())
        within = all(0 <= n < self.job.limits.outputs for n in numbers)
        named = all(NAME.match(name) and not name.isdigit() for name in last.outputs)
        return within and named and len(set(numbers)) == len(numbers) and self._is_readable(last)

    def _is_readable(self, done: reports.Done) -> bool:
        """JSON is read whole by whoever asked: none may be larger than any honest one is."""
        numbers = [number for name, number in done.outputs.items() if name.endswith(".json")]
        folder = self.job.out
        return folder is None or all(
            (folder / str(number)).stat().st_size <= MOST_JSON for number in numbers
        )

    def _sweep(self, outputs: dict[str, int]) -> dict[str, Path]:
        """Give the results their names, and take away what was not used."""
        folder = self.job.out
        if folder is None:
            return {}
        for name, number in outputs.items():
            os.rename(folder / str(number), folder / name)
        for number in range(self.job.limits.outputs):
            (folder / str(number)).unlink(missing_ok=True)
        return {name: folder / name for name in outputs}


def _signal(status: int) -> int:
    return os.WTERMSIG(status) if status >= 0 and os.WIFSIGNALED(status) else 0


def _description(job: Job) -> int:
    """The job as JSON in an unnamed file."""
    told = {
        "task": job.task,
        "inputs": [(each.name, str(each.path.absolute())) for each in job.inputs],
        "options": dict(job.options),
        "limits": asdict(job.limits),
    }
    with tempfile.TemporaryFile() as file:
        file.write(json.dumps(told).encode("ascii"))
        file.flush()
        os.lseek(file.fileno(), 0, os.SEEK_SET)
        return os.dup(file.fileno())
