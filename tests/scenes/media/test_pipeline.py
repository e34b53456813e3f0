from __future__ import annotations

import json
import struct
from zlib import compress, crc32

import numpy as np
import pytest

from scenes.exhibits.document import Source
from scenes.exhibits.pictures import decode, encode_webp
from scenes.media.found import MediaError
from scenes.media.pipeline import Built, build, judge
from scenes.media.policy import MediaPolicy
from scenes.media.words import WORDS
from tests.scenes.media.films import mp4, webm
from tests.scenes.media.papers import pdf

POLICY = MediaPolicy(max_bytes=200_000, max_pixels=90_000, shown_side=64, page_side=100)


def source(data: bytes, name: str = "file") -> Source:
    return Source(name, memoryview(data))


def picture(width: int = 200, height: int = 100) -> bytes:
    pixels = np.zeros((height, width, 3), np.uint8)
    pixels[:, : width // 2] = [200, 30, 30]
    return encode_webp(pixels)


def png(width: int = 200, height: int = 100) -> bytes:
    """A grey picture (ISO/IEC 15948)."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = compress((b"\0" + bytes(range(width))) * height)
    mark = b"\x89PNG\r\n\x1a\n"
    return mark + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def built(data: bytes) -> Built:
    judged = judge(source(data), POLICY)
    assert judged.code is None
    return build(judged, POLICY)


def test_a_picture_is_made_as_large_as_it_is_shown() -> None:
    made = built(picture())
    (page,) = made.manifest["pages"]
    assert (made.manifest["kind"], page["width"], page["height"]) == ("image", 64, 32)
    shown = decode(made.files["page-001.webp"])
    assert shown is not None
    assert shown[16, 10, 0] > 150 and shown[16, 60, 0] < 60


def test_every_page_of_a_document_is_told_as_it_is_done() -> None:
    shares: list[float] = []
    judged = judge(source(pdf(3)), POLICY)
    made = build(judged, POLICY, lambda step, share: shares.append(share))
    assert [page["file"] for page in made.manifest["pages"]] == [
        f"page-00{n}.webp" for n in (1, 2, 3)
    ]
    assert shares == pytest.approx([1 / 3, 2 / 3, 1])


@pytest.mark.parametrize(("data", "mime"), [(mp4(), "video/mp4"), (webm(), "video/webm")])
def test_a_film_is_shown_as_it_came_behind_a_cover(data: bytes, mime: str) -> None:
    made = built(data)
    assert made.manifest["video"]["mime"] == mime
    assert made.manifest["pages"] == []
    cover = decode(made.files["poster.webp"])
    assert cover is not None
    middle, corner = cover[180, 320, 0], cover[10, 10, 0]
    assert middle > 200
    assert corner < 100


def test_every_file_is_in_the_manifest() -> None:
    made = built(picture())
    told = [page["file"] for page in made.manifest["pages"]] + [made.manifest["poster"]["file"]]
    assert sorted(made.files) == sorted(told)
    assert json.loads(json.dumps(made.manifest)) == made.manifest


@pytest.mark.parametrize(
    ("data", "code", "finding"),
    [
        (b"", "media_refused", "MEDIA_EMPTY"),
        (b"<svg onload=alert(1)>", "unsupported_media", "MEDIA_FOREIGN_FORMAT"),
        (b"GIF89a" + bytes(40), "unsupported_media", "MEDIA_FOREIGN_FORMAT"),
        (bytes(200_001), "too_large", "MEDIA_TOO_LARGE"),
        (picture(400, 400), "media_refused", "PICTURE_TOO_LARGE"),
        (b"\x89PNG\r\n\x1a\n" + bytes(9), "media_refused", "PICTURE_INVALID"),
        (picture()[:120], "media_refused", "PICTURE_INVALID"),
        (mp4()[:-1], "media_refused", "VIDEO_TRUNCATED"),
    ],
)
def test_what_may_not_come_in_is_refused_with_a_code(data: bytes, code: str, finding: str) -> None:
    judged = judge(source(data), POLICY)
    assert (judged.code, judged.findings[0].code) == (code, finding)
    assert finding in WORDS


def test_a_large_picture_that_breaks_off_is_found_when_it_is_made(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("scenes.media.pipeline.DECODED_AT_ONCE", 100)
    judged = judge(source(png()[:90]), POLICY)
    assert judged.code is None
    with pytest.raises(MediaError, match="PICTURE_INVALID"):
        build(judged, POLICY)
