from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

from server.net.privacy.copies import as_json, zipped


def test_a_zip_holds_texts_and_files_under_safe_names(tmp_path: Path) -> None:
    file = tmp_path / "big.bin"
    file.write_bytes(b"0123456789" * 300_000)
    members: list[tuple[str, Path | bytes]] = [
        ("a.json", b"{}"),
        ("../b.bin", file),
        ("a.json", b"again"),
        ("", b"nameless"),
    ]
    data = b"".join(zipped(members))
    with zipfile.ZipFile(io.BytesIO(data)) as found:
        assert found.namelist() == ["a.json", "b.bin", "2-a.json", "3-file"]
        assert found.testzip() is None
        assert found.read("b.bin") == file.read_bytes()
    assert b"".join(zipped(members)) == data


def test_json_is_for_people_to_read() -> None:
    text = as_json({"名": [1, Path("x")]})
    assert "名" in text.decode()
    assert json.loads(text) == {"名": [1, "x"]}
