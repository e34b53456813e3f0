"""Compression is kept only where it is worth a second file."""

from __future__ import annotations

import os
import threading
from concurrent.futures import ThreadPoolExecutor

import brotli  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.store import compress
from server.store.compress import WORTH, compressed, step_back


@given(st.binary(max_size=2000))
def test_what_is_kept_is_smaller_and_whole(data: bytes) -> None:
    packed = compressed(data)
    if packed:
        assert len(packed) <= len(data) * WORTH
        assert brotli.decompress(packed) == data


@pytest.mark.parametrize(("small", "large"), [(10, 10_000), (10, 100), (10_000, 10_000)])
def test_every_size_comes_back_whole(
    monkeypatch: pytest.MonkeyPatch, small: int, large: int
) -> None:
    monkeypatch.setattr(compress, "_SMALL", small)
    monkeypatch.setattr(compress, "_LARGE", large)
    data = b"Lingjing " * 500
    assert brotli.decompress(compressed(data)) == data


def test_the_work_steps_back_for_the_rest_of_the_house() -> None:
    with ThreadPoolExecutor(1, initializer=step_back) as pool:
        thread = pool.submit(threading.get_native_id).result()
        assert os.getpriority(os.PRIO_PROCESS, thread) > os.getpriority(os.PRIO_PROCESS, 0)


def test_noise_is_not_worth_it() -> None:
    assert compressed(os.urandom(4000)) == b""


def test_what_looks_random_in_three_places_is_left_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    hardest = []
    pack = brotli.compress

    def watched(data: bytes, quality: int, lgwin: int) -> bytes:
        hardest.append(quality)
        return bytes(pack(data, quality=quality, lgwin=lgwin))

    monkeypatch.setattr(brotli, "compress", watched)
    assert compressed(os.urandom(1 << 20)) == b""
    assert max(hardest) < 9
    text = os.urandom(100) * 10_000
    assert 0 < len(compressed(text)) < len(text) / 100
