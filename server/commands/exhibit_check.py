"""`lingjing exhibit check`: whether files would come in, decided as the server decides it."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from server.commands import settings_of
from server.commands.exhibit_report import add_lang, as_json, as_text, lang_of

__all__ = ["add", "run"]


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
    from server.commands.exhibit_judge import judged
    from server.log import configure

    settings = settings_of(args)
    configure(settings.log_format, "warning")
    lang = lang_of(args)
    refused = 0
    for line in judged(args.paths, settings, lang):
        refused += line["verdict"] == "refuse"
        print(as_json(line) if args.json else as_text(line, lang), flush=True)
    return 1 if refused else 0
