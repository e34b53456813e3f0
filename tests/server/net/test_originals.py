"""What was uploaded comes back byte for byte, under its name, as a file to keep."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.net.originals import attachment, safe_name, zipped
from tests.server.house import House
from tests.server.run.exhibits.samples import keep


async def test_one_file_is_that_file(house: House, tmp_path: Path) -> None:
    await keep(house.park, tmp_path, "a")
    async with house.owner.get(
        "http://localhost/api/v1/exhibits/gearbox/revisions/1/original"
    ) as answer:
        assert await answer.read() == b"original a 0"
        assert answer.headers["Content-Disposition"].startswith('attachment; filename="a-0.glb"')
        assert answer.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
        assert answer.content_type == "application/octet-stream"


async def test_several_files_come_in_a_zip(house: House, tmp_path: Path) -> None:
    await keep(house.park, tmp_path, "a", originals=3)
    path = "/api/v1/exhibits/gearbox/revisions/1/original"
    status, data = await house.own("GET", path)
    assert status == 200
    with zipfile.ZipFile(io.BytesIO(data)) as found:
        assert {name: found.read(name) for name in found.namelist()} == {
            f"a-{n}.glb": f"original a {n}".encode() for n in range(3)
        }
        assert found.testzip() is None
    assert (await house.own("GET", path))[1] == data


async def test_what_is_not_there_any_more_is_not_found(house: House, tmp_path: Path) -> None:
    kept = await keep(house.park, tmp_path, "a")
    house.park.blobs.path(kept.shas("original")[0]).unlink()
    status, told = await house.own("GET", "/api/v1/exhibits/gearbox/revisions/1/original")
    assert (status, told["code"]) == (404, "not_found")


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("model.gltf", "model.gltf"),
        ("../../etc/passwd", "etc/passwd"),
        ("/abs/olute", "abs/olute"),
        ("C:\\x\\..\\y.bin", "C:/x/y.bin"),
        ("a/./b/..../c", "a/b/c"),
        ("行 星\u202e.glb", "行 星_.glb"),
        ("..", ""),
    ],
)
def test_names_lead_nowhere_else(name: str, safe: str) -> None:
    assert safe_name(name) == safe


@given(st.text(max_size=300))
def test_a_header_is_one_line_whatever_the_name(name: str) -> None:
    value = attachment(name)["Content-Disposition"]
    assert value.isascii() and value.isprintable() and value.count('"') == 2


def test_names_in_a_zip_are_taken_once(tmp_path: Path) -> None:
    (tmp_path / "f").write_bytes(b"x" * 3_000_000)
    files = [("a.bin", tmp_path / "f"), ("./a.bin", tmp_path / "f"), ("..", tmp_path / "f")]
    data = b"".join(zipped(files))
    with zipfile.ZipFile(io.BytesIO(data)) as found:
        assert found.namelist() == ["a.bin", "1-a.bin", "2-file"]
        assert all(len(found.read(name)) == 3_000_000 for name in found.namelist())
