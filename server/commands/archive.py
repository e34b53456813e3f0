"""`lingjing archive`: move a park's records from its folder to PostgreSQL."""

from __future__ import annotations

import argparse
import asyncio
import sys
from typing import Any

from server.commands import add_data, settings_of


def add(subparsers: Any) -> None:
    """The command's words."""
    parser = subparsers.add_parser("archive", help="the park's records: move them to PostgreSQL")
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    move = actions.add_parser(
        "move",
        help="move the records of park.db to the empty database that LINGJING_DATABASE names",
    )
    add_data(move)
    move.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Move them, while no server runs."""
    from server.store.errors import StoreError  # heavy, and not always needed
    from server.store.moving import MOVED, move

    settings = settings_of(args)
    if not settings.database:
        words = "请先设置 LINGJING_DATABASE / set LINGJING_DATABASE first"
        print(f"archive_elsewhere: {words}", file=sys.stderr)
        return 1
    try:
        count = asyncio.run(move(settings.data, settings.database))
    except StoreError as error:
        print(f"{error.code}: {error}", file=sys.stderr)
        return 1
    print(
        f"{count} 行记录已移入 PostgreSQL；原文件改名为 {MOVED} / "
        f"{count} rows are in PostgreSQL; the file is called {MOVED} now"
    )
    return 0
