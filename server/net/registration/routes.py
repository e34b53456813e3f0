"""The routes of this area; ``server/net/routes.py`` has all of them."""

from __future__ import annotations

from typing import Final

from server.net.registration import applications, bodies, custodians, form, members, papers, signup
from server.net.route import Route

API: Final = "/api/v1"
REGISTRATION: Final = f"{API}/registration"
ALL: Final = f"{API}/applications"
ONE: Final = f"{ALL}/{{application}}"
WHOLE: Final = bodies.ApplicationAnswer

ROUTES: Final[tuple[Route, ...]] = (
    Route("POST", f"{REGISTRATION}/codes", "session.open", signup.post_code,
          "Have a code sent to begin or go on with an application; the answer is always the same",
          body=bodies.SignUpCode, status=204, csrf=False, cost=5),
    Route("POST", f"{REGISTRATION}/accounts", "session.open", signup.post_account,
          "Sign up, or in, by the code that was sent; one's application is in the answer",
          body=bodies.SignUp, answer=bodies.SignUpAnswer, csrf=False, cost=5),
    Route("GET", f"{REGISTRATION}/form", "application.begin", form.get_form,
          "What the form asks, and why", answer=bodies.FormAnswer, cost=4),
    Route("POST", f"{REGISTRATION}/checks", "application.begin", form.post_checks,
          "Look at what is typed so far; nothing is kept",
          body=bodies.ChecksWanted, answer=bodies.ChecksAnswer, csrf=False, cost=2),
    Route("GET", f"{REGISTRATION}/statistics", "seat.read", custodians.get_statistics,
          "What the registry is busy with, in numbers", answer=bodies.RegistrationStatistics,
          cost=4),
    Route("POST", ALL, "application.begin", applications.post_application,
          "Begin an application", body=bodies.ApplicationNew, may_be_empty=True, answer=WHOLE,
          status=201, cost=5),
    Route("GET", ALL, "application.read", applications.get_applications,
          "Applications, newest first", answer=bodies.ApplicationList, cost=2,
          query=applications.QUERY),
    Route("GET", ONE, "application.read", applications.get_application,
          "One application, whole", answer=WHOLE, cost=2, personal=True),
    Route("PATCH", ONE, "application.edit", applications.patch_application,
          "Keep fields of the form as far as they are filled in",
          body=bodies.ApplicationSave, answer=WHOLE),
    Route("DELETE", ONE, "application.edit", applications.delete_application,
          "Throw a draft away", status=204),
    Route("POST", f"{ONE}/transitions", "application.read", applications.post_transition,
          "Do what the workflow allows", body=bodies.TransitionBody, answer=WHOLE, cost=2),
    Route("POST", f"{ONE}/identity", "application.identity", applications.post_identity,
          "Read the identity number and contacts in clear, with a reason",
          body=bodies.IdentityWanted, answer=bodies.IdentityAnswer, cost=5, personal=True),
    Route("GET", f"{ONE}/duplicates", "application.identity", applications.get_duplicates,
          "Other applications that may be of the same company",
          answer=bodies.LikenessList, cost=2, personal=True),
    Route("POST", f"{ONE}/documents", "application.edit", papers.post_paper,
          "Hand in an upload as a document", body=bodies.PaperNew, answer=WHOLE, cost=4),
    Route("GET", f"{ONE}/documents/{{document}}", "application.read", papers.get_paper,
          "A document as it was handed in", media="application/octet-stream", cost=4,
          personal=True),
    Route("DELETE", f"{ONE}/documents/{{document}}", "application.edit", papers.delete_paper,
          "Take a document back", answer=WHOLE),
    Route("GET", f"{ONE}/documents/{{document}}/pages", "application.read", papers.get_pages,
          "How many pages a document has, and how large their pictures are",
          answer=bodies.PaperPages, cost=10, personal=True),
    Route("GET", f"{ONE}/documents/{{document}}/pages/{{number:[0-9]{{1,3}}}}",
          "application.read", papers.get_page, "A page of a document as a picture",
          media="image/webp", cost=10, personal=True),
    Route("GET", f"{ONE}/copy", "application.copy", members.get_copy,
          "Everything that the park has of an enterprise, as a zip",
          media="application/zip", cost=40, personal=True),
    Route("GET", f"{ONE}/members", "company.members", members.get_members,
          "The people of an enterprise", answer=bodies.MemberList, personal=True),
    Route("POST", f"{ONE}/members", "company.members", members.post_member,
          "Invite somebody to furnish the booth", body=bodies.MemberNew,
          answer=bodies.MemberList, status=201, cost=5),
    Route("DELETE", f"{ONE}/members/{{member}}", "company.members", members.delete_member,
          "Take somebody off, or an invitation back", status=204),
    Route("GET", f"{API}/custodians", "custodian.read", custodians.get_custodians,
          "Hosting institutions and their seats", answer=bodies.CustodianList),
    Route("POST", f"{API}/custodians", "custodian.edit", custodians.post_custodian,
          "Add a hosting institution", body=bodies.CustodianNew,
          answer=bodies.CustodianAnswer, status=201),
    Route("PATCH", f"{API}/custodians/{{custodian}}", "custodian.edit",
          custodians.patch_custodian, "Change a hosting institution, or give it more seats",
          body=bodies.CustodianChange, answer=bodies.CustodianAnswer),
    Route("GET", f"{API}/seats", "seat.read", custodians.get_seats, "Seats by number",
          answer=bodies.SeatList, cost=2,
          query={"custodian": "those of one hosting institution", "taken": "true or false",
                 "after": "a number: those beyond it", "limit": "how many, at most 500"}),
)  # fmt: skip
