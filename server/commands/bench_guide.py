"""`lingjing bench guide`: how well and how fast a guide answers from what is on record."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from avatars.guides.knowledge.document import Document
    from avatars.guides.knowledge.library import Library
    from server.commands.bench_guide_judge import Verdict
    from server.commands.bench_guide_questions import Judged


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


class Bench(NamedTuple):
    """What is asked, and of which records."""

    documents: list[Document]
    library: Library
    questions: list[Judged]


def run(args: argparse.Namespace) -> int:
    """Ask all questions; 2 when a folder or file of theirs is none."""
    from server.commands import bench_guide_report as report
    from server.commands.bench_guide_questions import QuestionsError

    try:
        bench = opened(args.knowledge, args.questions)
    except (OSError, UnicodeDecodeError, QuestionsError) as error:
        _say(str(error))
        return 2
    verdicts = judged(bench)
    if args.misses:
        print("\n".join(report.misses(verdicts)), file=sys.stderr)
    told = figures(bench, verdicts)
    print(json.dumps(told, ensure_ascii=False, indent=1) if args.json else report.as_text(told))
    return 0


def opened(knowledge: Path | None, questions: Path | None) -> Bench:
    """Records and questions, the demo's where none are given; raises OSError, QuestionsError."""
    from avatars.guides import demo
    from avatars.guides.knowledge.library import Library
    from server.commands.bench_guide_questions import read
    from server.commands.guide_folder import documents as documents_of

    if knowledge is not None and not knowledge.is_dir():
        raise NotADirectoryError(f"{knowledge}: no such folder / 没有这个文件夹")
    documents = list(demo.documents() if knowledge is None else documents_of(knowledge, _say))
    asked = read(demo.questions() if questions is None else questions.read_text("utf-8"))
    return Bench(documents, Library.of(documents), asked)


def judged(bench: Bench) -> list[Verdict]:
    """How each question went."""
    from server.commands.bench_guide_judge import exhibits, judge

    sights = exhibits()
    return [judge(each, bench.library, sights) for each in bench.questions]


def figures(bench: Bench, verdicts: list[Verdict]) -> dict[str, Any]:
    """Shares of verdicts, and times on a thousand passages that nobody has asked about yet."""
    from avatars.guides.knowledge.library import Library
    from server.commands import bench_guide_times as times
    from server.commands.bench_guide_judge import exhibits
    from server.commands.bench_guide_report import as_json

    many = Library.of(times.multiplied(bench.documents, len(bench.library.passages)))
    return as_json(
        verdicts,
        len(many.passages),
        times.retrieval(many, bench.questions),
        times.first_clause(many, bench.questions, exhibits()),
    )


def _say(words: str) -> None:
    print(f"lingjing bench: {words}", file=sys.stderr, flush=True)
