"""A small but genuine OpenID provider, in a process of its own.

`python -m tests.flows.oidc_provider` prints its issuer and serves until it is ended. Authlib's
server side keeps the rules of OAuth 2.0, PKCE and OpenID Connect. Whoever comes to its login
endpoint is let in at once, as the person whom ``POST /control`` named. The same tells it to
misbehave in its ID tokens, in the ways that a relying party must notice.
"""

from __future__ import annotations

import base64
import json
import os
import secrets
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

os.environ["AUTHLIB_INSECURE_TRANSPORT"] = "1"  # it is reached over loopback alone

from authlib.oauth2.rfc6749 import (  # type: ignore[import-untyped]
    AuthorizationServer,
    ClientMixin,
    JsonRequest,
    OAuth2Request,
)
from authlib.oauth2.rfc6749.grants import (  # type: ignore[import-untyped]
    AuthorizationCodeGrant,
)
from authlib.oauth2.rfc6749.requests import (  # type: ignore[import-untyped]
    BasicOAuth2Payload,
)
from authlib.oauth2.rfc7636 import CodeChallenge  # type: ignore[import-untyped]
from authlib.oidc.core import (  # type: ignore[import-untyped]
    AuthorizationCodeMixin,
    OpenIDCode,
    UserInfo,
)
from joserfc import jwt
from joserfc.jwk import OctKey, RSAKey

CLIENT_ID = "lingjing-park"
CLIENT_SECRET = "known-to-the-park-and-to-us-alone"


def new_key() -> RSAKey:
    return RSAKey.generate_key(2048, {"kid": secrets.token_hex(4), "use": "sig", "alg": "RS256"})


@dataclass
class State:
    """Who comes next, how the provider misbehaves, and what it has given out."""

    issuer: str = ""
    user: dict[str, Any] = field(default_factory=lambda: {"sub": "1"})
    mode: str = "ok"
    keys: list[RSAKey] = field(default_factory=lambda: [new_key()])
    codes: dict[str, Code] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)


@dataclass
class Code(AuthorizationCodeMixin):  # type: ignore[misc]
    """An authorisation code that was given out."""

    user: dict[str, Any]
    redirect: str
    scope: str
    nonce: str | None
    challenge: str | None
    method: str | None
    at: float = field(default_factory=time.time)

    def get_redirect_uri(self) -> str:
        return self.redirect

    def get_scope(self) -> str:
        return self.scope

    def get_nonce(self) -> str | None:
        return self.nonce

    def get_auth_time(self) -> int:
        return int(self.at)

    def get_acr(self) -> None:
        return None

    def get_amr(self) -> list[str] | None:
        return self.user.get("amr")


class Client(ClientMixin):  # type: ignore[misc]
    """The one relying party."""

    client_id = CLIENT_ID

    def get_client_id(self) -> str:
        return CLIENT_ID

    def get_default_redirect_uri(self) -> str:
        return ""

    def get_allowed_scope(self, scope: str) -> str:
        return scope

    def check_redirect_uri(self, redirect_uri: str) -> bool:
        return urlsplit(redirect_uri).path == "/desk/oidc"

    def check_client_secret(self, client_secret: str) -> bool:
        return secrets.compare_digest(client_secret, CLIENT_SECRET)

    def check_endpoint_auth_method(self, method: str, endpoint: str) -> bool:
        return method == "client_secret_basic"

    def check_response_type(self, response_type: str) -> bool:
        return response_type == "code"

    def check_grant_type(self, grant_type: str) -> bool:
        return grant_type == "authorization_code"


STATE = State()


