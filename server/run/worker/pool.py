"""What the server uses: so many jobs at once, each in a child of the nursery, the others wait."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import json
import os
import socket
import subprocess
import sys
import time
from typing import Final

from server.log import logger
from server.run.worker import control, fence
from server.run.worker.control import Message
from server.run.worker.job import Job, Outcome, Told
from server.run.worker.running import Running, Tell

__all__ = ["Workers"]

log = logger("worker")
TASKS: Final = "server.run.worker.tasks"
BOOT: Final = (
    "import json, sys; path, handle, tasks = json.loads(sys.argv[1]); sys.path[:] = path; "
    "from server.run.worker.nursery import main; main(handle, tasks)"
)
ENVIRONMENT: Final = {
    "LC_ALL": "C.UTF-8",
    # One thread: a fork of a process with more may hang, and a child is limited to one anyway.
    **dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1"),
}
KEPT: Final = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
READY_SECONDS: Final = 120.0


class Workers:
    """Runs jobs in processes that can be killed. Open and close it on one event loop.

    Short jobs have turns of their own, so that nobody who only wants a verdict waits for a build.
    ``tasks`` names the module with the table ``TASKS`` and ``preload()``.
    """

    def __init__(self, most: int = 2, tasks: str | None = None) -> None:
        self.most = most
        self._tasks = tasks or TASKS
        self._turns = {short: asyncio.Semaphore(most) for short in (False, True)}
        self._starting = asyncio.Lock()
        self._nursery: _Nursery | None = None

    async def run(
        self, job: Job, tell: Tell = lambda told: None, *, short: bool = False
    ) -> Outcome:
        """Wait for a turn, then do a job; cancelling kills it. ``tell`` is called as it goes on."""
        async with self._turns[short]:
            tell(Told("started"))
            try:
                nursery = await self._ready()
                return await nursery.run(job, tell)
            except OSError as error:  # no process, no open file to be had: not the job's fault
                log.error("no_worker", error=str(error))
                return Outcome("failed", "worker_crashed", about=str(error))

    async def warm(self) -> None:
        """Have the nursery ready: somebody will want it soon. What fails now fails again later."""
        with contextlib.suppress(OSError):
            await self._ready()

    @property
    def processes(self) -> list[int]:
        """The processes that work right now."""
        return self._nursery.processes if self._nursery is not None else []

    async def close(self) -> None:
        """Kill what runs and end the nursery."""
        async with self._starting:
            nursery, self._nursery = self._nursery, None
            if nursery is not None:
                await nursery.close()

    async def _ready(self) -> _Nursery:
        async with self._starting:
            if self._nursery is None or self._nursery.is_gone:
                if self._nursery is not None:
                    await self._nursery.close()
                self._nursery = await _Nursery.start(self._tasks)
            return self._nursery


class _Nursery:
    """The front's end of the channel to one nursery."""

    def __init__(self, process: subprocess.Popen[bytes], channel: socket.socket) -> None:
        self._process = process
        self._channel = channel
        self._numbers = itertools.count(1)
        self._running: dict[int, Running] = {}
        self._unread = b""
        self._is_ready: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.is_gone = False

    @classmethod
    async def start(cls, tasks: str) -> _Nursery:
        """Start the process and wait until it has imported everything."""
        near, far = socket.socketpair()
        with far:
            words = json.dumps([sys.path, far.fileno(), tasks])
            kept = {name: os.environ[name] for name in KEPT if name in os.environ}
            process = await asyncio.to_thread(
                subprocess.Popen,
                [sys.executable, "-I", "-c", BOOT, words],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                pass_fds=[far.fileno()],
                env={**ENVIRONMENT, **kept},
                start_new_session=True,
            )
        near.setblocking(False)
        nursery = cls(process, near)
        asyncio.get_running_loop().add_reader(near, nursery._read)
        try:
            async with asyncio.timeout(READY_SECONDS):
                await asyncio.shield(nursery._is_ready)
        except BaseException:
            await nursery.close()
            raise
        return nursery

    @property
    def processes(self) -> list[int]:
        """Its children."""
        return [running.process for running in self._running.values() if running.process]

    async def run(self, job: Job, tell: Tell) -> Outcome:
        """Do a job in a child; cancelling kills the child."""
        number = next(self._numbers) & 0xFFFFFFFF
        running = Running(job, tell)
        self._running[number] = running
        begun = time.monotonic()
        try:
            self._send_job(number, running)
            running.listen(lambda: self._send(Message("kill", number)))
            await asyncio.shield(running.ended)
        except asyncio.CancelledError:
            self._send(Message("kill", number))
            await running.ended
            raise
        finally:
            self._running.pop(number, None)
            running.close()
            running.ended.cancel()
        outcome = running.outcome(time.monotonic() - begun)
        if outcome.state == "failed":
            log.warning("job_failed", task=job.task, code=outcome.code, about=outcome.about)
        return outcome

    def _send_job(self, number: int, running: Running) -> None:
        files = running.files()
        limits = running.job.limits
        try:
            message = Message("job", number, limits.memory, seconds=limits.seconds)
            self._send(message, files)
        finally:
            for handle in files:
                os.close(handle)

    def _send(self, message: Message, files: tuple[int, ...] = ()) -> None:
        if self.is_gone:
            self._lose()
            return
        try:
            control.send(self._channel, message, files)
        except OSError:
            self._lose()

    def _read(self) -> None:
        try:
            piece = self._channel.recv(4096)
        except BlockingIOError:
            return
        except OSError:
            piece = b""
        if not piece:
            self._lose()
            return
        self._unread += piece
        while len(self._unread) >= control.SIZE:
            data, self._unread = self._unread[: control.SIZE], self._unread[control.SIZE :]
            self._hear(control.take(data))

    def _hear(self, message: Message) -> None:
        running = self._running.get(message.id)
        if message.kind == "ready":
            log.debug("nursery_ready", threads=message.first, **fence.kinds())
            for name in (name for name, there in fence.kinds().items() if not there):
                log.warning("wall_missing", wall=name)
            if message.first > 1:
                log.warning("nursery_has_threads", threads=message.first)
            self._is_ready.set_result(None)
        elif running is not None and message.kind == "began":
            running.process = message.first
        elif running is not None and message.kind == "ended" and not running.ended.done():
            running.ended.set_result(message)

    def _lose(self) -> None:
        """The nursery is gone, and its children with it."""
        self.hang_up()
        if not self._is_ready.done():
            self._is_ready.set_exception(OSError("the nursery did not start"))
        for running in self._running.values():
            if not running.ended.done():
                running.ended.set_result(None)

    def hang_up(self) -> None:
        """Close the channel: the nursery ends its children and itself."""
        if not self.is_gone:
            self.is_gone = True
            asyncio.get_running_loop().remove_reader(self._channel)
            self._channel.close()

    async def close(self) -> None:
        """End it and wait until it is gone."""
        self._lose()
        try:
            await asyncio.to_thread(self._process.wait, 5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            await asyncio.to_thread(self._process.wait)
