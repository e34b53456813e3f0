"""Which files of this machine go along with a model: its own, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from clients.headless.bundle import files_of


def gltf(folder: Path, document: Any) -> Path:
    path = folder / "模型.gltf"
    path.write_bytes(document if isinstance(document, bytes) else json.dumps(document).encode())
    return path


def names(path: Path) -> list[str]:
    return [member.name for member in files_of(path)]


def test_a_glb_goes_alone(tmp_path: Path) -> None:
    path = tmp_path / "x.glb"
    path.write_bytes(b"glTF")
    assert files_of(path) == [("x.glb", path)]


def test_a_gltf_brings_what_it_names_by_the_name_it_uses(tmp_path: Path) -> None:
    (tmp_path / "贴 图").mkdir()
    for name in ("data.bin", "贴 图/木.png", "unnamed.bin"):
        (tmp_path / name).write_bytes(b"x")
    document = {
        "buffers": [{"uri": "data.bin"}, {"uri": "./data.bin"}, {"uri": "missing.bin"}, {}],
        "images": [{"uri": "%E8%B4%B4%20%E5%9B%BE/%E6%9C%A8.png"}, {"uri": "data:image/png,x"}],
    }
    path = gltf(tmp_path, document)
    assert names(path) == ["模型.gltf", "data.bin", "贴 图/木.png"]


@pytest.mark.parametrize(
    "uri",
    [
        "../secret", "a/../../secret", "/etc/passwd", "file:///etc/passwd", "http://x/y",
        "//host/x", "%2e%2e/secret", "", "a\0b", 7, "http://[", "..%2Fsecret",
    ],
)  # fmt: skip
def test_nothing_outside_its_folder_is_ever_read(tmp_path: Path, uri: Any) -> None:
    inside = tmp_path / "inside"
    (inside / "a").mkdir(parents=True)
    (tmp_path / "secret").write_bytes(b"x")
    assert names(gltf(inside, {"buffers": [{"uri": uri}]})) == ["模型.gltf"]


@pytest.mark.parametrize(
    "document", [b"", b"{", b"[" * 100_000, b"[]", b'{"buffers": 3, "images": [4]}']
)
def test_what_is_no_document_goes_alone(tmp_path: Path, document: bytes) -> None:
    assert names(gltf(tmp_path, document)) == ["模型.gltf"]


def test_a_file_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        files_of(tmp_path / "none.gltf")
