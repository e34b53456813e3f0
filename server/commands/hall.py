"""`lingjing hall`: the halls of a running park."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any
from urllib.parse import quote

from server.commands import add_data, settings_of
from server.commands.client import ask, read_file

HALLS = "/api/v1/halls"


def add(subparsers: Any) -> None:
    """The command's words."""
    parser = subparsers.add_parser("hall", help="list, make, change and delete halls")
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    _action(actions, "list", "every hall with its visitors", hall=False)
    create = _action(actions, "create", "make a hall; it starts closed and empty")
    create.add_argument("--name-zh", help="its name in Chinese")
    create.add_argument("--name-en", help="its name in English")
    create.add_argument("--kind", choices=("indoor", "outdoor"), default="indoor")
    create.add_argument("--capacity", type=int, help="people in one room")
    rename = _action(actions, "rename", "give a hall another name")
    rename.add_argument("zh")
    rename.add_argument("en")
    capacity = _action(actions, "capacity", "how many people one room of the hall takes")
    capacity.add_argument("people", type=int)
    _action(actions, "open", "let visitors in")
    _action(actions, "close", "send visitors to another hall and let no more in")
    _action(actions, "delete", "take a hall away with its history")
    load = _action(actions, "import", "make a GLB the ground of a hall")
    load.add_argument("file", type=Path, metavar="GROUNDS.glb")


def _action(actions: Any, name: str, words: str, *, hall: bool = True) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = actions.add_parser(name, help=words)
    if hall:
        parser.add_argument("hall", metavar="HALL")
    add_data(parser)
    parser.set_defaults(run=run)
    return parser


def run(args: argparse.Namespace) -> int:
    """Carry one action out."""
    if args.action == "list":
        return _list(args)
    data = read_file(args.file) if args.action == "import" else b""
    answer = None if data is None else ask(settings_of(args), *_request(args, data))
    return 0 if answer is not None else 1


def _list(args: argparse.Namespace) -> int:
    answer = ask(settings_of(args), "GET", HALLS)
    if answer is None:
        return 1
    for hall in answer.json()["halls"]:
        name = f"{hall['name']['zh']} / {hall['name']['en']}"
        print(f"{hall['id']:<16} {hall['state']:<7} {hall['visitors']:>4}  {name}")
    return 0


def _request(
    args: argparse.Namespace, data: bytes
) -> tuple[str, str, bytes | dict[str, Any] | None]:
    path = f"{HALLS}/{quote(args.hall, safe='')}"
    match args.action:
        case "create":
            return "POST", HALLS, _new_hall(args)
        case "rename":
            return "PATCH", path, {"name": {"zh": args.zh, "en": args.en}}
        case "capacity":
            return "PATCH", path, {"capacity": args.people}
        case "open" | "close":
            return "PATCH", path, {"state": "open" if args.action == "open" else "closed"}
        case "delete":
            return "DELETE", path, None
        case _:
            return "PUT", f"{path}/grounds", data


def _new_hall(args: argparse.Namespace) -> dict[str, Any]:
    body: dict[str, Any] = {"id": args.hall, "kind": args.kind}
    if args.name_zh or args.name_en:
        zh, en = args.name_zh or args.name_en, args.name_en or args.name_zh
        body["name"] = {"zh": zh, "en": en}
    if args.capacity is not None:
        body["capacity"] = args.capacity
    return body
