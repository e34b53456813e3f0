from __future__ import annotations

import pytest

from tools import wasm_step
from tools.running import SetupError


def test_digits_are_unfolded() -> None:
    frequent = list(range(100, 160))
    assert list(wasm_step.decoded("ab7", frequent)) == [100, 101, 159]
    assert list(wasm_step.decoded("8b9d", frequent)) == [1, 67]


def test_the_module_is_found_in_its_script() -> None:
    script = (
        "var wasm_base =\n 'abcd8a8a';\nvar wasmpack = new Uint8Array([\n 0, 97, 115, 109,\n]);"
    )
    assert wasm_step.unpacked(script, "wasm_base") == b"\0asm\0\0"


@pytest.mark.parametrize("script", ["", "var wasm = 'aaaa';wasmpack = new Uint8Array([1])"])
def test_a_script_without_a_module_stops_the_setup(script: str) -> None:
    with pytest.raises(SetupError):
        wasm_step.unpacked(script, "wasm")


def test_a_missing_package_stops_the_setup() -> None:
    with pytest.raises(SetupError):
        wasm_step.inside("nobody/knows/it.wasm")


def test_what_the_setup_made_is_webassembly() -> None:
    names = (*wasm_step.WRITTEN_AS_TEXT, *wasm_step.COPIED)
    assert all((wasm_step.WASM / n).read_bytes().startswith(b"\0asm") for n in names)
