"""Passkeys (W3C Web Authentication, level 3). Only this file uses the library `webauthn`.

What a browser is asked and what it answered are plain JSON here, as browsers themselves read and
write it (`PublicKeyCredential.parseCreationOptionsFromJSON`, `toJSON`).
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import webauthn
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url, options_to_json_dict
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

TIMEOUT_MS: Final = 120_000
HANDLE_BYTES: Final = 32
VERIFIED: Final = UserVerificationRequirement.REQUIRED
TRANSPORTS: Final = frozenset({"ble", "cable", "hybrid", "internal", "nfc", "smart-card", "usb"})


class PasskeyError(Exception):
    """What an authenticator answered is not what was asked for."""


@dataclass(frozen=True, slots=True)
class Party:
    """For whom passkeys are: the park's name, its domain, and the origin of its pages."""

    name: str
    domain: str
    origin: str


@dataclass(frozen=True, slots=True)
class Made:
    """A new credential; bytes as base64url."""

    credential: str
    public_key: str
    counter: int
    model: str
    synced: bool
    transports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Signed:
    """A signature that was right."""

    counter: int
    synced: bool


def new_challenge() -> bytes:
    """What an authenticator signs: 64 random bytes."""
    return secrets.token_bytes(64)


def new_handle() -> str:
    """What stands for an account at an authenticator: random, as it may not tell of a person."""
    return bytes_to_base64url(secrets.token_bytes(HANDLE_BYTES))


def creation_options(
    party: Party, challenge: bytes, handle: str, who: str, known: Sequence[str]
) -> dict[str, Any]:
    """Ask for a discoverable credential that verifies its user; not one of the `known`."""
    options = webauthn.generate_registration_options(
        rp_id=party.domain,
        rp_name=party.name,
        user_name=who,
        user_display_name=who,
        user_id=base64url_to_bytes(handle),
        challenge=challenge,
        timeout=TIMEOUT_MS,
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.REQUIRED,
            require_resident_key=True,
            user_verification=VERIFIED,
        ),
        exclude_credentials=_descriptors(known),
    )
    return options_to_json_dict(options)


def created(party: Party, challenge: bytes, answer: Mapping[str, Any]) -> Made:
    """The new credential in an answer; raises PasskeyError."""
    try:
        found = webauthn.verify_registration_response(
            credential=dict(answer),
            expected_challenge=challenge,
            expected_rp_id=party.domain,
            expected_origin=party.origin,
            require_user_verification=True,
        )
    except (WebAuthnException, ValueError, KeyError, TypeError) as error:
        raise PasskeyError(str(error)) from error
    return Made(
        credential=bytes_to_base64url(found.credential_id),
        public_key=bytes_to_base64url(found.credential_public_key),
        counter=found.sign_count,
        model=found.aaguid,
        synced=found.credential_backed_up,
        transports=_transports(answer),
    )


def request_options(party: Party, challenge: bytes, known: Sequence[str] = ()) -> dict[str, Any]:
    """Ask for a signature: of one of the `known`, or of whichever the person chooses."""
    options = webauthn.generate_authentication_options(
        rp_id=party.domain,
        challenge=challenge,
        timeout=TIMEOUT_MS,
        allow_credentials=_descriptors(known),
        user_verification=VERIFIED,
    )
    return options_to_json_dict(options)


def signed(
    party: Party, challenge: bytes, answer: Mapping[str, Any], public_key: str, counter: int
) -> Signed:
    """Whether a signature is right, its user was verified, and its counter went on.

    Raises PasskeyError.
    """
    try:
        found = webauthn.verify_authentication_response(
            credential=dict(answer),
            expected_challenge=challenge,
            expected_rp_id=party.domain,
            expected_origin=party.origin,
            credential_public_key=base64url_to_bytes(public_key),
            credential_current_sign_count=counter,
            require_user_verification=True,
        )
    except (WebAuthnException, ValueError, KeyError, TypeError) as error:
        raise PasskeyError(str(error)) from error
    return Signed(found.new_sign_count, found.credential_backed_up)


def credential_of(answer: Mapping[str, Any]) -> str:
    """Which credential an answer is of, in the one spelling that is stored; raises PasskeyError."""
    try:
        return bytes_to_base64url(base64url_to_bytes(str(answer["rawId"])))
    except (KeyError, ValueError) as error:
        raise PasskeyError("no credential is named") from error


def handle_of(answer: Mapping[str, Any]) -> str | None:
    """The account's handle that an authenticator gave with a signature, if it did."""
    inside = answer.get("response")
    handle = inside.get("userHandle") if isinstance(inside, Mapping) else None
    try:
        return bytes_to_base64url(base64url_to_bytes(str(handle))) if handle else None
    except ValueError as error:
        raise PasskeyError("the handle cannot be read") from error


def _descriptors(known: Sequence[str]) -> list[PublicKeyCredentialDescriptor]:
    return [PublicKeyCredentialDescriptor(id=base64url_to_bytes(each)) for each in known]


def _transports(answer: Mapping[str, Any]) -> tuple[str, ...]:
    inside = answer.get("response")
    told = inside.get("transports") if isinstance(inside, Mapping) else None
    return tuple(sorted({str(one) for one in told or ()} & TRANSPORTS))
