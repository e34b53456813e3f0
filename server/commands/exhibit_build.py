"""`lingjing exhibit build`: everything that is published of a model, made into a folder."""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import shutil
import signal
import sys
import tempfile
from pathlib import Path
from typing import Any

from server.commands import settings_of
from server.commands.exhibit_check import findings_of, job_of
from server.commands.exhibit_files import Chosen, choose, readable
from server.commands.exhibit_report import add_lang, as_json, as_text, describe, lang_of
from server.log import configure
from server.net.pages import DIST
from server.outside.browser import Photographer, find_browser
from server.run.budgets import policy_of
from server.run.jobs.poster import Photograph, take_picture
from server.run.worker import Outcome
from server.run.worker.each import each
from server.settings import Settings

__all__ = ["add", "run"]

MANIFEST = "manifest.json"
FORMAT = "lingjing.exhibit"
POSTER = Photograph(b"", 1024, 768)


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
    settings = settings_of(args)
    configure(settings.log_format, "warning")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # takes away what is half made
    if not _may_be_written(args.out):
        return 1
    lang = lang_of(args)
    chosen = choose(args.path, policy_of(settings))
    try:
        line = _built(chosen, args.out, settings, lang)
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


def _built(chosen: Chosen, out: Path, settings: Settings, lang: str) -> dict[str, Any]:
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{out.name}.", dir=out.parent) as place:
        folder = Path(place) / "new"
        folder.mkdir()
        outcome = _outcome(chosen, folder, settings)
        good = outcome is not None and outcome.state == "done" and outcome.verdict == "accept"
        line: dict[str, Any] = {
            "path": readable(str(chosen.path)),
            "verdict": "accept" if good else "refuse",
            "findings": describe(findings_of(chosen, outcome), lang),
            "ms": round(outcome.seconds * 1000) if outcome else 0,
            "out": None,
        }
        if not good:
            return line
        asyncio.run(_photograph(folder, settings))
        _keep_originals(chosen, folder / "original")
        made = json.loads((folder / MANIFEST).read_bytes())
        _put(folder, out, Path(place) / "old")
        return line | {"out": readable(str(out))} | _summary(made)


def _outcome(chosen: Chosen, folder: Path, settings: Settings) -> Outcome | None:
    if not chosen.inputs:
        return None
    return next(outcome for _, outcome in each([job_of("exhibit.build", chosen, settings, folder)]))


async def _photograph(folder: Path, settings: Settings) -> None:
    """A photograph where there is a browser; else what has been drawn stays."""
    photographer = Photographer(find_browser(settings.browser), DIST)
    if not photographer.ready:
        return

    async def take(glb: bytes) -> Photograph | None:
        data = await photographer.picture(glb, width=POSTER.width, height=POSTER.height)
        return POSTER._replace(data=data) if data else None

    try:
        await take_picture(take, folder)
    finally:
        await photographer.close()


def _keep_originals(chosen: Chosen, folder: Path) -> None:
    """The files as they came, under the names by which the model knows them."""
    for given in chosen.inputs:
        place = folder / given.name
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(given.path, place)


def _put(folder: Path, out: Path, old: Path) -> None:
    """Put a finished folder in its place; what was built there before goes away with ``old``."""
    mask = os.umask(0)
    os.umask(mask)
    for path in folder.iterdir():
        path.chmod((0o777 if path.is_dir() else 0o666) & ~mask)
    folder.chmod(0o777 & ~mask)
    if out.exists():
        out.rename(old)
    folder.rename(out)


def _summary(made: dict[str, Any]) -> dict[str, Any]:
    """What the manifest says, in short."""
    levels = [
        {key: level[key] for key in ("level", "file", "bytes", "triangles", "error")}
        for level in made["levels"]
    ]
    return {
        "bytes": made["source"]["bytes"],
        "levels": levels,
        "blocked": made["blocked"],
        "parts": len(made["model"]["parts"]),
        "clips": made["model"]["clips"],
        "variants": made["model"]["variants"],
        "poster": made["poster"] and made["poster"]["maker"],
    }


def _text(line: dict[str, Any], lang: str) -> str:
    rows = [as_text(line, lang)]
    if line["out"]:
        rows.append(f"→ {line['out']}")
        rows += [
            f"    {level['file']}  {level['bytes']} bytes  {level['triangles']} triangles"
            for level in line["levels"]
        ]
    return "\n".join(rows)
