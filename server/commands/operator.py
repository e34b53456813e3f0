"""`lingjing operator link`: a fresh one-time link for the operator of a running park."""

from __future__ import annotations

import argparse
from typing import Any

from server.commands import add_data, settings_of
from server.commands.client import ask


def add(subparsers: Any) -> None:
    """The command's words."""
    parser = subparsers.add_parser("operator", help="sign the operator in")
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    link = actions.add_parser("link", help="print a one-time link, good for fifteen minutes")
    add_data(link)
    link.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the link."""
    answer = ask(settings_of(args), "POST", "/api/v1/operator-links")
    if answer is None:
        return 1
    print(answer.json()["url"])
    return 0
