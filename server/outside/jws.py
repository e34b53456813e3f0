"""Statements signed with Ed25519 (RFC 7515, RFC 9864), and keys to prove them by (RFC 7517)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

from joserfc import jws
from joserfc.errors import JoseError
from joserfc.jwk import KeySet, OKPKey

ALGORITHM: Final = "Ed25519"
LONGEST: Final = 16_384
"""Characters of a statement that is looked at."""


class SignatureError(Exception):
    """What was shown proves nothing; the text says why in one word."""


def new_key() -> dict[str, str]:
    """A private key as a JWK, named by its thumbprint (RFC 7638)."""
    key = OKPKey.generate_key("Ed25519", auto_kid=True)
    return {name: str(value) for name, value in key.as_dict(private=True).items()}


def public_part(key: Mapping[str, str]) -> dict[str, str]:
    """What may be published of a key."""
    return {
        **{name: key[name] for name in ("kty", "crv", "x", "kid")},
        "alg": ALGORITHM,
        "use": "sig",
    }


def sign(told: Mapping[str, Any], key: Mapping[str, str]) -> str:
    """The statement in compact form."""
    header = {"alg": ALGORITHM, "kid": key["kid"], "typ": "JWT"}
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    signer = OKPKey.import_key(dict(key))
    return jws.serialize_compact(header, text.encode(), signer, algorithms=[ALGORITHM])


def key_of(token: str) -> str:
    """The name of the key that a statement says to be signed by; SignatureError ``unreadable``."""
    try:
        found = jws.extract_compact(_bounded(token).encode()).headers().get("kid", "")
    except (JoseError, ValueError, UnicodeError, RecursionError) as error:
        raise SignatureError("unreadable") from error
    return str(found)


def proven(token: str, keys: Sequence[Mapping[str, str]]) -> dict[str, Any]:
    """What a statement says, proven by one of our keys; raises SignatureError.

    ``unreadable``, ``key_unknown``, ``forged``.
    """
    name = key_of(token)
    mine = [dict(key) for key in keys if key.get("kid") == name]
    if not mine:
        raise SignatureError("key_unknown")
    try:
        ours = KeySet.import_key_set({"keys": mine})  # type: ignore[typeddict-item]
        read = jws.deserialize_compact(_bounded(token), ours, algorithms=[ALGORITHM])
        told = json.loads(read.payload)
    except (JoseError, ValueError, UnicodeError, RecursionError) as error:
        raise SignatureError("forged") from error
    if not isinstance(told, dict):
        raise SignatureError("unreadable")
    return told


def _bounded(token: str) -> str:
    if len(token) > LONGEST:
        raise SignatureError("unreadable")
    return token
