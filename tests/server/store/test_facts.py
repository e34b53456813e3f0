"""Which blobs the park knows, and who speaks of them."""

from __future__ import annotations

from dataclasses import replace

from server.store import Archive, Asset
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
