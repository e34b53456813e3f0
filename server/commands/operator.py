"""`lingjing operator`: sign the operator in by a one-time link; help one who is locked out."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from server.commands import add_data, settings_of
from server.commands.client import ask


def add(subparsers: Any) -> None:
    """The command's words."""
    parser = subparsers.add_parser("operator", help="sign the operator in, or back in")
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    link = actions.add_parser("link", help="print a one-time link, good for fifteen minutes")
    add_data(link)
    link.set_defaults(run=run)
    reset = actions.add_parser(
        "reset",
        help="let somebody in again who lost password or second factor: takes both away, unlocks, "
        "ends every session, and prints a one-time link for a new password",
    )
    reset.add_argument("--email", required=True, help="the account's e-mail address")
    add_data(reset)
    reset.set_defaults(run=run_reset)


def run(args: argparse.Namespace) -> int:
    """Print the link."""
    answer = ask(settings_of(args), "POST", "/api/v1/operator-links")
    if answer is None:
        return 1
    print(answer.json()["url"])
    return 0


def run_reset(args: argparse.Namespace) -> int:
    """Reset how an account signs in, and print the link by which it does so anew."""
    settings = settings_of(args)
    found = ask(settings, "GET", "/api/v1/people", query={"email": args.email})
    if found is None:
        return 1
    people = found.json()["people"]
    if not people:
        words = f"没有使用 {args.email} 的账号 / no account has the address {args.email}"
        print(words, file=sys.stderr)
        return 1
    answer = ask(settings, "POST", f"/api/v1/people/{people[0]['id']}/recover")
    if answer is None:
        return 1
    told = answer.json()
    print(told["url"])
    minutes = told["seconds"] // 60
    words = f"请在 {minutes} 分钟内打开并设置新密码 / open it within {minutes} minutes"
    print(words, file=sys.stderr)
    return 0
