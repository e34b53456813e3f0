from __future__ import annotations

import pytest

from scenes.exhibits.check.structure.ledger import EnoughError, Ledger, pointer


def test_findings_come_in_the_order_in_which_they_were_made() -> None:
    ledger = Ledger(10)
    ledger.add(["nodes", 0], "UNEXPECTED_PROPERTY", "x")
    ledger.add(["nodes", 1], "NODE_LOOP")
    ledger.add([], "MESH_PRIMITIVE_NO_POSITION")
    assert [(f.pointer, f.severity) for f in ledger.findings()] == [
        ("/nodes/0", "warning"),
        ("/nodes/1", "error"),
        ("", "warning"),
    ]


def test_an_error_too_many_ends_the_search() -> None:
    ledger = Ledger(2)
    ledger.add([], "NODE_LOOP")
    ledger.add([], "NODE_LOOP")
    with pytest.raises(EnoughError):
        ledger.add([], "NODE_LOOP")
    assert [f.code for f in ledger.findings()] == ["NODE_LOOP", "NODE_LOOP", "TOO_MANY_FINDINGS"]
    assert ledger.findings()[-1].severity == "error"


def test_warnings_make_room_for_errors() -> None:
    ledger = Ledger(2)
    for _ in range(5):
        ledger.add([], "UNEXPECTED_PROPERTY")
    assert ledger.is_full_of_warnings
    assert ledger.findings()[-1] == ("", "TOO_MANY_FINDINGS", "warning", "2")
    ledger.add([], "NODE_LOOP")
    assert [f.code for f in ledger.findings()] == [
        "UNEXPECTED_PROPERTY",
        "NODE_LOOP",
        "TOO_MANY_FINDINGS",
    ]


def test_pointers_are_escaped() -> None:
    assert pointer(["a/b", 0, "c~d", ""]) == "/a~1b/0/c~0d/"
    assert pointer([]) == ""


def test_a_files_own_words_are_not_repeated_at_length() -> None:
    ledger = Ledger(2)
    ledger.add(["nodes", 0, "x" * 10_000], "UNEXPECTED_PROPERTY", "y" * 10_000)
    (finding,) = ledger.findings()
    assert len(finding.pointer) < 300 and len(finding.about) < 300
