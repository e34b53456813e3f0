"""What a manifest tells."""

from __future__ import annotations

import json
from hashlib import sha256

from scenes.exhibits.derive import Derived
from scenes.exhibits.document import Source
from scenes.exhibits.fingerprint import fingerprint
from scenes.exhibits.manifest import Blocked, Origin, Poster, manifest
from scenes.findings import Finding
from tests.scenes.exhibits.derive.models import glb_of, rich

GLB = glb_of(rich(8))
OF = fingerprint(GLB)
LEVELS = [Derived(i, bytes([i]), 10 - i, 5, 2, i / 8, 100) for i in (1, 0, 2, 3)]
ONE = Origin("pump.glb", [Source("pump.glb", memoryview(b"pump"))])


def test_everything_is_told() -> None:
    told = manifest(ONE, GLB, OF, LEVELS, poster=Poster(b"p", 8, 6, "software"))
    assert (told["format"], told["version"]) == ("lingjing.exhibit", 1)
    assert [level["level"] for level in told["levels"]] == [0, 1, 2, 3]
    first = {"level": 1, "file": "L1.glb", "sha256": sha256(b"\1").hexdigest(), "bytes": 1}
    rest = {"triangles": 9, "vertices": 5, "draw_calls": 2, "error": 0.125, "gpu_bytes": 100}
    assert told["levels"][1] == first | rest
    assert told["poster"]["sha256"] == sha256(b"p").hexdigest()
    assert told["source"]["sha256"] == sha256(b"pump").hexdigest()
    model = told["model"]
    assert model["clips"] == ["run"] and model["variants"] == ["青玉 Jade", "b"]
    assert model["bounds"]["min"][0] < -0.9 and model["draw_calls"] == 5
    assert all(0 <= channel <= 1 for channel in model["color"])


def test_the_same_gives_the_same_words() -> None:
    made = [json.dumps(manifest(ONE, GLB, OF, LEVELS)) for _ in range(2)]
    assert made[0] == made[1]


def test_many_files_have_one_hash_in_whatever_order_they_came() -> None:
    files = [Source("b.bin", memoryview(b"b")), Source("a.gltf", memoryview(b"a"))]
    made = [
        manifest(Origin("a.gltf", order), GLB, OF, LEVELS)["source"]
        for order in (files, files[::-1])
    ]
    assert made[0] == made[1]
    assert [file["name"] for file in made[0]["files"]] == ["a.gltf", "b.bin"]
    assert made[0]["bytes"] == 2


def test_what_was_lost_and_warned_of_is_listed_but_not_without_end() -> None:
    lost = Blocked(2, [Finding("/skins/0", "LOST_SKIN")])
    warned = [Finding(f"/nodes/{i}", "NODE_EMPTY", "warning") for i in range(30)]
    told = manifest(ONE, GLB, OF, LEVELS, blocked=[lost], findings=warned)
    assert told["blocked"] == [
        {
            "level": 2,
            "findings": [
                {"pointer": "/skins/0", "code": "LOST_SKIN", "severity": "error", "about": ""}
            ],
        }
    ]
    assert len(told["findings"]) == 21
    assert told["findings"][-1]["code"] == "TOO_MANY_FINDINGS"
