"""`lingjing exhibit check`: whether files would come in, decided as the server decides it."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from itertools import tee
from pathlib import Path
from typing import Any

from scenes.findings import Finding
from server.commands import settings_of
from server.commands.exhibit_files import Chosen, choose, readable
from server.commands.exhibit_report import add_lang, as_json, as_text, describe, lang_of
from server.log import configure
from server.run.budgets import limits_of, options_of, policy_of
from server.run.worker import Job, Outcome
from server.run.worker.each import each
from server.settings import Settings

__all__ = ["add", "findings_of", "job_of", "run"]


def add(actions: Any) -> None:
    """The command's words."""
    check = actions.add_parser("check", help="say whether files would be accepted, and why not")
    check.add_argument(
        "paths",
        type=Path,
        nargs="+",
        metavar="PATH",
        help="a .glb, a .gltf beside its files, a .zip, or a folder with one model",
    )
    check.add_argument("--json", action="store_true", help="one JSON object a line")
    add_lang(check)
    check.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Judge every file in a process of its own; 1 when any is refused."""
    settings = settings_of(args)
    configure(settings.log_format, "warning")
    lang = lang_of(args)
    refused = 0
    for line in judged(args.paths, settings, lang):
        refused += line["verdict"] == "refuse"
        print(as_json(line) if args.json else as_text(line, lang), flush=True)
    return 1 if refused else 0


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
