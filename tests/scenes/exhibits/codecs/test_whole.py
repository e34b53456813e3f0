"""3.0 is the index 3, and everything else stays what it was."""

from __future__ import annotations

import math
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from scenes.exhibits.codecs.whole import with_whole_numbers
from scenes.exhibits.document import Document

VALUES = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


def whole(value: Any) -> Any:
    return with_whole_numbers(Document({"value": value}, (), ())).json["value"]


@given(VALUES)
def test_a_copy_is_equal(value: Any) -> None:
    assert whole(value) == value


def test_whole_numbers_are_integers() -> None:
    found = whole([1.0, [-3.0, {"a": 0.0}], 0.5, 1e300])
    assert [type(found[0]), type(found[1][0]), type(found[1][1]["a"])] == [int, int, int]
    assert [type(found[2]), type(found[3])] == [float, float]


def test_a_zero_from_below_keeps_its_sign() -> None:
    assert math.copysign(1, whole(-0.0)) == -1


def test_the_original_is_left_alone() -> None:
    json = {"a": [1.0]}
    with_whole_numbers(Document(json, (), ()))
    assert type(json["a"][0]) is float
