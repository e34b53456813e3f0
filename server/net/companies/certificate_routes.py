"""The routes of certificates; ``server/net/routes.py`` has all of them."""

from __future__ import annotations

from typing import Final

from server.net.companies import certificate_bodies as bodies
from server.net.companies import certificates, verify_page
from server.net.forms import FORM
from server.net.route import Route

API: Final = "/api/v1"
ALL: Final = f"{API}/certificates"

ROUTES: Final[tuple[Route, ...]] = (
    Route("GET", f"{ALL}/keys", "certificate.verify", certificates.get_keys,
          "The keys by which certificates are proven, as a JWK Set", answer=bodies.KeySetAnswer),
    Route("POST", f"{ALL}/keys/rotation", "certificate.rotate", certificates.post_rotation,
          "Sign certificates with a new key from now on",
          body=bodies.RotationWanted, answer=bodies.RotationAnswer, cost=10),
    Route("POST", f"{ALL}/proofs", "certificate.verify", certificates.post_proof,
          "Whether a signed statement is this park's, and counts",
          body=bodies.ProofWanted, answer=bodies.CertificateAnswer, csrf=False, cost=4),
    Route("GET", f"{ALL}/{{number}}", "certificate.verify", certificates.get_certificate,
          "Whether a certificate of residence counts", answer=bodies.CertificateAnswer, cost=4),
    Route("GET", f"{API}/applications/{{application}}/certificate.pdf", "certificate.read",
          certificates.get_sheet, "The newest certificate of a company, as a sheet",
          media="application/pdf", cost=10),
    Route("GET", "/verify", "certificate.verify", verify_page.get_page,
          "The page where certificates are verified", media="text/html", cost=2,
          query={"number": "a certificate's number", "lang": "zh-CN or en"}),
    Route("POST", "/verify", "certificate.verify", verify_page.post_page,
          "Verify a number, or a signed statement that was pasted", media="text/html", cost=4,
          csrf=False, takes=FORM),
    Route("GET", "/verify/{number}", "certificate.verify", verify_page.get_verdict,
          "Whether a certificate counts, as a page", media="text/html", cost=4),
)  # fmt: skip
