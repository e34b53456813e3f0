"""The run behind `lingjing bench exhibits`: every model through a worker, as a park does it."""

from __future__ import annotations

import contextlib
import json
import tempfile
import time
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from typing import Any

from server.commands.exhibit_files import Chosen, choose, readable
from server.commands.exhibit_judge import findings_of, job_of
from server.run.budgets import policy_of
from server.run.worker import Outcome, Workers
from server.run.worker.job import Told
from server.settings import Settings

__all__ = ["Clock", "measure", "percentile", "totals"]

Json = dict[str, Any]
FIRST_BYTES = 64 * 1024
"""What a visitor's first sight of an exhibit, its manifest and L3, should stay below."""
L0_SHARE = 0.25


async def measure(paths: Sequence[Path], settings: Settings) -> Json:
    """The figures of every file, and of all together."""
    async with _workers() as workers:
        rows = [await _row(workers, path, settings) for path in paths]
    return {"exhibits": rows, "totals": totals(rows)}


@contextlib.asynccontextmanager
async def _workers() -> AsyncIterator[Workers]:
    workers = Workers(1)
    await workers.warm()  # a park's worker is warm as well
    try:
        yield workers
    finally:
        await workers.close()


async def _row(workers: Workers, path: Path, settings: Settings) -> Json:
    chosen = choose(path, policy_of(settings))
    row: Json = {
        "path": readable(str(path)),
        "bytes_in": sum(each.path.stat().st_size for each in chosen.inputs),
    }
    if not chosen.inputs:
        return {**row, "verdict": "refuse", **_told(chosen, None)}
    clock = Clock(workers)
    with tempfile.TemporaryDirectory() as folder:
        job = job_of("exhibit.build", chosen, settings, Path(folder))
        outcome = await workers.run(job, clock.note)
        row |= {"verdict": outcome.verdict, **_told(chosen, outcome), **_made(Path(folder))}
    figures = {"seconds": round(outcome.seconds, 3), "cpu_seconds": clock.processor}
    return {**row, **figures, "peak_bytes": outcome.peak_bytes, "steps": clock.steps()}


def _told(chosen: Chosen, outcome: Outcome | None) -> Json:
    errors = [f for f in findings_of(chosen, outcome) if f.severity == "error"]
    code = outcome.code if outcome else "no_model"
    return {"code": code, "errors": [f"{f.code} {f.pointer}".strip() for f in errors[:20]]}


def _made(folder: Path) -> Json:
    """What a build wrote, read from its manifest; nothing of a refused file."""
    file = folder / "manifest.json"
    if not file.exists():
        return {}
    manifest = json.loads(file.read_bytes())
    levels = manifest["levels"]
    coarsest = levels[-1]["bytes"] if levels else 0
    lost = [f"{b['level']}: {f['code']} {f['pointer']}" for b in manifest["blocked"]
            for f in b["findings"]]  # fmt: skip
    return {
        "triangles_in": manifest["model"]["triangles"],
        "levels": [{k: v for k, v in level.items() if k not in ("file", "sha256")}
                   for level in levels],
        "manifest_bytes": file.stat().st_size,
        "first_bytes": file.stat().st_size + coarsest,
        "losses": lost,
    }  # fmt: skip


class Clock:
    """When each step was first and last heard of, and what processor time its process had used."""

    def __init__(self, workers: Workers) -> None:
        self.processor = 0.0
        self._workers = workers
        self._times: dict[str, list[float]] = {}

    def note(self, told: Told) -> None:
        """Take down what a worker tells."""
        if told.kind == "step":
            self._times.setdefault(told.step, []).append(time.perf_counter())
        for process in self._workers.processes:
            self.processor = max(self.processor, _processor_seconds(process))

    def steps(self) -> dict[str, float]:
        """Seconds from the first word of a step to its last."""
        return {step: round(times[-1] - times[0], 3) for step, times in self._times.items()}


def _processor_seconds(process: int) -> float:
    """Processor time of a process so far; nought where the system does not tell."""
    try:
        words = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
        return (int(words[11]) + int(words[12])) / 100
    except (OSError, ValueError, IndexError):
        return 0.0


def totals(rows: Sequence[Json]) -> Json:
    """All files together, refused ones left out of sums."""
    built = [row for row in rows if row.get("levels")]
    into = sum(row["bytes_in"] for row in built)
    finest = sum(row["levels"][0]["bytes"] for row in built)
    first = sorted(row["first_bytes"] for row in built)
    return {
        "files": len(rows),
        "built": len(built),
        "bytes_in": into,
        "l0_bytes": finest,
        "l0_share": round(finest / into, 4) if into else None,
        "l0_share_wanted": L0_SHARE,
        "triangles_kept": all(r["levels"][0]["triangles"] == r["triangles_in"] for r in built),
        "first_bytes_p95": percentile(first, 0.95),
        "first_bytes_wanted": FIRST_BYTES,
        "first_bytes_within": sum(size <= FIRST_BYTES for size in first),
        "losses": sum(len(row["losses"]) for row in built),
        "seconds": round(sum(row["seconds"] for row in built), 3),
        "slowest_seconds": max((row["seconds"] for row in built), default=0.0),
        "cpu_seconds": round(sum(row["cpu_seconds"] for row in built), 2),
    }


def percentile(rising: Sequence[int], share: float) -> int:
    """The smallest value that at least so large a share does not exceed."""
    return rising[max(0, -(-len(rising) * round(share * 100) // 100) - 1)] if rising else 0
