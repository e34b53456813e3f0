"""Keys, characters and names that do no harm, in a document that is otherwise the same."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from scenes.exhibits.normalise.harmless import harmless

KEYS = st.text().filter(lambda key: key != "__proto__")
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(KEYS, inner),
)

TEXTS = st.text(st.characters(exclude_categories=()))


@given(VALUES)
def test_what_is_harmless_stays_as_it_is(value: Any) -> None:
    assert harmless({"extras": value}) == {"extras": value}


@given(st.dictionaries(TEXTS | st.just("__proto__"), TEXTS))
def test_anything_can_be_written_down_afterwards(value: dict[str, str]) -> None:
    found = harmless({"extras": value})
    json.dumps(found, ensure_ascii=False).encode()
    assert "__proto__" not in found["extras"]
    assert harmless(found) == found


def test_nesting_without_end_is_no_trouble() -> None:
    deep: dict[str, Any] = {}
    inner = deep
    for _ in range(100_000):
        inner["x"] = [{}]
        inner = inner["x"][0]
    inner["__proto__"] = 1
    found = harmless({"extras": deep})["extras"]
    while "x" in found:
        found = found["x"][0]
    assert found == {"_proto_": 1}


def test_a_key_that_is_taken_is_not_taken_twice() -> None:
    found = harmless({"extras": {"__proto__": 1, "_proto_": 2}})
    assert found == {"extras": {"_proto__": 1, "_proto_": 2}}


def test_only_names_are_names() -> None:
    odd = "\u202e<b>"
    document = {"nodes": [{"name": odd, "extras": {"name": odd}}, 3], "meshes": {"name": odd}}
    found = harmless(document)
    assert found["nodes"][0] == {"name": "‹b>", "extras": {"name": odd}}
    assert found["meshes"] == {"name": odd}
