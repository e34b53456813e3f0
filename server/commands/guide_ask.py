"""`lingjing guide ask`: questions from standard input, answers with their sources, line by line."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TextIO
from zoneinfo import ZoneInfo

from server.commands import add_data, settings_of

if TYPE_CHECKING:
    from avatars.guides.knowledge.document import Document

HOME = ZoneInfo("Asia/Shanghai")


class Asked(Protocol):
    """A guide that answers one line."""

    def line(self, raw: str) -> dict[str, Any] | None:
        """The answer to a line of JSON, or what is wrong with it; None for an empty line."""

    def words(self, text: str) -> str:
        """The answer to a question, in words, with sources; remembers it."""


def add(actions: Any) -> None:
    """The command's words."""
    ask = actions.add_parser(
        "ask",
        help="answer questions from a folder of documents, with exact sources",
        description="Reads questions from standard input and answers from .md, .txt, .csv, .pdf and"
        " .docx files in a folder, however deep. Spans count characters of a file's decoded text,"
        " line ends being one character each.",
    )
    ask.add_argument("--knowledge", type=Path, required=True, metavar="DIR", help="the documents")
    ask.add_argument("--jsonl", action="store_true", help="a JSON object a line, in and out")
    ask.add_argument("--brain", choices=("extractive", "model"), default="extractive")
    ask.add_argument("--today", type=date.fromisoformat, metavar="YYYY-MM-DD",
                     help="the day by which records are in force; none: today")  # fmt: skip
    add_data(ask)
    ask.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Answer until the input ends; 2 when the folder is none."""
    from server.commands.guide_folder import documents

    if not args.knowledge.is_dir():
        print(f"lingjing guide: {args.knowledge}: no such folder / 没有这个文件夹", file=sys.stderr)
        return 2
    for stream in (sys.stdin, sys.stdout):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    _quiet()
    known = documents(args.knowledge, _told)
    day = args.today or datetime.now(HOME).date()
    with _guide(args, known, day) as guide:
        try:
            (_lines if args.jsonl else _talk)(guide, sys.stdin, sys.stdout)
        except BrokenPipeError:
            # Whoever reads has read enough. What is still to be flushed at the end goes nowhere.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _guide(
    args: argparse.Namespace, known: Sequence[Document], day: date
) -> AbstractContextManager[Asked]:
    if args.brain == "model":
        from server.commands.guide_model import ModelGuide

        return ModelGuide.asking(known, day, settings_of(args))
    from server.commands.guide_asked import Guide

    return Guide.opened(known, day)


def _quiet() -> None:
    """Have the house's log keep to grave things, on standard error: answers stand alone."""
    from server.log import configure

    configure("text", "critical")


def _told(words: str) -> None:
    print(f"lingjing guide: {words}", file=sys.stderr, flush=True)


def _lines(guide: Asked, source: TextIO, out: TextIO) -> None:
    for raw in source:
        answer = guide.line(raw)
        if answer is not None:
            print(json.dumps(answer, ensure_ascii=False), file=out, flush=True)


def _talk(guide: Asked, source: TextIO, out: TextIO) -> None:
    for text in _asked(source, out):
        print(guide.words(text), file=out, flush=True)


def _asked(source: TextIO, out: TextIO) -> Iterator[str]:
    """Questions as people type them; a prompt when somebody sits there."""
    while True:
        if source.isatty():
            print("\n问 / ask> ", end="", file=out, flush=True)
        raw = source.readline()
        if not raw:
            return
        if text := raw.strip():
            yield text