class CodeGrant(AuthorizationCodeGrant):  # type: ignore[misc]
    """The authorisation code flow; a code is good once."""

    TOKEN_ENDPOINT_AUTH_METHODS = ("client_secret_basic",)

    def save_authorization_code(self, code: str, request: OAuth2Request) -> None:
        asked = request.payload.data
        STATE.codes[code] = Code(
            dict(request.user),
            request.payload.redirect_uri,
            request.scope,
            asked.get("nonce"),
            asked.get("code_challenge"),
            asked.get("code_challenge_method"),
        )

    def query_authorization_code(self, code: str, client: Client) -> Code | None:
        return STATE.codes.get(code)

    def delete_authorization_code(self, authorization_code: Code) -> None:
        known = {code for code, kept in STATE.codes.items() if kept is authorization_code}
        for code in known:
            del STATE.codes[code]

    def authenticate_user(self, authorization_code: Code) -> dict[str, Any]:
        return authorization_code.user


class Challenge(CodeChallenge):  # type: ignore[misc]
    """PKCE, whose challenge is kept with the code."""

    def get_authorization_code_challenge(self, authorization_code: Code) -> str | None:
        return authorization_code.challenge

    def get_authorization_code_challenge_method(self, authorization_code: Code) -> str | None:
        return authorization_code.method


class IdTokens(OpenIDCode):  # type: ignore[misc]
    """ID tokens, right ones and wrong ones."""

    def exists_nonce(self, nonce: str, request: OAuth2Request) -> bool:
        return False

    def resolve_client_private_key(self, client: Client) -> RSAKey:
        return STATE.keys[-1]

    def get_client_algorithm(self, client: Client) -> str:
        return "RS256"

    def get_client_claims(self, client: Client) -> dict[str, Any]:
        return {"iss": STATE.issuer}

    def get_encode_header(self, client: Client) -> dict[str, str]:
        return {"alg": "RS256", "kid": str(STATE.keys[-1].kid)}

    def generate_user_info(self, user: dict[str, Any], scope: str) -> UserInfo:
        return UserInfo(**user)

    def encode_id_token(self, token: dict[str, Any], request: OAuth2Request) -> str:
        right = str(super().encode_id_token(token, request))
        return misbehaving(right) if STATE.mode != "ok" else right


def misbehaving(right: str) -> str:
    """A token that is wrong in the way that the mode says."""
    claims = dict(jwt.decode(right, STATE.keys[-1], ["RS256"]).claims)
    now, mode = int(time.time()), STATE.mode
    changes: dict[str, dict[str, Any]] = {
        "nonce": {"nonce": "of somebody else"},
        "aud": {"aud": "another-client"},
        "azp": {"aud": [CLIENT_ID, "another-client"], "azp": "another-client"},
        "iss": {"iss": "https://evil.example"},
        "expired": {"iat": now - 7200, "exp": now - 3600},
        "at_hash": {"at_hash": "AAAAAAAAAAAAAAAAAAAAAA"},
        "sub": {"sub": ""},
    }
    claims |= changes.get(mode, {})
    if mode == "no_nonce":
        del claims["nonce"]
    if mode == "none":
        return _unsigned(claims)
    if mode == "secret":
        return jwt.encode({"alg": "HS256"}, claims, OctKey.import_key(CLIENT_SECRET), ["HS256"])
    key = new_key() if mode == "key" else STATE.keys[-1]
    header = {"alg": "RS256", "kid": str(STATE.keys[-1].kid)}
    return jwt.encode(header, claims, key, ["RS256"])


def _unsigned(claims: dict[str, Any]) -> str:
    def part(value: dict[str, Any]) -> str:
        return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()

    return f"{part({'alg': 'none'})}.{part(claims)}."


class Asked(OAuth2Request):  # type: ignore[misc]
    """A request, as Authlib reads it."""

    def __init__(
        self, method: str, uri: str, headers: dict[str, str], fields: dict[str, str]
    ) -> None:
        super().__init__(method, uri, headers=headers)
        self.payload = BasicOAuth2Payload(fields)
        self._fields = fields

    @property
    def args(self) -> dict[str, str]:
        return self._fields

    @property
    def form(self) -> dict[str, str]:
        return self._fields


