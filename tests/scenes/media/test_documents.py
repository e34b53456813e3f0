from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenes.media.documents import check_document, is_pdf, page, page_sizes, pages
from scenes.media.found import MediaError
from scenes.media.policy import MediaPolicy
from tests.scenes.media.papers import pdf

POLICY = MediaPolicy(max_pages=4, page_side=150)


def refusal(data: bytes) -> str:
    with pytest.raises(MediaError) as caught:
        check_document(memoryview(data), POLICY)
    return caught.value.findings[0].code


def test_pages_become_pictures() -> None:
    data = memoryview(pdf(2))
    assert is_pdf(data)
    assert check_document(data, POLICY) == 2
    drawn = list(pages(data, POLICY))
    assert [page.shape for page in drawn] == [(100, 150, 3)] * 2
    assert drawn[0][80, 20].tolist() == [255, 0, 0]
    assert drawn[0][5, 140].tolist() == [255, 255, 255]


def test_one_page_is_drawn_as_large_as_was_said() -> None:
    data = memoryview(pdf(3))
    assert page_sizes(data, POLICY) == [(150, 100)] * 3
    assert page(data, POLICY, 2).shape == (100, 150, 3)
    for number in (-1, 3):
        with pytest.raises(MediaError):
            page(data, POLICY, number)


def test_what_cannot_be_shown_is_refused() -> None:
    assert refusal(pdf(5)) == "DOCUMENT_TOO_LONG"
    assert refusal(b"%PDF-1.7\nnothing of the kind") == "DOCUMENT_INVALID"
    assert refusal(pdf(1, size=(30000, 3))) == "DOCUMENT_INVALID"


def test_a_huge_page_is_drawn_small() -> None:
    (page,) = pages(memoryview(pdf(1, size=(14400, 7200))), POLICY)
    assert page.shape == (75, 150, 3)


@given(st.lists(st.tuples(st.integers(9, 600), st.integers(0, 255)), max_size=10))
def test_a_spoiled_document_is_read_or_refused(changes: list[tuple[int, int]]) -> None:
    spoiled = bytearray(pdf(1))
    for at, value in changes:
        spoiled[at % len(spoiled)] = value
    try:
        assert check_document(memoryview(spoiled), POLICY) <= 4
    except MediaError as error:
        assert error.findings
