"""The certificate of residence (入驻证明): its number, what it states, whether it counts. Pure.

The park states that a company lives here; it issues no licence and no credit code. What is stated
is all public: nothing of it tells of a person.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal, get_args

from server.registration.reasons import REASONS

Standing = Literal["valid", "suspended", "revoked"]
"""What the park has decided about a certificate."""
State = Literal["valid", "suspended", "revoked", "expired"]
STATES: Final[tuple[State, ...]] = get_args(State)
STATE_WORDS: Final[Mapping[State, tuple[str, str]]] = {
    "valid": ("有效", "Valid"),
    "suspended": ("暂停", "Suspended"),
    "revoked": ("已撤销", "Revoked"),
    "expired": ("已过期", "Expired"),
}
WHY: Final[Mapping[str, tuple[str, str]]] = {
    "": ("", ""),
    "left": ("企业已退出园区", "The company has left the park"),
    "replaced": ("已由新的证明取代", "A newer certificate has taken its place"),
    "expired": ("有效期已过", "Its term is over"),
}
"""Why a certificate does not count, besides the reasons that staff give."""
OTHER: Final = ("由园区决定", "By decision of the park")

ALPHABET: Final = "0123456789ABCDEFGHJKLMNPQRTUWXY"
"""The 31 signs of GB 32100-2015: without I, O, S, V and Z, which are misread."""
WEIGHTS: Final = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25)
"""Powers of 3 modulo 31, as GB 32100-2015 weighs its places: four of the year, seven of chance."""
CHANCE: Final = 7
PREFIX: Final = "RZ"
ATTACHMENT: Final = "residence.jws"
"""The name under which a sheet carries its signed statement."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What a certificate states. Texts are ``{zh, en}``; times are Unix seconds."""

    number: str
    company: Mapping[str, str]
    credit_code: str
    custodian: Mapping[str, str]
    address: Mapping[str, str]
    seat: str
    starts: float
    until: float | None
    issued: float


def number_of(year: int, chance: str) -> str:
    """``RZ2026-XXXX-XXXC``: a year, seven signs of chance, and a sign that finds misreadings."""
    signs = f"{year:04d}{chance}"
    return f"{PREFIX}{signs[:4]}-{signs[4:8]}-{signs[8:]}{_check(signs)}"


def normalised(text: str) -> str | None:
    """A number as it is written, whatever spaces, dashes and widths it came with; or None."""
    folded = unicodedata.normalize("NFKC", text[:64]).upper()
    signs = "".join(sign for sign in folded if sign.isalnum())
    body = signs.removeprefix(PREFIX)
    if len(body) != 12 or not body[:4].isdigit() or not set(body) <= set(ALPHABET):
        return None
    number = number_of(int(body[:4]), body[4:11])
    return number if number.replace("-", "").endswith(body) else None


def state_at(standing: Standing, until: float | None, now: float) -> State:
    """Whether it counts at this moment."""
    over = until is not None and until <= now
    return "expired" if over and standing != "revoked" else standing


def last_moment(until: float) -> float:
    """A moment of the last day of a term: a term of days is over at the midnight that ends it."""
    return until - 1


def why(state: State, reason: str) -> tuple[str, str]:
    """Why it does not count, in both languages; empty for one that does."""
    if state == "valid":
        return ("", "")
    if state == "expired":
        return WHY["expired"]
    known = REASONS.get(reason)
    return (known.zh, known.en) if known is not None else WHY.get(reason, OTHER)


def claims(statement: Statement, issuer: str) -> dict[str, Any]:
    """What is signed: registered names of RFC 7519 where there are any, our own for the rest."""
    told: dict[str, Any] = {
        "iss": issuer,
        "jti": statement.number,
        "iat": int(statement.issued),
        "nbf": int(statement.starts),
        "company": dict(statement.company),
        "credit_code": statement.credit_code,
        "custodian": dict(statement.custodian),
        "address": dict(statement.address),
        "seat": statement.seat,
    }
    return told if statement.until is None else {**told, "exp": int(statement.until)}


def stated(told: Mapping[str, Any]) -> Statement:
    """The statement of signed claims. Raises KeyError, TypeError, ValueError for other ones."""
    until = told.get("exp")
    return Statement(
        number=str(told["jti"]),
        company={lang: str(told["company"][lang]) for lang in ("zh", "en")},
        credit_code=str(told["credit_code"]),
        custodian={lang: str(told["custodian"][lang]) for lang in ("zh", "en")},
        address={lang: str(told["address"][lang]) for lang in ("zh", "en")},
        seat=str(told["seat"]),
        starts=float(told["nbf"]),
        until=None if until is None else float(until),
        issued=float(told["iat"]),
    )


def same_matter(one: Statement, other: Statement) -> bool:
    """Whether two say the same of a company, whatever their numbers and days of issue."""
    return _matter(one) == _matter(other)


def _matter(statement: Statement) -> tuple[Any, ...]:
    texts = (statement.company, statement.custodian, statement.address)
    until = None if statement.until is None else int(statement.until)
    words = tuple((text.get("zh"), text.get("en")) for text in texts)
    return (*words, statement.credit_code, statement.seat, int(statement.starts), until)


def _check(signs: str) -> str:
    weighed = sum(ALPHABET.index(s) * w for s, w in zip(signs, WEIGHTS, strict=True))
    return ALPHABET[(31 - weighed % 31) % 31]
