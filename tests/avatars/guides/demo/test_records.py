"""The demo park's knowledge base: of some size, true to the scene, and judged by questions."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

import pytest

from avatars.guides import demo
from avatars.guides.demo import records
from avatars.guides.knowledge.library import Library
from scenes.demo.document import Book
from scenes.demo.exhibits import Exhibit, catalogue
from scenes.demo.plan import LOTS, PARK
from scenes.demo.units import add_units, desk_unit, shop_unit
from server.commands.bench_guide_questions import KINDS, Judged, folded, read

TODAY = date(2026, 12, 1)
RECORDS = {each.id: each for each in demo.documents()}
QUESTIONS = read(demo.questions())


@cache
def scene_units() -> dict[str, dict[str, Any]]:
    book = Book()
    add_units(book)
    for number in (1, 2, 3, 4):
        desk_unit(book, number, (0, 0, 0))
    for number in (1, 2):
        shop_unit(book, number, (0, 0, 0))
    return {node["unit"]["no"]: node for node in book.nodes.values()}


def rows(name: str) -> Iterator[list[str]]:
    return iter(list(csv.reader(io.StringIO(records.text(name))))[1:])


def numbers(text: str) -> set[str]:
    """Numbers of more than a digit: small ones are written in words."""
    together = re.sub(r"(?<=\d)[\s,](?=\d{3})", "", text)
    return {each for each in re.findall(r"\d+(?:\.\d+)?", together) if len(each) > 1}


def test_there_are_passages_enough_in_both_languages() -> None:
    passages = Library.of(demo.documents()).passages
    counts = Counter(each.document.lang for each in passages)
    assert counts["zh"] >= 100 and counts["en"] >= 100


def test_every_file_says_what_it_is_called_and_in_which_language() -> None:
    assert set(demo.names()) == set(RECORDS)
    for name, each in RECORDS.items():
        assert each.lang == name[:2]
        assert each.title and each.title != name.rpartition("/")[2].partition(".")[0]


def test_policies_come_in_every_state_and_some_records_are_not_for_all() -> None:
    ends = [each.valid_until for each in RECORDS.values() if each.valid_until]
    assert any(end < TODAY for end in ends) and any(end >= TODAY for end in ends)
    assert any(each.valid_from and each.valid_from > TODAY for each in RECORDS.values())
    assert {each.visibility for each in RECORDS.values()} == {"public", "investors", "staff"}
    assert any(each.regions for each in RECORDS.values())


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_space_to_let_is_as_the_scene_has_it(lang: str) -> None:
    told = {row[0]: row for row in rows(f"{lang}/units.csv")}
    assert told.keys() == scene_units().keys()
    for no, node in scene_units().items():
        unit, row = node["unit"], told[no]
        assert row[1] == node["name"][lang]
        figures = [unit["area"], unit["floor_load"], unit["power"], unit["height"]]
        assert [float(cell) for cell in row[4:8]] == figures
        assert (float(row[8]) * 100, row[9]) == (unit["rent"], unit["from"])
        assert row[10] == unit["terms"][lang]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("exhibit", catalogue(), ids=lambda each: each.id)
def test_exhibits_are_as_their_cards_say(exhibit: Exhibit, lang: str) -> None:
    sections = records.text(f"{lang}/exhibits.md").split("\n## ")
    name = re.sub(r"（.*）| \(.*\)", "", exhibit.title[lang])
    (section,) = [each for each in sections if name in each]
    assert exhibit.maker[lang] in section
    for fact in exhibit.card()["facts"]:
        missing = numbers(fact["value"][lang]) - numbers(section)
        assert not missing or fact["label"]["en"] == "Model scale", (fact["label"], missing)


def test_the_park_and_its_buildings_have_the_names_of_the_scene() -> None:
    for lang in ("zh", "en"):
        assert PARK[lang] in records.text(f"{lang}/park.md")
        told = records.text(f"{lang}/buildings.md") + records.text(f"{lang}/park.md")
        missing = [getattr(lot, lang) for lot in LOTS if getattr(lot, lang) not in told]
        assert [each for each in missing if each not in ("灵境展览馆",)] == []


def test_questions_are_many_and_of_every_kind() -> None:
    kinds, langs = Counter(q.kind for q in QUESTIONS), Counter(q.lang for q in QUESTIONS)
    assert len(QUESTIONS) >= 160 and set(kinds) == set(KINDS)
    assert kinds["unanswerable"] >= 30
    assert min(langs["zh"], langs["en"]) >= 0.4 * len(QUESTIONS)


@pytest.mark.parametrize("asked", QUESTIONS, ids=lambda each: each.id)
def test_what_a_question_wants_stands_in_its_sources(asked: Judged) -> None:
    texts = [folded(RECORDS[name].text) for name in asked.sources]
    for wordings in asked.facts:
        assert any(folded(each) in text for each in wordings for text in texts), wordings
    expects_a_source = asked.answerable and asked.kind != "action"
    assert bool(asked.sources) == expects_a_source


def test_questions_are_not_copied_from_the_records() -> None:
    everything = folded("".join(each.text for each in RECORDS.values()))
    copied = [q.q for q in QUESTIONS if len(q.q) > 8 and folded(q.q).strip("?.") in everything]
    assert copied == []
