"""The printed AsyncAPI document."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from server.wire.printed.asyncapi import document, print_asyncapi
from server.wire.printed.shape import wire_shape
from tests.server.wire import golden_cases

GOLDEN: dict[str, Any] = json.loads(golden_cases.FILE.read_text(encoding="utf-8"))


def references(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if "$ref" in value:
            yield value["$ref"]
        for inner in value.values():
            yield from references(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from references(inner)


def lookup(whole: Any, reference: str) -> Any:
    at = whole
    for step in reference.removeprefix("#/").split("/"):
        at = at[step]
    return at


def test_it_is_json_of_the_version_it_names() -> None:
    assert json.loads(print_asyncapi())["asyncapi"] == "3.0.0"


def test_every_reference_leads_somewhere() -> None:
    whole = document()
    found = set(references(whole))
    assert found
    for reference in found:
        lookup(whole, reference)


def test_every_message_travels_one_way() -> None:
    whole, shape = document(), wire_shape()
    for operation, structs, packed in (
        ("hear", shape.client, "Pose"),
        ("tell", shape.server, "Presence"),
    ):
        names = [
            entry["$ref"].split("/")[-1] for entry in whole["operations"][operation]["messages"]
        ]
        assert names == [*(struct.title for struct in structs), packed]


@pytest.mark.parametrize("side", ["client", "server"])
def test_the_golden_vectors_fit_their_schemas(side: str) -> None:
    schemas = document()["components"]["schemas"]
    by_tag = {struct.tag: struct.title for struct in getattr(wire_shape(), side)}
    for entry in GOLDEN[side]:
        schema = schemas[by_tag[entry["json"]["t"]]]
        given = set(entry["json"])
        assert given <= set(schema["properties"]), entry["name"]
        assert set(schema["required"]) <= given, entry["name"]


def test_bounds_are_said() -> None:
    schemas = document()["components"]["schemas"]
    assert schemas["EditMessage"]["properties"]["ops"]["maxItems"] == 256
    assert schemas["JoinMessage"]["properties"]["hall"]["pattern"] == "^[a-z0-9][a-z0-9_-]{0,63}$"
    assert schemas["AuthMessage"]["properties"]["name"]["maxLength"] == 64
    assert schemas["AuthMessage"]["additionalProperties"] is False
