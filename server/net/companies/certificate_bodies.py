"""What certificates of residence take and give over HTTP."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, Field

from server.net.bodies import Localised, Strict
from server.outside.jws import LONGEST


class CertificateAnswer(BaseModel):
    """Whether a certificate counts. Times are Unix seconds; nothing tells of a person.

    ``jws`` is what was signed, by the key named ``key``, for whoever proves it without us.
    """

    number: str
    state: Literal["valid", "suspended", "revoked", "expired"]
    state_words: Localised
    why: Localised
    company: Localised
    credit_code: str
    custodian: Localised
    address: Localised
    seat: str
    starts: float
    until: float | None
    issued: float
    key: str
    jws: str
    link: str


class ProofWanted(Strict):
    """A statement to be proven, in compact form."""

    jws: str = Field(min_length=1, max_length=LONGEST)


class PublicKey(BaseModel):
    """A public key (RFC 7517, RFC 8037)."""

    kty: str
    crv: str
    x: str
    kid: str
    alg: str
    use: str


class KeySetAnswer(BaseModel):
    """A JWK Set: every key by which certificates are proven, the one that signs first."""

    keys: list[PublicKey]


class RotationWanted(Strict):
    """``stolen``: the old keys prove nothing any more, and all that stands is signed anew."""

    stolen: bool = False


class RotationAnswer(BaseModel):
    """The key that signs now, and how many certificates were signed anew."""

    key: str
    signed_anew: int
