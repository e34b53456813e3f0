"""The whole catalogue: valid files, honest cards, two levels that match, sizes within bounds."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

import numpy as np
import pytest

from scenes.demo.exhibits import Exhibit, build, catalogue, level_glb
from scenes.glb import Glb, read_glb
from scenes.summary import ModelSummary, model_summary
from tests.khronos import available, validate
from tests.scenes.demo.exhibits.reading import keyframes

MEGABYTE = 1_000_000


class Level(NamedTuple):
    data: bytes
    json: dict[str, Any]
    summary: ModelSummary


@pytest.fixture(scope="module")
def levels() -> dict[str, tuple[Level, Level]]:
    return {e.id: (_level(e, 0), _level(e, 1)) for e in catalogue()}


def _level(exhibit: Exhibit, level: int) -> Level:
    data = level_glb(exhibit, level)
    glb = read_glb(data)
    return Level(data, glb.json, model_summary(glb))


@pytest.mark.skipif(not available(), reason="the validator is not installed")
def test_the_validator_finds_nothing(levels: dict[str, tuple[Level, Level]]) -> None:
    files = {
        f"{name}-{i}": level.data for name, both in levels.items() for i, level in enumerate(both)
    }
    for name, report in validate(files).items():
        assert report.errors == [], name
        assert report.warnings == [], name


def test_there_is_enough_to_see(levels: dict[str, tuple[Level, Level]]) -> None:
    fine = [both[0].summary for both in levels.values()]
    assert len(fine) >= 12
    assert sum(summary.parts > 4 for summary in fine) >= 8
    assert sum(bool(summary.clips) for summary in fine) >= 6
    assert any(len(summary.variants) >= 3 for summary in fine)


def test_the_coarse_level_offers_the_same(levels: dict[str, tuple[Level, Level]]) -> None:
    for name, (fine, coarse) in levels.items():
        assert _parts(fine) == _parts(coarse), name
        assert fine.summary.clips == coarse.summary.clips, name
        assert fine.summary.variants == coarse.summary.variants, name
        assert coarse.summary.triangles * 2 < fine.summary.triangles, name
        assert fine.summary.low == pytest.approx(coarse.summary.low, abs=0.03), name
        assert fine.summary.high == pytest.approx(coarse.summary.high, abs=0.03), name


def _parts(level: Level) -> dict[str, Any]:
    nodes = level.json["nodes"]
    return {n["name"]: n["extras"]["part"] for n in nodes if "part" in n.get("extras", {})}


def test_sizes_and_draw_calls(levels: dict[str, tuple[Level, Level]]) -> None:
    for name, (fine, coarse) in levels.items():
        assert len(fine.data) < MEGABYTE, name
        assert len(coarse.data) < 0.3 * MEGABYTE, name
        assert fine.summary.draw_calls <= 25, name
        assert coarse.summary.draw_calls <= fine.summary.draw_calls, name


def test_every_exhibit_stands_on_its_plinth(levels: dict[str, tuple[Level, Level]]) -> None:
    for exhibit in catalogue():
        summary = levels[exhibit.id][0].summary
        assert summary.low[1] == pytest.approx(0, abs=0.004), exhibit.id
        corners = (*summary.low[::2], *summary.high[::2])
        assert max(map(abs, corners)) <= exhibit.plinth.radius, exhibit.id
        middle = (summary.low[0] + summary.high[0]) / 2
        assert abs(middle) < 0.1, exhibit.id


def test_parts_and_titles_speak_both_languages(levels: dict[str, tuple[Level, Level]]) -> None:
    for fine, _ in levels.values():
        for part in _parts(fine).values():
            _check_text(part["name"])
            assert len(part["explode"]) == 3
        for clip in fine.json.get("animations", []):
            _check_text(clip["extras"]["title"])


def test_clips_end_as_they_begin(levels: dict[str, tuple[Level, Level]]) -> None:
    for name, (fine, _) in levels.items():
        for channel, keys in keyframes(Glb(fine.json, read_glb(fine.data).bin)):
            first, last = keys[0], keys[-1]
            same = np.abs(first - last).max() < 2e-4
            turned = channel == "rotation" and np.abs(first + last).max() < 2e-4
            assert same or turned, name


def test_cards_speak_both_languages() -> None:
    for exhibit in catalogue():
        card = exhibit.card()
        for key in ("title", "maker", "text", "contact"):
            _check_text(card[key])
        assert card["licence"] == "CC0-1.0"
        assert len(card["facts"]) >= 5
        for fact in card["facts"]:
            assert re.search(r"[\u4e00-\u9fff]", fact["label"]["zh"])
            _check_english(fact["label"]["en"])
            _check_english(fact["value"]["en"])


def _check_text(text: dict[str, str]) -> None:
    assert set(text) == {"zh", "en"}
    assert re.search(r"[\u4e00-\u9fff]", text["zh"]), text
    _check_english(text["en"])


def _check_english(text: str) -> None:
    assert text.strip()
    assert not re.search(r"[\u3000-\u9fff\uff00-\uffef]", text), text


def test_ids_are_unique_and_well_formed() -> None:
    ids = [exhibit.id for exhibit in catalogue()]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[a-z0-9][a-z0-9_-]{0,63}", name) for name in ids)


def test_building_twice_gives_the_same_bytes() -> None:
    exhibit = catalogue()[0]
    assert level_glb(exhibit, 1) == level_glb(exhibit, 1)


def test_a_built_exhibit_names_its_assets() -> None:
    exhibit = next(e for e in catalogue() if e.id == "solar-module")
    built = build(exhibit)
    named = [level["asset"] for level in built.model["levels"]]
    assert list(built.assets) == named
    assert [level["bytes"] for level in built.model["levels"]] == [
        len(data) for data in built.assets.values()
    ]
    assert built.model["levels"][0]["error"] == 0
    assert built.model["levels"][1]["error"] == exhibit.coarse_error
