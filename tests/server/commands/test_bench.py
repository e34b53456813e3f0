"""`lingjing bench presence`, small: the real programs, the real server, sixteen visitors."""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path

import pytest

from server.commands import bench, bench_programs, bench_run
from server.commands.bench_programs import BenchError, compile_programs
from server.commands.bench_run import measure
from server.commands.bench_scenarios import EVERYONE, SCENARIOS, Line, Scenario

needs_compiler = pytest.mark.skipif(
    not any(map(shutil.which, bench_programs.COMPILERS)), reason="needs a C compiler"
)
TINY = Scenario("tiny", 16, 20, 10.0, 0.0, (Line("everyone", EVERYONE),))


def parse(*words: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    bench.add(parser.add_subparsers())
    return parser.parse_args(["bench", "presence", *words])


def test_all_scenarios_are_run_unless_one_is_named() -> None:
    assert parse().scenario == "all"
    assert parse("--scenario", "park2000", "--seconds", "3").seconds == 3.0
    with pytest.raises(SystemExit):
        parse("--scenario", "moon")


@needs_compiler
def test_sixteen_visitors_see_each_other_on_both() -> None:
    (result,) = measure([(TINY, TINY.lines[0])], 1.0, 1, lambda words: None, warm=0.5)
    for run in (*result.floor, *result.lingjing):
        assert run.crowd["inside"] == 16
        assert run.crowd["gone"] == 0
        assert run.crowd["sent"] > 0
        assert run.crowd["full"] >= run.crowd["frames"] > 0
        assert run.crowd["kept"] > 0
        assert run.cpu > 0
        assert run.megabytes > 0


@needs_compiler
def test_a_program_that_does_not_compile_is_said_plainly(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path
    (folder / "floor.c").write_text("int main( {")
    monkeypatch.setattr(bench_programs, "SOURCES", folder)
    with pytest.raises(BenchError, match=r"floor\.c does not compile"):
        compile_programs(folder)


def test_without_a_compiler_it_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bench_programs, "COMPILERS", ())
    assert bench.run(parse("--scenario", "room400")) == 3
    assert "C compiler" in capsys.readouterr().err


def test_without_the_sources_it_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bench_programs, "COMPILERS", ("true",))
    monkeypatch.setattr(bench_programs, "SOURCES", bench_programs.SOURCES / "elsewhere")
    assert bench.run(parse("--scenario", "room400")) == 3
    assert "checkout" in capsys.readouterr().err


def test_json_holds_every_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bench_run, "measure", lambda *arguments: [])
    assert bench.run(parse("--json", "--scenario", "park2000")) == 0
    assert json.loads(capsys.readouterr().out)["lines"] == []
    assert SCENARIOS["park2000"].lines
