"""Tasks that misbehave, for the tests of the workshop. Only a test can name this module."""

from __future__ import annotations

import ctypes
import mmap
import os
import signal
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

from scenes.findings import Finding
from server.run.worker.child import Work

MIB = 2**20


def echo(work: Work) -> None:
    """Judge by the first letter, and write every file back."""
    work.tell("gate", 0.0)
    work.tell("gate", 1.0)
    bad = any(bytes(source.data[:1]) == b"!" for source in work.sources)
    findings = [Finding("/x", "ODD", "error", "a mark")] if bad else []
    work.judge("refuse" if bad else "accept", "exhibit_refused" if bad else None, findings)
    for number, source in enumerate(work.sources):
        work.write(f"copy-{number}", source.data)
    work.facts["names"] = [source.name for source in work.sources]
    work.facts["options"] = dict(work.options)


def no_output(work: Work) -> None:
    """Say yes."""
    work.judge("accept", None, [])


def spin(work: Work) -> None:
    """Never end."""
    work.tell("gate", 0.0)
    while True:
        pass


def crash(work: Work) -> None:
    """End as broken native code does."""
    ctypes.string_at(0)


def stumble(work: Work) -> None:
    """Raise."""
    raise ValueError("不对 wrong")


def babble(work: Work) -> None:
    """Say what is no report, and go on."""
    os.write(work._report, b'{"type": "step", "step": 3}\n')
    spin(work)


def flood(work: Work) -> None:
    """Say too much."""
    while True:
        os.write(work._report, b"[" * 65536)


def hog(work: Work) -> None:
    """Take memory, openly, until it is refused."""
    kept = []
    while True:
        kept.append(bytearray(32 * MIB))


def hog_after_verdict(work: Work) -> None:
    """Take what only an accepted file may have."""
    work.judge("accept", None, [])
    work.facts["held"] = len(bytearray(b"x") * (300 * MIB))


def hog_before_verdict(work: Work) -> None:
    """Take the same too early."""
    work.facts["held"] = len(bytearray(b"x") * (300 * MIB))


def share_memory(work: Work) -> None:
    """Take memory that counts as nobody's own."""
    work.judge("accept", None, [])
    kept = []
    while True:
        shared = mmap.mmap(-1, 16 * MIB)
        shared.write(bytes(16 * MIB))
        kept.append(shared)


def change_mind(work: Work) -> None:
    """Say one thing and then the other."""
    first = bytes(work.sources[0].data).decode()
    verdicts: list[Literal["accept", "refuse"]] = ["accept", "refuse"]
    for verdict in verdicts if first == "accept" else reversed(verdicts):
        work.judge(verdict, None, [])


def fill(work: Work) -> None:
    """Write more than a file may hold."""
    piece = bytes(MIB)
    while True:
        work.write("much", piece)


def ramble(work: Work) -> None:
    """Leave more JSON than anybody would want to read."""
    for _ in range(33):
        work.write("manifest.json", bytes(MIB))


def lie(work: Work) -> None:
    """Name a result as no file may be named."""
    work.write("../../escaped", b"x")


def escape(work: Work) -> None:
    """Try every way out; tell which calls were refused, and how."""
    here = os.getpid()
    libc = ctypes.CDLL(None, use_errno=True)
    tries: dict[str, Callable[[], Any]] = {
        "read": lambda: Path("/etc/passwd").read_bytes(),
        "write": lambda: Path("/tmp/lingjing-escaped").write_bytes(b"x"),
        "list": lambda: os.listdir("/"),
        "stat": lambda: os.stat("/etc/passwd"),
        "socket": lambda: socket.socket(socket.AF_INET),
        "unix": lambda: socket.socket(socket.AF_UNIX),
        "pair": socket.socketpair,
        "fork": os.fork,
        "exec": lambda: os.execv("/bin/true", ["true"]),
        "kill parent": lambda: os.kill(os.getppid(), signal.SIGTERM),
        "kill group": lambda: os.killpg(here, 0),
        "pipe": os.pipe,
        "become root": lambda: os.setuid(0),
        "ptrace": lambda: _call(libc, 101 if _is_x86() else 117, 16, 1, 0, 0),
        "io_uring": lambda: _call(libc, 425, 8, 0),
        "memfd": lambda: os.memfd_create("x"),
        "unshare": lambda: _call(libc, 272 if _is_x86() else 97, 0x10000000),
    }
    for name, attempt in tries.items():
        try:
            attempt()
            work.facts[name] = "done"
        except OSError as error:
            work.facts[name] = type(error).__name__
    work.facts["environment"] = dict(os.environ)
    work.facts["user"] = os.getuid()
    work.facts["stdin"] = len(os.read(0, 10))


def _is_x86() -> bool:
    return os.uname().machine == "x86_64"


def _call(libc: ctypes.CDLL, *words: int) -> None:
    if libc.syscall(*words) < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))


TASKS = {
    function.__name__: function
    for function in (
        *(echo, no_output, spin, crash, stumble, babble, flood, hog, hog_after_verdict, fill, lie),
        *(escape, hog_before_verdict, share_memory, change_mind, ramble),
    )
}


def preload() -> None:
    """There is nothing to load."""
