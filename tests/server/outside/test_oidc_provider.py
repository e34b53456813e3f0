"""What is believed of a provider; `tests/flows/test_oidc.py` has a real one."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from joserfc import jwt
from joserfc.jwk import RSAKey

from server.outside.oidc_client import OidcHttp, ProviderError
from server.outside.oidc_provider import Client, Errand, Provider, TokenError

ISSUER = "https://id.example"
KEY = RSAKey.generate_key(2048, {"kid": "k1"})
ERRAND = Errand("state", "nonce", "v" * 43, "https://park.example/desk/oidc")
GOOD = {
    "issuer": ISSUER,
    "authorization_endpoint": f"{ISSUER}/authorize?tenant=1",
    "token_endpoint": f"{ISSUER}/token",
    "jwks_uri": f"{ISSUER}/jwks",
}


class FakeHttp(OidcHttp):
    """A provider's documents, without a line to it."""

    def __init__(self, document: dict[str, Any]) -> None:
        super().__init__()
        self.document, self.asked = document, list[str]()
        self.key = KEY

    async def get(self, url: str) -> dict[str, Any]:
        self.asked.append(url)
        if url.endswith("/jwks"):
            return {"keys": [self.key.as_dict(private=False)]}
        return self.document


def provider(**changes: Any) -> tuple[Provider, FakeHttp]:
    http = FakeHttp({**GOOD, **changes})
    return Provider(Client(ISSUER, "park", "secret"), http), http


def token(key: RSAKey = KEY, **changes: Any) -> str:
    claims = {"iss": ISSUER, "aud": "park", "sub": "7", "nonce": "nonce", "iat": 0, "exp": 2**33}
    return jwt.encode({"alg": "RS256", "kid": "k1"}, claims | changes, key, ["RS256"])


async def test_a_browser_is_sent_with_a_challenge_and_without_the_verifier() -> None:
    known, http = provider()
    url = urlsplit(await known.address(ERRAND))
    asked = {name: values[0] for name, values in parse_qs(url.query).items()}
    assert (url.netloc, asked["tenant"], asked["response_type"]) == ("id.example", "1", "code")
    assert (asked["state"], asked["nonce"], asked["code_challenge_method"]) == (
        *("state", "nonce"),
        "S256",
    )
    assert ERRAND.verifier not in url.query
    await known.address(ERRAND)
    assert http.asked == [f"{ISSUER}/.well-known/openid-configuration"]


@pytest.mark.parametrize(
    "changes",
    [
        {"issuer": "https://evil.example"},
        {"token_endpoint": "http://id.example/token"},
        {"jwks_uri": ""},
        {"authorization_endpoint": "javascript:alert(1)"},
    ],
)
async def test_a_description_that_cannot_be_is_not_believed(changes: dict[str, str]) -> None:
    with pytest.raises(ProviderError):
        await provider(**changes)[0].address(ERRAND)


async def test_a_token_is_proven() -> None:
    claims = await provider()[0].proven(token(), "nonce")
    assert claims["sub"] == "7"
    both = token(aud=["park", "other"], azp="park")
    assert (await provider()[0].proven(both, "nonce"))["azp"] == "park"


@pytest.mark.parametrize(
    "changes",
    [
        {"iss": "https://evil.example"},
        {"aud": "other"},
        {"aud": ["park", "other"]},
        {"aud": "park", "azp": "other"},
        {"nonce": "another"},
        {"exp": 1},
        {"exp": "soon"},
        {"sub": ""},
        {"sub": "x" * 256},
        {"sub": 7},
    ],
)
async def test_a_token_that_says_the_wrong_thing_is_not(changes: dict[str, Any]) -> None:
    with pytest.raises(TokenError):
        await provider()[0].proven(token(**changes), "nonce")


async def test_new_keys_are_looked_for_but_not_at_every_strangers_wish() -> None:
    known, http = provider()
    await known.proven(token(), "nonce")
    http.key = RSAKey.generate_key(2048, {"kid": "k1"})
    assert (await known.proven(token(http.key), "nonce"))["sub"] == "7"
    stranger = RSAKey.generate_key(2048, {"kid": "k1"})
    before = len(http.asked)
    for _ in range(3):
        with pytest.raises(TokenError):
            await known.proven(token(stranger), "nonce")
    assert len(http.asked) == before


@pytest.mark.parametrize("text", ["", "a.b.c", "x" * 10_000])
async def test_nonsense_is_no_token(text: str) -> None:
    with pytest.raises(TokenError):
        await provider()[0].proven(text, "nonce")
