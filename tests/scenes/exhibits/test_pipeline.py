from __future__ import annotations

from hashlib import sha256

import pytest
from hypothesis import given, settings

from scenes.exhibits import pipeline
from scenes.exhibits.derive import Derived, derive
from scenes.exhibits.pipeline import Judged, build, judge
from scenes.exhibits.policy import Policy
from scenes.findings import Finding
from scenes.glb import read_glb
from tests.scenes.exhibits.fuzz_gate import BUFFER, SEEDS, TRIANGLE, judge_one, mutated
from tests.scenes.exhibits.hostile import Packed, data_uri, files, gltf, plain_glb, png, zipped

STEPS = ["gate", "check", "normalise", "derive", "prove", "poster"]
IMAGE = {"uri": data_uri(png(), "image/png")}
MODEL = plain_glb(BUFFER, **TRIANGLE, images=[IMAGE])


def judged(data: bytes, policy: Policy | None = None, name: str = "m.glb") -> Judged:
    return judge(files({name: data}), policy or Policy())


@pytest.fixture(scope="module")
def good() -> Judged:
    return judged(SEEDS[0])


def test_a_good_file_is_accepted_with_its_document(good: Judged) -> None:
    assert (good.verdict, good.code) == ("accept", None)
    assert good.document is not None and good.sources[0].data == SEEDS[0]


@pytest.mark.parametrize(
    ("data", "code", "finding"),
    [
        (b"Kaydara FBX Binary", "unsupported_media", "FOREIGN_FORMAT"),
        (b"\1" * 12, "exhibit_refused", "GLB_INVALID_MAGIC"),
        (zipped(Packed("a.obj", b"v 1 1 1")), "unsupported_media", "FOREIGN_FORMAT"),
        (b"glTF\2\0\0\0", "exhibit_refused", "GLB_UNEXPECTED_END_OF_HEADER"),
        (b"{}", "exhibit_refused", "UNDEFINED_PROPERTY"),
        (gltf(nodes=[{"mesh": 7}]), "exhibit_refused", "UNRESOLVED_REFERENCE"),
        (gltf(nodes=[{"children": [0]}]), "exhibit_refused", "NODE_LOOP"),
    ],
)
def test_a_bad_file_is_refused_with_what_kind_of_refusal(
    data: bytes, code: str, finding: str
) -> None:
    found = judged(data)
    assert (found.verdict, found.document) == ("refuse", None)
    assert found.code == code
    assert finding in [one.code for one in found.findings]


def test_too_much_is_told_apart() -> None:
    assert judged(SEEDS[0], Policy(max_bytes=100)).code == "too_large"


def test_faults_of_every_stage_are_told_at_once() -> None:
    data = gltf(buffers=[{"byteLength": 4, "uri": "a.bin"}], nodes=[{"mesh": 7}])
    assert {one.code for one in judged(data).findings} >= {"IO_ERROR", "UNRESOLVED_REFERENCE"}


def test_what_two_stages_find_is_told_once_and_errors_come_first() -> None:
    one, two = Finding("/a", "X", "warning"), Finding("/a", "Y", "error")
    assert pipeline._together([one, two, two._replace(about="b")], 10) == [two, one]
    many = [Finding(f"/{n}", "X", "warning") for n in range(5)]
    assert pipeline._together(many, 3) == [*many[:3], Finding("", "TOO_MANY_FINDINGS", "warning")]
    more = [one, Finding("", "TOO_MANY_FINDINGS", "error")]
    assert pipeline._together(more, 3)[-1] == more[-1]


def test_how_far_it_is_is_told_in_order(good: Judged) -> None:
    told: list[tuple[str, float]] = []
    again = judge(good.sources, Policy(), lambda step, share: told.append((step, share)))
    build(again, Policy(), lambda step, share: told.append((step, share)), size=(32, 24))
    assert list(dict.fromkeys(step for step, _ in told)) == STEPS
    assert all(0 <= share <= 1 for _, share in told)
    assert [share for step, share in told if step == "gate"] == [0.0, 1.0]


def test_what_is_built_is_whole(good: Judged) -> None:
    built = build(good, Policy(), size=(32, 24))
    assert [level.level for level in built.levels] == [0, 1, 2, 3] and built.blocked == []
    assert read_glb(built.glb).json["meshes"] == TRIANGLE["meshes"]
    assert built.poster is not None and built.poster[8:12] == b"WEBP"
    made = built.manifest
    assert made["format"] == "lingjing.exhibit" and made["source"]["name"] == "m.glb"
    for level, row in zip(built.levels, made["levels"], strict=True):
        assert row["sha256"] == sha256(level.data).hexdigest()
    assert made["poster"]["width"] == 32 and made["poster"]["maker"] == "software"


def test_several_files_go_by_the_name_of_the_model() -> None:
    document = gltf(buffers=[{"byteLength": 4, "uri": "a.bin"}])
    found = judge(files({"d/a.bin": b"abcd", "d/m.gltf": document}), Policy())
    built = build(found, Policy(), size=(16, 12))
    assert built.manifest["source"]["name"] == "d/m.gltf"
    assert [file["name"] for file in built.manifest["source"]["files"]] == ["d/a.bin", "d/m.gltf"]


def test_an_exhibit_without_anything_to_see_is_built_too() -> None:
    built = build(judged(gltf()), Policy(), size=(16, 12))
    assert [level.triangles for level in built.levels] == [0, 0, 0, 0]


def test_what_was_refused_is_not_built() -> None:
    with pytest.raises(ValueError, match="accepted"):
        build(judged(b"{}"), Policy())


def test_a_level_that_lost_something_is_blocked_and_the_upload_is_not(
    good: Judged, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = derive

    def careless(*given: object) -> list[Derived]:
        levels = real(*given)  # type: ignore[arg-type]
        nothing = plain_glb()
        return [levels[0]._replace(data=nothing), levels[1]._replace(data=b"x"), *levels[2:]]

    monkeypatch.setattr(pipeline, "derive", careless)
    built = build(good, Policy(), size=(16, 12))
    assert [level.level for level in built.levels] == [0, 2, 3]
    assert built.levels[0].data == built.glb and built.levels[0].error == 0.0
    assert [blocked.level for blocked in built.blocked] == [0, 1]
    assert all(blocked.findings for blocked in built.blocked)
    assert [row["level"] for row in built.manifest["blocked"]] == [0, 1]


@given(mutated())
@settings(max_examples=300, deadline=None)
def test_mutated_files_get_a_verdict(data: bytes) -> None:
    judge_one(data)
