"""Prints the JSON bodies of the HTTP interface as TypeScript, for the staff desk.

python -m tools.print_api [--check]

They come from the route table by way of its OpenAPI description, so that a page that speaks of a
field which is no longer there does not compile.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping
from typing import Any

from server.net.openapi import describe
from server.net.routes import ROUTES
from tools.places import ROOT

PLACE = "clients/desk/src/api/printed.ts"
HEADER = """\
// Printed from server/net by `python -m tools.print_api`. Do not edit.
// Every JSON body that the HTTP interface takes or gives.
"""
PLAIN = {
    "string": "string",
    "integer": "number",
    "number": "number",
    "boolean": "boolean",
    "null": "null",
}
Schema = Mapping[str, Any]


def text() -> str:
    """The text of the printed file."""
    return print_types(describe(ROUTES)["components"]["schemas"])


def print_types(schemas: Mapping[str, Schema]) -> str:
    """One interface for each schema, by name."""
    printed = (_interface(name, schemas[name]) for name in sorted(schemas, key=short))
    return "\n".join([HEADER, *printed])


def short(name: str) -> str:
    """A schema's name; of two alike, which carry their modules, with the module's last word."""
    match = re.fullmatch(r"(?:\w+__)?(?:bodies_)?(\w+?)__(\w+)", name)
    return match[1].title() + match[2] if match else name


def _interface(name: str, schema: Schema) -> str:
    required = schema.get("required", ())
    fields = (
        f"  {key}{'' if key in required else '?'}: {type_of(field)};"
        for key, field in schema.get("properties", {}).items()
    )
    words = " ".join(str(schema.get("description", "")).split())
    comment = [f"/** {words} */"] if words else []
    if "properties" not in schema and "anyOf" in schema:
        return "\n".join([*comment, f"export type {short(name)} = {type_of(schema)};", ""])
    return "\n".join([*comment, f"export interface {short(name)} {{", *fields, "}", ""])


def type_of(schema: Schema) -> str:
    """The TypeScript type of a JSON schema (2020-12, as pydantic writes it)."""
    if "$ref" in schema:
        return short(schema["$ref"].rpartition("/")[2])
    if "const" in schema:
        return _quoted(schema["const"])
    if "enum" in schema:
        return " | ".join(_quoted(value) for value in schema["enum"])
    if "anyOf" in schema:
        return " | ".join(dict.fromkeys(type_of(each) for each in schema["anyOf"]))
    if schema.get("type") == "array":
        return _list(schema)
    if schema.get("type") == "object":
        values = schema.get("additionalProperties")
        inside = type_of(values) if isinstance(values, Mapping) else "unknown"
        return f"Record<string, {inside}>"
    return PLAIN.get(schema.get("type", ""), "unknown")


def _list(schema: Schema) -> str:
    if "prefixItems" in schema:
        return f"[{', '.join(type_of(each) for each in schema['prefixItems'])}]"
    inside = type_of(schema.get("items", {}))
    return f"({inside})[]" if "|" in inside else f"{inside}[]"


def _quoted(value: object) -> str:
    return "'" + value.replace("'", "\\'") + "'" if isinstance(value, str) else json.dumps(value)


def is_stale() -> bool:
    """Whether the printed file differs from what the routes say now."""
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
