"""`lingjing exhibit …`: models are checked, built, and shown in a running park."""

from __future__ import annotations

from typing import Any

from server.commands import exhibit_add, exhibit_build, exhibit_check


def add(subparsers: Any) -> None:
    """The command's words."""
    parser = subparsers.add_parser("exhibit", help="check, build and show exhibits")
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    for action in (exhibit_add, exhibit_check, exhibit_build):
        action.add(actions)
