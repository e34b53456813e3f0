"""The presence bench in figures: medians, ratios to the floor, and whether they are good enough."""

from __future__ import annotations

import os
import platform
from collections.abc import Callable, Sequence
from statistics import median
from typing import Any

from server.commands.bench_run import Result, Run

Figures = dict[str, Any]


def as_json(results: Sequence[Result], seconds: float, repeat: int) -> Figures:
    """Return everything that was measured, as one document."""
    return {
        "bench": "presence",
        "machine": {
            "system": f"{platform.system()} {platform.release()}",
            "python": platform.python_version(),
            "cores": len(os.sched_getaffinity(0)),
        },
        "seconds": seconds,
        "repeat": repeat,
        "lines": [line_figures(result) for result in results],
    }


def line_figures(result: Result) -> Figures:
    """Return the figures of one line; a ratio is the median of the ratios of each pair of runs."""
    scenario, line = result.scenario, result.line
    pairs = list(zip(result.floor, result.lingjing, strict=True))
    ours = run_figures(result.lingjing, scenario.visitors)
    figures: Figures = {
        "scenario": scenario.name,
        "line": line.name,
        "visitors": scenario.visitors,
        "hz": scenario.hz,
        "ratio_per_update": round(median(_cost(b) / _cost(a) for a, b in pairs), 3),
        "ratio_per_frame": round(median(_frame_cost(b) / _frame_cost(a) for a, b in pairs), 3),
        "floor": run_figures(result.floor, scenario.visitors),
        "lingjing": ours,
    }
    figures["met"] = {
        name: good
        for name, good in (
            ("ratio", _at_most(figures["ratio_per_update"], line.ratio)),
            ("p99", _at_most(ours["latency_p99_ms"], line.p99_ms)),
            ("delivered", _at_most(line.delivered, ours["delivered"])),
            ("lost", _at_most(ours["lost"], line.lost)),
        )
        if good is not None
    }
    return figures


def run_figures(runs: Sequence[Run], visitors: int) -> Figures:
    """Return the medians of several runs of one relay."""

    def middle(value: Callable[[Run], float], digits: int = 3) -> float:
        return round(median(value(run) for run in runs), digits)

    def counted(name: str) -> float:
        return middle(lambda run: run.crowd[name])

    return {
        "cpu_share": middle(lambda run: run.cpu / run.crowd["seconds"], 4),
        "cpu_ns_per_update": middle(lambda run: 1e9 * _cost(run), 1),
        "cpu_us_per_frame": middle(lambda run: 1e6 * _frame_cost(run), 2),
        "updates_per_second": middle(lambda run: _updates(run) / run.crowd["seconds"], 0),
        "bytes_per_update": middle(lambda run: run.crowd["bytes"] / max(_updates(run), 1), 2),
        "inside": min(run.crowd["inside"] for run in runs),
        "held": all(run.crowd["inside"] == visitors for run in runs),
        "delivered": middle(_delivered, 5),
        "overtaken": middle(lambda run: _share(run, "overtaken"), 5),
        "lost": middle(lambda run: _share(run, "lost"), 5),
        "unseen": middle(lambda run: run.crowd["unseen"] / max(run.crowd["near_pairs"], 1), 5),
        "latency_p50_ms": counted("latency_p50_ms"),
        "latency_p99_ms": counted("latency_p99_ms"),
        "generator_late_p99_ms": counted("lateness_p99_ms"),
        "megabytes": middle(lambda run: run.megabytes, 1),
    }


def as_text(document: Figures) -> str:
    """Return the figures as a table that a person reads."""
    head = (
        f"{'scenario':<12} {'line':<17} {'ratio':>6} {'cpu':>6} {'floor':>6} {'delivered':>9} "
        f"{'lost':>8} {'p50 ms':>7} {'p99 ms':>7} {'B/update':>8} {'late ms':>7}  met"
    )
    return "\n".join([head, *(_row(line) for line in document["lines"])])


def _row(line: Figures) -> str:
    ours = line["lingjing"]
    met = " ".join(f"{name}:{'yes' if good else 'NO'}" for name, good in line["met"].items())
    return (
        f"{line['scenario']:<12} {line['line']:<17} {line['ratio_per_update']:>6.2f} "
        f"{ours['cpu_share']:>6.3f} {line['floor']['cpu_share']:>6.3f} {ours['delivered']:>9.4f} "
        f"{ours['lost']:>8.5f} {ours['latency_p50_ms']:>7.1f} {ours['latency_p99_ms']:>7.1f} "
        f"{ours['bytes_per_update']:>8.2f} {ours['generator_late_p99_ms']:>7.2f}  {met}"
    )


def _updates(run: Run) -> int:
    return int(run.crowd["full"] + run.crowd["head"])


def _cost(run: Run) -> float:
    return float(run.cpu / max(_updates(run), 1))


def _frame_cost(run: Run) -> float:
    return float(run.cpu / max(run.crowd["frames"], 1))


def _share(run: Run, name: str) -> float:
    """Return a part of all poses that an auditor should have met."""
    crowd = run.crowd
    return float(crowd[name] / max(crowd["kept"] + crowd["overtaken"] + crowd["lost"], 1))


def _delivered(run: Run) -> float:
    """Return the share that arrived: not overtaken within a tick by a newer pose, nor lost."""
    return _share(run, "kept")


def _at_most(value: float | None, limit: float | None) -> bool | None:
    return None if value is None or limit is None else value <= limit
