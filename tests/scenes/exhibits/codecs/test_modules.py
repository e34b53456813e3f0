"""The package's own WebAssembly, as the setup unpacked it."""

from __future__ import annotations

import pytest

from scenes.exhibits.codecs.errors import CodecError
from scenes.exhibits.codecs.modules import import_names, module_bytes, warm_up


@pytest.mark.parametrize("name", ["simplifier", "encoder", "decoder", "basis_transcoder"])
def test_the_modules_are_there(name: str) -> None:
    assert module_bytes(name).startswith(b"\0asm")


def test_short_names_of_imports_have_long_ones() -> None:
    names = import_names("basis_transcoder")
    assert names
    assert all(len(short) < len(long) for short, long in names.items())


def test_what_was_not_unpacked_is_said() -> None:
    for read in (module_bytes, import_names):
        with pytest.raises(CodecError) as refused:
            read("nobody")
        assert refused.value.code == "CODEC_MISSING"


def test_warming_up_reads_all_there_is() -> None:
    warm_up()
    assert module_bytes.cache_info().currsize >= 4
