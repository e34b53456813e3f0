from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.outside.vault import KEY_BYTES, NONCE_BYTES, Lock, new_key

LOCK = Lock(new_key())


@given(plain=st.binary(max_size=200), about=st.binary(max_size=20))
def test_what_is_sealed_opens_again(plain: bytes, about: bytes) -> None:
    assert LOCK.open(LOCK.seal(plain, about), about) == plain


@given(plain=st.binary(max_size=40), place=st.integers(min_value=0), bit=st.integers(0, 7))
def test_one_changed_bit_is_noticed(plain: bytes, place: int, bit: int) -> None:
    sealed = bytearray(LOCK.seal(plain, b"a"))
    sealed[place % len(sealed)] ^= 1 << bit
    assert LOCK.open(bytes(sealed), b"a") is None


def test_other_keys_and_other_people_do_not_open() -> None:
    sealed = LOCK.seal(b"words", b"a")
    assert Lock(new_key()).open(sealed, b"a") is None
    assert LOCK.open(sealed, b"b") is None
    assert LOCK.open(sealed[:NONCE_BYTES], b"a") is None


def test_nothing_is_sealed_twice_alike() -> None:
    assert LOCK.seal(b"words", b"a") != LOCK.seal(b"words", b"a")


def test_keys_have_their_length() -> None:
    assert len({new_key() for _ in range(8)}) == 8
    with pytest.raises(ValueError, match=str(KEY_BYTES)):
        Lock(b"short")
