"""The gate and the checks on mutated files: whatever comes, a verdict; no crash, no hang.

The tests run it with hypothesis. For longer runs, with atheris installed:
``python -m tests.scenes.exhibits.fuzz_gate [folder of seeds] [-max_total_time=600]``.
"""

from __future__ import annotations

import importlib
import re
import struct
import sys

from hypothesis import strategies as st

from scenes.exhibits.document import Source
from scenes.exhibits.gate import admit
from scenes.exhibits.pipeline import judge
from scenes.exhibits.policy import Policy
from scenes.exhibits.words import WORDS
from tests.scenes.exhibits.hostile import (
    Packed,
    avif,
    data_uri,
    gltf,
    jpeg,
    ktx2,
    plain_glb,
    png,
    webp,
    zipped,
)

__all__ = ["SEEDS", "judge_one", "mutated", "open_one"]

POLICY = Policy(max_bytes=2**22, max_json_bytes=2**20, max_findings=50)
POSITIONS = struct.pack("<9f", 0, 0, 0, 1, 0, 0, 0, 1, 0)
INDICES = struct.pack("<3H", 0, 1, 2)
PLACES = struct.pack("<6f", 0, 0, 1, 0, 0, 1)
BUFFER = POSITIONS + PLACES + INDICES
TRIANGLE = {
    "scene": 0,
    "scenes": [{"nodes": [0]}],
    "nodes": [{"name": "三角", "mesh": 0, "children": [1]}, {"translation": [1, 2, 3]}],
    "meshes": [
        {
            "primitives": [
                {"attributes": {"POSITION": 0, "TEXCOORD_0": 2}, "indices": 1, "material": 0}
            ]
        }
    ],
    "materials": [{"pbrMetallicRoughness": {"baseColorTexture": {"index": 0}}}],
    "textures": [{"source": 0}],
    "buffers": [{"byteLength": len(BUFFER)}],
    "bufferViews": [
        {"buffer": 0, "byteLength": 36, "target": 34962},
        {"buffer": 0, "byteOffset": 60, "byteLength": 6, "target": 34963},
        {"buffer": 0, "byteOffset": 36, "byteLength": 24, "target": 34962},
    ],
    "accessors": [
        {
            "bufferView": 0,
            "componentType": 5126,
            "count": 3,
            "type": "VEC3",
            "min": [0, 0, 0],
            "max": [1, 1, 0],
        },
        {"bufferView": 1, "componentType": 5123, "count": 3, "type": "SCALAR"},
        {"bufferView": 2, "componentType": 5126, "count": 3, "type": "VEC2"},
    ],
}
PICTURES = [png(), jpeg(), webp(), ktx2(), avif()]
MIMES = ["image/png", "image/jpeg", "image/webp", "image/ktx2", "image/avif"]
FORMATS = ["EXT_texture_webp", "KHR_texture_basisu", "EXT_texture_avif"]
IMAGES = [{"uri": data_uri(*pair)} for pair in zip(PICTURES, MIMES, strict=True)]
INLINE = {**TRIANGLE, "buffers": [{"byteLength": len(BUFFER), "uri": data_uri(BUFFER)}]}
BESIDE = {**TRIANGLE, "buffers": [{"byteLength": len(BUFFER), "uri": "d/a.bin"}]}
SEEDS = [
    plain_glb(BUFFER, **TRIANGLE, images=IMAGES[:1]),
    gltf(**INLINE, images=IMAGES, extensionsUsed=FORMATS),
    zipped(
        Packed("m/m.gltf", gltf(**BESIDE, images=[{"uri": "木.png"}])),
        Packed("m/d/a.bin", BUFFER),
        Packed("m/木.png", png(), method=0),
    ),
]
NUMBER = re.compile(rb"-?\d+(?:\.\d+)?")
NUMBERS = [b"-1", b"0", b"1", b"255", b"65536", b"2147483648", b"1e99", b"0.5", b"9" * 20, b"1e400"]
WORDS_OF_JSON = [b"null", b"true", b"[]", b"{}", b'""', b"NaN", b'"__proto__"', b'"../a"', b"[[[["]


def open_one(data: bytes) -> None:
    """The gate's promises for any bytes: it ends, it says why, it believes no number."""
    admitted = admit([Source("upload", memoryview(data))], POLICY)
    assert admitted.document is not None or admitted.findings
    assert len(admitted.findings) <= POLICY.max_findings + 1
    for finding in admitted.findings:
        assert finding.code in WORDS and finding.about.isprintable()
    for picture in admitted.document.pictures if admitted.document else ():
        assert picture is None or (picture.width > 0 and picture.height > 0)


def judge_one(data: bytes) -> None:
    """The promises of the whole way in, which any bytes may go."""
    judged = judge([Source("upload", memoryview(data))], POLICY)
    errors = [finding for finding in judged.findings if finding.severity == "error"]
    assert (judged.verdict == "refuse") == bool(errors) == (judged.document is None)
    assert (judged.code is None) == (judged.verdict == "accept")


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """One of the seeds with a few things wrong: bytes, lengths, numbers, words, order."""
    data = draw(st.sampled_from(SEEDS))
    for _ in range(draw(st.integers(1, 4))):
        change = draw(st.sampled_from([_flip, _cut, _insert, _repeat, _renumber, _reword]))
        data = change(draw, data) or data
    return data


def _place(draw: st.DrawFn, data: bytes) -> int:
    return draw(st.integers(0, len(data) - 1))


def _flip(draw: st.DrawFn, data: bytes) -> bytes:
    at = _place(draw, data)
    return data[:at] + bytes([draw(st.integers(0, 255))]) + data[at + 1 :]


def _cut(draw: st.DrawFn, data: bytes) -> bytes:
    at = _place(draw, data)
    return data[:at] + data[at + draw(st.integers(0, 64)) :]


def _insert(draw: st.DrawFn, data: bytes) -> bytes:
    at = _place(draw, data)
    return data[:at] + draw(st.binary(max_size=16)) + data[at:]


def _repeat(draw: st.DrawFn, data: bytes) -> bytes:
    at, to = sorted((_place(draw, data), _place(draw, data)))
    return data[:to] + data[at:]


def _renumber(draw: st.DrawFn, data: bytes) -> bytes:
    """A number of the text becomes another, of the same length where that keeps the frame."""
    found = list(NUMBER.finditer(data))
    if not found:
        return data
    match = draw(st.sampled_from(found))
    number = draw(st.sampled_from(NUMBERS))
    if draw(st.booleans()):
        number = number[: len(match[0])].ljust(len(match[0]))
    return data[: match.start()] + number + data[match.end() :]


def _reword(draw: st.DrawFn, data: bytes) -> bytes:
    places = [match.end() for match in re.finditer(rb":", data)]
    at = draw(st.sampled_from(places)) if places else 0
    return data[:at] + draw(st.sampled_from(WORDS_OF_JSON)) + data[at:]


def main() -> None:
    """Run until something breaks, guided by what code is reached."""
    atheris = importlib.import_module("atheris")
    atheris.instrument_all()
    atheris.Setup(sys.argv, judge_one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
