"""`lingjing bench exhibits`: a small folder through the real pipeline."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from scenes.glb import write_glb
from server.commands import main, make_parser
from server.commands.bench_exhibits import as_text, models, run
from server.commands.bench_exhibits_run import percentile, totals
from tests.scenes.exhibits.derive.models import glb_of, rich


def row(l0: int, first: int, losses: list[str] | None = None) -> dict[str, Any]:
    levels = [{"level": i, "bytes": l0 // (i + 1), "triangles": 10} for i in range(4)]
    return {
        "path": "a.glb",
        "bytes_in": 1000,
        "triangles_in": 10,
        "levels": levels,
        "first_bytes": first,
        "losses": losses or [],
        "seconds": 2.0,
        "cpu_seconds": 1.5,
        "code": None,
    }


def test_the_command_is_known() -> None:
    args = make_parser().parse_args(["bench", "exhibits", "models", "--json"])
    assert (args.path, args.json, args.run) == (Path("models"), True, run)


def test_every_model_below_a_folder_is_found(tmp_path: Path) -> None:
    for name in ("b/deep/x.GLB", "a.gltf", "a.bin", "c.zip", "notes.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert [p.name for p in models(tmp_path)] == ["a.gltf", "x.GLB", "c.zip"]
    assert list(models(tmp_path / "a.bin")) == [tmp_path / "a.bin"]


def test_totals_leave_out_what_was_refused() -> None:
    refused = {"path": "x", "bytes_in": 500, "code": None}
    rows = [row(100, 50_000), refused, row(300, 70_000, ["1: LOST_SKIN /skins/0"])]
    sums = totals(rows)
    assert (sums["files"], sums["built"], sums["bytes_in"]) == (3, 2, 2000)
    assert (sums["l0_share"], sums["triangles_kept"], sums["losses"]) == (0.2, True, 1)
    assert (sums["first_bytes_p95"], sums["first_bytes_within"]) == (70_000, 1)
    text = as_text({"exhibits": rows, "totals": sums})
    assert "20.0% of the input" in text and "refused" in text and "lost 1: LOST_SKIN" in text
    assert totals([])["l0_share"] is None and "–" in as_text({"exhibits": [], "totals": totals([])})


@pytest.mark.parametrize(
    ("values", "share", "wanted"), [([], 0.95, 0), ([1], 0.95, 1), (list(range(100)), 0.95, 94)]
)
def test_percentiles(values: list[int], share: float, wanted: int) -> None:
    assert percentile(values, share) == wanted


def test_a_folder_without_models(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "exhibits", str(tmp_path)]) == 3
    assert "no model" in capsys.readouterr().err


def test_a_folder_is_built(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = write_glb(*glb_of(rich(16)))
    (tmp_path / "good.glb").write_bytes(data)
    (tmp_path / "bad.glb").write_bytes(data[:100])
    with zipfile.ZipFile(tmp_path / "packed.zip", "w") as archive:
        archive.writestr("inner.glb", data)
    assert main(["bench", "exhibits", str(tmp_path), "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    bad, good, packed = document["exhibits"]
    assert bad["verdict"] == "refuse" and bad["errors"] and "levels" not in bad
    for each in (good, packed):
        assert each["verdict"] == "accept" and each["losses"] == []
        assert [level["level"] for level in each["levels"]] == [0, 1, 2, 3]
        assert each["first_bytes"] == each["manifest_bytes"] + each["levels"][3]["bytes"]
        assert set(each["steps"]) >= {"gate", "check", "normalise", "derive", "prove", "poster"}
    assert document["totals"]["built"] == 2 and document["totals"]["triangles_kept"]
