"""`lingjing bench exhibits`: what the pipeline makes of a folder's models, in bytes and seconds."""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Json = dict[str, Any]
ENDINGS = (".glb", ".gltf", ".zip")


def add(kinds: Any) -> None:
    """The command's words."""
    parser = kinds.add_parser(
        "exhibits", help="bytes, levels and seconds of every model below a folder"
    )
    parser.add_argument("path", type=Path, metavar="PATH", help="a folder, or one model")
    parser.add_argument("--json", action="store_true", help="print JSON alone")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Build every model, one after the other; 3 when there is none."""
    from server.commands import settings_of
    from server.commands.bench_exhibits_run import measure
    from server.log import configure

    settings = settings_of(args)
    configure(settings.log_format, "warning")
    paths = list(models(args.path))
    if not paths:
        print(f"lingjing bench: no model at {args.path} / 这里没有模型", file=sys.stderr)
        return 3
    document = asyncio.run(measure(paths, settings))
    print(json.dumps(document, ensure_ascii=False, indent=1) if args.json else as_text(document))
    return 0


def models(path: Path) -> Iterator[Path]:
    """Every glTF file at or below a path, in order."""
    if path.is_file():
        yield path
        return
    found = (each for each in path.rglob("*") if each.suffix.lower() in ENDINGS)
    yield from sorted(each for each in found if each.is_file())


def as_text(document: Json) -> str:
    """A table for people."""
    lines = [f"{'KB in':>9}{'L0':>8}{'L1':>8}{'L2':>8}{'L3':>7}{'s':>7}{'CPU':>7}  model"]
    for row in document["exhibits"]:
        if not row.get("levels"):
            lines.append(
                f"{row['bytes_in'] / 1000:9.1f}  {row['code'] or 'refused'}  {row['path']}"
            )
            continue
        sizes = {level["level"]: level["bytes"] / 1000 for level in row["levels"]}
        cells = "".join(f"{sizes.get(i, 0):{7 if i == 3 else 8}.1f}" for i in range(4))
        times = f"{row['seconds']:7.2f}{row['cpu_seconds']:7.2f}"
        lost = "".join(f"\n{'':>48}lost {each}" for each in row["losses"])
        lines.append(f"{row['bytes_in'] / 1000:9.1f}{cells}{times}  {row['path']}{lost}")
    t = document["totals"]
    share = f"{t['l0_share']:.1%}" if t["l0_share"] is not None else "–"
    return "\n".join(
        [
            *lines,
            f"L0             {share} of the input (≤ {t['l0_share_wanted']:.0%}), triangles "
            f"{'kept' if t['triangles_kept'] else 'NOT KEPT'}",
            f"manifest + L3  {t['first_bytes_p95'] / 1024:.1f} KiB at p95 "
            f"(≤ {t['first_bytes_wanted'] // 1024}); {t['first_bytes_within']} of {t['built']}",
            f"losses         {t['losses']}",
            f"time           {t['seconds']:.1f} s in all, {t['slowest_seconds']:.1f} s the slowest",
        ]
    )
