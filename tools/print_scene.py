"""Prints the table of what halls and nodes may carry as TypeScript, for the staff desk's editor.

python -m tools.print_scene [--check]

It comes from ``scenes/properties.py``, so that no field of the editor allows what the park refuses.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from typing import Any

from scenes.names import INTERACTION, KINDS
from scenes.properties import COMMON, COMPONENTS, HALL, HALL_REQUIRED, REQUIRED
from scenes.shapes import shape_of
from scenes.values import Checker
from server.errors import CODES
from tools.places import ROOT

PLACE = "clients/desk/src/editor/printed.ts"
HEADER = """\
// Printed from scenes/properties.py by `python -m tools.print_scene`. Do not edit.
// What a hall and each kind of node may carry: glTF 2.0's vocabulary, metres and radians.

import type { Shape } from './shape';
"""
FOUND = (
    *("missing", "not_a_number", "not_an_integer", "out_of_range", "not_a_boolean"),
    *("not_a_string", "wrong_length", "bad_id", "not_a_choice", "not_a_list", "not_an_object"),
    *("not_a_quaternion", "unknown_property", "bad_asset", "bad_date"),
)
"""What the editor finds by itself, in the words that the server would say it with."""
TABLE = "Readonly<Record<string, Shape>>"
WORDS = "Readonly<Record<string, { zh: string; en: string }>>"


def text() -> str:
    """The text of the printed file."""
    components = {kind: _shapes(table) for kind, table in COMPONENTS.items()}
    required = {kind: list(keys) for kind, keys in REQUIRED.items()}
    told = {code: {"zh": CODES[code].zh, "en": CODES[code].en} for code in FOUND}
    parts = [
        HEADER,
        f"export const KINDS = {_json(list(KINDS))} as const;",
        "export type Kind = (typeof KINDS)[number];",
        "/** What every visitor may set, in the shared layer. */",
        f"export const INTERACTION: readonly string[] = {_json(list(INTERACTION))};",
        "/** What every node may carry. */",
        f"export const COMMON: {TABLE} = {_json(_shapes(COMMON))};",
        "/** What nodes of a kind may carry besides. */",
        f"export const COMPONENTS: Readonly<Record<Kind, {TABLE}>> = {_json(components)};",
        "/** What nodes of a kind cannot do without. */",
        f"export const REQUIRED: Readonly<Record<Kind, readonly string[]>> = {_json(required)};",
        "/** What a hall carries itself. */",
        f"export const HALL: {TABLE} = {_json(_shapes(HALL))};",
        f"export const HALL_REQUIRED: readonly string[] = {_json(list(HALL_REQUIRED))};",
        "/** What may be wrong with a value, as the server says it. */",
        f"export const FOUND: {WORDS} = {_json(told)};",
    ]
    return "\n".join([*parts, ""])


def _shapes(table: Mapping[str, Checker]) -> dict[str, Any]:
    return {key: shape_of(checker) for key, checker in table.items()}


def _json(value: Any, indent: str = "") -> str:
    """JSON in lines of a readable length: what fits stays on one."""
    flat = json.dumps(value, ensure_ascii=False)
    if len(flat) + len(indent) <= 100 or not isinstance(value, dict):
        return flat
    deeper = indent + "  "
    rows = [f"{deeper}{json.dumps(key)}: {_json(each, deeper)}" for key, each in value.items()]
    return "{\n" + ",\n".join(rows) + f"\n{indent}}}"


def is_stale() -> bool:
    """Whether the printed file differs from what the table says now."""
    path = ROOT / PLACE
    return not path.is_file() or path.read_text(encoding="utf-8") != text()


def main(arguments: list[str]) -> int:
    """Write the file when it is stale; with ``--check`` only say so."""
    if not is_stale():
        return 0
    check = "--check" in arguments
    print(f"{'stale' if check else 'written'}: {PLACE}")
    if not check:
        (ROOT / PLACE).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / PLACE).write_text(text(), encoding="utf-8")
    return 1 if check else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
