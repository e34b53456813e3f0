"""A PostgreSQL server of the tests' own: started once a process, a new database a test.

``from tests.postgres import postgres`` brings the fixture, a `Server`, into a test file or a
``conftest.py``. `Server.empty` makes a database and says its address, for
``Archive.open(folder, address)`` or ``LINGJING_DATABASE``; `Server.park` makes one that has every
table already and belongs to a folder, which is quicker.
"""

from __future__ import annotations

import asyncio
import ctypes
import itertools
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from pathlib import Path
from typing import Any, Final, TypeVar

import pytest

from server.store import Archive
from server.store.postgres_mark import MARKER
from tools.postgres import programs

T = TypeVar("T")
UNPRIVILEGED: Final = "postgres"
"""As whom it runs when root runs the tests: it refuses to serve root."""
OPTIONS: Final = {
    "listen_addresses": "127.0.0.1",
    "shared_buffers": "16MB",
    "max_connections": "60",
    "autovacuum": "off",
    "max_wal_size": "4GB",
    # Less is written to the log of changes. It is synced, as parks ask for that.
    "wal_level": "minimal",
    "max_wal_senders": "0",
}
TRIES: Final = 600
STOP_SECONDS: Final = 30
PR_SET_PDEATHSIG: Final = 1
ROOM: Final = 4 * 2**30
KEPT: Final = 8
"""Databases that are there at a time; older ones that nobody is connected to go."""
_SYSTEM: Final = ctypes.CDLL(None)


class Server:
    """A server on a free port of this machine; all of it lies in one temporary folder."""

    def __init__(self, programs: Path) -> None:
        self._programs = programs
        self._who = _unprivileged()
        self._numbers = itertools.count()
        self._made: list[str] = []
        self._process: subprocess.Popen[bytes] | None = None
        self.folder = Path(tempfile.mkdtemp(prefix="lingjing-pg-", dir=_roomy()))
        self.port = _free_port()

    @property
    def is_unprivileged(self) -> bool:
        """Whether it runs as somebody else than the tests."""
        return bool(self._who)

    def make(self) -> None:
        """Make its folder, and start."""
        if self._who:
            shutil.chown(self.folder, UNPRIVILEGED, UNPRIVILEGED)
        words = ("-D", "data", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C")
        self._run("initdb", *words, "--no-sync")
        self.start()

    def start(self, **options: str) -> None:
        """Start it, and wait until it answers."""
        given = {**OPTIONS, "unix_socket_directories": str(self.folder), **options}
        words = [f"-c{name}={value}" for name, value in given.items()]
        command = [str(self._programs / "postgres"), "-D", "data", "-p", str(self.port), *words]
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                command,
                cwd=self.folder,
                stdout=log,
                stderr=log,
                preexec_fn=_end_with_us,  # noqa: PLW1509 - it calls the system alone
                **self._who,
            )
        for _ in range(TRIES):
            if self._psql("SELECT 1", "postgres").returncode == 0:
                return
            if self._process.poll() is not None:
                break
        raise RuntimeError((self.folder / "log").read_text(errors="replace")[-2000:])

    def stop(self, number: int = signal.SIGINT) -> None:
        """Stop it: SIGINT lets it end in order, SIGQUIT is as good as a crash."""
        process, self._process = self._process, None
        if process is not None:
            process.send_signal(number)
            process.wait(STOP_SECONDS)

    def remove(self) -> None:
        """Stop it for good and take its folder away."""
        self.stop(signal.SIGQUIT)
        shutil.rmtree(self.folder)

    def url(self, name: str) -> str:
        """The address of a database."""
        return f"postgresql://postgres@127.0.0.1:{self.port}/{name}"

    def empty(self, *options: str) -> str:
        """A new, empty database; the address of it."""
        return self._new(f"TEMPLATE template0 {' '.join(options)}")

    def park(self, folder: Path) -> str:
        """A new database with every table, which belongs to a folder; the address of it."""
        made, marker = self._park
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        (folder / MARKER).write_bytes(marker)
        return self._new(f"TEMPLATE {made}")

    def _new(self, how: str) -> str:
        name = f"d{next(self._numbers)}"
        self.sql(f"CREATE DATABASE {name} {how}")
        self._made.append(name)
        for old in self._made[:-KEPT]:
            if self._psql(f"DROP DATABASE {old}", "postgres").returncode == 0:
                self._made.remove(old)
        return self.url(name)

    @cached_property
    def _park(self) -> tuple[str, bytes]:
        """A database that no test has touched, and the mark of its folder."""
        url = self.empty()
        with tempfile.TemporaryDirectory() as folder:
            self.run(_opened(Path(folder), url))
            marker = (Path(folder) / MARKER).read_bytes()
        made = url.rpartition("/")[2]
        self._made.remove(made)  # it stays
        return made, marker

    @staticmethod
    def run(work: Coroutine[Any, Any, T]) -> T:
        """Do something of an archive in a thread of its own, so that any test may ask for it."""
        with ThreadPoolExecutor(1) as thread:
            return thread.submit(asyncio.run, work).result()

    def sql(self, sentence: str, url: str = "postgres") -> str:
        """What a superuser's sentence answers, cells parted by ``|``; raises what it says."""
        done = self._psql(sentence, url.rpartition("/")[2])
        if done.returncode:
            raise RuntimeError(done.stderr.strip())
        return done.stdout.strip()

    def dump(self, url: str, file: Path) -> None:
        """Back a database up, as operators do."""
        self._run("pg_dump", "-Fc", "-f", str(file), url)

    def restore(self, file: Path, url: str) -> None:
        """Bring a backup into an empty database."""
        self._run("pg_restore", "--no-owner", "-d", url, str(file))

    def _psql(self, sentence: str, database: str) -> subprocess.CompletedProcess[str]:
        where = ["-h", "127.0.0.1", "-p", str(self.port), "-U", "postgres", "-d", database]
        words = [str(self._programs / "psql"), "-XqAt", "-v", "ON_ERROR_STOP=1", *where]
        return subprocess.run([*words, "-c", sentence], capture_output=True, text=True, check=False)

    def _run(self, program: str, *words: str) -> None:
        subprocess.run(
            [str(self._programs / program), *words],
            cwd=self.folder, check=True, stdout=subprocess.DEVNULL, **self._who,
        )  # fmt: skip


async def _opened(folder: Path, url: str) -> None:
    await (await Archive.open(folder, url)).close()


def _end_with_us() -> None:
    """In the child: where the tests are killed, nobody is left to stop it."""
    _SYSTEM.prctl(PR_SET_PDEATHSIG, signal.SIGQUIT)


def _roomy() -> str | None:
    """Memory where there is enough of it: a database is some hundred files."""
    memory = Path("/dev/shm")
    roomy = memory.is_dir() and shutil.disk_usage(memory).free > ROOM
    return str(memory) if roomy and os.access(memory, os.W_OK) else None


def _unprivileged() -> dict[str, Any]:
    """How a child is started that may not be root's."""
    if os.geteuid() != 0:
        return {}
    known = pwd.getpwnam(UNPRIVILEGED)
    return {"user": known.pw_uid, "group": known.pw_gid, "extra_groups": []}


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """A server of this process's own, where one can be had."""
    found = programs()
    if found is None:
        pytest.skip("there is no PostgreSQL server here: apt install postgresql")
    server = Server(found)
    try:
        server.make()
        yield server
    finally:
        server.remove()
