"""Passkeys are believed when everything about them is right, and then alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from server.outside.webauthn_ceremonies import (
    Made,
    Party,
    PasskeyError,
    created,
    creation_options,
    credential_of,
    handle_of,
    new_challenge,
    new_handle,
    request_options,
    signed,
)
from tests.server.authenticator import PRESENT, Authenticator, b64

PARK = Party("灵境园区", "park.example", "https://park.example")


def make(key: Authenticator, party: Party = PARK) -> Made:
    challenge = new_challenge()
    return created(PARK, challenge, key.create(creation_options(party, challenge, H, "w", [])))


H = new_handle()


def test_a_passkey_is_made_and_signs() -> None:
    key = Authenticator(PARK.origin)
    made = make(key)
    assert (made.counter, made.synced, made.transports) == (0, False, ("internal",))
    challenge = new_challenge()
    answer = key.get(request_options(PARK, challenge))
    assert credential_of(answer) == made.credential
    assert handle_of(answer) == H
    assert signed(PARK, challenge, answer, made.public_key, made.counter).counter == 1


def test_what_is_asked_for_is_discoverable_and_verifies_its_user() -> None:
    options = creation_options(PARK, b"c" * 64, H, "王工", [b64(b"known")])
    assert options["authenticatorSelection"]["residentKey"] == "required"
    assert options["authenticatorSelection"]["userVerification"] == "required"
    assert [each["id"] for each in options["excludeCredentials"]] == [b64(b"known")]
    assert options["attestation"] == "none"
    assert request_options(PARK, b"c" * 64)["userVerification"] == "required"


@pytest.mark.parametrize(
    "party",
    [replace(PARK, domain="evil.example"), replace(PARK, origin="https://evil.example")],
)
def test_a_passkey_of_another_site_is_none_of_ours(party: Party) -> None:
    with pytest.raises(PasskeyError):
        make(Authenticator(party.origin), party)


def test_a_user_who_was_not_verified_is_refused() -> None:
    with pytest.raises(PasskeyError):
        make(Authenticator(PARK.origin, flags=PRESENT))
    key = Authenticator(PARK.origin)
    made = make(key)
    key.flags, challenge = PRESENT, new_challenge()
    with pytest.raises(PasskeyError):
        signed(PARK, challenge, key.get(request_options(PARK, challenge)), made.public_key, 0)


def test_a_signature_is_of_its_challenge_its_key_and_its_counter() -> None:
    key, other = Authenticator(PARK.origin), Authenticator(PARK.origin)
    made, theirs = make(key), make(other)
    challenge = new_challenge()
    answer = key.get(request_options(PARK, challenge))
    for wrong in (
        (new_challenge(), made.public_key, 0),
        (challenge, theirs.public_key, 0),
        (challenge, made.public_key, 7),
    ):
        with pytest.raises(PasskeyError):
            signed(PARK, wrong[0], answer, wrong[1], wrong[2])


@pytest.mark.parametrize("answer", [{}, {"rawId": 3}, {"rawId": "a", "response": []}])
def test_nonsense_is_refused(answer: dict[str, object]) -> None:
    with pytest.raises(PasskeyError):
        created(PARK, b"c" * 64, answer)
    with pytest.raises(PasskeyError):
        signed(PARK, b"c" * 64, answer, b64(b"key"), 0)
