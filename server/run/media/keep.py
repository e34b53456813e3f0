"""A finished job becomes media: its files are stored, then one transaction names them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from server.run.exhibits.assets import keep_file, telling_of_disks
from server.run.exhibits.house import House
from server.run.exhibits.keep import inside, slug, title_of
from server.run.exhibits.outputs import Original
from server.store.blobs import Hold
from server.store.media_records import MediaFile, MediaRole, StoredMedia

__all__ = ["keep_media"]

WEBP: Final = "image/webp"
SOURCE_TYPES: Final[Mapping[str, str]] = {"document": "application/pdf"}
"""What an original is said to be, where that is known; all else is plain bytes."""
UNNAMED = {"zh": "未命名", "en": "Untitled"}


async def keep_media(
    house: House,
    original: Original,
    folder: Path,
    *,
    title: dict[str, str] | None,
    author: str,
    job: str,
    owner: str = "",
) -> StoredMedia:
    """Keep what a job made of a file; the same job a second time gets what it made before.

    It belongs to ``owner``, or else to its author.

    Raises StoreError ``archive_full``, ``archive_failed``.
    """
    with telling_of_disks():
        manifest = json.loads((folder / "manifest.json").read_bytes())
    with house.blobs.holding() as hold:
        files = await _files(house, original, folder, manifest, hold)
        called = title_of(title, original.name, UNNAMED)
        new = StoredMedia(
            id=slug(called, manifest["kind"]),
            kind=manifest["kind"],
            title=called,
            job=job,
            author=author,
            owner=owner,
            at=house.clock.now(),
            source=manifest["source"],
            shown=_shown(manifest, files),
            files=tuple(files),
        )
        return await house.archive.media.keep(new)


async def _files(
    house: House, original: Original, folder: Path, manifest: Mapping[str, Any], hold: Hold
) -> list[MediaFile]:
    video = manifest["video"]
    role: MediaRole = "film" if video else "original"
    media = video["mime"] if video else SOURCE_TYPES.get(manifest["kind"], "")
    came = media or "application/octet-stream"
    sha, size = await keep_file(house, original.path, came, pack=False, hold=hold)
    files = [MediaFile(role, 0, original.name, sha, size)]
    made: list[tuple[MediaRole, int, str]] = [
        ("page", place, page["file"]) for place, page in enumerate(manifest["pages"])
    ]
    made.append(("poster", 0, manifest["poster"]["file"]))
    for part, place, name in made:
        sha, size = await keep_file(house, inside(folder, name), WEBP, pack=False, hold=hold)
        files.append(MediaFile(part, place, name, sha, size))
    return files


def _shown(manifest: Mapping[str, Any], files: list[MediaFile]) -> dict[str, Any]:
    """What a board is told: pages as pictures, a film, and what stands for either at first."""
    by_name = {file.name: file.sha for file in files if file.role in ("page", "poster")}
    pages = [
        {"asset": by_name[p["file"]], "width": p["width"], "height": p["height"]}
        for p in manifest["pages"]
    ]
    video = manifest["video"]
    film = video and {
        "asset": files[0].sha,
        "mime": video["mime"],
        "duration": video["seconds"] or 0,
        "width": video["width"],
        "height": video["height"],
    }
    return {"pages": pages, "video": film, "poster": by_name[manifest["poster"]["file"]]}
