"""Lines of pages become paragraphs again, without what stands on every page."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from server.run.guides.formats.lines import paragraphs

LONG = "园区位于临港新片区沧海路一号，占地十二万平方米，设有标准厂房与研发办公楼，"


def test_lines_that_fill_the_page_go_on_in_the_next() -> None:
    page = f"{LONG}\n供电容量八千千伏安。\n第二章 租金\n{LONG}\n物业费另计。"
    assert paragraphs([page]) == (
        f"{LONG}供电容量八千千伏安。\n\n## 第二章 租金\n\n{LONG}物业费另计。"
    )


def test_latin_words_are_kept_apart_and_put_together() -> None:
    first = "The park has a floor load of twenty kilonewtons per square me-"
    page = f"{first}\ntre, and its power is eight thousand kilovolt-amperes in the\nmain hall."
    assert paragraphs([page]) == (
        "The park has a floor load of twenty kilonewtons per square metre, and its power is eight "
        "thousand kilovolt-amperes in the main hall."
    )


def test_headers_and_numbers_of_pages_are_left_out_and_bookmarks_are_headings() -> None:
    pages = [
        f"灵境园区 内部资料\n{title}\n第{n}段。\n- {n} -" for n, title in enumerate("甲乙丙", 1)
    ]
    assert paragraphs(pages, ["甲", "乙 "]) == (
        "## 甲\n\n第1段。\n\n## 乙\n\n第2段。\n\n丙\n\n第3段。"
    )


def test_rows_are_tables_and_letters_set_apart_are_words() -> None:
    rows = "编号 用途 面积\nF-101 办公 860\nG-01 厂房 1050"
    told = paragraphs([f"{LONG}\n完。\n可 租 空 间\n{rows}\n{LONG}\n完。"]).split("\n\n")
    assert told[1:3] == [
        "可租空间",
        "| 编号 | 用途 | 面积 |\n| --- | --- | --- |\n"
        "| F-101 | 办公 | 860 |\n| G-01 | 厂房 | 1050 |",
    ]
    uneven = paragraphs([f"{LONG}\n完。\n{rows} 40\n"]).split("\n\n")
    assert uneven[1] == f"{rows} 40"


@given(st.lists(st.text(alphabet="园区租金 ab1-.。第章\n", max_size=200), max_size=3))
def test_no_page_is_too_odd(pages: list[str]) -> None:
    letters = {c for c in paragraphs(pages) if not c.isspace()} - set("#|-")
    assert letters <= {c for page in pages for c in page}
