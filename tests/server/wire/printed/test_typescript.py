"""The printed TypeScript."""

from __future__ import annotations

import re

import pytest
from msgspec import inspect as types

from server.wire import messages
from server.wire.printed.shape import wire_shape
from server.wire.printed.typescript import print_typescript, type_text

TEXT = print_typescript()


def test_the_versions_are_there() -> None:
    assert f"export const VERSION = {messages.VERSION};" in TEXT
    assert "export const SUBPROTOCOL = 'lingjing.v1';" in TEXT


@pytest.mark.parametrize("side", ["client", "server"])
def test_every_message_is_in_its_union(side: str) -> None:
    titles = [struct.title for struct in getattr(wire_shape(), side)]
    union = TEXT.split(f"export type {side.title()}Message =")[1].split(";")[0]
    assert re.findall(r"\w+", union) == titles
    for title in titles:
        assert f"export interface {title} {{\n  t: '" in TEXT


@pytest.mark.parametrize(
    ("declared", "printed"),
    [
        (int, "number"),
        (bool, "boolean"),
        (str | None, "string | null"),
        (list[str | None], "(string | null)[]"),
        (tuple[float, float, float], "Vec3"),
        (tuple[float, str], "[number, string]"),
        (dict[str, int], "Record<string, number>"),
        (messages.Layer, "Layer"),
        (messages.Patch, "PatchMessage"),
        (messages.Body, "Body"),
    ],
)
def test_types(declared: object, printed: str) -> None:
    assert type_text(types.type_info(declared)) == printed


def test_a_type_that_no_message_uses_is_refused() -> None:
    with pytest.raises(TypeError):
        type_text(types.type_info(bytes))


def test_what_may_be_left_out_is_marked() -> None:
    assert "  token?: string | null;" in TEXT
    assert "  value?: unknown;" in TEXT
    assert "  author: string;" in TEXT
