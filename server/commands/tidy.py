"""`lingjing tidy`: takes away stored files of a running park that nothing refers to."""

from __future__ import annotations

import argparse
import json
from typing import Any

from server.commands import add_data, settings_of
from server.commands.client import ask

HOUR = 3600.0


def add(subparsers: Any) -> None:
    """The command's words."""
    parser = subparsers.add_parser("tidy", help="take away stored files that nothing refers to")
    parser.add_argument("--dry-run", action="store_true", help="count them, take nothing away")
    parser.add_argument(
        "--hours", type=float, default=1.0, help="leave files alone that are younger (default 1)"
    )
    parser.add_argument("--json", action="store_true", help="the answer as one JSON object")
    add_data(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Have the server do it, and say what it did."""
    body = {"dry_run": args.dry_run, "grace": args.hours * HOUR}
    answer = ask(settings_of(args), "POST", "/api/v1/storage/collection", body)
    if answer is None:
        return 1
    found = answer.json()
    print(json.dumps(found) if args.json else _words(found))
    return 0


def _words(found: dict[str, Any]) -> str:
    zh, en = ("可清理", "would take away") if found["dry_run"] else ("已清理", "took away")
    megabytes = found["bytes"] / 1e6
    return (
        f"{zh} {found['blobs']} 个文件，{megabytes:.1f} MB，保留 {found['kept']} 个 / "
        f"{en} {found['blobs']} files, {megabytes:.1f} MB; kept {found['kept']}"
    )
