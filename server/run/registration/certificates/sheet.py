"""The sheet of a certificate: its words around what is stated. Blocking."""

from __future__ import annotations

import unicodedata
from datetime import date
from pathlib import Path
from typing import Any, Final, NamedTuple

from server.outside.qr import file_qr
from server.outside.typesetting import pdf_of
from server.registration.calendar import day_of
from server.registration.certificate import ATTACHMENT, Statement, last_moment

MOST_SHOWN: Final = 1200
LEFT_OUT: Final = f"见附件 {ATTACHMENT} / see the attachment {ATTACHMENT}"
"""Characters of a signature that are printed; a longer one is in the attachment alone."""
ROOM, LINE, PRINTED = 88.0, 2.8, 118
"""Millimetres of the sheet for what is stated, long names in smaller letters; those that each line
of the printed signature takes; signs of such a line."""
LONGEST_WORD: Final = 30
"""Signs of a word that is never broken."""
TEMPLATE: Final = Path(__file__).with_name("certificate.typ")
STATES: Final = (
    "兹证明下列企业已在本园区登记入驻，以托管机构提供的集群注册地址为其住所，"
    "并由本园区提供入驻服务。"
)
BOUNDARY: Final = (
    "本证明由园区出具，仅证明企业入驻本园区，不是营业执照或任何行政许可；"
    "统一社会信用代码由登记机关核发。"
)


class Sheet(NamedTuple):
    """What a sheet says besides the statement: the park, who runs it, where to verify."""

    park: str
    issuer: str
    link: str
    booth: str = ""


def sheet_of(statement: Statement, token: str, sheet: Sheet, fonts: str = "") -> bytes:
    """The certificate as a PDF/A-3 with the signed statement attached; raises NoFaceError."""
    return pdf_of(TEMPLATE, told_of(statement, token, sheet), fonts)


def told_of(statement: Statement, token: str, sheet: Sheet) -> dict[str, Any]:
    """Everything that the template prints."""
    issued = day_of(statement.issued)
    shown = token if len(token) <= MOST_SHOWN else LEFT_OUT
    return {
        "lang": "zh",
        "region": "cn",
        "date": {"year": issued.year, "month": issued.month, "day": issued.day},
        "title": "入驻证明",
        "subtitle": "Certificate of Residence",
        "park": sheet.park,
        "number_label": "证明编号 No. ",
        "number": statement.number,
        "statement": STATES,
        "rows": _rows(statement, sheet.booth),
        "qr": file_qr(sheet.link).decode(),
        "verify_title": "扫码核验 Verify",
        "verify": "扫描二维码，或在下面的网页输入编号。是否有效，以网页所示为准。",
        "link": sheet.link,
        "boundary": BOUNDARY,
        "issuer": sheet.issuer or sheet.park,
        "issued": _words(issued),
        "signature_title": "数字签名（JWS，Ed25519），亦作为附件随本文件保存，可离线核验",
        "attachment": ATTACHMENT,
        "jws": token,
        "shown": shown,
        "room": ROOM - LINE * (len(shown) // PRINTED),
    }


def _rows(statement: Statement, booth: str) -> list[list[Any]]:
    until = "长期" if statement.until is None else _words(day_of(last_moment(statement.until)))
    rows: list[list[Any]] = [
        ["企业名称", _both(statement.company["zh"], statement.company["en"])],
        ["统一社会信用代码", [statement.credit_code]],
        ["托管机构", _both(statement.custodian["zh"], statement.custodian["en"])],
        ["住所", _both(statement.address["zh"], statement.seat)],
        ["展位", [booth]],
        ["有效期", [f"{_words(day_of(statement.starts))}至{until}"]],
    ]
    return [[label, [_printable(line) for line in lines]] for label, lines in rows if any(lines)]


def _both(first: str, second: str) -> list[str]:
    return [first, second] if second and second != first else [first]


def _printable(text: str) -> str:
    """A line without signs that hide or turn others, and with places to break words that are long
    beyond reason."""
    seen = "".join(sign for sign in text if unicodedata.category(sign) not in ("Cf", "Cc"))
    words = (
        "\u200b".join(word[at : at + LONGEST_WORD] for at in range(0, len(word), LONGEST_WORD))
        for word in seen.split(" ")
    )
    return " ".join(words)


def _words(day: date) -> str:
    return f"{day.year} 年 {day.month} 月 {day.day} 日"
