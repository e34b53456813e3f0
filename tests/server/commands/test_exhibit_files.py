"""Which files of this machine a path means: a model, and what it names inside its own folder."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest

from scenes.exhibits.policy import Policy
from server.commands.exhibit_files import Chosen, choose, readable
from tests.scenes.exhibits.hostile import gltf, plain_glb


def put(folder: Path, **given: bytes) -> None:
    for name, data in given.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def names(chosen: Chosen) -> list[str]:
    return [given.name for given in chosen.inputs]


def chosen(path: Path) -> Chosen:
    return choose(path, Policy())


def code(path: Path) -> str:
    found = chosen(path)
    assert found.inputs == ()
    return found.findings[0].code


def wanting(*uris: str) -> bytes:
    return gltf(buffers=[{"byteLength": 1, "uri": uri} for uri in uris])


def test_a_glb_and_a_zip_are_one_file(tmp_path: Path) -> None:
    put(tmp_path, m_glb=plain_glb(), m_zip=b"PK\3\4", a_bin=b"")
    assert names(chosen(tmp_path / "m.glb")) == ["m.glb"]
    assert names(chosen(tmp_path / "m.zip")) == ["m.zip"]


def test_a_gltf_brings_what_it_names_and_nothing_else(tmp_path: Path) -> None:
    put(tmp_path, m_gltf=wanting("a.bin", "d/b%20c.bin", "none.bin"), a_bin=b"a", x_bin=b"x")
    (tmp_path / "d").mkdir()
    (tmp_path / "d" / "b c.bin").write_bytes(b"b")
    found = chosen(tmp_path / "m.gltf")
    assert names(found) == ["m.gltf", "a.bin", "d/b c.bin"]
    assert [given.path.read_bytes() for given in found.inputs[1:]] == [b"a", b"b"]


def test_a_glb_brings_what_it_names_too(tmp_path: Path) -> None:
    put(tmp_path, m_glb=plain_glb(images=[{"uri": "a.png"}]), a_png=b"a")
    assert names(chosen(tmp_path / "m.glb")) == ["m.glb", "a.png"]


def test_nothing_outside_its_folder_is_ever_read(tmp_path: Path) -> None:
    put(tmp_path, secret_bin=b"secret", d__in_bin=b"in")
    here = tmp_path / "d"
    (here / "link.bin").symlink_to(tmp_path / "secret.bin")
    (here / "up").symlink_to(tmp_path)
    (here / "inner.bin").symlink_to(here / "in.bin")
    os.mkfifo(here / "pipe.bin")
    uris = ("../secret.bin", "link.bin", "up/secret.bin", f"{tmp_path}/secret.bin", "pipe.bin")
    put(here, m_gltf=wanting(*uris, "%2e%2e/secret.bin", "d\0.bin", ".", "inner.bin"))
    found = chosen(here / "m.gltf")
    assert names(found) == ["m.gltf", "inner.bin"]
    assert found.inputs[1].path == here / "in.bin"


def test_names_are_found_in_either_unicode_form(tmp_path: Path) -> None:
    (tmp_path / unicodedata.normalize("NFD", "é.bin")).write_bytes(b"a")
    (tmp_path / "m.gltf").write_bytes(wanting(unicodedata.normalize("NFC", "é.bin")))
    assert len(chosen(tmp_path / "m.gltf").inputs) == 2


def test_a_folder_with_one_model_means_it(tmp_path: Path) -> None:
    put(tmp_path, a__m_gltf=wanting("x.bin"), a__x_bin=b"", a__notes_txt=b"")
    assert names(chosen(tmp_path / "a")) == ["m.gltf", "x.bin"]
    put(tmp_path, a__n_glb=plain_glb())
    assert code(tmp_path / "a") == "SEVERAL_MODELS"
    (tmp_path / "b").mkdir()
    assert code(tmp_path / "b") == "NO_MODEL"


def test_what_cannot_be_read_is_said(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert code(tmp_path / "nothing.glb") == "FILE_NOT_FOUND"
    assert code(tmp_path / "pipe") == "FILE_UNREADABLE"
    assert code(tmp_path / "a\0b") == "FILE_UNREADABLE"
    assert code(tmp_path / ("x" * 5000)) == "FILE_UNREADABLE"
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert code(tmp_path / "loop") in ("FILE_UNREADABLE", "FILE_NOT_FOUND")


def test_files_that_are_no_model_are_one_file_all_the_same(tmp_path: Path) -> None:
    put(tmp_path, empty_glb=b"", bad_gltf=b"{", other_fbx=b"Kaydara FBX Binary")
    for name in ("empty.glb", "bad.gltf", "other.fbx"):
        assert names(chosen(tmp_path / name)) == [name]


def test_names_that_are_not_utf_8_can_be_read(tmp_path: Path) -> None:
    name = os.fsdecode("水泵".encode("gb18030") + b".glb")
    assert readable(name) == "水泵.glb" and readable("水泵.glb") == "水泵.glb"
    try:
        (tmp_path / name).write_bytes(plain_glb())
    except OSError:
        pytest.skip("this file system takes UTF-8 names alone")
    assert names(chosen(tmp_path / name)) == ["水泵.glb"]