class Server(AuthorizationServer):  # type: ignore[misc]
    """Authlib's authorisation server, without a web framework."""

    def query_client(self, client_id: str) -> Client | None:
        return Client() if client_id == CLIENT_ID else None

    def save_token(self, token: dict[str, Any], request: OAuth2Request) -> None:
        """Access tokens open nothing here."""

    def create_oauth2_request(self, request: OAuth2Request) -> OAuth2Request:
        return request

    def create_json_request(self, request: JsonRequest) -> JsonRequest:
        return request

    def handle_response(
        self, status: int, body: Any, headers: list[tuple[str, str]]
    ) -> tuple[int, Any, list[tuple[str, str]]]:
        return status, body, headers

    def send_signal(self, name: str, *args: Any, **kwargs: Any) -> None:
        """Nobody listens."""


def make_server() -> Server:
    server = Server(scopes_supported=["openid", "profile", "email"])
    server.register_token_generator(
        "default",
        lambda **asked: {
            "token_type": "Bearer",
            "access_token": secrets.token_urlsafe(24),
            "expires_in": 600,
            "scope": asked.get("scope") or "openid",
        },
    )
    server.register_grant(CodeGrant, [IdTokens(require_nonce=True), Challenge(required=True)])
    return server


class Handler(BaseHTTPRequestHandler):
    """The endpoints."""

    server_version = "provider"
    provider = make_server()

    def do_GET(self) -> None:
        url = urlsplit(self.path)
        STATE.asked.append(url.path)
        match url.path:
            case "/.well-known/openid-configuration":
                self._say(200, self._description())
            case "/jwks":
                self._say(200, {"keys": [key.as_dict(private=False) for key in STATE.keys]})
            case "/authorize":
                self._authorize({k: v[0] for k, v in parse_qs(url.query).items()})
            case "/control":
                self._say(200, {"asked": STATE.asked})
            case _:
                self._say(404, {"error": "not_found"})

    def do_POST(self) -> None:
        STATE.asked.append(urlsplit(self.path).path)
        body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
        if self.path == "/control":
            self._control(json.loads(body))
            self._say(200, {})
            return
        fields = {k: v[0] for k, v in parse_qs(body).items()}
        asked = Asked("POST", STATE.issuer + self.path, dict(self.headers), fields)
        self._answer(*self.provider.create_token_response(asked))

    def _control(self, wish: dict[str, Any]) -> None:
        STATE.user = wish.get("user", STATE.user)
        STATE.mode = wish.get("mode", STATE.mode)
        if wish.get("rotate"):
            STATE.keys = [new_key()]

    def _description(self) -> dict[str, Any]:
        return {
            "issuer": STATE.issuer,
            "authorization_endpoint": f"{STATE.issuer}/authorize",
            "token_endpoint": f"{STATE.issuer}/token",
            "jwks_uri": f"{STATE.issuer}/jwks",
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256"],
            "token_endpoint_auth_methods_supported": ["client_secret_basic"],
            "code_challenge_methods_supported": ["S256"],
        }

    def _authorize(self, fields: dict[str, str]) -> None:
        asked = Asked("GET", STATE.issuer + self.path, dict(self.headers), fields)
        grant = self.provider.get_consent_grant(asked, STATE.user)
        answer = self.provider.create_authorization_response(asked, STATE.user, grant)
        self._answer(*answer)

    def _answer(self, status: int, body: Any, headers: list[tuple[str, str]]) -> None:
        self._say(status, body, headers)

    def _say(self, status: int, body: Any, headers: Any = ()) -> None:
        raw = body.encode() if isinstance(body, str) else json.dumps(body).encode()
        self.send_response(status)
        for name, value in [*headers, ("Content-Length", str(len(raw)))]:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(raw)

    def log_message(self, format: str, *args: Any) -> None:
        """What it was asked is kept in ``STATE.asked``."""


def main() -> None:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    STATE.issuer = f"http://127.0.0.1:{server.server_address[1]}"
    print(STATE.issuer, flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()
