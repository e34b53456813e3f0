"""`lingjing bench guide`: its words, folders of one's own, the goals that the demo must meet."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from server.commands import bench_guide, make_parser
from server.commands.bench_guide import judged, opened
from server.commands.bench_guide_judge import Verdict
from server.commands.bench_guide_report import figures

QUESTIONS = [
    {"id": "1", "q": "仓库一天租金多少？", "lang": "zh", "kind": "number", "answerable": True,
     "sources": ["rents/store.md"], "facts": ["7 元"]},
    {"id": "2", "q": "游泳池几点开放？", "lang": "zh", "kind": "unanswerable", "answerable": False},
]  # fmt: skip


@cache
def verdicts() -> tuple[Verdict, ...]:
    return tuple(judged(opened(None, None)))


def folder(tmp_path: Path) -> Path:
    (tmp_path / "rents").mkdir()
    (tmp_path / "rents" / "store.md").write_text("# 仓库\n\n仓库租金每天 7 元。\n", "utf-8")
    (tmp_path / "picture.bin").write_bytes(b"\0")
    (tmp_path / "q.jsonl").write_text("\n".join(map(json.dumps, QUESTIONS)), "utf-8")
    return tmp_path


def test_the_command_is_known() -> None:
    args = make_parser().parse_args(["bench", "guide", "--misses", "--json"])
    assert args.run is bench_guide.run
    assert (args.knowledge, args.questions, args.misses, args.json) == (None, None, True, True)


def test_a_park_of_ones_own_is_judged(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = folder(tmp_path)
    words = ["--knowledge", str(place), "--questions", str(place / "q.jsonl"), "--json"]
    args = make_parser().parse_args(["bench", "guide", *words])
    assert args.run(args) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["overall"]["questions"], told["overall"]["hit_at_1"]) == (2, 1.0)


def test_what_is_no_folder_or_no_file_of_questions_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for words in (["--knowledge", str(tmp_path / "none")], ["--questions", __file__]):
        args = make_parser().parse_args(["bench", "guide", *words])
        assert args.run(args) == 2
    assert "lingjing bench:" in capsys.readouterr().err


def test_the_demo_guide_finds_what_it_is_asked_for() -> None:
    overall = figures(verdicts())
    assert overall["hit_at_1"] >= 0.85 and overall["hit_at_3"] >= 0.95
    assert overall["facts"] >= 0.75


def test_the_demo_guide_does_not_answer_what_is_not_on_record() -> None:
    overall = figures(verdicts())
    assert overall["false_answers"] <= 0.05 and overall["unanswered"] <= 0.15


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_both_languages_are_served_alike(lang: str) -> None:
    spoken = figures([each for each in verdicts() if each.asked.lang == lang])
    assert spoken["hit_at_1"] >= 0.8 and spoken["false_answers"] <= 0.1
