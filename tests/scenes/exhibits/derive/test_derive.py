"""Levels of detail: valid, small, without loss, and the same every time."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings

from scenes.exhibits.derive import Derived, derive
from scenes.exhibits.fingerprint import fingerprint, level_losses
from scenes.exhibits.policy import Policy
from scenes.glb import Glb, read_glb, write_glb
from tests import khronos
from tests.scenes.exhibits.derive.models import glb_of, models, rich

POLICY = replace(Policy(), texture_sides=(64, 32, 16, 8))
needs_oracle = pytest.mark.skipif(not khronos.available(), reason="needs the validator")


def levels_of(glb: Glb) -> list[Derived]:
    made = derive(glb, POLICY)
    assert [level.level for level in made] == [0, 1, 2, 3]
    return made


def assert_nothing_lost(glb: Glb, made: list[Derived]) -> None:
    whole = fingerprint(glb)
    for level in made:
        assert level_losses(whole, level.data, level.level, level.error) == []


def assert_valid(made: list[Derived]) -> None:
    reports = khronos.validate({f"L{level.level}": level.data for level in made})
    assert {name: report.errors for name, report in reports.items() if report.errors} == {}


@needs_oracle
def test_a_rich_document_loses_nothing() -> None:
    glb = glb_of(rich(40))
    made = levels_of(glb)
    assert khronos.validate({"it": write_glb(*glb)})["it"].errors == []
    assert_valid(made)
    assert_nothing_lost(glb, made)


def test_levels_become_smaller_and_coarser() -> None:
    made = levels_of(glb_of(rich(60)))
    assert all(a.triangles > b.triangles for a, b in pairwise(made))
    assert all(len(a.data) > len(b.data) for a, b in pairwise(made))
    assert all(a.error < b.error for a, b in pairwise(made))
    assert all(a.gpu_bytes > b.gpu_bytes for a, b in pairwise(made))


def test_the_same_document_gives_the_same_bytes() -> None:
    assert levels_of(glb_of(rich())) == levels_of(glb_of(rich()))


def test_the_input_is_not_changed() -> None:
    glb = glb_of(rich())
    before = write_glb(*glb)
    levels_of(glb)
    assert write_glb(*glb) == before


def test_progress_is_told_from_nought_to_one() -> None:
    told: list[tuple[str, float]] = []
    derive(glb_of(rich()), POLICY, lambda step, done: told.append((step, done)))
    shares = [done for step, done in told if step == "derive"]
    assert shares == sorted(shares) and shares[-1] == 1.0


def test_every_triangle_is_in_l0_also_those_without_area() -> None:
    built = rich(4)
    indices = built.json["meshes"][0]["primitives"][0]["indices"]
    built.numbers(indices)[:6] = 0
    glb = glb_of(built)
    made = levels_of(glb)
    assert_nothing_lost(glb, made[:1])
    assert made[0].triangles == 18 + 3 * 9 + 9


def test_a_document_without_anything_to_draw_passes() -> None:
    glb = Glb({"asset": {"version": "2.0"}}, b"")
    made = levels_of(glb)
    assert {level.triangles for level in made} == {0}
    assert read_glb(made[0].data).json == glb.json


def test_a_morph_target_far_from_nought_is_kept() -> None:
    built = rich(12)
    primitive = built.json["meshes"][0]["primitives"][0]
    rows = built.numbers(primitive["targets"][0]["POSITION"])
    rows += np.array([1000, 3, -50], "<f4")
    entry = built.json["accessors"][primitive["targets"][0]["POSITION"]]
    entry |= {"min": rows.min(axis=0).tolist(), "max": rows.max(axis=0).tolist()}
    glb = glb_of(built)
    assert_nothing_lost(glb, levels_of(glb))


def test_a_tiny_document_does_not_grow() -> None:
    glb = glb_of(rich(3))
    for key in ("images", "textures"):
        del glb.json[key]
    glb.json["materials"] = [{}, {}]
    made = levels_of(glb)
    assert len(made[0].data) <= len(write_glb(*glb)) * 1.02


@needs_oracle
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(models())
def test_whatever_comes_nothing_is_lost(glb: Glb) -> None:
    reports = khronos.validate({"it": write_glb(*glb)})
    assert reports["it"].errors == []
    made = levels_of(glb)
    assert_valid(made)
    assert_nothing_lost(glb, made)
