"""`lingjing bench guide`: how well and how fast a guide answers from what is on record."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from avatars.guides.knowledge.document import Document

KINDS = (".md", ".txt", ".csv")


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
        print(f"lingjing bench: {error}", file=sys.stderr)
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

    documents = list(demo.documents() if knowledge is None else documents_of(knowledge))
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


def documents_of(folder: Path) -> Iterator[Document]:
    """The plain documents of a folder, their ids the paths below it; raises OSError."""
    from avatars.guides.knowledge.plain import document_of

    if not folder.is_dir():
        raise NotADirectoryError(f"{folder} is no folder")
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix in KINDS:
            yield document_of(path.relative_to(folder).as_posix(), path.read_text("utf-8"))
