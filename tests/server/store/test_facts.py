"""Which blobs the park knows, and who speaks of them."""

from __future__ import annotations

from dataclasses import replace
from unittest import mock

from hypothesis import given
from hypothesis import strategies as st

from server.store import Archive, Asset, facts
from tests.server.store.samples import DOC, patch

A, B, C, D = (letter * 64 for letter in "abcd")


def _speaks_of(sha: str) -> dict[str, object]:
    return {"nodes": {"n": {"model": {"levels": [{"asset": sha}]}}}}


async def test_an_asset_is_noted_once(archive: Archive) -> None:
    await archive.remember_asset(A, 12, "model/gltf-binary", at=1.0)
    await archive.remember_asset(A, 12, "image/png", at=2.0)
    assert await archive.asset(A) == Asset(A, 12, "model/gltf-binary", 1.0)
    assert await archive.forget_assets([A]) == [A]
    assert await archive.asset(A) is None


async def test_use_is_found_in_snapshots_patches_drafts_and_versions(archive: Archive) -> None:
    await archive.create_hall("grounds", _speaks_of(A), at=1.0)
    await archive.create_hall("theatre", DOC, at=1.0)
    setting = [{"op": "set", "path": "/nodes/n/model", "value": _speaks_of(B)}]
    unsetting = [{"op": "set", "path": "/nodes/n/model", "value": _speaks_of(A)}]
    await archive.append([replace(patch(1, "theatre"), ops=setting, inverse=unsetting)])
    await archive.append([replace(patch(1, "theatre", "draft"), ops=[{"value": C}])])
    await archive.save_version("theatre", "v", 1, _speaks_of(D), "operator", 1.0)
    assert await archive.assets_in_use() == {
        A: {"grounds", "theatre"},
        B: {"theatre"},
        C: {"theatre"},
        D: {"theatre"},
    }


async def test_whatever_speaks_of_a_blob_is_found(archive: Archive) -> None:
    await archive.create_hall("grounds", _speaks_of(A), at=1.0)
    await archive.set_meta("logo", {"poster": B})
    await archive.save_version("grounds", f"as {C} was", 1, DOC, "operator", 1.0)
    await archive.remember_asset(D, 12, "image/png", at=1.0)  # a list of blobs needs none
    # The hash of a secret is no blob either.
    await archive.keys.put_link("e" * 64, "operator", "enter", 1.0)
    assert await archive.addresses() == {A, B, C}


async def test_what_is_spared_at_that_moment_is_not_forgotten(archive: Archive) -> None:
    for sha in (A, B, C):
        await archive.remember_asset(sha, 1, "image/png", at=1.0)
    assert await archive.forget_assets([A, B], lambda sha: sha == B) == [A]
    assert [await archive.asset(sha) is None for sha in (A, B, C)] == [True, False, False]


@given(st.integers(0, 200), st.integers(1, 150))
def test_an_address_is_found_wherever_a_text_is_cut(before: int, piece: int) -> None:
    text = "x" * before + f'"{A}" {B}{C} "{D}"'
    with mock.patch.object(facts, "_PIECE", piece):
        assert {A, D} <= set(facts._spoken(text))
