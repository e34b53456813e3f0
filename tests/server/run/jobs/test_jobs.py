"""Jobs by themselves: their steps, their words, their news, and pictures that fail."""

from __future__ import annotations

import asyncio
import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenes.findings import Finding
from server.run.jobs.job import Job
from server.run.jobs.poster import Photograph, take_picture
from server.run.jobs.steps import JUDGED_BY, OF_KIND, WORDS, Steps, words_of
from server.run.jobs.wish import Wish

NAMES = OF_KIND["exhibit"]


def test_every_step_has_words_in_every_state() -> None:
    assert set(WORDS) == {name for names in OF_KIND.values() for name in names}
    for name in WORDS:
        for state in ("waiting", "running", "done", "failed", "skipped"):
            told = words_of(name, state)
            assert told["zh"] and told["en"] and told["zh"] != told["en"]
    assert set(JUDGED_BY) == set(OF_KIND)


@given(st.lists(st.tuples(st.sampled_from([*NAMES, "unknown"]), st.floats(0, 1)), max_size=20))
def test_steps_only_go_forward(reached: list[tuple[str, float]]) -> None:
    steps = Steps.begin(NAMES)
    order = {"waiting": 0, "running": 1, "done": 2}
    before = [(0, 0.0)] * len(NAMES)
    for now, (name, share) in enumerate(reached):
        assert steps.reach(name, share, float(now)) is (name != "unknown")
        after = [(order[row["state"]], row["progress"]) for row in steps.rows]
        assert all(old <= new for old, new in zip(before, after, strict=True))
        done = [row["state"] == "done" for row in steps.rows]
        assert done == sorted(done, reverse=True), "what is done is done from the beginning on"
        before = after
    steps.stop(99.0)
    states = [row["state"] for row in steps.rows]
    assert set(states) <= {"done", "failed", "skipped"}
    assert states.count("failed") == (0 if states[-1] == "done" else 1)


def test_a_step_knows_how_long_it_took() -> None:
    steps = Steps.begin(NAMES)
    steps.reach("gate", 0.0, 10.0)
    steps.reach("check", 0.0, 12.5)
    steps.finish("derive", 20.0)
    took = {row["name"]: row["seconds"] for row in steps.rows}
    assert (took["gate"], took["check"], took["normalise"]) == (2.5, 7.5, 0.0)
    steps.again()
    assert [row["state"] for row in steps.rows] == ["done", *["waiting"] * 7]


def test_a_wish_is_kept_word_for_word() -> None:
    wish = Wish("operator", {"zh": "泵", "en": "Pump"}, "pump", "gallery", "p-1", None, "note")
    assert Wish.of(json.loads(json.dumps(wish.kept()))) == wish


@pytest.mark.parametrize(
    ("hall", "publish", "shown"),
    [
        (None, None, False),
        (None, True, True),
        (None, False, False),
        ("gallery", None, True),
        ("gallery", True, True),
        ("gallery", False, True),
    ],
)
def test_what_is_put_somewhere_is_published(
    hall: str | None, publish: bool | None, shown: bool
) -> None:
    assert Wish("operator", hall=hall, publish=publish).is_published is shown


def job() -> Job:
    return Job.new("j", Wish("operator"), {"name": "x"}, 0.0)


async def test_progress_is_news_now_and_then_a_step_always() -> None:
    one = job()
    heard = 0

    async def listen() -> None:
        nonlocal heard
        while True:
            await one.news(30.0)
            heard += 1

    listening = asyncio.create_task(listen())
    await asyncio.sleep(0)
    for now, (step, share) in enumerate(
        [("gate", 0.0), ("gate", 0.1), ("gate", 0.2), ("check", 0.0)]
    ):
        one.reach(step, share, now * 0.1)
        for _ in range(3):
            await asyncio.sleep(0)
    assert heard == 2
    listening.cancel()


async def test_nobody_waits_for_a_job_that_is_over() -> None:
    one = job()
    one.judged((Finding("", "X"),), accepted=False, now=1.0)
    waiting = one.is_judged
    one.end(one.ending("refused", "exhibit_refused", 2.0))
    assert (waiting, one.is_judged) == (False, True)
    assert one.kept.findings[0]["code"] == "X"
    await asyncio.wait_for(one.news(1000.0), 5)


def test_how_it_ends_is_seen_by_nobody_before_it_is_kept() -> None:
    one = job()
    one.reach("check", 0.5, 1.0)
    ending = one.ending("failed", "internal", 3.0)
    seen = {row["name"]: row["state"] for row in one.kept.steps}
    assert (one.kept.state, one.kept.ended, seen["check"]) == ("waiting", None, "running")
    one.end(ending)
    kept = {row["name"]: row["state"] for row in one.kept.steps}
    assert (one.kept.state, one.kept.ended, kept["check"]) == ("failed", 3.0, "failed")
    assert one.steps.rows is one.kept.steps


def folder_with_levels(folder: Path) -> dict[str, Any]:
    manifest: dict[str, Any] = {
        "levels": [
            {"file": "L0.glb", "bytes": 5, "triangles": 100_000},
            {"file": "L1.glb", "bytes": 4, "triangles": 50_000},
        ],
        "poster": {"maker": "software"},
    }
    (folder / "L0.glb").write_bytes(b"large")
    (folder / "L1.glb").write_bytes(b"glTF")
    (folder / "manifest.json").write_text(json.dumps(manifest))
    return manifest


async def test_a_photograph_takes_the_place_of_the_drawing(tmp_path: Path) -> None:
    folder_with_levels(tmp_path)

    async def photographer(glb: bytes) -> Photograph:
        assert glb == b"glTF"
        return Photograph(b"RIFF webp", 40, 30)

    await take_picture(photographer, tmp_path)
    poster = json.loads((tmp_path / "manifest.json").read_text())["poster"]
    assert poster == {
        "file": "poster.webp",
        "sha256": hashlib.sha256(b"RIFF webp").hexdigest(),
        "bytes": 9,
        "width": 40,
        "height": 30,
        "maker": "browser",
    }
    assert (tmp_path / "poster.webp").read_bytes() == b"RIFF webp"


async def test_whatever_goes_wrong_with_it_the_drawing_stays(tmp_path: Path) -> None:
    before = folder_with_levels(tmp_path)

    async def dies(glb: bytes) -> Photograph | None:
        raise RuntimeError("the browser is gone")

    async def sees_nothing(glb: bytes) -> Photograph | None:
        return None

    async def sleeps(glb: bytes) -> Photograph | None:
        await asyncio.Event().wait()
        return None

    for photographer in (dies, sees_nothing, sleeps):
        await take_picture(photographer, tmp_path, 0.01)
        assert json.loads((tmp_path / "manifest.json").read_text()) == before
