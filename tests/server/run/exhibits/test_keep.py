"""A job's folder becomes a revision; what no node could carry does not."""

from __future__ import annotations

import errno
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenes.findings import SceneError
from scenes.names import IDENTIFIER
from scenes.properties import MODEL
from server.run.exhibits import Target
from server.run.exhibits.assets import telling_of_disks
from server.run.exhibits.keep import component, slug
from server.store.errors import StoreError
from tests.server.house import House
from tests.server.run.exhibits.samples import TITLE, keep, outputs


def manifest_of(folder: Path, seed: str = "a", **options: Any) -> dict[str, Any]:
    made = outputs(folder, seed, **options)
    manifest: dict[str, Any] = json.loads((made.folder / "manifest.json").read_text())
    return manifest


def test_a_manifest_becomes_a_component_that_nodes_may_carry(tmp_path: Path) -> None:
    model = component(manifest_of(tmp_path, variants=["red"], clips=["run"]))
    assert list(MODEL(model, "/model")) == []
    assert (len(model["levels"]), model["parts"], model["variants"]) == (4, 1, ["red"])


def test_names_beyond_measure_are_cut(tmp_path: Path) -> None:
    clips = ["x" * 500] * 400
    model = component(manifest_of(tmp_path, clips=clips))
    assert (len(model["clips"]), len(model["clips"][0])) == (256, 200)


def test_what_no_node_could_carry_is_refused(tmp_path: Path) -> None:
    manifest = manifest_of(tmp_path)
    manifest["levels"] = []
    manifest["model"]["bounds"]["max"][1] = 1e10
    with pytest.raises(SceneError) as refused:
        component(manifest)
    assert {f.pointer for f in refused.value.findings} == {
        "/model/levels",
        "/model/bounds/max/1",
    }


@pytest.mark.parametrize(
    ("zh", "en", "name"),
    [
        ("泵", "Centrifugal Pump No. 7", "centrifugal-pump-no-7"),
        ("泵 P-7", "泵 P-7", "p-7"),
        ("泵", "泵", "exhibit"),
        ("x", "--", "x"),
        ("a" * 300, "b" * 300, "b" * 48),
    ],
)
def test_titles_become_names(zh: str, en: str, name: str) -> None:
    assert slug({"zh": zh, "en": en}) == name


@given(st.text(max_size=100), st.text(max_size=100))
def test_every_title_becomes_a_name(zh: str, en: str) -> None:
    assert IDENTIFIER.fullmatch(slug({"zh": zh, "en": en}))


async def test_several_files_are_listed_the_same_way_every_time(
    house: House, tmp_path: Path
) -> None:
    first = await keep(house.park, tmp_path, "a", originals=3)
    (listing,) = first.shas("listing")
    told = json.loads(await house.park.blobs.read(listing))
    assert [row["name"] for row in told["files"]] == ["a-0.glb", "a-1.glb", "a-2.glb"]
    assert [row["sha256"] for row in told["files"]] == first.shas("original")
    made = outputs(tmp_path / "again", "a", originals=3)
    again = await house.park.exhibits.keep_revision(
        made, Target(first.exhibit), note="", author="operator", job="again"
    )
    assert again.shas("listing") == [listing]


async def test_a_file_that_is_not_what_the_manifest_says_is_refused(
    house: House, tmp_path: Path
) -> None:
    made = outputs(tmp_path, "a")
    (made.folder / "L2.glb").write_bytes(b"something else")
    with pytest.raises(SceneError) as refused:
        await house.park.exhibits.keep_revision(
            made, Target(title=TITLE), note="", author="operator", job="j"
        )
    assert [f.pointer for f in refused.value.findings] == ["/level/2/sha256"]
    assert await house.park.archive.exhibits.page() == []


async def test_without_a_title_it_is_called_by_its_file(house: House, tmp_path: Path) -> None:
    kept = await house.park.exhibits.keep_revision(
        outputs(tmp_path, "robot"), Target(), note="", author="operator", job="j"
    )
    state = await house.park.archive.exhibits.get(kept.exhibit)
    assert (state.id, state.title) == ("robot", {"zh": "robot", "en": "robot"})


@pytest.mark.parametrize("name", ["../secret", "/etc/hostname", "link.glb", "sub/L0.glb", "", ".."])
async def test_names_that_lead_out_of_the_folder_are_refused(
    house: House, tmp_path: Path, name: str
) -> None:
    made = outputs(tmp_path, "a")
    (tmp_path / "secret").write_text("secret")
    (made.folder / "link.glb").symlink_to(tmp_path / "secret")
    path = made.folder / "manifest.json"
    manifest = json.loads(path.read_text())
    manifest["levels"][0]["file"] = name
    path.write_text(json.dumps(manifest))
    with pytest.raises(SceneError, match="scene_invalid"):
        await house.park.exhibits.keep_revision(
            made, Target(title=TITLE), note="", author="operator", job="j"
        )


async def test_odd_names_are_made_harmless(house: House, tmp_path: Path) -> None:
    made = outputs(tmp_path, "a")
    path = made.folder / "manifest.json"
    manifest = json.loads(path.read_text())
    manifest["source"]["name"] = "<script>\u202egnp.\x07__proto__.glb"
    path.write_text(json.dumps(manifest))
    kept = await house.park.exhibits.keep_revision(
        made, Target(), note="", author="operator", job="j"
    )
    state = await house.park.archive.exhibits.get(kept.exhibit)
    assert state.title["en"] == "<script>gnp. proto" and state.id == "script-gnp-proto"
    assert kept.source["name"] == "<script>\ufffdgnp.\ufffd__proto__.glb"


@pytest.mark.parametrize(
    ("number", "code"), [(errno.ENOSPC, "archive_full"), (errno.EIO, "archive_failed")]
)
def test_a_disk_that_refuses_says_why(number: int, code: str) -> None:
    with pytest.raises(StoreError) as refused, telling_of_disks():
        raise OSError(number, "as the system says")
    assert refused.value.code == code
