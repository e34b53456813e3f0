"""`lingjing exhibit build`: everything that is published of a model, made into a folder."""

from __future__ import annotations

import argparse
import json
import signal
import sys
from pathlib import Path
from typing import Any

from server.commands import settings_of
from server.commands.exhibit_report import add_lang, as_json, as_text, lang_of

__all__ = ["add", "run"]

MANIFEST = "manifest.json"
FORMAT = "lingjing.exhibit"


def add(actions: Any) -> None:
    """The command's words."""
    build = actions.add_parser("build", help="make levels, manifest and picture into a folder")
    build.add_argument(
        "path",
        type=Path,
        metavar="PATH",
        help="a .glb, a .gltf beside its files, a .zip, or a folder with one model",
    )
    build.add_argument(
        "--out", type=Path, required=True, metavar="DIR", help="a new folder, or one built before"
    )
    build.add_argument("--json", action="store_true", help="what was made, as one JSON object")
    add_lang(build)
    build.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Build the whole folder beside its place and put it there at once; 1 when it is refused."""
    from server.commands.exhibit_make import build_folder
    from server.log import configure

    settings = settings_of(args)
    configure(settings.log_format, "warning")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # takes away what is half made
    if not _may_be_written(args.out):
        return 1
    lang = lang_of(args)
    try:
        line = build_folder(args.path, args.out, settings, lang)
    except OSError as error:
        print(f"无法写入 / cannot write {args.out}: {error.strerror}", file=sys.stderr)
        return 1
    print(as_json(line) if args.json else _text(line, lang))
    return 0 if line["out"] else 1


def _may_be_written(out: Path) -> bool:
    """Whether a folder may become what is built: nobody's other things are taken away."""
    if not out.exists() or (out.is_dir() and (_is_ours(out) or not any(out.iterdir()))):
        return True
    print(f"这里已有其他内容 / there is something else here: {out}", file=sys.stderr)
    return False


def _is_ours(folder: Path) -> bool:
    try:
        found = json.loads((folder / MANIFEST).read_bytes())
    except (OSError, ValueError):
        return False
    return isinstance(found, dict) and found.get("format") == FORMAT


def _text(line: dict[str, Any], lang: str) -> str:
    rows = [as_text(line, lang)]
    if line["out"]:
        rows.append(f"→ {line['out']}")
        rows += [
            f"    {level['file']}  {level['bytes']} bytes  {level['triangles']} triangles"
            for level in line["levels"]
        ]
    return "\n".join(rows)
