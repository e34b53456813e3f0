"""Lists of rows, openings of sections, sentences that say "it"."""

# ruff: noqa: E501 - records are read as one line
from __future__ import annotations

from datetime import date

import pytest

from avatars.guides.brain import Clause, Question
from avatars.guides.extractive.brain import answer
from avatars.guides.knowledge.library import Library
from avatars.guides.knowledge.plain import document_of
from avatars.guides.persona import Persona

PERSONA = Persona("p", {"zh": "向导", "en": "Guide"}, {"zh": "", "en": ""})
FILES = {
    "扶持.csv": "项目,对象,标准（万元）\n玻璃工坊,新设的工坊,12\n驻留补助,来园的作者,3\n版画出版,在园出版社,7\n",
    "手册.md": "# 窑湾工艺园\n\n## 摄影棚\n棚高 7 米，铺木地板。日租金 4 000 元。置景按半价计。夜间加收两成。\n\n## 停车\n访客停车每小时 4 元。\n",
    "guide.md": "# Kiln Wharf\n\n## Halls\nHall A is a glass hall of 900 m². It is rented at 31 yuan per m² a month.\n\nHall B is a print hall of 400 m². It is rented at 27 yuan per m² a month.\n",
}
LIBRARY = Library.of([document_of(name, text) for name, text in FILES.items()])


def said(text: str) -> str:
    pieces = answer(Question(text, PERSONA, date(2026, 6, 1)), LIBRARY)
    return " ".join(each.text for each in pieces if isinstance(each, Clause))


def test_a_list_names_every_row_of_the_table_that_is_asked_for() -> None:
    told = said("有哪些扶持项目？")
    assert all(name in told for name in ("玻璃工坊", "驻留补助", "版画出版"))


@pytest.mark.parametrize("question", ["介绍一下摄影棚", "讲讲摄影棚"])
def test_a_section_is_told_from_its_beginning(question: str) -> None:
    assert said(question).startswith("棚高 7 米，铺木地板。 日租金 4 000 元。")


def test_it_is_what_was_named_before() -> None:
    units = [unit for cut in LIBRARY.cuts for unit in cut.units]
    assert [unit.lead for unit in units if unit.lead] == ["Hall A", "Hall B"]
