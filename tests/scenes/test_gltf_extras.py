"""The document for people who make exhibits tells the truth: its example runs."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from scenes.glb import read_glb
from scenes.summary import model_summary

DOCUMENT = Path(__file__).resolve().parents[2] / "scenes" / "GLTF-EXTRAS.md"


def _block(language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```", DOCUMENT.read_text(encoding="utf-8"), re.S)
    assert found is not None
    return found[1]


def test_the_example_makes_an_exhibit_with_a_part() -> None:
    names: dict[str, Any] = {}
    exec(_block("python"), names)
    summary = model_summary(read_glb(names["data"]))
    assert summary.parts == 1
    assert summary.triangles == 44


def test_the_json_example_is_json_and_names_the_fields_we_read() -> None:
    part = json.loads(_block("json"))["extras"]["part"]
    assert set(part) == {"name", "explode"}
    assert set(part["name"]) == {"zh", "en"}
