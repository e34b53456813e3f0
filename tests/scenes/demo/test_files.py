"""Every file of the demo park, triangle by triangle: what a renderer is given is sound."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

import numpy as np
import pytest

from scenes.glb import Glb, read_glb
from tests.scenes.demo.seen import Seen, seen
from tests.scenes.park import demo_park

FAINT = 1e-7
"""A triangle this much smaller than the largest of its mesh has no front to speak of."""


class File(NamedTuple):
    """A level of a model: where it stands, its place among the levels, and what is in it."""

    hall: str
    node: str
    level: int
    model: dict[str, Any]
    glb: Glb
    parts: tuple[Seen, ...]

    def __repr__(self) -> str:
        return f"{self.hall}/{self.node}/{self.level}"


@cache
def files() -> tuple[File, ...]:
    return tuple(_files())


def _files() -> Iterator[File]:
    park = demo_park()
    for hall, document in park.halls.items():
        for name, node in document["nodes"].items():
            for level, row in enumerate(node.get("model", {"levels": []})["levels"]):
                glb = read_glb(park.assets[row["asset"]])
                yield File(hall, name, level, node["model"], glb, tuple(seen(glb)))


def test_there_is_something_in_every_file() -> None:
    assert len(files()) > 40
    assert [str(file) for file in files() if not file.parts] == []


def test_every_number_is_one() -> None:
    for file in files():
        for part in file.parts:
            for numbers in (part.positions, part.normals, part.colors, part.matrices):
                assert np.isfinite(numbers).all(), file


def test_triangles_are_made_of_corners_that_exist_and_none_is_left_over() -> None:
    for file in files():
        for part in file.parts:
            assert part.indices.min() == 0, file
            assert part.indices.max() == len(part.positions) - 1, file
            assert len(np.unique(part.indices)) == len(part.positions), file


def test_hardly_any_triangle_is_a_mere_line() -> None:
    for file in files():
        lines = sum(int((~solid(part)).sum()) for part in file.parts)
        assert lines <= 0.006 * sum(len(part.indices) for part in file.parts), file


def test_normals_are_of_length_one_and_look_to_the_front() -> None:
    for file in files():
        for part in file.parts:
            assert np.abs(np.linalg.norm(part.normals, axis=1) - 1).max() < 0.02, file
            if not part.material.get("doubleSided"):
                assert turned_away(part) < 0.001, (file, part.material["name"])


def solid(part: Seen) -> Any:
    size = np.linalg.norm(part.fronts, axis=1)
    return size > size.max() * FAINT


def turned_away(part: Seen) -> float:
    """The share of the surface whose front and normals disagree: it would be lit from behind."""
    towards = (part.fronts[:, None] * part.normals[part.indices]).sum(axis=2)
    size = np.linalg.norm(part.fronts, axis=1)
    return float(size[(towards <= 0).any(axis=1) & solid(part)].sum() / size.sum())


def test_nothing_is_pitch_black_or_brighter_than_white() -> None:
    for file in files():
        for part in file.parts:
            assert part.colors.min() >= 0, file
            assert part.colors.max() <= 1, file
            assert part.colors[:, :3].mean() > 0.004, (file, part.material["name"])


def test_what_is_declared_of_the_bounds_is_so() -> None:
    for file in files():
        if file.level:
            continue
        low, high = corners(file).min(axis=0), corners(file).max(axis=0)
        # The box round a turned part's box is a little larger than what is in it.
        slack = 0.1 + 0.05 * float((high - low).max())
        for true, told, sign in ((low, "min", 1), (high, "max", -1)):
            away = (true - np.array(file.model["bounds"][told])) * sign
            assert (away > -0.01).all(), (file, told, away)
            assert (away < slack).all(), (file, told, away)


def corners(file: File) -> Any:
    """Every corner in every place it is drawn."""
    every = (
        part.positions @ matrix[:3, :3].T + matrix[:3, 3]
        for part in file.parts
        for matrix in part.matrices
    )
    return np.concatenate(list(every))


def test_from_afar_a_thing_is_where_it_is_and_as_large() -> None:
    by_node = {(file.hall, file.node, file.level): file for file in files()}
    for (hall, node, level), coarse in by_node.items():
        if level == 0 or node.startswith("trees-"):
            continue  # Crowns are pictures on cards: fewer, larger ones from afar.
        fine = by_node[hall, node, 0]
        across = float(np.ptp(corners(fine), axis=0).max())
        strays = coarse.model["levels"][level]["error"] + 0.6 + across / 1000
        for side in ("min", "max"):
            near, far = (getattr(corners(f), side)(axis=0) for f in (fine, coarse))
            assert np.abs(near - far).max() <= strays, (str(coarse), side, near, far)


def test_materials_are_possible_ones() -> None:
    for file in files():
        for material in file.glb.json["materials"]:
            pbr = material.get("pbrMetallicRoughness", {})
            colour = pbr.get("baseColorFactor", [1, 1, 1, 1])
            assert len(colour) == 4
            assert all(0 <= value <= 1 for value in colour), (file, material["name"])
            for factor in ("metallicFactor", "roughnessFactor"):
                assert 0 <= pbr.get(factor, 1) <= 1, (file, material["name"])
            assert material["name"].strip()


def test_copies_are_neither_mirrored_nor_bent() -> None:
    for file in files():
        for part in file.parts:
            turns = part.matrices[:, :3, :3]
            assert (np.linalg.det(turns) > 0).all(), file
            across = np.linalg.norm(turns, axis=1)
            assert across.max() / across.min() < 40, file


def test_many_alike_are_drawn_once() -> None:
    trees = [file for file in files() if file.node.startswith("trees-") and file.level == 0]
    drawn = sum(len(file.parts) for file in trees)
    standing = sum(len(part.matrices) for file in trees for part in file.parts)
    assert standing > 1000
    assert drawn < 40


@pytest.mark.parametrize("hall", ["grounds", "exhibition", "theatre", "service"])
def test_nothing_is_drawn_below_the_hall_or_above_it(hall: str) -> None:
    bounds = demo_park().halls[hall]["hall"]["bounds"]
    for file in files():
        if file.hall == hall and file.model["role"] == "architecture":
            spots = corners(file)
            assert spots[:, 1].min() >= bounds["min"][1] - 0.05, file
            assert spots[:, 1].max() <= bounds["max"][1] + 0.05, file
