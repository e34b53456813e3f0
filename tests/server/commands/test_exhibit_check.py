"""`lingjing exhibit check`: one line a file, in order, from processes of their own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from server.commands import main
from tests.scenes.exhibits.fuzz_gate import SEEDS
from tests.scenes.exhibits.hostile import data_uri, gltf, png
from tools.places import ROOT

SHARED = ROOT.parent / "shared"
INVALID = SHARED / "assets-invalid"
NAMES = ("good.glb", "bad.glb", "odd.gltf", "drawing.fbx", "good.zip")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    odd = gltf(nodes=[{"name": "<script>"}], images=[{"uri": data_uri(png(), "image/png")}])
    given = (SEEDS[0], SEEDS[0][:-9], odd, b"Kaydara FBX Binary", SEEDS[2])
    for name, data in zip(NAMES, given, strict=True):
        (tmp_path / name).write_bytes(data)
    return tmp_path


def checked(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, list[dict[str, Any]]]:
    code = main(["exhibit", "check", "--json", *words])
    return code, [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_each_file_is_a_line_of_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths = [str(folder / name) for name in (*NAMES, "none.glb")]
    code, lines = checked(capsys, *paths)
    assert code == 1 and [line["path"] for line in lines] == paths
    verdicts = ["accept", "refuse", "accept", "refuse", "accept", "refuse"]
    assert [line["verdict"] for line in lines] == verdicts
    found = [[finding["code"] for finding in line["findings"]] for line in lines]
    assert found[1] == ["GLB_UNEXPECTED_END_OF_CHUNK_DATA"]
    assert "ODD_NAME" in found[2] and found[3] == ["FOREIGN_FORMAT"]
    assert found[5] == ["FILE_NOT_FOUND"]
    for line in lines:
        assert set(line) == {"path", "verdict", "findings", "ms"} and line["ms"] >= 0
        for finding in line["findings"]:
            assert set(finding) == {"code", "severity", "pointer", "message"}


def test_all_good_is_no_failure(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert checked(capsys, str(folder / "good.glb"), str(folder / "good.zip"))[0] == 0


def test_without_json_it_can_be_read(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["exhibit", "check", str(folder / "drawing.fbx"), "--lang", "en"]
    assert main(words) == 1
    told = capsys.readouterr().out
    assert told.startswith("refused  ") and "FBX" in told and "Blender" in told


def test_budgets_are_the_operators(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LINGJING_MAX_TEXTURE_SIDE", "1")
    code, (line,) = checked(capsys, str(folder / "good.glb"))
    assert code == 1
    assert line["findings"][0]["code"] == "TEXTURE_TOO_LARGE"


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared files are not here")
def test_every_shared_file_is_judged_rightly(capsys: pytest.CaptureFixture[str]) -> None:
    good = sorted(map(str, SHARED.glob("assets/*/*.gl*")))
    code, lines = checked(capsys, *good)
    assert code == 0 and [line["verdict"] for line in lines] == ["accept"] * len(good)
    cases = json.loads((INVALID / "manifest.json").read_text())["cases"]
    code, lines = checked(capsys, *(str(INVALID / case["id"]) for case in cases))
    assert code == 1
    for case, line in zip(cases, lines, strict=True):
        codes = {f["code"] for f in line["findings"] if f["severity"] == "error"}
        assert line["verdict"] == "refuse" and codes == set(case["error_codes"]), case["id"]
