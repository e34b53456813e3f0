"""What checkers say of themselves is what they take."""

from __future__ import annotations

import pytest

from scenes.properties import COMMON, COMPONENTS, HALL
from scenes.shapes import shape_of
from scenes.values import choice, integer, nullable, record, text, vector


def test_a_checker_is_described_as_it_was_made() -> None:
    assert shape_of(integer(1, 8)) == {"type": "integer", "min": 1, "max": 8}
    assert shape_of(nullable(choice("a", "b"))) == {
        "type": "choice", "values": ["a", "b"], "nullable": True,
    }  # fmt: skip
    assert shape_of(vector(3, 0, 1)) == {
        "type": "list", "of": {"type": "number", "min": 0, "max": 1}, "min": 3, "max": 3,
    }  # fmt: skip


def test_a_record_tells_its_fields_and_which_it_needs() -> None:
    told = shape_of(record({"zh": text(9)}, {"en": text(7)}))
    assert (list(told["fields"]), told["needs"]) == (["zh", "en"], ["zh"])


def test_every_property_of_the_scene_is_described() -> None:
    for table in (COMMON, HALL, *COMPONENTS.values()):
        assert all(shape_of(checker)["type"] for checker in table.values())


def test_what_nobody_described_is_told() -> None:
    with pytest.raises(KeyError):
        shape_of(lambda value, at: iter(()))
