"""Real files in a hall: whatever was valid alone is valid together."""

from __future__ import annotations

import base64
import json
from collections import Counter
from pathlib import Path
from urllib.parse import unquote

import pytest

from scenes.export import export_glb
from scenes.glb import read_glb, write_glb
from tests.khronos import Report, available, validate
from tests.scenes.export.samples import Json, Shelf, exhibit, hall
from tests.scenes.park import demo_park

ASSETS = Path(__file__).resolve().parents[4] / "shared" / "assets"
MEDIA_TYPES = {".png": "image/png", ".jpg": "image/jpeg", ".ktx2": "image/ktx2"}

pytestmark = pytest.mark.skipif(not available(), reason="the Khronos validator is not installed")


def _one_file(path: Path) -> bytes:
    """A file of the collection as one GLB, its neighbours embedded."""
    if path.suffix == ".glb":
        return path.read_bytes()
    document: Json = json.loads(path.read_bytes())
    (buffer,) = document["buffers"]
    binary = _fetch(path, buffer.pop("uri"))
    for image in document.get("images", []):
        data = _fetch(path, image["uri"])
        image["mimeType"] = MEDIA_TYPES[Path(image.pop("uri")).suffix]
        binary += b"\0" * (-len(binary) % 4)
        view = {"buffer": 0, "byteOffset": len(binary), "byteLength": len(data)}
        document["bufferViews"].append(view)
        image["bufferView"] = len(document["bufferViews"]) - 1
        binary += data
    buffer["byteLength"] = len(binary)
    return write_glb(document, binary)


def _fetch(path: Path, uri: str) -> bytes:
    if uri.startswith("data:"):
        return base64.b64decode(uri.partition(",")[2])
    return (path.parent / unquote(uri)).read_bytes()


def _codes(report: Report) -> Counter[str]:
    return Counter(error.split(" ")[0] for error in report.errors)


def test_every_hall_of_the_demo_park() -> None:
    park = demo_park()
    files = {name: export_glb(doc, park.assets.__getitem__) for name, doc in park.halls.items()}
    reports = validate(files)
    assert {name: report.errors for name, report in reports.items()} == {name: [] for name in files}
    for name, doc in park.halls.items():
        exported = read_glb(files[name]).json
        assert "warnings" not in exported["asset"].get("extras", {})
        shown = {
            node["extras"]["id"] for node in exported["nodes"] if "id" in node.get("extras", {})
        }
        assert shown == set(doc["nodes"])


@pytest.mark.skipif(not ASSETS.is_dir(), reason="the sample files are not here")
def test_every_sample_file_twice_and_all_together() -> None:
    shelf = Shelf()
    sources = {
        path.stem: shelf.put(_one_file(path))
        for path in sorted(ASSETS.glob("*/*"))
        if path.suffix in (".glb", ".gltf")
    }
    halls = {
        name: hall(a=exhibit(sha), b=exhibit(sha, translation=[3, 0, 0], explode=1.0))
        for name, sha in sources.items()
    }
    halls["all"] = hall(
        **{
            f"n{i}": exhibit(sha, materials={"0": {"emissiveFactor": [1, 0, 0]}}, variant="Navy")
            for i, sha in enumerate(sources.values())
        }
    )
    files = {name: export_glb(doc, shelf.__getitem__) for name, doc in halls.items()}
    before = validate({name: shelf[sha] for name, sha in sources.items()})
    after = validate(files)
    # The validator does not know KTX2 and calls it an error in the source as well.
    known = sum((_codes(report) for report in before.values()), Counter[str]())
    assert {name: _codes(after[name]) for name in sources} == {
        name: _codes(before[name]) for name in sources
    }
    assert _codes(after["all"]) == known
    assert set(known) <= {"TEXTURE_INVALID_IMAGE_MIME_TYPE"}
