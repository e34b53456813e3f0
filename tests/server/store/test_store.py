"""Nothing that was acknowledged is ever lost."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from server.store import Archive
from tests.postgres import Server
from tests.server.store.samples import DOC, patch

ROOT = Path(__file__).parents[3]


def _append_until_killed(
    folder: Path, acknowledgements: int, database: str = "", crash: Callable[[], None] | None = None
) -> dict[str, int]:
    """Kill -9 the appender in mid-write, its database before it if there is a way to; the last
    revision it acknowledged for each hall.
    """
    given = [str(folder), *([database] if database else [])]
    command = [sys.executable, "-m", "tests.server.store.appender", *given]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT, env=_environment()) as child:
        assert child.stdout is not None
        heard = [child.stdout.readline() for _ in range(acknowledgements)]
        if crash is not None:
            crash()
        child.kill()
        heard += child.stdout.readlines()
    lines = [line.decode().split() for line in heard if line.endswith(b"\n")]
    return {hall: int(revision) for hall, revision in lines}


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT)}


async def test_kill_9_loses_nothing_acknowledged(tmp_path: Path, database: str) -> None:
    folder = tmp_path / "data"
    acknowledged = await asyncio.to_thread(_append_until_killed, folder, 200, database)
    await _all_there(folder, database, acknowledged)


async def test_a_server_that_crashes_loses_nothing_acknowledged(
    tmp_path: Path, postgres: Server
) -> None:
    """It leaves everything as it is at the moment, in mid-write, and makes good by its log."""
    url = postgres.park(tmp_path)

    def crash() -> None:
        postgres.stop(signal.SIGQUIT)

    try:
        acknowledged = await asyncio.to_thread(_append_until_killed, tmp_path, 100, url, crash)
    finally:
        postgres.start()
    await _all_there(tmp_path, url, acknowledged)


async def _all_there(folder: Path, database: str, acknowledged: dict[str, int]) -> None:
    archive = await Archive.open(folder, database)
    for hall, revision in acknowledged.items():
        kept = (await archive.load_hall(hall)).patches
        assert [p.revision for p in kept] == list(range(1, len(kept) + 1))
        assert len(kept) >= revision
        assert kept == [patch(p.revision, hall) for p in kept]
    assert (await archive.audit.verify()).is_whole
    await archive.close()
    assert set(acknowledged) == {"grounds", "theatre", "service"}


async def test_the_files_alone_hold_what_was_acknowledged(tmp_path: Path) -> None:
    """As after a power cut: only what was written to the files counts, nothing in memory."""
    archive = await Archive.open(tmp_path / "data")
    await archive.create_hall("grounds", DOC, at=1.0)
    for revision in range(1, 6):
        await archive.append([patch(revision)])
        copy = tmp_path / f"copy{revision}"
        copy.mkdir()
        for name in ("park.db", "park.db-wal"):
            shutil.copy(tmp_path / "data" / name, copy / name)
        survivor = await Archive.open(copy)
        assert (await survivor.load_hall("grounds")).revision == revision
        await survivor.close()
    await archive.close()


async def test_a_torn_last_write_costs_only_itself(tmp_path: Path) -> None:
    """The log ends in the middle of a record: everything before the last commit is there."""
    archive = await Archive.open(tmp_path / "data")
    await archive.create_hall("grounds", DOC, at=1.0)
    await archive.append([patch(1)])
    whole = (tmp_path / "data" / "park.db-wal").stat().st_size
    await archive.append([patch(2)])
    log = (tmp_path / "data" / "park.db-wal").read_bytes()
    for cut in range(whole, len(log), 1000):
        copy = tmp_path / f"copy{cut}"
        copy.mkdir()
        shutil.copy(tmp_path / "data" / "park.db", copy / "park.db")
        (copy / "park.db-wal").write_bytes(log[:cut])
        survivor = await Archive.open(copy)
        assert (await survivor.load_hall("grounds")).revision == 1
        await survivor.close()
    await archive.close()
