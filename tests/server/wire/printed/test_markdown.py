"""The printed page."""

from __future__ import annotations

import re

import pytest
from msgspec import inspect as types

from avatars.pose import Pose, encode_pose
from server.wire import messages
from server.wire.codes import CODES
from server.wire.printed.markdown import print_markdown, type_words
from server.wire.printed.shape import wire_shape

PAGE = print_markdown()


def test_every_message_and_field_is_on_it() -> None:
    shape = wire_shape()
    for struct in (*shape.client, *shape.server):
        assert f"### `{struct.tag}`" in PAGE
        for field in struct.fields:
            assert f"| `{field.name}` |" in PAGE


def test_every_code_is_on_it_in_both_languages() -> None:
    for name, code in CODES.items():
        assert f"| `{name}` | {code.zh} | {code.en} |" in PAGE


def test_links_lead_to_headings() -> None:
    headings = re.findall(r"^#+ (.+)$", PAGE, re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in headings}
    links = re.findall(r"\]\(#([^)]+)\)", PAGE)
    assert links
    assert set(links) <= anchors


def test_nothing_is_left_open() -> None:
    assert not re.search(r"(?<!`)\{[a-z_]+\}", re.sub(r"```.*?```", "", PAGE, flags=re.DOTALL))


def test_the_example_is_right() -> None:
    example = encode_pose(Pose((0.0, 1.6, 0.0), (0.0, 0.0, 0.0, 1.0)))
    assert example.hex(" ") in PAGE


@pytest.mark.parametrize(
    ("declared", "words"),
    [
        (messages.RequestId, "integer, 0…2³² − 1"),
        (messages.Revision, "integer, 0…2⁵³"),
        (messages.Identifier | None, "text `^[a-z0-9][a-z0-9_-]{0,63}$` or `null`"),
        (messages.Position, "3 × number, -8000…8000"),
        (list[messages.Person], "list of [Person](#person)"),
    ],
)
def test_types_are_said_in_words(declared: object, words: str) -> None:
    assert type_words(types.type_info(declared)) == words
