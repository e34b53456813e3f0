"""The routes of passkeys, the organisation's provider and pairing."""

from __future__ import annotations

from typing import Final

from server.net.accounts import bodies_identity as bodies
from server.net.accounts import oidc, pairing, passkeys, ways
from server.net.accounts.bodies import Proof, SessionAnswer, SignInAnswer
from server.net.route import Route

API: Final = "/api/v1"
MINE: Final = f"{API}/account/passkeys"
INVITED: Final = f"{API}/invitations/{{secret}}/acceptance/passkey"

ROUTES: Final[tuple[Route, ...]] = (
    Route("GET", f"{API}/session/ways", "session.open", ways.get_ways,
          "Which ways in there are", answer=bodies.WaysAnswer),
    Route("POST", f"{API}/session/passkey/options", "session.open", passkeys.post_session_options,
          "Begin to sign in by a passkey", answer=bodies.CeremonyAnswer, csrf=False, cost=5),
    Route("POST", f"{API}/session/passkey", "session.open", passkeys.post_session_passkey,
          "Sign in by a passkey", body=bodies.PasskeyCredential, answer=SessionAnswer,
          csrf=False, cost=5),
    Route("GET", MINE, "account.own", passkeys.get_passkeys, "One's own passkeys",
          answer=bodies.PasskeyList),
    Route("POST", f"{MINE}/options", "account.own", passkeys.post_options,
          "Begin to make a passkey", body=Proof, may_be_empty=True,
          answer=bodies.CeremonyAnswer),
    Route("POST", MINE, "account.own", passkeys.post_passkey, "Keep a passkey that was made",
          body=bodies.PasskeyNew, answer=bodies.PasskeyAnswer, status=201),
    Route("PATCH", f"{MINE}/{{passkey}}", "account.own", passkeys.patch_passkey,
          "Call a passkey something else",
          body=bodies.PasskeyChange, answer=bodies.PasskeyAnswer),
    Route("DELETE", f"{MINE}/{{passkey}}", "account.own", passkeys.delete_passkey,
          "Forget a passkey", body=Proof, may_be_empty=True, status=204),
    Route("POST", f"{INVITED}/options", "session.open", passkeys.post_invitation_options,
          "Begin to accept an invitation with a passkey",
          body=bodies.PasskeyWanted, answer=bodies.CeremonyAnswer, csrf=False, cost=5),
    Route("POST", INVITED, "session.open", passkeys.post_invitation_passkey,
          "Accept an invitation with a passkey, and sign in",
          body=bodies.PasskeyAcceptance, answer=SessionAnswer, csrf=False, cost=5),
    Route("POST", f"{API}/session/oidc/begin", "session.open", oidc.post_begin,
          "Go to the organisation's identity provider",
          body=bodies.OidcBegin, answer=bodies.OidcAnswer, cost=10),
    Route("POST", f"{API}/session/oidc", "session.open", oidc.post_return,
          "Come back from there", body=bodies.OidcReturn, answer=SignInAnswer, cost=10),
    Route("GET", f"{API}/account/oidc", "account.own", oidc.get_linked,
          "Whether one's account is linked to the provider", answer=bodies.LinkedAnswer),
    Route("DELETE", f"{API}/account/oidc", "account.own", oidc.delete_linked,
          "Unlink one's account from the provider", status=204),
    Route("POST", f"{API}/pairing", "pairing.begin", pairing.post_pairing,
          "A headset asks to be let in (RFC 8628)",
          answer=bodies.PairingAnswer, status=201, csrf=False, cost=10),
    Route("POST", f"{API}/pairing/token", "pairing.begin", pairing.post_token,
          "Whether somebody said yes; signs the headset in (RFC 8628)",
          body=bodies.PairingPoll, answer=SessionAnswer, csrf=False),
    Route("GET", f"{API}/pairing/{{code}}", "pairing.confirm", pairing.get_pairing,
          "Which headset a code belongs to", answer=bodies.PairingShown),
    Route("POST", f"{API}/pairing/{{code}}", "pairing.confirm", pairing.post_decision,
          "Let a headset in as oneself, or turn it away",
          body=bodies.PairingDecision, answer=bodies.PairingShown),
    Route("GET", "/pair", "session.open", pairing.get_pair_page,
          "Where a headset's code is confirmed", status=303, media="text/html",
          query={"code": "the code that the headset shows"}),
)  # fmt: skip
