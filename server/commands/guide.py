"""`lingjing guide …`: a guide without a server."""

from __future__ import annotations

from typing import Any

from server.commands import guide_ask


def add(subparsers: Any) -> None:
    """The command's words."""
    parser = subparsers.add_parser("guide", help="ask a guide about a folder of documents")
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    guide_ask.add(actions)
