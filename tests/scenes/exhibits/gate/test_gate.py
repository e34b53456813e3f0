from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings

from scenes.exhibits.document import Source
from scenes.exhibits.gate import admit, wanted_files
from scenes.exhibits.policy import Policy
from scenes.findings import Finding
from tests import khronos
from tests.scenes.exhibits.fuzz_gate import SEEDS, mutated, open_one
from tests.scenes.exhibits.gate.test_framing import BAD
from tests.scenes.exhibits.hostile import (
    admitted,
    data_uri,
    errors,
    gltf,
    jpeg,
    plain_glb,
    png,
    webp,
)
from tools.places import ROOT

SHARED = ROOT.parent / "shared"
MODELS = sorted(SHARED.glob("assets/*/*.gl*"))
oracle = pytest.mark.skipif(not khronos.available(), reason="the validator is not installed")
shared = pytest.mark.skipif(not MODELS, reason="the shared files are not here")

URIS = [
    f"data:{head}{body}"
    for head in (
        "application/octet-stream;base64,",
        "application/gltf-buffer;base64,",
        "application/octet-stream;charset=x;base64,",
        "application/octet-stream;base64;base64,",
        "Application/Octet-Stream;base64,",
        "image/png;base64,",
        ";base64,",
        "application/octet-stream,",
        ",",
        "",
    )
    for body in ("AAAAAA==", "AAAAAA", "AAAA", "", "AA AAA==", "AAAAAA=", "_-_-AA==", "AAAAA%3D")
]
PICTURES = {
    "png": png(),
    "jpeg": jpeg(),
    "two channels": jpeg(channels=2),
    "webp": webp(),
    "strange webp": webp(b"VP8Z"),
    "gif": b"GIF89a" + b"\0" * 40,
    "html": b"<html><script>alert(1)</script></html>",
    "short": b"\x89PNG\r\n\x1a\n",
    "no data": png()[:33],
    "cut webp": webp()[:20],
    "cut jpeg": jpeg()[:12],
}


def beside(model: Path) -> list[Source]:
    """A model and the files that it names."""
    data = memoryview(model.read_bytes())
    names = wanted_files(model.name, data, Policy())
    found = [name for name in dict.fromkeys(names) if (model.parent / name).is_file()]
    return [
        Source(model.name, data),
        *(Source(name, memoryview((model.parent / name).read_bytes())) for name in found),
    ]


@shared
@pytest.mark.parametrize("model", MODELS, ids=lambda path: path.stem)
def test_good_models_come_in_with_all_their_bytes(model: Path) -> None:
    came = admit(beside(model), Policy())
    assert came.findings == [] and came.document is not None
    assert None not in came.document.pictures
    assert came.document.buffers[0] is not None


@shared
def test_what_the_gate_finds_in_bad_models_the_validator_found_too() -> None:
    cases = json.loads((SHARED / "assets-invalid" / "manifest.json").read_text())["cases"]
    for case in cases:
        model = SHARED / "assets-invalid" / case["id"]
        found = admit(beside(model), Policy()).findings
        codes = {finding.code for finding in found if finding.severity == "error"}
        assert codes <= set(case["error_codes"]), case["id"]


@oracle
def test_frames_are_judged_as_the_validator_judges_them() -> None:
    cases = {name: data for name, (data, _) in BAD.items() if data[:1] == b"g"}
    for name, report in khronos.validate(cases).items():
        theirs = {line.partition(" ")[0] for line in report.errors}
        assert theirs <= set(BAD[name][1]), name


@oracle
def test_data_uris_are_judged_as_the_validator_judges_them() -> None:
    texts = [gltf(buffers=[{"byteLength": 2, "uri": uri}]) for uri in URIS]
    for uri, text, theirs in zip(URIS, texts, _judged(texts), strict=True):
        assert errors(text) == theirs, uri


@oracle
def test_pictures_are_judged_as_the_validator_judges_them() -> None:
    texts = [
        gltf(images=[{"uri": data_uri(data, mime), **more}])
        for data in PICTURES.values()
        for mime in ("image/png", "image/jpeg", "image/webp")
        for more in ({}, {"mimeType": "image/png"})
    ]
    for text, theirs in zip(texts, _judged(texts), strict=True):
        assert sorted(errors(text)) == sorted(theirs), text


def _judged(texts: list[bytes]) -> list[list[str]]:
    """The codes of the validator's errors for each document."""
    reports = khronos.judge([khronos.Case(text.decode()) for text in texts])
    assert None not in reports
    return [[one.code for one in report or [] if one.severity == "error"] for report in reports]


def test_a_document_says_where_it_came_from() -> None:
    came = admitted({"d/m.gltf": gltf(), "d/a.bin": b""})
    assert came.entry == "d/m.gltf" and came.document is not None
    assert came.document.entry == "d/m.gltf"


def test_only_so_many_findings_are_listed() -> None:
    many = gltf(buffers=[{"byteLength": 1, "uri": "a.bin"}] * 5000)
    found = admitted(many, Policy(max_findings=10)).findings
    assert len(found) == 11 and found[-1].code == "TOO_MANY_FINDINGS"
    assert found[-1].severity == "error"


def test_warnings_do_not_hide_errors() -> None:
    many = gltf(nodes=[{"name": "<b>"}] * 50, buffers=[{"byteLength": 1, "uri": "a.bin"}])
    found = admitted(many, Policy(max_findings=10)).findings
    assert [finding.code for finding in found[:2]] == ["IO_ERROR", "ODD_NAME"]
    assert found[-1] == Finding("", "TOO_MANY_FINDINGS", "error") and len(found) == 11


def test_seeds_of_the_fuzzer_come_in() -> None:
    assert [errors(seed) for seed in (SEEDS[0], SEEDS[2])] == [[], []]


@given(mutated())
@settings(max_examples=300, deadline=None)
def test_mutated_files_get_an_answer(data: bytes) -> None:
    open_one(data)


def test_all_files_that_a_model_wants_are_named() -> None:
    model = gltf(
        buffers=[{"uri": "a%20b.bin"}, {"uri": "../up.bin"}, {"uri": data_uri(b"")}, {}, None],
        images=[{"uri": "d/a.png"}, {"uri": "http://example.com/a.png"}, {"uri": 7}],
    )
    wanted = wanted_files("m.gltf", memoryview(model), Policy())
    assert wanted == ["a b.bin", "a%20b.bin", "d/a.png"]
    assert wanted_files("m.glb", memoryview(plain_glb(buffers=[{"uri": "a"}])), Policy()) == ["a"]
    for nothing in (b"", b"{", b"[]", b"glTF", b"Kaydara FBX Binary"):
        assert wanted_files("m", memoryview(nothing), Policy()) == []
