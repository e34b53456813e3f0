"""The documents that go with an application: which, when, and how a file shows what it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from server.registration import credit_code
from server.registration.field import DocumentKind, Missing, Values, Words

LARGEST: Final = 10 * 2**20
"""Bytes of one file."""
MEDIA_TYPES: Final = ("application/pdf", "image/jpeg", "image/png")
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_JPEG: Final = b"\xff\xd8\xff"
_PDF: Final = b"%PDF-"


def sniff(head: bytes) -> str | None:
    """The media type that a file's first bytes show; None for what is not taken.

    A PDF's mark may stand after other bytes (ISO 32000-1, Annex H: within the first 1024), which
    would let a file be two things at once: here it must come first.
    """
    if head.startswith(_PNG):
        return "image/png"
    if head.startswith(_JPEG):
        return "image/jpeg"
    return "application/pdf" if head.startswith(_PDF) and head[5:6].isdigit() else None


def is_new_firm(values: Values) -> bool:
    """Whether a firm is still to be founded."""
    return values.get("case") == "new_firm"


def has_code(values: Values) -> bool:
    """Whether there is a valid credit code, so that there is a licence too."""
    return credit_code.check(str(values.get("credit_code") or "")).valid


def is_by_agent(values: Values) -> bool:
    """Whether somebody else than the legal representative acts for the firm."""
    contact, head = _person(values, "contact_name"), _person(values, "legal_rep")
    return bool(contact and head) and contact != head


def _person(values: Values, name: str) -> str:
    return "".join(str(values.get(name) or "").split()).casefold()


KINDS: Final[Mapping[str, DocumentKind]] = {
    each.name: each
    for each in (
        DocumentKind(
            "licence",
            lambda values: not is_new_firm(values) or has_code(values),
            Words("营业执照", "Business licence"),
            Words(
                "正本或副本的彩色扫描件或照片，统一社会信用代码与名称须清晰可见。",
                "A colour scan or photo of the licence; code and name must be legible.",
            ),
            personal=False,
            shown=lambda values: not is_new_firm(values) or has_code(values),
        ),
        DocumentKind(
            "name_notice",
            is_new_firm,
            Words("企业名称申报告知书", "Notice of name declaration"),
            Words(
                "登记机关出具的名称申报（预先核准）通知，载明拟用名称与保留期。",
                "The registration authority's notice of the declared name and how long it is kept.",
            ),
            personal=False,
            shown=is_new_firm,
        ),
        DocumentKind(
            "legal_rep_id",
            lambda values: True,
            Words("法定代表人身份证件", "Legal representative's identity document"),
            Words(
                "与所填证件号码一致；身份证需正反两面。加密保存，只有经办人员能查看，每次查看均有记录。",
                "The document whose number you gave; both sides of a card. Kept encrypted, seen by "
                "the registry desk alone, and each look is on record.",
            ),
            most=2,
        ),
        DocumentKind(
            "authorisation",
            is_by_agent,
            Words("授权委托书", "Authorisation of the contact"),
            Words(
                "联系人不是法定代表人本人时需要：由法定代表人签字或加盖公章，写明授权办理入驻。",
                "Needed when the contact is not the legal representative: signed or sealed, saying "
                "that the contact may apply for residence.",
            ),
            shown=is_by_agent,
        ),
        DocumentKind(
            "commitment",
            lambda values: True,
            Words("集群注册住所承诺书", "Commitment on the shared address"),
            Words(
                "承诺仅以园区地址作为联络住所、不在该地址从事生产经营，并配合监管。签字或盖章后上传。",
                "Undertakes to use the park's address for correspondence alone, to run no plant "
                "there and to work with the authorities. Sign or seal it, then upload.",
            ),
            personal=False,
        ),
        DocumentKind(
            "other",
            lambda values: False,
            Words("其他材料", "Other documents"),
            Words(
                "办事员要求补充、或您认为有助于审核的材料，可以不传。",
                "What the clerk asked for besides, or what you think helps; may be left out.",
            ),
            most=5,
        ),
    )
}
"""Every kind of document, in the order in which they are asked for."""


def required(values: Values) -> list[DocumentKind]:
    """The documents that these answers call for."""
    return [kind for kind in KINDS.values() if kind.required(values)]


def missing(values: Values, there: Mapping[str, Any]) -> list[Missing]:
    """The documents that are called for and not ``there``, which is keyed by kind."""
    lacking = (kind for kind in required(values) if not there.get(kind.name))
    return [Missing(f"/documents/{each.name}", "document_missing", each.label) for each in lacking]
