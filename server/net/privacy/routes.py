"""The routes of this area; ``server/net/routes.py`` has all of them."""

from __future__ import annotations

from typing import Final

from server.net.accounts.bodies import Proof
from server.net.privacy import audit, bodies, own, ownership, staff
from server.net.route import Route

API: Final = "/api/v1"
ZIP: Final = "application/zip"
PERSON: Final = f"{API}/privacy/people/{{person}}"
EXHIBIT: Final = f"{API}/exhibits/{{exhibit}}"
MEDIA: Final = f"{API}/media/{{media}}"
OWNERSHIP: Final = bodies.OwnershipAnswer

ROUTES: Final[tuple[Route, ...]] = (
    Route("GET", f"{API}/audit", "audit.read", audit.get_audit,
          "The audit trail, newest first", answer=bodies.AuditList, query=audit.PAGED, cost=2,
          personal=True),
    Route("GET", f"{API}/audit/actions", "audit.read", audit.get_actions,
          "Every action that the audit trail speaks of", answer=bodies.AuditActions),
    Route("GET", f"{API}/audit/verification", "audit.read", audit.get_verification,
          "Whether the audit trail is whole; reads all of it", answer=bodies.VerificationAnswer,
          cost=40),
    Route("GET", f"{API}/audit/export", "audit.read", audit.get_export,
          "The audit trail as JSON lines or CSV, oldest first", media="application/jsonl",
          query=audit.EXPORTED, cost=20, personal=True),
    Route("GET", f"{API}/network-log/export", "audit.read", audit.get_network_log,
          "Network events as CSV, oldest first", media="text/csv", cost=20, personal=True,
          query={"since": "Unix time in seconds", "until": "Unix time in seconds"}),
    Route("GET", f"{API}/privacy/export", "privacy.own", own.get_own_export,
          "A copy of all that is known of you", media=ZIP, cost=20, personal=True),
    Route("DELETE", f"{API}/privacy", "privacy.own", own.delete_own,
          "Delete your account and all that is yours, for good", body=Proof, may_be_empty=True,
          status=204, cost=20),
    Route("GET", f"{API}/privacy/own-requests", "privacy.own", own.get_own_requests,
          "What you have asked about your data", answer=bodies.RequestList),
    Route("POST", f"{API}/privacy/requests", "privacy.ask", own.post_request,
          "Ask something about your data", body=bodies.RequestNew, answer=bodies.RequestAnswer,
          status=201, cost=20),
    Route("GET", f"{API}/privacy/requests", "privacy.read", staff.get_requests,
          "What people have asked about their data", answer=bodies.RequestList, personal=True),
    Route("POST", f"{API}/privacy/requests/{{request}}/answer", "privacy.edit", staff.post_answer,
          "Close a request", body=bodies.RequestEnd, answer=bodies.RequestAnswer),
    Route("GET", f"{API}/privacy/register", "privacy.read", staff.get_register,
          "Which personal data is kept, and why", answer=bodies.RegisterAnswer),
    Route("GET", f"{API}/privacy/retention", "privacy.read", staff.get_retention,
          "How long what is kept", answer=bodies.RetentionAnswer),
    Route("POST", f"{API}/privacy/retention/round", "privacy.edit", staff.post_round,
          "Take away now what is over", answer=bodies.RetentionAnswer, cost=20),
    Route("GET", f"{API}/privacy/consents", "privacy.read", staff.get_consent_counts,
          "How many agree to what", answer=bodies.ConsentCounts),
    Route("GET", f"{PERSON}/export", "privacy.copy", staff.get_person_export,
          "A copy of all that is known of somebody", media=ZIP, cost=20, personal=True),
    Route("DELETE", PERSON, "privacy.edit", staff.delete_person,
          "Delete somebody for good", status=204, cost=20),
    Route("GET", f"{API}/privacy/keys", "privacy.read", staff.get_vault,
          "How many people have keys", answer=bodies.VaultAnswer),
    Route("POST", f"{API}/privacy/keys/rotation", "privacy.edit", staff.post_rotation,
          "Wrap people's keys by a new master key", answer=bodies.VaultAnswer, cost=20),
    Route("GET", f"{API}/consents", "consent.give", own.get_consents,
          "What you agreed to", answer=bodies.ConsentList,
          query={"visitor": "the browser's own token, without an account"}),
    Route("POST", f"{API}/consents", "consent.give", own.post_consent,
          "Agree to one purpose, or no longer", body=bodies.ConsentNew,
          answer=bodies.ConsentList, cost=4),
    Route("GET", f"{EXHIBIT}/ownership", "exhibit.read", ownership.get_ownership,
          "Whose an exhibit is, and how it passed on", answer=OWNERSHIP),
    Route("POST", f"{EXHIBIT}/transfer", "exhibit.transfer", ownership.post_transfer,
          "Give an exhibit to somebody else", body=bodies.TransferNew, answer=OWNERSHIP),
    Route("PUT", f"{EXHIBIT}/data-class", "exhibit.edit", ownership.put_data_class,
          "Say of which class an exhibit's data is", body=bodies.DataClassNew, answer=OWNERSHIP),
    Route("GET", f"{EXHIBIT}/export", "exhibit.export", ownership.get_exhibit_export,
          "Originals, manifests, card and history of an exhibit, as a zip", media=ZIP, cost=20),
    Route("GET", f"{MEDIA}/ownership", "media.read", ownership.get_ownership,
          "Whose a medium is, and how it passed on", answer=OWNERSHIP),
    Route("POST", f"{MEDIA}/transfer", "media.transfer", ownership.post_transfer,
          "Give a medium to somebody else", body=bodies.TransferNew, answer=OWNERSHIP),
    Route("PUT", f"{MEDIA}/data-class", "media.edit", ownership.put_data_class,
          "Say of which class a medium's data is", body=bodies.DataClassNew, answer=OWNERSHIP),
    Route("GET", f"{MEDIA}/export", "media.export", ownership.get_media_export,
          "The original of a medium and what is known of it, as a zip", media=ZIP, cost=20),
)  # fmt: skip
