"""`lingjing scene export`: a hall of a running park as one GLB file."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any
from urllib.parse import quote

from server.commands import add_data, settings_of
from server.commands.client import ask


def add(subparsers: Any) -> None:
    """The command's words."""
    parser = subparsers.add_parser("scene", help="take scenes out of the park")
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    export = actions.add_parser("export", help="write a hall as one GLB that any viewer opens")
    export.add_argument("--hall", required=True, metavar="HALL", help="the hall")
    export.add_argument("out", type=Path, metavar="OUT.glb", help="the file to write")
    add_data(export)
    export.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Fetch the hall and write it; an older file is replaced only by a whole one."""
    if not args.out.parent.is_dir():
        print(f"没有这个文件夹 / no such folder: {args.out.parent}", file=sys.stderr)
        return 1
    answer = ask(settings_of(args), "GET", f"/api/v1/halls/{quote(args.hall, safe='')}/scene.glb")
    return 1 if answer is None else _write(args.out, answer.body)


def _write(out: Path, data: bytes) -> int:
    unfinished = out.with_name(f".{out.name}.part")
    try:
        unfinished.write_bytes(data)
        unfinished.replace(out)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        print(f"无法写入 / cannot write {out}: {error.strerror}", file=sys.stderr)
        return 1
    print(f"{out} ({len(data)} bytes)")
    return 0
