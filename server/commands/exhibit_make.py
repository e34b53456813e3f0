"""A folder with everything that is published of a model, made at once or not at all."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

from server.commands.exhibit_files import Chosen, choose, readable
from server.commands.exhibit_judge import findings_of, job_of
from server.commands.exhibit_report import describe
from server.net.pages import DIST
from server.outside.browser import Photographer, find_browser
from server.run.budgets import policy_of
from server.run.jobs.poster import Photograph, take_picture
from server.run.worker import Outcome
from server.run.worker.each import each
from server.settings import Settings

__all__ = ["build_folder"]

MANIFEST = "manifest.json"
POSTER = Photograph(b"", 1024, 768)


def build_folder(path: Path, out: Path, settings: Settings, lang: str) -> dict[str, Any]:
    """Build a whole folder beside its place and put it there at once; what was made, in short.

    Without ``out`` in it nothing was made. Raises OSError.
    """
    chosen = choose(path, policy_of(settings))
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
