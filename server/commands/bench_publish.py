"""`lingjing bench publish`: how long it takes until everyone in a hall knows what was published."""

from __future__ import annotations

import argparse
import asyncio
import json
import signal
import sys
import tempfile
from pathlib import Path
from typing import Any

from server.commands.bench_scenarios import Line, Scenario

VISITORS, TIMES = 200, 50
SIDE = 30.0


def add(kinds: Any) -> None:
    """The command's words."""
    parser = kinds.add_parser(
        "publish", help="time from publishing a revision to everybody's notice of it"
    )
    parser.add_argument("--visitors", type=int, default=VISITORS, help="people in the hall")
    parser.add_argument("--times", type=int, default=TIMES, help="how often to publish")
    parser.add_argument("--json", action="store_true", help="print JSON alone")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Fill a hall of a server of its own and publish; 3 when this machine cannot."""
    from server.commands.bench_programs import BenchError, free_port, running_server

    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # ends what the bench has started
    scenario = Scenario("publish", args.visitors, 20, SIDE, 0.0, ())
    try:
        with tempfile.TemporaryDirectory(prefix="lingjing-bench-") as folder:
            data = Path(folder) / "data"
            data.mkdir(mode=0o700)
            port = free_port()
            with running_server(scenario, Line("publish", {}), port, data):
                document = measure(data, port, args.visitors, args.times)
    except BenchError as error:
        print(f"lingjing bench: {error}", file=sys.stderr)
        return 3
    print(json.dumps(document, ensure_ascii=False, indent=1) if args.json else as_text(document))
    return 0


def measure(data: Path, port: int, visitors: int, times: int) -> dict[str, Any]:
    """Make an exhibit of two revisions, let the visitors in, and publish one after the other."""
    from server.commands import bench_publish_run as steps

    stand = steps.make_exhibit(data)
    published = asyncio.run(steps.publish(data, f"http://127.0.0.1:{port}", stand, visitors, times))
    return steps.summed_up(published, visitors)


def as_text(document: dict[str, Any]) -> str:
    """The figures for people."""
    notice, answer = document["notice_ms"], document["answer_ms"]
    return "\n".join(
        [
            f"visitors     {document['visitors']:7d}   publications {document['publications']}",
            f"notice   p50 {notice['p50']:7.1f} ms   from the call until a visitor knows",
            f"         p95 {notice['p95']:7.1f} ms",
            f"         max {notice['max']:7.1f} ms",
            f"answer   p50 {answer['p50']:7.1f} ms   until the call returns",
            f"         p95 {answer['p95']:7.1f} ms",
            f"message      {document['bytes_per_message']:7d} bytes, once to each visitor",
        ]
    )
