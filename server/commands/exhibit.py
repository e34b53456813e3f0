"""`lingjing exhibit add`: a trusted GLB on a plinth of a running park."""

from __future__ import annotations

import argparse
import json
import os
from pathlib import Path
from typing import Any

from server.commands import add_data, exhibit_check, settings_of
from server.commands.client import ask, read_file


def add(subparsers: Any) -> None:
    """The command's words."""
    parser = subparsers.add_parser("exhibit", help="check, build and show exhibits")
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    new = actions.add_parser("add", help="put a GLB file of your own on a plinth")
    new.add_argument("file", type=Path, metavar="FILE.glb")
    new.add_argument("--hall", metavar="HALL", help="the hall; none: where visitors arrive")
    new.add_argument("--at", metavar="PLINTH", help="the plinth; none: the first free one")
    new.add_argument("--title", help="what its card says; none: the file's name")
    new.add_argument("--json", action="store_true", help="the answer as one JSON object")
    add_data(new)
    new.set_defaults(run=run)
    exhibit_check.add(actions)


def run(args: argparse.Namespace) -> int:
    """Hand the file to the server and say where it stands."""
    data = read_file(args.file)
    if data is None:
        return 1
    query = {"title": args.title or _words(args.file)}
    query |= {key: value for key in ("hall", "at") if (value := getattr(args, key))}
    answer = ask(settings_of(args), "POST", "/api/v1/exhibits", data, query)
    if answer is None:
        return 1
    placed = answer.json()
    if args.json:
        print(json.dumps(placed))
    else:
        print(f"{placed['node']} → {placed['hall']} / {placed['plinth']} ({placed['bytes']} bytes)")
    return 0


def _words(file: Path) -> str:
    """A file's name to read: archives made on Chinese Windows leave names that are not UTF-8."""
    name = os.fsencode(file.stem)
    try:
        return name.decode()
    except UnicodeDecodeError:
        return name.decode("gb18030", "replace")
