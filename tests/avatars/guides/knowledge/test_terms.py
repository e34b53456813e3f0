"""What texts are about: concepts, words, short names, folding."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from avatars.guides.knowledge import language
from avatars.guides.knowledge.concepts import lexicon
from avatars.guides.knowledge.fold import folded
from avatars.guides.knowledge.stems import stem
from avatars.guides.knowledge.terms import terms
from avatars.guides.knowledge.tokens import query_tokens, tokens


@settings(deadline=None)
@given(st.text(max_size=200))
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(folded(text)) == len(text)
    assert folded(folded(text)) == folded(text)


@settings(deadline=None)
@given(st.text(max_size=200))
def test_marks_lie_in_order_and_are_exact(text: str) -> None:
    found, last = terms(text), 0
    for mark in found.marks:
        assert last <= mark.start < mark.end <= len(text)
        assert found.text[mark.start : mark.end] == mark.text
        last = mark.end
    assert tokens(found) is not None and query_tokens(found) is not None


@pytest.mark.parametrize(
    ("one", "two", "concept"),
    [
        *(("租金多少", "what is the rent", "rent"), ("楼面荷载", "floor load", "floor_load")),
        *(("層高", "ceiling height", "ceiling_height"), ("押金", "security deposit", "deposit")),
        *(("班车", "shuttle bus", "shuttle"), ("免租期", "rent-free period", "rent_free")),
    ],
)
def test_concepts_meet_across_languages(one: str, two: str, concept: str) -> None:
    assert concept in terms(one).concepts and concept in terms(two).concepts


def test_signs_inside_unknown_words_are_theirs() -> None:
    assert [m.text for m in terms("创新药").marks] == ["创新药"]
    assert "无锡" in [m.text for m in terms("无锡").marks]


def test_stems_meet() -> None:
    for forms in ("lease leases leased leasing", "company companies", "rate rates rated"):
        assert len({stem(word) for word in forms.split()}) == 1, forms


def test_language() -> None:
    assert language.of("B1 栋 rent 多少") == "zh" and language.of("How about the 园?") == "en"
    assert language.of("42") == "zh"


def test_the_lexicon_is_in_order() -> None:
    table = lexicon()
    assert len(table.concepts) > 200
    assert not [key for key, each in table.concepts.items() if each.weak and each.asked]
