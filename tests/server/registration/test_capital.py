from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.registration.capital import LEAST, MOST, parse
from server.registration.errors import Finding


@pytest.mark.parametrize(
    ("value", "fen"),
    [
        *(("100万", 10**8), ("100万元", 10**8), ("１００万元", 10**8), ("100 万 人民币", 10**8)),
        *(("1,000,000.00元", 10**8), ("1，000，000元整", 10**8), ("1000000", 10**8)),
        *(("人民币500万元整", 5 * 10**8), ("RMB 500万", 5 * 10**8), ("￥1000", 10**5)),
        *(("¥0.5万", 500_000), ("1.5亿", 15 * 10**9), ("1万亿", 10**14), ("2千万", 2 * 10**9)),
        *(("壹佰万元整", 10**8), ("壹佰萬圓", 10**8), ("一百万", 10**8), ("十万元", 10**7)),
        *(("两千万", 2 * 10**9), ("12.34", 1234), (100_000_000, 10**8), (100, 100)),
    ],
)
def test_amounts_that_people_write(value: object, fen: int) -> None:
    assert parse(value) == fen


@pytest.mark.parametrize(
    ("value", "code"),
    [
        *(("", "capital_unclear"), ("很多", "capital_unclear"), ("-5", "capital_unclear")),
        *(("1,00,000", "capital_unclear"), ("0.001", "capital_unclear"), ("万", "capital_unclear")),
        *(("1e9", "capital_unclear"), ("100万万万", "capital_unclear"), ("٣", "capital_unclear")),
        *((True, "capital_unclear"), (1.5, "capital_unclear"), (None, "capital_unclear")),
        *(("9" * 61, "capital_unclear"), ([], "capital_unclear")),
        *(
            ("100万美元", "capital_currency"),
            ("$100", "capital_currency"),
            ("5万港币", "capital_currency"),
        ),
        *(("0", "capital_bounds"), ("0.5", "capital_bounds"), (99, "capital_bounds")),
        *((-1, "capital_bounds"), ("2万亿", "capital_bounds"), (10**30, "capital_bounds")),
    ],
)
def test_amounts_that_are_none(value: object, code: str) -> None:
    assert parse(value) == Finding("/fields/capital", code)


@given(st.integers(LEAST, MOST))
def test_every_amount_comes_back(fen: int) -> None:
    assert parse(fen) == fen
    assert parse(f"{fen // 100:,}.{fen % 100:02}元") == fen
    assert parse(f"{fen // 100}.{fen % 100:02}") == fen


@given(st.text())
def test_any_text_gets_an_answer(text: str) -> None:
    found = parse(text)
    assert isinstance(found, Finding) or LEAST <= found <= MOST
