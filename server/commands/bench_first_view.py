"""`lingjing bench first-view`: what a visitor waits for on a plain line, measured in a browser."""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "clients" / "web" / "bench" / "first_view.mjs"
BROWSER_SECONDS = 600.0
STOP_SECONDS = 30.0
MOST_BYTES = 500_000
MOST_MS = 1500
MOST_CALLS = 100


class FirstViewError(Exception):
    """The bench cannot run here; the text says why."""


def add(kinds: Any) -> None:
    """The command's words."""
    parser = kinds.add_parser(
        "first-view", help="bytes and time until the park is seen, at 10 Mbit/s and 40 ms"
    )
    parser.add_argument("--url", help="a running park; none: the demo park, built and served")
    parser.add_argument("--repeat", type=int, default=3, help="visits; the median counts")
    parser.add_argument("--json", action="store_true", help="print JSON alone")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Visit the park in a browser; 3 when this machine cannot."""
    try:
        with contextlib.ExitStack() as stack:
            url = args.url or stack.enter_context(demo_park())
            document = visit(url, args.repeat)
    except FirstViewError as error:
        print(f"lingjing bench: {error}", file=sys.stderr)
        return 3
    print(json.dumps(document, ensure_ascii=False, indent=1) if args.json else as_text(document))
    return 0


def visit(url: str, repeat: int) -> dict[str, Any]:
    """What the browser measured; raises FirstViewError."""
    node = Path(sys.executable).with_name("node")
    if not node.exists() or not PROGRAM.is_file():
        raise FirstViewError(
            "a checkout after `make test` is needed / 需要源代码目录并先 make test"
        )
    done = subprocess.run(
        [str(node), str(PROGRAM), url, str(repeat)],
        env={**os.environ, "CHROMIUM": _browser()},
        capture_output=True,
        text=True,
        timeout=BROWSER_SECONDS,
        check=False,
    )
    if done.returncode:
        raise FirstViewError(done.stderr.strip())
    document: dict[str, Any] = json.loads(done.stdout)
    return document


def as_text(document: dict[str, Any]) -> str:
    """The figures for people, each beside what it should not exceed."""
    view = document["first_view"]
    lines = [
        f"first view   {view['bytes'] / 1000:7.0f} KB   (≤ {MOST_BYTES / 1000:.0f})",
        f"             {view['ms']:7d} ms   (≤ {MOST_MS})",
        f"  received   {view['received_ms']:7d} ms",
        f"draw calls   {document['most_draw_calls']:7d} most (≤ {MOST_CALLS})",
    ]
    lines += [
        f"  {row['hall']:<14}{row['draw_calls']:5d} calls {row['triangles']:9,d} triangles"
        f"   {row['viewpoint']}"
        for row in document["viewpoints"]
    ]
    return "\n".join([*lines, f"renderer     {document['renderer']}"])


@contextlib.contextmanager
def demo_park() -> Iterator[str]:
    """Serve the demo park from a folder of its own; its address."""
    environ = {k: v for k, v in os.environ.items() if not k.startswith("LINGJING_")}
    words = [sys.executable, "-m", "server", "serve"]
    with tempfile.TemporaryDirectory() as folder:
        environ |= {"LINGJING_DATA": str(Path(folder) / "data"), "LINGJING_PORT": "0"}
        with subprocess.Popen(
            words, cwd=ROOT, env=environ, stdout=subprocess.PIPE, text=True
        ) as it:
            try:
                yield _address(it)
            finally:
                it.terminate()
                it.communicate(timeout=STOP_SECONDS)


def _address(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    for line in process.stdout:
        if "visitors" in line:
            return line.split()[-1]
    raise FirstViewError("the park did not open / 园区没有启动")


def _browser() -> str:
    words = [sys.executable, "-m", "tools.chromium"]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise FirstViewError(done.stdout.strip())
    return done.stdout.strip()
