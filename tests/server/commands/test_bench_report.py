"""The bench's figures follow from what was measured, and nothing else."""

from __future__ import annotations

import json
from typing import Any

import pytest

from server.commands.bench_report import as_json, as_text, line_figures
from server.commands.bench_run import Result, Run
from server.commands.bench_scenarios import SCENARIOS, Line, Scenario


def crowd(**changes: Any) -> dict[str, Any]:
    counted = {
        "inside": 10,
        "seconds": 2.0,
        "frames": 400,
        "full": 4000,
        "head": 0,
        "bytes": 132_800,
        "kept": 990,
        "overtaken": 8,
        "lost": 2,
        "near_pairs": 100,
        "unseen": 1,
        "latency_p50_ms": 25.0,
        "latency_p99_ms": 52.0,
        "lateness_p99_ms": 0.2,
    }
    return counted | changes


def result(line: Line, floor: list[float], ours: list[float]) -> Result:
    scenario = Scenario("tiny", 10, 20, 5.0, 0.0, (line,))
    return Result(
        scenario,
        line,
        [Run(cpu, 2.0, crowd()) for cpu in floor],
        [Run(cpu, 90.0, crowd()) for cpu in ours],
    )


def test_a_ratio_is_the_median_of_the_pairs() -> None:
    figures = line_figures(result(Line("all", {}), [0.1, 0.2, 0.1], [0.15, 0.22, 0.13]))
    assert figures["ratio_per_update"] == pytest.approx(1.3)
    assert figures["floor"]["cpu_share"] == pytest.approx(0.05)
    ours = figures["lingjing"]
    assert ours["cpu_share"] == pytest.approx(0.075)
    assert ours["cpu_ns_per_update"] == pytest.approx(37_500.0)
    assert ours["updates_per_second"] == 2000
    assert ours["bytes_per_update"] == pytest.approx(33.2)
    assert (ours["delivered"], ours["overtaken"], ours["lost"]) == (0.99, 0.008, 0.002)
    assert ours["unseen"] == 0.01
    assert ours["held"] is True


def test_targets_are_judged_and_the_rest_is_only_reported() -> None:
    judged = Line("judged", {}, ratio=1.2, p99_ms=60.0, delivered=0.995, lost=0.002)
    met = line_figures(result(judged, [0.1], [0.15]))["met"]
    assert met == {"ratio": False, "p99": True, "delivered": False, "lost": True}
    assert line_figures(result(Line("told", {}), [0.1], [0.9]))["met"] == {}


def test_who_did_not_get_in_is_not_held() -> None:
    turned_away = result(Line("all", {}), [0.1], [0.1])
    turned_away.lingjing[0].crowd["inside"] = 9
    assert line_figures(turned_away)["lingjing"]["held"] is False


def test_the_document_is_json_and_the_table_has_a_row_a_line() -> None:
    document = as_json([result(Line("all", {}, ratio=2.0), [0.1], [0.15])] * 2, 2.0, 1)
    assert json.loads(json.dumps(document)) == document
    rows = as_text(document).splitlines()
    assert len(rows) == 3
    assert "ratio:yes" in rows[1]


def test_scenarios_go_by_their_names() -> None:
    assert all(name == scenario.name for name, scenario in SCENARIOS.items())
    assert {"room400", "room1200", "park2000", "park3000", "room400@60", "park1000@60"} == set(
        SCENARIOS
    )
