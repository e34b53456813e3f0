"""The shared models: small levels, every triangle in L0, nothing lost, all of it valid."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from scenes.exhibits.derive import Derived, derive
from scenes.exhibits.document import Source
from scenes.exhibits.fingerprint import fingerprint, level_losses
from scenes.exhibits.gate import admit
from scenes.exhibits.normalise import normalise
from scenes.exhibits.policy import Policy
from scenes.glb import Glb
from scenes.summary import model_summary
from tests import khronos
from tools.places import ROOT

ASSETS = ROOT.parent / "shared" / "assets"
NAMES = (
    *("AnimatedMorphCube-Quantized", "BoxWithSpaces", "Fox", "GlassVaseFlowers"),
    *("MorphStressTest", "MultiUVTest", "RiggedSimple-Draco", "SimpleSparseAccessor"),
    *("Suzanne-meshopt-webp", "AnisotropyBarnLamp-KTX2", "GlamVelvetSofa", "ToyCar"),
)
MOST_FIRST = 64 * 1024
MANIFEST = 4 * 1024
"""About what the manifest takes of the first view's bytes."""

pytestmark = pytest.mark.skipif(not ASSETS.is_dir(), reason="needs the shared models")


@cache
def made(name: str) -> tuple[Glb, int, list[Derived]]:
    folder: Path = ASSETS / name
    files = [Source(p.name, memoryview(p.read_bytes())) for p in sorted(folder.iterdir())]
    document = admit(files, Policy()).document
    assert document is not None
    glb = normalise(document, Policy())
    return glb, sum(len(file.data) for file in files), derive(glb, Policy())


@pytest.mark.parametrize("name", NAMES)
def test_nothing_of_a_shared_model_is_lost(name: str) -> None:
    glb, _, levels = made(name)
    of = fingerprint(glb)
    for level in levels:
        assert level_losses(of, level.data, level.level, level.error) == []
    assert levels[0].triangles == model_summary(glb).triangles
    assert len(levels[3].data) + MANIFEST <= MOST_FIRST


@pytest.mark.skipif(not khronos.available(), reason="needs the validator")
def test_every_level_of_every_shared_model_is_valid() -> None:
    files = {f"{name} L{level.level}": level.data for name in NAMES for level in made(name)[2]}
    found = khronos.validate(files)
    assert {name: report.errors for name, report in found.items() if report.errors} == {}


def test_all_together_are_a_quarter_of_what_came() -> None:
    sizes = [(len(levels[0].data), size) for _, size, levels in map(made, NAMES)]
    assert sum(size for size, _ in sizes) <= 0.25 * sum(size for _, size in sizes)
