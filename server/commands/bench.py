"""`lingjing bench`: measures this machine's server against a floor that runs beside it."""

from __future__ import annotations

import argparse
import json
import signal
import sys
from typing import Any

SECONDS = 8.0


def add(subparsers: Any) -> None:
    """The command's words."""
    from server.commands import bench_exhibits, bench_first_view, bench_guide, bench_publish
    from server.commands.bench_scenarios import SCENARIOS

    parser = subparsers.add_parser("bench", help="measure speed against a floor")
    kinds = parser.add_subparsers(dest="kind", required=True, metavar="WHAT")
    presence = kinds.add_parser(
        "presence", help="poses in and out, for rooms and a park full of visitors"
    )
    presence.add_argument("--scenario", choices=[*SCENARIOS, "all"], default="all")
    presence.add_argument("--seconds", type=float, default=SECONDS, help="measured time of a run")
    presence.add_argument("--repeat", type=int, default=1, help="runs; the median counts")
    presence.add_argument("--json", action="store_true", help="print JSON alone")
    presence.set_defaults(run=run)
    bench_first_view.add(kinds)
    bench_publish.add(kinds)
    bench_exhibits.add(kinds)
    bench_guide.add(kinds)


def run(args: argparse.Namespace) -> int:
    """Run the scenarios; 3 when this machine cannot."""
    from server.commands.bench_programs import BenchError
    from server.commands.bench_report import as_json, as_text
    from server.commands.bench_run import measure
    from server.commands.bench_scenarios import SCENARIOS

    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # ends what the bench has started
    chosen = list(SCENARIOS) if args.scenario == "all" else [args.scenario]
    lines = [(SCENARIOS[name], line) for name in chosen for line in SCENARIOS[name].lines]
    try:
        results = measure(lines, args.seconds, args.repeat, _say)
    except BenchError as error:
        _say(f"lingjing bench: {error}")
        return 3
    document = as_json(results, args.seconds, args.repeat)
    print(json.dumps(document, ensure_ascii=False, indent=1) if args.json else as_text(document))
    return 0


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)
