"""`lingjing settings`: every setting, its value in force, its default, what it is for."""

from __future__ import annotations

import argparse
import json
from typing import Any

from server.commands import add_data, settings_of
from server.settings import PREFIX, TABLE, Setting, Settings

HIDDEN = "***"


def add(subparsers: Any) -> None:
    """The command's words."""
    parser = subparsers.add_parser("settings", help="list the settings and their values")
    add_data(parser)
    parser.add_argument("--json", action="store_true", help="one JSON object")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print them."""
    settings = settings_of(args)
    if args.json:
        print(json.dumps({s.name: _shown(settings, s) for s in TABLE}))
        return 0
    for setting in TABLE:
        value, default = _shown(settings, setting), _plain(setting.default)
        told = f"{value!r}" if value == default else f"{value!r} (default {default!r})"
        print(f"{PREFIX}{setting.name.upper():<24} {told}\n    {setting.zh} / {setting.en}")
    return 0


def _shown(settings: Settings, setting: Setting) -> Any:
    """A value in force; of a secret, whether there is one."""
    value = getattr(settings, setting.name)
    return HIDDEN if setting.secret and value else _plain(value)


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return value if isinstance(value, (str, int, float, bool)) else str(value)
