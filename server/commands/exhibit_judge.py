"""Files judged in processes of their own, as a server would, without one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import tee
from pathlib import Path
from typing import Any

from scenes.findings import Finding
from server.commands.exhibit_files import Chosen, choose, readable
from server.commands.exhibit_report import describe
from server.run.budgets import limits_of, options_of, policy_of
from server.run.worker import Job, Outcome
from server.run.worker.each import each
from server.settings import Settings

__all__ = ["findings_of", "job_of", "judged"]


def judged(paths: Iterable[Path], settings: Settings, lang: str) -> Iterator[dict[str, Any]]:
    """Each path with its verdict, in the order given."""
    policy = policy_of(settings)
    ahead, chosen = tee(choose(path, policy) for path in paths)
    outcomes = each(job_of("exhibit.judge", one, settings) for one in ahead if one.inputs)
    for one in chosen:
        yield _line(one, next(outcomes)[1] if one.inputs else None, lang)


def job_of(task: str, chosen: Chosen, settings: Settings, out: Path | None = None) -> Job:
    """What a child process is asked to do with the files of a path."""
    options = options_of(policy_of(settings))
    return Job(task, chosen.inputs, out, options, limits_of(settings))


def findings_of(chosen: Chosen, outcome: Outcome | None) -> list[Finding]:
    """All that is known to be wrong, also where no process could say it."""
    if outcome is None:
        return list(chosen.findings)
    ended = [Finding("", outcome.code)] if outcome.code else []
    return [*ended, *outcome.findings]


def _line(chosen: Chosen, outcome: Outcome | None, lang: str) -> dict[str, Any]:
    good = outcome is not None and outcome.state == "done" and outcome.verdict == "accept"
    return {
        "path": readable(str(chosen.path)),
        "verdict": "accept" if good else "refuse",
        "findings": describe(findings_of(chosen, outcome), lang),
        "ms": round(outcome.seconds * 1000) if outcome else 0,
    }
