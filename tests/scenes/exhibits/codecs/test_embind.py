from __future__ import annotations

import numpy as np
import pytest

from scenes.exhibits.codecs.embind import Bytes, Embind
from scenes.exhibits.codecs.errors import CodecError

MEMORY = 2**27


@pytest.fixture(scope="module")
def basis() -> Embind:
    module = Embind("basis_transcoder", MEMORY)
    module.call("initializeBasis")
    return module


def test_free_functions_are_called_by_their_names(basis: Embind) -> None:
    assert basis.call("getBytesPerBlockOrPixel", 13) == 4
    assert basis.call("formatHasAlpha", 13) == 1


def test_bytes_go_into_an_object(basis: Embind) -> None:
    nothing = basis.make("getDFDSize", Bytes(np.zeros(100, np.uint8)))
    assert nothing("getWidth") == 0
    nothing("close")


def test_what_is_not_there_is_said(basis: Embind) -> None:
    with pytest.raises(CodecError, match="CODEC_MISSING"):
        basis.call("getRich")
    with pytest.raises(CodecError, match="CODEC_MISSING"):
        basis.make("getRich")
    with pytest.raises(CodecError, match="CODEC_MISSING"):
        basis.make("getDFDSize", Bytes(np.zeros(1, np.uint8)))("getRich")


def test_more_memory_than_allowed_is_not_given() -> None:
    small = Embind("basis_transcoder", 2**25)
    with pytest.raises(CodecError):
        small.make("getDFDSize", Bytes(np.zeros(2**26, np.uint8)))
