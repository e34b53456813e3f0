"""`lingjing serve`: opens the park and says how to come in."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, Any

from server.commands import add_data, settings_of

if TYPE_CHECKING:
    from server.app import Running


def add(subparsers: Any) -> None:
    """The command's words."""
    parser = subparsers.add_parser("serve", help="open the park to visitors")
    add_data(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Serve until stopped."""
    # Imported here: the other commands start in a moment, and need nothing of this.
    from server.app import run as run_app
    from server.net.listening import CannotListenError
    from server.store.errors import StoreError

    settings = settings_of(args)
    try:
        run_app(settings, _welcome, _say)
    except CannotListenError as error:
        _say(str(error))
        return 1
    except StoreError as error:
        _say(f"{error.code}: {error.message}")
        return 1
    return 0


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


def _welcome(house: Running, secret: str) -> None:
    from server.outside.qr import terminal_qr

    lines = [
        "",
        "  灵境 Lingjing",
        f"  访客入口 visitors   {house.visitor_url}/",
        f"  运营者   operator   {house.operator_url(secret)}",
        "                      （一次有效，15 分钟内 / once, within 15 minutes）",
    ]
    if house.lan_url is not None:
        lines += [
            f"  头显与手机 headsets and phones   {house.lan_url}/",
            "  （首次打开请接受本地证书 / accept the local certificate once）",
            "",
            terminal_qr(house.lan_url + "/"),
        ]
    print("\n".join(lines), flush=True)
