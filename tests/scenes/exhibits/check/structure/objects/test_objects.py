from __future__ import annotations

import pytest

from scenes.exhibits.words import WORDS
from tests.scenes.exhibits.check.structure.documents import check, codes, everything, seeds
from tests.scenes.exhibits.check.structure.faults import CORE, Fault, put


def named(fault: Fault) -> str:
    return f"{fault.code} {next(iter(fault.changes))[-40:]}"


@pytest.mark.parametrize("fault", CORE, ids=named)
def test_every_rule_finds_its_fault(fault: Fault) -> None:
    found = [f for f in check(fault.document()) if f.code == fault.code]
    assert found
    assert fault.at is None or fault.at in [f.pointer for f in found]
    assert fault.code in WORDS


@pytest.mark.parametrize("document", seeds(), ids=lambda json: str(list(json)[:4]))
def test_valid_documents_have_no_faults(document: dict[str, object]) -> None:
    assert [f for f in check(document) if f.severity == "error"] == []


def test_a_float_without_a_fraction_is_an_integer() -> None:
    document = everything()
    put(document, "/accessors/0/count", 3.0)
    put(document, "/nodes/0/children", [1.0, 2])
    put(document, "/accessors/3/max", [2.0])
    assert codes(document) == set()


def test_an_accessor_of_an_unknown_type_is_left_alone_until_it_is_used() -> None:
    document = everything()
    put(document, "/accessors/-", {"componentType": 5126, "count": 1, "type": "VEC9"})
    assert codes(document) == set()
    assert codes(document, "warning") == {"VALUE_NOT_IN_LIST"}
    put(document, "/meshes/0/primitives/0/attributes/_ODD", 16)
    assert "ACCESSOR_UNREADABLE" in codes(document)


def test_a_buffer_must_hold_as_many_bytes_as_it_declares() -> None:
    document = everything()
    put(document, "/buffers/0/byteLength", 10**6)
    assert codes(document) == {"BUFFER_BYTE_LENGTH_MISMATCH"}


def test_a_buffer_may_be_longer_than_it_declares() -> None:
    document = everything()
    held = document["buffers"][0]["byteLength"]
    put(document, "/buffers/0/uri", document["buffers"][0]["uri"][:-8] + "AAAAAAAA" * 2)
    assert document["buffers"][0]["byteLength"] == held
    assert codes(document) == set()


def test_data_without_a_buffer_view_are_noughts_and_legal() -> None:
    document = everything()
    for accessor in document["accessors"]:
        accessor.pop("bufferView", None)
        accessor.pop("byteOffset", None)
    assert codes(document) == set()


def test_joints_of_three_trees_are_judged_as_the_validator_judges_them() -> None:
    document = everything()
    put(document, "/skins/0/joints", [1, 5, 3])
    put(document, "/skins/0/skeleton", 3)
    assert "SKIN_NO_COMMON_ROOT" not in codes(document)
