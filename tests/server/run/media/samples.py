"""What a finished media job leaves behind, made by the real pipeline from small files."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

from scenes.exhibits.document import Source
from scenes.exhibits.pictures import encode_webp
from scenes.media.pipeline import build, judge
from scenes.media.policy import MediaPolicy
from server.run.exhibits import Original
from server.run.media import Media
from server.store.media_records import StoredMedia

TITLE = {"zh": "总平面图", "en": "Site plan"}


def picture(width: int = 80, height: int = 40, red: int = 200) -> bytes:
    pixels = np.zeros((height, width, 3), np.uint8)
    pixels[:, :, 0] = red
    return encode_webp(pixels)


def outputs(folder: Path, name: str, data: bytes) -> tuple[Original, Path]:
    """The file that came, and the job's folder."""
    made = folder / f"job-{name}"
    made.mkdir(parents=True)
    came = folder / name
    came.write_bytes(data)
    judged = judge(Source(name, memoryview(data)), MediaPolicy())
    assert judged.code is None
    built = build(judged, MediaPolicy())
    for file, content in built.files.items():
        (made / file).write_bytes(content)
    (made / "manifest.json").write_text(json.dumps(built.manifest))
    return Original(name, came), made


async def keep(
    media: Media, folder: Path, name: str, data: bytes, title: dict[str, str] | None = None
) -> StoredMedia:
    original, made = outputs(folder, name, data)
    return await media.keep(original, made, title=title, author="operator", job=f"job-{name}")
