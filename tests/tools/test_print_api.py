"""The desk's types of the HTTP interface are those that the server prints."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tools import print_api


def test_the_printed_types_are_current() -> None:
    assert not print_api.is_stale(), "run `python -m tools.print_api`"


@pytest.mark.parametrize(
    ("schema", "printed"),
    [
        ({"type": "string"}, "string"),
        ({"type": "integer"}, "number"),
        ({}, "unknown"),
        ({"enum": ["a", "it's"]}, "'a' | 'it\\'s'"),
        ({"const": True}, "true"),
        ({"$ref": "#/components/schemas/JobAnswer"}, "JobAnswer"),
        ({"$ref": "#/components/schemas/server__net__bodies_jobs__SourceAnswer"},
         "JobsSourceAnswer"),
        ({"anyOf": [{"type": "integer"}, {"type": "number"}, {"type": "null"}]}, "number | null"),
        ({"type": "array", "items": {"anyOf": [{"type": "string"}, {"type": "null"}]}},
         "(string | null)[]"),
        ({"type": "array", "prefixItems": [{"type": "number"}] * 3}, "[number, number, number]"),
        ({"type": "object", "additionalProperties": {"type": "string"}}, "Record<string, string>"),
        ({"type": "object", "additionalProperties": True}, "Record<string, unknown>"),
    ],
)  # fmt: skip
def test_types(schema: dict[str, Any], printed: str) -> None:
    assert print_api.type_of(schema) == printed


def test_interfaces_tell_what_may_be_missing() -> None:
    schema = {
        "description": "One\nthing.",
        "properties": {"id": {"type": "string"}, "note": {"type": "string"}},
        "required": ["id"],
    }
    expected = "/** One thing. */\nexport interface Thing {\n  id: string;\n  note?: string;\n}\n"
    assert expected in print_api.print_types({"Thing": schema})


def test_what_is_stale_is_named_and_then_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(print_api, "ROOT", tmp_path)
    assert print_api.main(["--check"]) == 1
    assert "stale" in capsys.readouterr().out
    assert print_api.main([]) == 0
    assert print_api.main(["--check"]) == 0


def test_a_body_that_is_one_of_several_is_a_type_of_its_own() -> None:
    refs = [{"$ref": f"#/components/schemas/{name}"} for name in ("In", "Step")]
    printed = print_api.print_types({"Entered": {"anyOf": refs, "description": "Either."}})
    assert "/** Either. */\nexport type Entered = In | Step;\n" in printed
