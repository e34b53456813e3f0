"""A finished job becomes a revision: its files are stored, then one transaction names them."""

from __future__ import annotations

import json
import mimetypes
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from scenes.exhibits.names import visible
from scenes.findings import Finding, SceneError
from scenes.names import IDENTIFIER
from scenes.properties import CARD, MODEL
from server.run.exhibits.assets import GLB, keep_asset, keep_file, telling_of_disks
from server.run.exhibits.house import House
from server.run.exhibits.outputs import Original, Outputs, Target
from server.store.blobs import Hold
from server.store.exhibit_records import ExhibitFile, FileRole, StoredRevision

MANIFEST = "manifest.json"
MOST_NAMES, LONGEST_NAME = 256, 200
MOST_PARTS = 2000
LONGEST_TITLE = 200
UNNAMED = {"zh": "展品", "en": "Exhibit"}
BUNDLE = "files.json"
UNSEEN = "\N{REPLACEMENT CHARACTER}"
PACKED = "application/octet-stream"


async def keep_revision(
    house: House, outputs: Outputs, target: Target, *, note: str, author: str, job: str
) -> StoredRevision:
    """Keep what a job made as the next revision, a draft that nobody sees yet.

    The same job a second time gets the revision it made. Raises StoreError ``exhibit_unknown``,
    ``archive_full``, ``archive_failed``; SceneError ``scene_invalid`` for a manifest that no node
    could carry.
    """
    with telling_of_disks():
        manifest = json.loads((outputs.folder / MANIFEST).read_bytes())
    model = component(manifest)
    title = title_of(target.title, manifest["source"]["name"])
    with house.blobs.holding() as hold:
        files = [
            *await _originals(house, outputs.originals, hold),
            *await _made(house, outputs.folder, manifest, hold),
        ]
        new = StoredRevision(
            exhibit=target.exhibit or slug(title),
            number=0,
            job=job,
            note=note,
            author=author,
            at=house.clock.now(),
            title=target.title,
            source=_source(manifest),
            model=model,
            parts=manifest["model"]["parts"][:MOST_PARTS],
            findings=manifest.get("findings", []),
            blocked=manifest.get("blocked", []),
            published_at=None,
            files=tuple(files),
        )
        card = None if target.exhibit else {"title": title}
        return await house.archive.exhibits.keep(new, manifest, card, target.owner)


def component(manifest: Mapping[str, Any]) -> dict[str, Any]:
    """The ``model`` component that a manifest describes; raises SceneError ``scene_invalid``."""
    told = manifest["model"]
    model = {
        "levels": [
            {
                "asset": level["sha256"],
                "bytes": level["bytes"],
                "triangles": level["triangles"],
                "error": level["error"],
                "gpu_bytes": level["gpu_bytes"],
            }
            for level in manifest["levels"]
        ],
        "bounds": told["bounds"],
        "color": told["color"],
        "clips": _names(told["clips"]),
        "variants": _names(told["variants"]),
        "parts": len(told["parts"]),
        "role": "exhibit",
    }
    findings = list(MODEL(model, "/model"))
    if findings:
        raise SceneError("scene_invalid", findings)
    return model


def slug(title: Mapping[str, str], other: str = "exhibit") -> str:
    """What something of this title would like to be called in addresses; ``other`` failing all."""
    for text in (title["en"], title["zh"]):
        name = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:48].strip("-")
        if IDENTIFIER.fullmatch(name):
            return name
    return other


def check_card(card: Mapping[str, Any]) -> list[Finding]:
    """What is wrong with a whole card."""
    return list(CARD(dict(card), "/card"))


def _names(names: Sequence[str]) -> list[str]:
    """As many names as a node may carry, each no longer than one may be."""
    return [name[:LONGEST_NAME] for name in names[:MOST_NAMES]]


def title_of(
    wish: Mapping[str, str] | None, file: str, unnamed: Mapping[str, str] = UNNAMED
) -> dict[str, str]:
    """The title wished for, else the name of the file that came, as people may see it."""
    if wish is not None:
        return dict(wish)
    name = visible(Path(file).stem, LONGEST_TITLE)
    return {"zh": name, "en": name} if name else dict(unnamed)


async def _originals(house: House, originals: Sequence[Original], hold: Hold) -> list[ExhibitFile]:
    """The files that came, bytes untouched; of several, a list of them too."""
    files = []
    for place, (name, path) in enumerate(originals):
        media = _media_type(name)
        sha, size = await keep_file(house, path, media, pack=False, hold=hold)
        files.append(ExhibitFile("original", place, name, sha, size))
    return [*files, await _listing(house, files, hold)] if len(files) > 1 else files


async def _listing(house: House, files: Sequence[ExhibitFile], hold: Hold) -> ExhibitFile:
    rows = [{"name": f.name, "bytes": f.bytes, "sha256": f.sha} for f in files]
    data = json.dumps({"files": rows}, ensure_ascii=False, separators=(",", ":")).encode()
    sha = await keep_asset(house, data, "application/json", hold=hold)
    return ExhibitFile("listing", 0, BUNDLE, sha, len(data))


async def _made(
    house: House, folder: Path, manifest: Mapping[str, Any], hold: Hold
) -> list[ExhibitFile]:
    files = []
    for place, level in enumerate(manifest["levels"]):
        files.append(await _output(house, folder, level, ("level", place, GLB), hold))
    if manifest.get("poster"):
        poster = manifest["poster"]
        files.append(await _output(house, folder, poster, ("poster", 0, "image/webp"), hold))
    return files


async def _output(
    house: House,
    folder: Path,
    row: Mapping[str, Any],
    kind: tuple[FileRole, int, str],
    hold: Hold,
) -> ExhibitFile:
    """One file that the manifest names, checked against the hash that it gives."""
    role, place, media = kind
    file = inside(folder, row["file"])
    sha, size = await keep_file(house, file, media, pack=role == "level", hold=hold)
    if sha != row["sha256"]:
        raise SceneError("scene_invalid", [Finding(f"/{role}/{place}/sha256", "bad_asset")])
    return ExhibitFile(role, place, row["file"], sha, size)


def inside(folder: Path, name: str) -> Path:
    """A file of a job's folder; raises SceneError for a name that leads out of it."""
    path = folder / name
    if name in ("", "..") or Path(name).name != name or path.is_symlink():
        raise SceneError("scene_invalid", [Finding("/file", "bad_id")])
    return path


def _source(manifest: Mapping[str, Any]) -> dict[str, Any]:
    """What came; in its name, what cannot be seen, or would turn the rest around, is marked."""
    told = manifest["source"]
    name = "".join(c if c.isprintable() else UNSEEN for c in told["name"])
    return {"name": name, "bytes": told["bytes"], "sha256": told["sha256"]}


def _media_type(name: str) -> str:
    """What an original is served as: models and pictures by name, all else as plain bytes."""
    ending = Path(name).suffix.lower()
    known = {".glb": GLB, ".gltf": "model/gltf+json", ".zip": "application/zip"}
    guessed = mimetypes.guess_type(name)[0] or PACKED
    picture = guessed in ("image/png", "image/jpeg", "image/webp")
    return known.get(ending, guessed if picture else PACKED)
