from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenes.exhibits.gate import neutral_name
from scenes.exhibits.gate.names import LONGEST
from tests.scenes.exhibits.hostile import admitted, errors, gltf

ODD = {
    "<script>alert(1)</script>": "‹script>alert(1)‹/script>",
    "<img src=x onerror=alert(1)>": "‹img src=x onerror=alert(1)>",
    "invoice\u202egnp.exe": "invoicegnp.exe",
    "\u2066pump\u2069": "pump",
    "a\0b\r\nc": "abc",
    "zero\u200bwidth\ufeff": "zerowidth",
    "__proto__": "___proto__",
    "constructor": "_constructor",
    "half\ud800": "half",
    "x" * 5000: "x" * (LONGEST - 1) + "…",
}
PLAIN = [
    "",
    "Pump",
    "离心泵 3 号",
    "a < b > c",
    "->",
    "مضخة",
    "👩\u200d🔧",
    "n\u0303",
    "Mesh<0>",
    "protos",
]


@pytest.mark.parametrize("name", ODD, ids=lambda name: ascii(name[:20]))
def test_odd_names_are_made_harmless(name: str) -> None:
    assert neutral_name(name) == ODD[name]


@pytest.mark.parametrize("name", PLAIN)
def test_plain_names_stay(name: str) -> None:
    assert neutral_name(name) == name


@given(st.text())
def test_a_harmless_name_is_harmless_for_good(name: str) -> None:
    once = neutral_name(name)
    assert len(once) <= LONGEST + 1 and "\0" not in once and "\u202e" not in once
    assert "<script" not in once and once != "__proto__"


def test_odd_names_are_accepted_and_told_of() -> None:
    odd = [name for name in ODD if "\ud800" not in name]
    nodes = [{"name": name} for name in (*odd, *PLAIN)]
    found = admitted(gltf(nodes=nodes)).findings
    assert [f.pointer for f in found] == [f"/nodes/{index}/name" for index in range(len(odd))]
    assert {(f.code, f.severity) for f in found} == {("ODD_NAME", "warning")}


def test_findings_repeat_names_only_in_a_form_that_does_no_harm() -> None:
    for finding in admitted(gltf(materials=[{"name": name} for name in ODD])).findings:
        assert finding.about.isprintable() and len(finding.about) <= 120


def test_what_is_no_name_is_left_to_the_check_of_structure() -> None:
    assert errors(gltf(nodes=[{"name": 7}, None, 3], meshes={"name": "x"})) == []
