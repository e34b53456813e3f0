"""`lingjing audit`: prove the audit trail whole, take it along. The server may run or not."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from server.commands import add_data, settings_of

if TYPE_CHECKING:
    from server.store.errors import StoreError

FAULTS: Final = {
    "changed": ("被改动", "was changed"),
    "missing": ("被删除", "is missing"),
    "tail_missing": ("起的末尾记录被删除", "and what followed it are missing"),
    "tail_was_missing": (
        "注明：此前的末尾记录曾经丢失（恢复过旧备份，或被删除）",
        "tells that the end of the trail was missing (an older backup restored, or taken away)",
    ),
    "cut_forged": ("之前的记录被非法删除", "and what came before it were not cut by retention"),
    "key_missing": ("无法核对：审计密钥不在", "cannot be checked: the key is missing"),
    "head_missing": ("之后无法核对：锚点文件不在", "cannot be checked on: the head is missing"),
    "damaged": ("起无法读取：数据库已损坏", "cannot be read: the database is damaged"),
}


def add(subparsers: Any) -> None:
    """The command's words."""
    parser = subparsers.add_parser("audit", help="prove the audit trail whole; export it")
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    check = actions.add_parser("verify", help="read the whole trail and name the first bad line")
    check.add_argument("--json", action="store_true", help="one JSON object")
    add_data(check)
    check.set_defaults(run=verify)
    export = actions.add_parser("export", help="print lines of the trail, oldest first")
    export.add_argument("--since", type=moment, metavar="TIME", help="2026-01-31 or Unix seconds")
    export.add_argument("--until", type=moment, metavar="TIME", help="2026-02-28 or Unix seconds")
    export.add_argument("--format", choices=("jsonl", "csv"), default="jsonl")
    add_data(export)
    export.set_defaults(run=run_export)


def moment(text: str) -> float:
    """A time in Unix seconds; a date without a zone is this machine's."""
    try:
        return float(text)
    except ValueError:
        return datetime.fromisoformat(text).astimezone().timestamp()


def verify(args: argparse.Namespace) -> int:
    """Say whether the trail is whole; 1 when it is not."""
    from server.store.audit_verify import verify as read_again  # heavy, and not always needed
    from server.store.errors import StoreError
    from server.store.places import is_there

    settings = settings_of(args)
    if not is_there(settings.data, settings.database):
        return _nothing_there(settings.data)
    try:
        found = read_again(settings.data, settings.database)
    except StoreError as error:
        return _refused(error)
    except OSError as error:
        print(f"lingjing: {error}", file=sys.stderr)
        return 1
    if args.json:
        told = {"whole": found.is_whole, "fault": found.fault, "seq": found.seq}
        print(json.dumps({**told, "rows": found.rows, "head": found.head.seq}))
    elif found.fault is None:
        print(
            f"审计记录完整：第 {found.first}–{found.head.seq} 条，共 {found.rows} 条 / "
            f"the trail is whole: lines {found.first} to {found.head.seq}, {found.rows} in all\n"
            f"{found.head.hash}"
        )
    else:
        zh, en = FAULTS[found.fault]
        print(f"第 {found.seq} 条{zh} / line {found.seq} {en}", file=sys.stderr)
    return 0 if found.is_whole else 1


def run_export(args: argparse.Namespace) -> int:
    """Print lines, JSON or CSV."""
    from server.store.audit import Wanted  # heavy, and not always needed
    from server.store.audit_print import lines_in
    from server.store.errors import StoreError
    from server.store.places import is_there, place_of

    settings = settings_of(args)
    if not is_there(settings.data, settings.database):
        return _nothing_there(settings.data)
    wanted = Wanted(since=args.since, until=args.until)
    place = place_of(settings.data, settings.database)
    try:
        for line in lines_in(place, wanted, csv=args.format == "csv"):
            sys.stdout.write(line)
    except StoreError as error:
        return _refused(error)
    return 0


def _refused(error: StoreError) -> int:
    print(f"{error.code}: {error}", file=sys.stderr)
    return 1


def _nothing_there(folder: Path) -> int:
    print(f"没有园区数据 / no park's data in {folder}", file=sys.stderr)
    return 1
