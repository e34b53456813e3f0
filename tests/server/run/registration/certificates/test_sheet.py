from __future__ import annotations

import io
from dataclasses import replace

import pypdfium2  # type: ignore[import-untyped]
import pytest

from server.outside.typesetting import known_faces
from server.registration.certificate import Statement
from server.run.registration.certificates.sheet import Sheet, sheet_of, told_of

BOTH = {"zh": "灵境托管有限公司", "en": "Lingjing Hosting Ltd"}
STATEMENT = Statement(
    number="RZ2026-7KQ4-M2XD",
    company={"zh": "深圳灵境测试技术有限公司", "en": "Lingjing Testing Ltd"},
    credit_code="914403001922038216",
    custodian=BOTH,
    address={"zh": "深圳市南山区灵境路 1 号", "en": "1 Lingjing Road"},
    seat="云席-00001（集群注册）",
    starts=1_790_000_000.0,
    until=1_821_600_000.0,
    issued=1_790_000_000.0,
)
SHEET = Sheet(
    "灵境园区", "灵境运营有限公司", "https://park.example/verify/RZ2026-7KQ4-M2XD", "展厅 A-01"
)
TOKEN = "e30." + "A" * 700 + "." + "B" * 86


def pages(pdf: bytes) -> int:
    with pypdfium2.PdfDocument(io.BytesIO(pdf)) as document:
        return len(document)


def test_a_sheet_says_what_is_stated_and_nothing_of_persons() -> None:
    told = told_of(STATEMENT, TOKEN, SHEET)
    assert [row[0] for row in told["rows"]] == [
        *("企业名称", "统一社会信用代码", "托管机构", "住所", "展位", "有效期"),
    ]
    assert told["number"] == STATEMENT.number and told["link"] == SHEET.link


def test_rows_without_anything_are_left_out() -> None:
    told = told_of(replace(STATEMENT, until=None), TOKEN, SHEET._replace(booth=""))
    assert "展位" not in [row[0] for row in told["rows"]]
    assert told["rows"][-1][1][0].endswith("长期")


def test_signs_that_hide_or_turn_others_are_not_printed() -> None:
    name = {"zh": "灵境\u202e测试\u200b公司", "en": "W" * 70}
    told = told_of(replace(STATEMENT, company=name), TOKEN, SHEET)
    zh, en = told["rows"][0][1]
    assert zh == "灵境测试公司"
    assert [len(part) for part in en.split("\u200b")] == [30, 30, 10]


def test_a_signature_too_long_to_print_is_attached_alone() -> None:
    short, long = told_of(STATEMENT, TOKEN, SHEET), told_of(STATEMENT, TOKEN * 3, SHEET)
    assert short["shown"] == TOKEN and long["jws"] == TOKEN * 3
    assert "residence.jws" in long["shown"] and long["room"] > short["room"]


@pytest.mark.parametrize("length", [700, 1200, 6000])
@pytest.mark.parametrize("sign", ["灵", "W", "W ", "\u202e", "<b>"])
def test_the_longest_names_and_addresses_stay_on_one_page(sign: str, length: int) -> None:
    if not known_faces(()):
        pytest.skip("no Chinese typeface here")
    long = (sign * 200)[:200]
    both = {"zh": long, "en": long[::-1]}
    told = replace(STATEMENT, company=both, custodian=both, address=both)
    assert pages(sheet_of(told, "A" * length, SHEET)) == 1
