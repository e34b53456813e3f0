"""The page where anybody verifies a certificate of residence. It needs no script."""

from __future__ import annotations

import html
from collections.abc import Mapping
from typing import Final

from aiohttp import web

from server.errors import RequestError, problem
from server.net.companies.certificates import proven
from server.net.forms import read_form
from server.net.route import Asked
from server.net.site.plain_page import LANGUAGES, framed, lang_of
from server.net.site.profile import site_answer
from server.outside.jws import LONGEST
from server.registration.calendar import day_of
from server.registration.certificate import STATE_WORDS, last_moment, why
from server.run.registration.certificates import Proof

FORM_BYTES: Final = 3 * LONGEST
HEAD: Final = '<meta name="robots" content="noindex"><meta name="referrer" content="no-referrer">'
WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "zh": {
        "title": "入驻证明核验",
        "lead": "输入证明上的编号，或粘贴证明所附的数字签名，查看它现在是否有效。",
        "what": "证明编号或数字签名（JWS）",
        "example": "例如 RZ2026-7KQ4-M2XD",
        "ask": "核验",
        "number": "证明编号",
        "company": "企业名称",
        "credit_code": "统一社会信用代码",
        "custodian": "托管机构",
        "address": "住所",
        "seat": "席位",
        "starts": "生效日期",
        "until": "有效期至",
        "issued": "出具日期",
        "why": "原因",
        "for_good": "长期",
        "signed": "数字签名成立：确由本园区签发，内容未被改动。",
        "boundary": (
            "本证明由园区出具，仅证明企业入驻本园区，不是营业执照或任何行政许可；"
            "统一社会信用代码以登记机关核发的为准。"
        ),
        "offline": "不联网也可核验：用本园区公布的公钥验证证明所附的 JWS（Ed25519，RFC 9864）。",
        "keys": "公钥（JWK Set）",
        "again": "核验另一份",
    },
    "en": {
        "title": "Verify a certificate of residence",
        "lead": "Enter the number of a certificate, or paste the signature that comes with it, to "
        "see whether it counts now.",
        "what": "Number or signature (JWS)",
        "example": "such as RZ2026-7KQ4-M2XD",
        "ask": "Verify",
        "number": "Number",
        "company": "Company",
        "credit_code": "Unified social credit code",
        "custodian": "Hosting institution",
        "address": "Address",
        "seat": "Seat",
        "starts": "In force since",
        "until": "Until",
        "issued": "Issued",
        "why": "Why",
        "for_good": "no end",
        "signed": "The signature holds: signed by this park, and unchanged since.",
        "boundary": "The park states that this company lives here. It is no business licence and "
        "no permission; credit codes are issued by the state's registry alone.",
        "offline": "It can be verified off line too: prove the JWS of the certificate (Ed25519, "
        "RFC 9864) by the keys that this park publishes.",
        "keys": "Public keys (JWK Set)",
        "again": "Verify another one",
    },
}


async def get_page(asked: Asked) -> web.Response:
    """The form; with ``?number=``, how that certificate stands."""
    number = asked.request.query.get("number", "")
    if not number.strip():
        return _page(asked, _form(_words(asked)[1]))
    return await _told(asked, number)


async def get_verdict(asked: Asked) -> web.Response:
    """How the certificate stands whose number the address has, as its QR code does."""
    return await _told(asked, asked.request.match_info["number"])


async def post_page(asked: Asked) -> web.Response:
    """What was pasted: signatures are too long for an address."""
    what = (await read_form(asked.request, FORM_BYTES)).get("what", "").strip()
    return await _told(asked, what) if what else _page(asked, _form(_words(asked)[1]))


async def _told(asked: Asked, what: str) -> web.Response:
    lang, words = _words(asked)
    signed = what.count(".") == 2
    try:
        proof = await (proven(asked, what) if signed else _found(asked, what))
    except RequestError as error:
        told = problem(error, lang)
        refusal = f'<p class="verdict bad" role="status">{html.escape(told.message)}</p>'
        return _page(asked, refusal + _form(words, what), told.status)
    return _page(asked, _verdict(proof, words, lang, signed=signed))


async def _found(asked: Asked, number: str) -> Proof:
    proof = await asked.park.registry.certificates.find(number)
    if proof is None:
        raise RequestError("certificate_unknown")
    return proof


def _verdict(proof: Proof, words: Mapping[str, str], lang: str, *, signed: bool) -> str:
    at, short = (1, "en") if lang == "en" else (0, "zh")
    told = proof.statement
    until = words["for_good"] if told.until is None else str(day_of(last_moment(told.until)))
    rows = {
        "number": told.number,
        "why": why(proof.state, proof.reason)[at],
        "company": told.company[short],
        "credit_code": told.credit_code,
        "custodian": told.custodian[short],
        "address": told.address[short],
        "seat": told.seat,
        "starts": str(day_of(told.starts)),
        "until": until,
        "issued": str(day_of(told.issued)),
    }
    lines = "".join(
        f"<dt>{words[name]}</dt><dd>{html.escape(value)}</dd>"
        for name, value in rows.items()
        if value
    )
    tone = "good" if proof.state == "valid" else "bad"
    state = f'<p class="verdict {tone}" role="status">{STATE_WORDS[proof.state][at]}</p>'
    proven_too = f"<p>{words['signed']}</p>" if signed else ""
    again = f'<p><a href="/verify">{words["again"]}</a></p>'
    return f"{state}{proven_too}<dl>{lines}</dl>{again}"


def _form(words: Mapping[str, str], what: str = "") -> str:
    return (
        f"<p>{words['lead']}</p>"
        f'<form method="post" action="/verify"><label for="what">{words["what"]}</label>'
        f'<textarea id="what" name="what" rows="3" required maxlength="{LONGEST}" '
        f'autocomplete="off" spellcheck="false" placeholder="{words["example"]}">'
        f"{html.escape(what[:LONGEST])}</textarea>"
        f'<button type="submit">{words["ask"]}</button></form>'
    )


def _page(asked: Asked, body: str, status: int = 200) -> web.Response:
    lang, words = _words(asked)
    keys = f'<a href="/api/v1/certificates/keys">{words["keys"]}</a>'
    foot = f'<hr><p class="version">{words["boundary"]}</p>'
    foot += f'<p class="version">{words["offline"]} {keys}</p>'
    whole = f"<article><h1>{words['title']}</h1>\n{body}\n{foot}</article>"
    text = framed(words["title"], whole, site_answer(asked.park), lang, HEAD)
    headers = {"Cache-Control": "no-store", "Vary": "Accept-Language"}
    return web.Response(text=text, status=status, content_type="text/html", headers=headers)


def _words(asked: Asked) -> tuple[str, Mapping[str, str]]:
    lang = lang_of(asked)
    return lang, WORDS[LANGUAGES[lang][0]]
