"""DOCX as text like Markdown: everything that a reader sees, in order, and nothing struck out."""

from __future__ import annotations

import pytest

from server.run.guides.formats.found import FormatError
from server.run.guides.formats.word import text_of
from tests.server.run.guides.papers import body, package, word


def test_headings_lists_and_tables() -> None:
    assert text_of(word()).text == (
        "# 园区租金\n\nA 座每平方米每天 2.8 元。\n\n## 优惠\n\n- 首年免物业费\n- 次年减半\n\n"
        "| 单元 | 面积 |\n| --- | --- |\n| A-101 | 320 m² |\n| A-102 | -5 ／ 410 m² |"
    )


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def test_tracked_changes_controls_and_boxes() -> None:
    told = text_of(package(body(
        f"<w:p><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins>{run('新')}</w:ins>"
        f"{run('租金')}</w:p>"
        f"<w:sdt><w:sdtContent><w:p>{run('控件里的话')}</w:p></w:sdtContent></w:sdt>"
        f"<w:p>{run('外')}<w:r><w:txbxContent><w:p>{run('框里')}</w:p></w:txbxContent></w:r></w:p>"
        "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>"
    ))).text  # fmt: skip
    assert told == "新租金\n\n控件里的话\n\n外\n\n框里\n\na\tb\nc"


def cell(inner: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p>{inner}</w:p></w:tc>"


def test_cells_that_span() -> None:
    two, first = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>'
    table = (
        f"<w:tbl><w:tr>{cell(run('楼'))}{cell(run('价'), two)}</w:tr>"
        f"<w:tr>{cell(run('A'), first)}{cell(run('1'))}{cell(run('2'))}</w:tr>"
        f"<w:tr>{cell('', '<w:vMerge/>')}{cell(run('3'))}{cell(run('4'))}</w:tr></w:tbl>"
    )
    lines = text_of(package(body(table))).text.splitlines()
    assert lines == ["| 楼 | 价 |  |", "| --- | --- | --- |", "| A | 1 | 2 |", "| A | 3 | 4 |"]


def test_deep_nesting_ends() -> None:
    deep = (
        "<w:sdt><w:sdtContent>" * 200 + f"<w:p>{run('x')}</w:p>" + "</w:sdtContent></w:sdt>" * 200
    )
    with pytest.raises(FormatError, match="document_unreadable"):
        text_of(package(body(deep)))
