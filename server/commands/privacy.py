"""`lingjing privacy`: a copy of what is known of somebody, their deletion, the daily round."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any
from urllib.parse import quote

from server.commands import add_data, settings_of
from server.commands.client import ask

PEOPLE = "/api/v1/privacy/people"
ROUND = "/api/v1/privacy/retention/round"


def add(subparsers: Any) -> None:
    """The command's words."""
    parser = subparsers.add_parser("privacy", help="people's data: copy, delete, sweep")
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    export = actions.add_parser("export", help="write all that is known of somebody to a zip")
    export.add_argument("person", metavar="ACCOUNT")
    export.add_argument("file", type=Path, metavar="FILE.zip")
    erase = actions.add_parser("erase", help="delete somebody for good")
    erase.add_argument("person", metavar="ACCOUNT")
    erase.add_argument("--yes", action="store_true", help="do not ask")
    sweep = actions.add_parser("sweep", help="take away now what is kept no longer")
    for action, run in ((export, run_export), (erase, run_erase), (sweep, run_sweep)):
        add_data(action)
        action.set_defaults(run=run)


def run_export(args: argparse.Namespace) -> int:
    """Write the copy."""
    answer = ask(settings_of(args), "GET", f"{PEOPLE}/{quote(args.person, safe='')}/export")
    if answer is None:
        return 1
    try:
        args.file.write_bytes(answer.body)
    except OSError as error:
        print(f"lingjing: {args.file}: {error.strerror}", file=sys.stderr)
        return 1
    print(f"{args.file}  {len(answer.body):,} bytes")
    return 0


def run_erase(args: argparse.Namespace) -> int:
    """Delete somebody, after asking."""
    if not args.yes:
        words = f"删除 {args.person}？不能恢复 / delete {args.person}? This is for good [y/N] "
        if input(words).strip().lower() != "y":
            return 1
    answer = ask(settings_of(args), "DELETE", f"{PEOPLE}/{quote(args.person, safe='')}")
    if answer is None:
        return 1
    print(f"已删除 / deleted: {args.person}")
    return 0


def run_sweep(args: argparse.Namespace) -> int:
    """Make the round now and say what went."""
    answer = ask(settings_of(args), "POST", ROUND)
    if answer is None:
        return 1
    for rule in answer.json()["rules"]:
        words = rule["words"]
        print(f"{rule['taken']:>8}  {words['zh']} / {words['en']}")
    return 0
