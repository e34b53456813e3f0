"""Runs the presence bench: the floor, then the real server, each alone with the same crowd."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from server.commands.bench_programs import (
    HALL,
    BenchError,
    compile_programs,
    cpu_seconds,
    free_port,
    pin,
    resident_megabytes,
    running_floor,
    running_server,
)
from server.commands.bench_scenarios import Line, Scenario

WARM_SECONDS = 3.0


@dataclass(frozen=True, slots=True)
class Run:
    """One run of one relay: its CPU seconds, its memory, and what the crowd counted."""

    cpu: float
    megabytes: float
    crowd: dict[str, Any]


@dataclass(slots=True)
class Result:
    """One line of a scenario, with every run of it."""

    scenario: Scenario
    line: Line
    floor: list[Run] = field(default_factory=list)
    lingjing: list[Run] = field(default_factory=list)


def measure(
    lines: Sequence[tuple[Scenario, Line]],
    seconds: float,
    repeat: int,
    say: Callable[[str], None],
    warm: float = WARM_SECONDS,
) -> list[Result]:
    """Run every line ``repeat`` times; raises BenchError."""
    results = [Result(scenario, line) for scenario, line in lines]
    with tempfile.TemporaryDirectory(prefix="lingjing-bench-") as folder:
        programs = compile_programs(Path(folder))
        for turn in range(repeat):
            for number, result in enumerate(results):
                say(f"{result.scenario.name}, {result.line.name}: {turn + 1} of {repeat}")
                data = Path(folder) / f"data-{turn}-{number}"
                _run_both(result, programs, data, (warm, seconds))
    return results


def _run_both(
    result: Result, programs: dict[str, Path], data: Path, times: tuple[float, float]
) -> None:
    scenario, visitors = result.scenario, programs["visitors"]
    port = free_port()
    with running_floor(programs["floor"], scenario, port) as process:
        result.floor.append(_watch(process, visitors, scenario, port, times))
    port = free_port()
    data.mkdir(mode=0o700)
    with running_server(scenario, result.line, port, data) as process:
        result.lingjing.append(_watch(process, visitors, scenario, port, times))


def _watch(
    process: int, program: Path, scenario: Scenario, port: int, times: tuple[float, float]
) -> Run:
    """Let the crowd in, and read the relay's CPU time when it says that the measured time began."""
    first, *_, last = [*sorted(os.sched_getaffinity(0)) * 2]
    command = [
        *(str(program), str(port), HALL, str(scenario.visitors), str(scenario.hz)),
        *(str(times[0]), str(times[1]), str(scenario.side), str(scenario.radius)),
    ]
    pin(process, first)
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as crowd:
        try:
            pin(crowd.pid, last)
            assert crowd.stdout is not None
            return _listen(process, crowd.stdout)
        finally:
            crowd.kill()


def _listen(process: int, said: Iterable[str]) -> Run:
    begun = ended = 0.0
    for text in said:
        word = text.strip()
        if word == "BEGIN":
            begun = cpu_seconds(process)
        elif word == "END":
            ended = cpu_seconds(process)
        elif word.startswith("{"):
            return Run(ended - begun, resident_megabytes(process), json.loads(word))
    raise BenchError("the crowd ended early")
