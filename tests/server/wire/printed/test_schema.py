"""Types of the contract as JSON Schema."""

from __future__ import annotations

from typing import Annotated, Any

import pytest
from msgspec import Meta
from msgspec import inspect as types

from server.wire import messages
from server.wire.printed.schema import readable, struct_schema, type_schema
from server.wire.printed.shape import wire_shape


@pytest.mark.parametrize(
    ("declared", "schema"),
    [
        (Annotated[int, Meta(ge=0, le=9)], {"type": "integer", "minimum": 0, "maximum": 9}),
        (Annotated[str, Meta(max_length=3)], {"type": "string", "maxLength": 3}),
        (bool, {"type": "boolean"}),
        (str | None, {"anyOf": [{"type": "string"}, {"type": "null"}]}),
        (messages.Body, {"$ref": "#/components/schemas/Body"}),
        (messages.Layer, {"enum": ["draft", "published", "shared"]}),
        (
            tuple[float, float],
            {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2},
        ),
        (
            tuple[int, str],
            {
                "type": "array",
                "prefixItems": [{"type": "integer"}, {"type": "string"}],
                "minItems": 2,
                "maxItems": 2,
            },
        ),
        (dict[str, Any], {"type": "object", "additionalProperties": {}}),
    ],
)
def test_types(declared: object, schema: dict[str, Any]) -> None:
    assert type_schema(types.type_info(declared)) == schema


def test_a_type_that_no_message_uses_is_refused() -> None:
    with pytest.raises(TypeError):
        type_schema(types.type_info(bytes))


def test_a_pattern_is_told_as_others_read_it() -> None:
    assert readable(r"^a$(?!\n)") == "^a$"


def test_a_message_has_its_name_and_its_defaults() -> None:
    auth = next(struct for struct in wire_shape().client if struct.tag == "auth")
    schema = struct_schema(auth, closed=True)
    assert schema["required"] == ["t", "version"]
    assert schema["properties"]["t"] == {"const": "auth"}
    assert schema["properties"]["lang"]["default"] == "zh-CN"
    assert schema["additionalProperties"] is False
