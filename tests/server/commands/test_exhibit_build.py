"""`lingjing exhibit build`: a whole folder, or none."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from server.commands import main
from tests.scenes.exhibits.fuzz_gate import BESIDE, BUFFER, SEEDS
from tests.scenes.exhibits.hostile import gltf, png

MADE = ["L0.glb", "L1.glb", "L2.glb", "L3.glb", "manifest.json", "original", "poster.webp"]


@pytest.fixture(autouse=True)
def without_a_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LINGJING_BROWSER", "none")


def built(
    capsys: pytest.CaptureFixture[str], path: Path, out: Path
) -> tuple[int, dict[str, Any] | None]:
    code = main(["exhibit", "build", str(path), "--out", str(out), "--json"])
    told = capsys.readouterr().out
    return code, json.loads(told) if told else None


def inside(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_folder_with_all_that_is_published(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "m.glb").write_bytes(SEEDS[0])
    out = tmp_path / "new" / "out"
    code, line = built(capsys, tmp_path / "m.glb", out)
    assert code == 0 and line is not None and line["out"] == str(out)
    assert [level["file"] for level in line["levels"]] == MADE[:4] and line["blocked"] == []
    assert inside(out) == MADE and inside(out / "original") == ["m.glb"]
    assert (out / "original" / "m.glb").read_bytes() == SEEDS[0]
    made = json.loads((out / "manifest.json").read_bytes())
    for row in (*made["levels"], made["poster"]):
        assert sha256((out / row["file"]).read_bytes()).hexdigest() == row["sha256"]
    assert inside(tmp_path) == ["m.glb", "new"] and inside(tmp_path / "new") == ["out"]


def test_a_model_of_several_files_is_kept_as_they_lay(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = tmp_path / "given"
    (given / "d").mkdir(parents=True)
    (given / "m.gltf").write_bytes(gltf(**BESIDE, images=[{"uri": "木.png"}]))
    (given / "d" / "a.bin").write_bytes(BUFFER)
    (given / "木.png").write_bytes(png())
    assert built(capsys, given, tmp_path / "out")[0] == 0
    original = tmp_path / "out" / "original"
    assert inside(original) == ["d", "m.gltf", "木.png"]
    assert (original / "d" / "a.bin").read_bytes() == BUFFER


@pytest.mark.parametrize("data", [b"glTF", b"ISO-10303-21;", gltf(nodes=[{"mesh": 1}])])
def test_a_refusal_leaves_nothing_behind(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], data: bytes
) -> None:
    (tmp_path / "m.glb").write_bytes(data)
    code, line = built(capsys, tmp_path / "m.glb", tmp_path / "out")
    assert code == 1 and line is not None
    assert line["verdict"] == "refuse" and line["out"] is None and line["findings"]
    assert inside(tmp_path) == ["m.glb"]


def test_what_was_built_before_is_replaced_and_nothing_else_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "m.glb").write_bytes(SEEDS[0])
    (tmp_path / "out").mkdir()
    assert built(capsys, tmp_path / "m.glb", tmp_path / "out")[0] == 0
    assert built(capsys, tmp_path / "m.glb", tmp_path / "out")[0] == 0
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("hello")
    assert built(capsys, tmp_path / "m.glb", tmp_path / "mine") == (1, None)
    assert built(capsys, tmp_path / "m.glb", tmp_path / "m.glb") == (1, None)
    assert built(capsys, tmp_path / "m.glb", tmp_path / "m.glb" / "out") == (1, None)
    assert inside(tmp_path) == ["m.glb", "mine", "out"]
    assert inside(tmp_path / "mine") == ["letter.txt"]


def test_it_can_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "m.zip").write_bytes(SEEDS[2])
    words = ["exhibit", "build", str(tmp_path / "m.zip"), "--out", str(tmp_path / "out")]
    assert main([*words, "--lang", "zh"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("通过") and "L3.glb" in told
