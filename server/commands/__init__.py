"""The keys: ``lingjing …``, one file a command."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Sequence

from server.settings import Settings, SettingsError, load_settings
from server.version import VERSION

COMMANDS = (
    *(
        "serve",
        "demo",
        "hall",
        "exhibit",
        "scene",
        "tidy",
        "operator",
        "certificate",
        "bots",
        "bench",
    ),
    *("settings", "archive", "audit", "privacy", "vault", "registration", "guide"),
)
"""Each is a module of this package with ``add(subparsers)`` and ``run(args) -> exit code``."""


def make_parser() -> argparse.ArgumentParser:
    """The parser of every command."""
    parser = argparse.ArgumentParser(
        prog="lingjing", description="灵境 Lingjing: a virtual industrial park of your own."
    )
    parser.add_argument("--version", action="version", version=f"lingjing {VERSION}")
    subparsers = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name in COMMANDS:
        importlib.import_module(f"server.commands.{name}").add(subparsers)
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; its exit code."""
    args = make_parser().parse_args(argv)
    try:
        return int(args.run(args))
    except SettingsError as error:
        print(f"lingjing: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


def settings_of(args: argparse.Namespace) -> Settings:
    """The settings of this process; ``--data`` goes before the environment."""
    environ = dict(os.environ)
    if getattr(args, "data", None):
        environ["LINGJING_DATA"] = args.data
    return load_settings(environ)


def add_data(parser: argparse.ArgumentParser) -> None:
    """The option that says which park is meant."""
    parser.add_argument("--data", metavar="FOLDER", help="the park's data folder (LINGJING_DATA)")
