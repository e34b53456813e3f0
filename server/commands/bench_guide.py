"""`lingjing bench guide`: how well and how fast a guide answers from what is on record."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any


def add(kinds: Any) -> None:
    """The command's words."""
    parser = kinds.add_parser(
        "guide", help="right sources, facts, false answers and times over a set of questions"
    )
    parser.add_argument("--knowledge", type=Path, help="a folder of documents; none: the demo's")
    parser.add_argument("--questions", type=Path, help="a file of questions, a JSON object a line")
    parser.add_argument("--brain", choices=["extractive"], default="extractive")
    parser.add_argument("--misses", action="store_true", help="list what did not go well")
    parser.add_argument("--json", action="store_true", help="print JSON alone")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Ask all questions; 2 when a folder or file of theirs is none."""
    from server.commands import bench_guide_report as report
    from server.commands.bench_guide_questions import QuestionsError

    try:
        verdicts, document = measure(args.knowledge, args.questions)
    except (OSError, UnicodeDecodeError, QuestionsError) as error:
        _say(str(error))
        return 2
    if args.misses:
        print("\n".join(report.misses(verdicts)), file=sys.stderr)
    print(
        json.dumps(document, ensure_ascii=False, indent=1)
        if args.json
        else report.as_text(document)
    )
    return 0


def measure(knowledge: Path | None, questions: Path | None) -> tuple[list[Any], dict[str, Any]]:
    """Verdicts and figures; raises OSError, UnicodeDecodeError, QuestionsError."""
    from avatars.guides import demo
    from avatars.guides.knowledge.library import Library
    from server.commands import bench_guide_judge as judging
    from server.commands import bench_guide_report as report
    from server.commands import bench_guide_times as times
    from server.commands.bench_guide_questions import read
    from server.commands.guide_folder import documents as documents_of

    if knowledge is not None and not knowledge.is_dir():
        raise NotADirectoryError(f"{knowledge}: no such folder / 没有这个文件夹")
    documents = list(demo.documents() if knowledge is None else documents_of(knowledge, _say))
    asked = read(demo.questions() if questions is None else questions.read_text("utf-8"))
    library, sights = Library.of(documents), judging.exhibits()
    verdicts = [judging.judge(each, library, sights) for each in asked]
    many = Library.of(times.multiplied(documents, len(library.passages)))
    return verdicts, report.as_json(
        verdicts,
        len(many.passages),
        times.retrieval(many, asked),
        times.first_clause(library, asked, sights),
    )


def _say(words: str) -> None:
    print(f"lingjing bench: {words}", file=sys.stderr, flush=True)
