"""The checker's findings become codes and pointers."""

from __future__ import annotations

import pytest

from server.wire.faults import fault_from


@pytest.mark.parametrize(
    ("words", "code", "pointer"),
    [
        ("Expected `int`, got `str` - at `$.ops[0].base`", "wrong_type", "/ops/0/base"),
        ("Object missing required field `id` - at `$.ops[12]`", "missing_field", "/ops/12/id"),
        ("Expected `object`, got `array`", "wrong_type", ""),
        ("Something never heard of", "wrong_type", ""),
    ],
)
def test_words_become_a_code_and_a_pointer(words: str, code: str, pointer: str) -> None:
    fault = fault_from(words)
    assert (fault.code, fault.pointer) == (code, pointer)


def test_a_fields_name_cannot_break_out_of_its_pointer() -> None:
    fault = fault_from("Object contains unknown field `x/y`z\n`")
    assert (fault.code, fault.pointer) == ("unknown_field", "/x~1y`z\n")


def test_a_pointer_is_never_long() -> None:
    assert len(fault_from(f"Object contains unknown field `{'x' * 9000}`").pointer) == 256
