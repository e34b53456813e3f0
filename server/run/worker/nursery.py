"""The process that children come from: it has imported everything, and forks one for each job.

It has a single thread, so that a fork is safe, and does nothing but fork, watch and reap. It knows
which of its children are still unreaped, so that a kill can never meet a stranger. When the server
goes, however it goes, the channel closes and the nursery ends its children and itself.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import os
import select
import signal
import socket
import sys
import time
from dataclasses import dataclass, field
from typing import Final

from server.run.worker import child
from server.run.worker.control import Message, Why, receive, send

__all__ = ["main"]

WATCH_SECONDS: Final = 0.05


@dataclass(slots=True)
class Charge:
    """A child that lives."""

    id: int
    process: int
    memory: int
    deadline: float
    why: Why = ""

    def end(self, why: Why) -> None:
        """Kill it with all that it may have started. The first reason is the one that counts."""
        self.why = self.why or why
        for kill in (os.killpg, os.kill):
            with contextlib.suppress(ProcessLookupError, PermissionError):
                kill(self.process, signal.SIGKILL)

    def watch(self, now: float) -> None:
        """End it when it has taken too long or too much."""
        if now >= self.deadline:
            self.end("time")
        elif held(self.process) > self.memory:
            self.end("memory")


@dataclass(slots=True)
class Nursery:
    """Forks, watches and reaps, until the channel closes."""

    channel: socket.socket
    tasks: str
    alarm: int
    ring: int
    children: dict[int, Charge] = field(default_factory=dict)

    def serve(self) -> None:
        """Do what is asked; returns in the nursery only, when nobody asks any more."""
        send(self.channel, Message("ready", first=threads()))
        try:
            while self._turn():
                pass
        finally:
            for charge in self.children.values():
                charge.end("asked")

    def _turn(self) -> bool:
        wait = WATCH_SECONDS if self.children else None
        ends = [self.channel.fileno(), self.alarm]
        ready, _, _ = select.select(ends, [], [], wait)
        if self.alarm in ready:
            with contextlib.suppress(BlockingIOError):
                os.read(self.alarm, 4096)
        self._reap()
        for charge in self.children.values():
            charge.watch(time.monotonic())
        return self._listen() if ends[0] in ready else True

    def _listen(self) -> bool:
        heard = receive(self.channel)
        if heard is None:
            return False
        message, files = heard
        if message.kind == "job":
            self._fork(message, files)
        for charge in self.children.values():
            if message.kind == "kill" and charge.id == message.id:
                charge.end("asked")
        return True

    def _fork(self, message: Message, files: list[int]) -> None:
        try:
            process = os.fork()
        except OSError:
            send(self.channel, Message("ended", message.id, -1))
        else:
            if process == 0:
                self._become_child(files)
            with contextlib.suppress(OSError):
                os.setpgid(process, process)
            deadline = time.monotonic() + message.seconds
            self.children[process] = Charge(message.id, process, message.first, deadline)
            send(self.channel, Message("began", message.id, process))
        for handle in files:
            os.close(handle)

    def _become_child(self, files: list[int]) -> None:
        """Never returns."""
        try:
            signal.set_wakeup_fd(-1)
            for number in (signal.SIGCHLD, signal.SIGTERM, signal.SIGINT):
                signal.signal(number, signal.SIG_DFL)
            self.channel.close()
            os.close(self.alarm)
            os.close(self.ring)
            child.live(self.tasks, files)
        finally:
            os._exit(1)

    def _reap(self) -> None:
        for charge in list(self.children.values()):
            process, status, usage = os.wait4(charge.process, os.WNOHANG)
            if process:
                del self.children[process]
                peak = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
                send(self.channel, Message("ended", charge.id, status, peak, why=charge.why))


def held(process: int) -> int:
    """Bytes of private memory that a process holds; 0 where the system does not tell."""
    try:
        with open(f"/proc/{process}/status", "rb") as status:
            lines = [line.split() for line in status if line.startswith((b"RssAnon", b"RssShmem"))]
    except OSError:
        return 0
    return sum(int(words[1]) for words in lines) * 1024


def threads() -> int:
    """How many threads this process has; 1 where the system does not tell."""
    try:
        return len(os.listdir("/proc/self/task"))
    except OSError:
        return 1


def main(handle: int, tasks: str) -> None:
    """Import everything, then serve the channel that this process was given as an open file."""
    alarm, ring = os.pipe()
    for end in (alarm, ring):
        os.set_blocking(end, False)
    signal.signal(signal.SIGCHLD, lambda number, frame: None)
    signal.set_wakeup_fd(ring, warn_on_full_buffer=False)
    importlib.import_module(tasks).preload()
    gc.collect()
    gc.freeze()
    with contextlib.suppress(BrokenPipeError, ConnectionResetError):
        Nursery(socket.socket(fileno=handle), tasks, alarm, ring).serve()
