from __future__ import annotations

from pathlib import Path

import pytest

from server.outside import typesetting
from server.outside.typesetting import NoFaceError, known_faces, pdf_of, picture_of

TEMPLATE = "#let told = json(bytes(sys.inputs.told))\n#set text(font: told.fonts)\n#told.words"


@pytest.fixture
def template(tmp_path: Path) -> Path:
    path = tmp_path / "sheet.typ"
    path.write_text(TEMPLATE, encoding="utf-8")
    return path


def test_a_sheet_is_set_as_a_pdf_and_as_a_picture(template: Path) -> None:
    if not known_faces(()):
        pytest.skip("no Chinese typeface here")
    assert pdf_of(template, {"words": "入驻证明"}).startswith(b"%PDF-")
    assert picture_of(template, {"words": "入驻证明"}).startswith(b"\x89PNG")


def test_what_is_told_is_words_and_no_markup(template: Path) -> None:
    if not known_faces(()):
        pytest.skip("no Chinese typeface here")
    words = '#read("/etc/passwd") $x^2$ *b* \\ " ] ) }'
    assert pdf_of(template, {"words": words}).startswith(b"%PDF-")


def test_a_machine_without_chinese_says_so(template: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typesetting, "known_faces", lambda folders: [])
    with pytest.raises(NoFaceError):
        pdf_of(template, {"words": "入驻证明"})
