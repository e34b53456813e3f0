"""The words and figures of `lingjing bench first-view`, without a browser."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from server.commands import bench_first_view, make_parser
from server.commands.bench_first_view import FirstViewError, as_text, visit

MEASURED: dict[str, Any] = {
    "renderer": "a software renderer",
    "first_view": {"bytes": 421_500, "ms": 1062, "received_ms": 640},
    "viewpoints": [
        {"hall": "grounds", "viewpoint": "湖畔", "draw_calls": 42, "triangles": 401_206},
    ],
    "most_draw_calls": 42,
}


def test_the_figures_stand_beside_their_limits() -> None:
    text = as_text(MEASURED)
    assert "422 KB   (≤ 500)" in text
    assert "1062 ms   (≤ 1500)" in text
    assert "42 most (≤ 100)" in text
    assert "401,206 triangles   湖畔" in text


def test_the_command_is_known() -> None:
    args = make_parser().parse_args(["bench", "first-view", "--url", "http://x/", "--json"])
    assert (args.url, args.repeat, args.json) == ("http://x/", 3, True)
    assert args.run is bench_first_view.run


def test_without_a_checkout_it_says_what_is_missing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(bench_first_view, "PROGRAM", tmp_path / "nothing.mjs")
    with pytest.raises(FirstViewError, match="checkout"):
        visit("http://x/", 1)


@pytest.mark.parametrize(
    ("said", "address"),
    [("  visitors   http://localhost:1/", "http://localhost:1/"), ("nothing of use", None)],
)
def test_the_park_says_where_it_is(said: str, address: str | None) -> None:
    words = [sys.executable, "-c", f"print({said!r})"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as process:
        if address is None:
            with pytest.raises(FirstViewError):
                bench_first_view._address(process)
        else:
            assert bench_first_view._address(process) == address
