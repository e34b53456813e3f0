"""The bench's programs: two small ones in C, compiled on the spot, and the real server."""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from server.commands.bench_scenarios import Line, Scenario
from server.commands.client import UnreachableError, request
from server.settings import Settings, load_settings

SOURCES = Path(__file__).parents[2] / "tests" / "bench"
COMPILERS = ("cc", "gcc", "clang")
START_SECONDS = 30.0
HALL = "bench"
ROOM_TO_SPARE = 64


class BenchError(Exception):
    """The bench cannot run here; the text says why."""


def compile_programs(folder: Path) -> dict[str, Path]:
    """Compile the floor and the visitors; raises BenchError without a compiler or the sources."""
    compiler = next(filter(None, map(shutil.which, COMPILERS)), None)
    if compiler is None:
        raise BenchError(
            "a C compiler (cc, gcc or clang) is needed: the floor and the crowd are written in C, "
            "because one in Python could not outrun the server / 需要 C 编译器"
        )
    if not SOURCES.is_dir():
        raise BenchError("the bench needs a checkout of the sources / 需要源代码目录")
    made = {}
    for name in ("floor", "visitors"):
        made[name] = folder / name
        command = [compiler, "-O2", "-o", str(made[name]), str(SOURCES / f"{name}.c"), "-lm"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise BenchError(f"{name}.c does not compile: {done.stderr.strip()}")
    return made


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def running_floor(program: Path, scenario: Scenario, port: int) -> Iterator[int]:
    """Run the floor; its process id."""
    command = [str(program), str(port), str(scenario.hz), str(scenario.radius)]
    with _running(command, dict(os.environ)) as process:
        _wait_for(process, lambda: _listens(port))
        yield process.pid


@contextlib.contextmanager
def running_server(scenario: Scenario, line: Line, port: int, data: Path) -> Iterator[int]:
    """Run `lingjing serve` with a hall for the scenario; its process id."""
    environ = {k: v for k, v in os.environ.items() if not k.startswith("LINGJING_")}
    environ |= _environment(scenario, line, port, data)
    settings = load_settings(environ, data)
    with _running([sys.executable, "-m", "server", "serve"], environ) as process:
        _wait_for(process, lambda: settings.socket.exists() and _listens(port))
        _make_hall(settings, scenario)
        yield process.pid


def cpu_seconds(process_id: int) -> float:
    """Return the CPU time of all threads of a process, to the nanosecond."""
    tasks = Path(f"/proc/{process_id}/task").iterdir()
    return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e9


def resident_megabytes(process_id: int) -> float:
    """Return the memory that a process holds."""
    pages = int(Path(f"/proc/{process_id}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def pin(process_id: int, core: int) -> None:
    """Keep a process on one core."""
    for task in Path(f"/proc/{process_id}/task").iterdir():
        os.sched_setaffinity(int(task.name), {core})


def _environment(scenario: Scenario, line: Line, port: int, data: Path) -> dict[str, str]:
    values = {
        "data": str(data),
        "port": str(port),
        "demo": "0",
        "tick_hz": str(scenario.hz),
        "max_connections": "60000",
        "max_per_address": "60000",
        "log_level": "warning",
        **line.settings,
    }
    return {f"LINGJING_{name.upper()}": value for name, value in values.items()}


def _make_hall(settings: Settings, scenario: Scenario) -> None:
    half = scenario.side / 2 + 1
    bounds = {"min": [-half, -1, -half], "max": [half, 10, half]}
    hall = {"id": HALL, "kind": "outdoor", "capacity": scenario.visitors + ROOM_TO_SPARE}
    operation = {"op": "set", "path": "/hall/bounds", "value": bounds}
    _ask(settings, "POST", "/api/v1/halls", hall)
    _ask(settings, "PATCH", f"/api/v1/halls/{HALL}/scene", {"ops": [operation], "base": 0})
    _ask(settings, "PATCH", f"/api/v1/halls/{HALL}", {"state": "open"})


def _ask(settings: Settings, method: str, path: str, body: dict[str, Any]) -> None:
    try:
        answer = request(settings, method, path, body)
    except UnreachableError as error:
        raise BenchError("the server did not start") from error
    if answer.status >= 400:
        raise BenchError(f"{method} {path}: {answer.status} {answer.body.decode()}")


@contextlib.contextmanager
def _running(command: list[str], environ: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    root = SOURCES.parents[1]
    with subprocess.Popen(command, cwd=root, env=environ, stdout=subprocess.DEVNULL) as process:
        try:
            yield process
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()


def _wait_for(process: subprocess.Popen[bytes], ready: Any) -> None:
    deadline = time.monotonic() + START_SECONDS
    while not ready():
        if process.poll() is not None or time.monotonic() > deadline:
            raise BenchError(f"{process.args!r} did not start")
        time.sleep(0.05)


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
