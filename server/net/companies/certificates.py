"""Certificates of residence over HTTP: whether one counts, the sheet, the keys."""

from __future__ import annotations

from typing import Any

from aiohttp import web

from server.errors import RequestError
from server.net.blob_response import SANDBOX
from server.net.originals import attachment
from server.net.route import Asked
from server.outside.jws import SignatureError
from server.outside.typesetting import NoFaceError
from server.registration.certificate import STATE_WORDS, why
from server.run.registration.certificates import Proof


async def get_certificate(asked: Asked) -> web.Response:
    """Whether a certificate counts, by its number."""
    proof = await asked.park.registry.certificates.find(asked.request.match_info["number"])
    if proof is None:
        raise RequestError("certificate_unknown")
    return web.json_response(proof_shown(asked, proof))


async def post_proof(asked: Asked) -> web.Response:
    """Whether a signed statement is ours, and counts."""
    return web.json_response(proof_shown(asked, await proven(asked, asked.body.jws)))


async def proven(asked: Asked, token: str) -> Proof:
    """The certificate of a signed statement; raises ``statement_forged``, ``certificate_unknown``.

    ``statement_unreadable`` is for what is no statement at all.
    """
    try:
        proof = await asked.park.registry.certificates.prove(token)
    except SignatureError as error:
        unread = str(error) == "unreadable"
        raise RequestError("statement_unreadable" if unread else "statement_forged") from error
    if proof is None:
        raise RequestError("certificate_unknown")
    return proof


async def get_keys(asked: Asked) -> web.Response:
    """The keys by which anybody proves a certificate without us."""
    keys = asked.park.registry.certificates.published
    return web.json_response({"keys": keys}, headers={"Cache-Control": "public, max-age=300"})


async def post_rotation(asked: Asked) -> web.Response:
    """Sign with a new key from now on."""
    certificates = asked.park.registry.certificates
    count = await certificates.rotate(stolen=asked.body.stolen)
    return web.json_response({"key": certificates.keys[0].id, "signed_anew": count})


async def get_sheet(asked: Asked) -> web.Response:
    """The newest certificate of an application, to be kept or printed."""
    id = asked.request.match_info["application"]
    park = asked.park
    row = await park.archive.registration.get(id)
    try:
        pdf = await park.registry.certificates.sheet(row.id)
    except NoFaceError as error:
        raise RequestError("certificate_face_missing") from error
    if pdf is None:
        raise RequestError("certificate_unknown")
    headers = {**SANDBOX, **attachment(f"{row.title}-入驻证明.pdf"), "Cache-Control": "no-store"}
    return web.Response(body=pdf, content_type="application/pdf", headers=headers)


def proof_shown(asked: Asked, proof: Proof) -> dict[str, Any]:
    """A certificate, as ``CertificateAnswer``."""
    statement = proof.statement
    zh, en = why(proof.state, proof.reason)
    state_zh, state_en = STATE_WORDS[proof.state]
    return {
        "number": statement.number,
        "state": proof.state,
        "state_words": {"zh": state_zh, "en": state_en},
        "why": {"zh": zh, "en": en},
        "company": statement.company,
        "credit_code": statement.credit_code,
        "custodian": statement.custodian,
        "address": statement.address,
        "seat": statement.seat,
        "starts": statement.starts,
        "until": statement.until,
        "issued": statement.issued,
        "key": proof.key,
        "jws": proof.token,
        "link": asked.park.registry.certificates.link(statement.number),
    }
