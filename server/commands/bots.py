"""`lingjing bots`: fills a park with wandering visitors."""

from __future__ import annotations

import argparse
import asyncio
import signal
import ssl
import sys
from collections.abc import Callable
from typing import Any

from clients.headless.bots import Crowd, Tally
from server.commands import add_data, settings_of

MOST = 2000


def add(subparsers: Any) -> None:
    """The command's words."""
    parser = subparsers.add_parser(
        "bots",
        help="fill a park with wandering visitors",
        description="Wandering visitors walk to exhibits, look, sit down, gather in small groups "
        "and go through portals. Ctrl-C ends the visit.",
    )
    add_data(parser)
    parser.add_argument("--count", type=_count, default=20, metavar="N", help="how many (20)")
    parser.add_argument("--hall", default="grounds", help="where they come in (grounds)")
    parser.add_argument("--url", help="any link into the park (the local one)")
    parser.add_argument("--seconds", type=float, metavar="S", help="how long (until Ctrl-C)")
    parser.add_argument("--seed", type=int, default=1, help="the same seed, the same visit (1)")
    parser.add_argument(
        "--insecure", action="store_true", help="accept any certificate, such as a local one"
    )
    parser.set_defaults(run=run)


def _count(text: str) -> int:
    number = int(text)
    if not 1 <= number <= MOST:
        raise argparse.ArgumentTypeError(f"1..{MOST}")
    return number


def run(args: argparse.Namespace) -> int:
    """Let them wander, and say in one line what they did."""
    crowd = Crowd(args.url or _local(args), args.count, args.hall, args.seed, _tls(args))
    tally = asyncio.run(_wander(crowd, args.seconds))
    print(summary(crowd, tally))
    for code, times in tally.faults.most_common():
        print(f"  {code} × {times}", file=sys.stderr)
    return 0 if tally.entered else 1


def summary(crowd: Crowd, tally: Tally) -> str:
    """One line for the operator."""
    did, walked = tally.deeds, f"{tally.metres / 1000:.2f} km"
    return (
        f"{tally.entered}/{crowd.count} 位访客：走了 {walked}，"
        f"看了 {did.looked} 处，互动 {did.played} 次，落座 {did.sat} 次，换展厅 {did.passed} 次 / "
        f"{tally.entered} visitors walked {walked}, looked {did.looked} times, "
        f"played {did.played}, sat {did.sat}, changed halls {did.passed}"
    )


async def _wander(crowd: Crowd, seconds: float | None) -> Tally:
    stop = asyncio.Event()
    with _on_signals(stop.set):
        return await crowd.run(stop, seconds)


class _on_signals:  # noqa: N801 - reads as the context that it is
    """While this lasts, SIGINT and SIGTERM call ``act`` instead of ending the process."""

    def __init__(self, act: Callable[[], None]) -> None:
        self._act = act

    def __enter__(self) -> None:
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, self._act)

    def __exit__(self, *error: object) -> None:
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.remove_signal_handler(number)


def _local(args: argparse.Namespace) -> str:
    """Where the park of these settings answers on this machine."""
    settings = settings_of(args)
    return settings.local_url(settings.port)


def _tls(args: argparse.Namespace) -> ssl.SSLContext | None:
    """Whom to trust: anybody when told so, besides the usual the local park's own certificate."""
    own = settings_of(args).data / "secrets" / "local.pem"
    if not (args.insecure or own.is_file()):
        return None
    context = ssl.create_default_context()
    if own.is_file():
        context.load_verify_locations(own)
    if args.insecure:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    return context
