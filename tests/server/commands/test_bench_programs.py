"""What the bench starts, and what it reads of it."""

from __future__ import annotations

import os
import socket
import time
from pathlib import Path

import pytest

from server.commands.bench_programs import (
    BenchError,
    cpu_seconds,
    free_port,
    pin,
    resident_megabytes,
    running_floor,
    running_server,
)
from server.commands.bench_scenarios import PARK, SCENARIOS, Line, Scenario

NOWHERE = Scenario("nowhere", 4, 20, 10.0, 0.0, ())


def test_cpu_time_grows_with_work() -> None:
    before = cpu_seconds(os.getpid())
    # The kernel brings a running thread's figure up to date at its own ticks, some ms apart.
    enough = time.process_time() + 0.1
    while time.process_time() < enough:
        pass
    assert cpu_seconds(os.getpid()) > before > 0
    assert resident_megabytes(os.getpid()) > 1


def test_a_free_port_can_be_taken() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", free_port()))


def test_a_process_can_be_kept_on_one_core() -> None:
    cores = os.sched_getaffinity(0)
    try:
        pin(os.getpid(), min(cores))
        assert os.sched_getaffinity(0) == {min(cores)}
    finally:
        for task in Path("/proc/self/task").iterdir():
            os.sched_setaffinity(int(task.name), cores)


def test_a_program_that_ends_at_once_did_not_start() -> None:
    with (
        pytest.raises(BenchError, match="did not start"),
        running_floor(Path("/bin/true"), NOWHERE, free_port()),
    ):
        pass


def test_a_server_that_cannot_start_is_an_error(tmp_path: Path) -> None:
    line = Line("wrong", {**PARK, "tick_hz": "20"})
    (tmp_path / "park.db").mkdir()
    with (
        pytest.raises(BenchError, match="did not start"),
        running_server(NOWHERE, line, free_port(), tmp_path),
    ):
        pass


def test_every_line_s_settings_exist() -> None:
    from server.settings import TABLE

    names = {row.name for row in TABLE}

    for scenario in SCENARIOS.values():
        for line in scenario.lines:
            assert line.settings.keys() <= names
