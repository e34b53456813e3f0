"""The real tasks inside the walls: all that a child needs is there before it gives files up."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from scenes.exhibits.policy import Policy
from server.run.budgets import options_of
from server.run.worker import Input, Job, Workers
from server.run.worker.job import Told
from tools.places import ROOT

ASSETS = ROOT.parent / "shared" / "assets"
MODELS = ("Suzanne-meshopt-webp", "RiggedSimple-Draco", "SimpleSparseAccessor", "BoxWithSpaces")
pytestmark = pytest.mark.skipif(not ASSETS.is_dir(), reason="the shared models are not here")


@pytest_asyncio.fixture
async def workers() -> AsyncIterator[Workers]:
    opened = Workers(1)
    yield opened
    await opened.close()


def job(task: str, folder: Path, out: Path | None = None) -> Job:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    files.sort(key=lambda path: path.suffix not in (".gltf", ".glb"))
    inputs = tuple(Input(str(path.relative_to(folder)), path) for path in files)
    return Job(task, inputs, out, {**options_of(Policy()), "picture": (80, 60)})


async def test_models_of_every_packing_are_built(workers: Workers, tmp_path: Path) -> None:
    for name in MODELS:
        out = tmp_path / name
        out.mkdir()
        said: list[Told] = []
        outcome = await workers.run(job("exhibit.build", ASSETS / name, out), said.append)
        assert (outcome.state, outcome.verdict, outcome.about) == ("done", "accept", "")
        assert set(outcome.outputs) == {
            *(f"L{n}.glb" for n in range(4)), "manifest.json", "poster.webp",
        }  # fmt: skip
        manifest = json.loads(outcome.outputs["manifest.json"].read_bytes())
        assert manifest["blocked"] == []
        assert (manifest["poster"]["width"], manifest["poster"]["height"]) == (80, 60)
        steps = list(dict.fromkeys(told.step for told in said if told.step))
        assert steps == ["gate", "check", "normalise", "derive", "prove", "poster"]


async def test_a_bad_file_is_refused_by_either_task_and_leaves_nothing(
    workers: Workers, tmp_path: Path
) -> None:
    folder, out = tmp_path / "bad", tmp_path / "out"
    folder.mkdir()
    out.mkdir()
    (folder / "x.glb").write_bytes(b"glTF and not much more")
    for asked in (job("exhibit.judge", folder), job("exhibit.build", folder, out)):
        outcome = await workers.run(asked)
        assert (outcome.state, outcome.verdict) == ("done", "refuse")
        assert outcome.refusal == "exhibit_refused" and outcome.findings
    assert list(out.iterdir()) == []


async def test_a_budget_that_there_is_not_is_no_silent_matter(workers: Workers) -> None:
    inputs = (Input("x", ASSETS / "LICENSES.md"),)
    outcome = await workers.run(Job("exhibit.judge", inputs, None, {"policy": {"max_fun": 1}}))
    assert (outcome.state, outcome.code) == ("failed", "worker_crashed")
    assert "max_fun" in outcome.about
