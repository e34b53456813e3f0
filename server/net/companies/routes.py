"""The routes of this area; ``server/net/routes.py`` has all of them."""

from __future__ import annotations

from typing import Final

from server.net.bodies import Revision
from server.net.companies import bodies, bodies_booths, booths, companies
from server.net.route import Route

API: Final = "/api/v1"
BOOTH: Final = f"{API}/booths/{{hall}}/{{node}}"
COMPANY: Final = f"{API}/companies/{{company}}"

ROUTES: Final[tuple[Route, ...]] = (
    Route("GET", f"{API}/companies", "company.read", companies.get_companies,
          "Companies of the park that receive visitors, by name",
          answer=bodies.CompanyList, cost=2, query=companies.QUERY),
    Route("GET", COMPANY, "company.read", companies.get_company, "A company's card",
          answer=bodies.CompanyCard),
    Route("PATCH", COMPANY, "company.edit", companies.patch_company,
          "Change what a company says of itself; its sign follows",
          body=bodies.CompanyCardChange, answer=bodies.CompanyCard),
    Route("GET", f"{API}/booths", "booth.read", booths.get_booths,
          "Booths of the halls that one may enter, with their tenants",
          answer=bodies_booths.BoothList, cost=2),
    Route("GET", BOOTH, "booth.read", booths.get_booth,
          "One booth, and what of its budget is used", answer=bodies_booths.BoothDetail),
    Route("PATCH", f"{BOOTH}/scene", "booth.edit", booths.patch_booth,
          "Furnish a booth: edit what stands in it; answers when the edit is durable",
          body=bodies_booths.BoothEdit, answer=Revision),
    Route("POST", f"{BOOTH}/undo", "booth.edit", booths.post_undo,
          "Undo your newest edit of its hall", answer=Revision,
          query={"anyway": "true to do so over what others have changed since"}),
    Route("POST", f"{BOOTH}/redo", "booth.edit", booths.post_redo,
          "Do your last undone edit of its hall again", answer=Revision,
          query={"anyway": "true to do so over what others have changed since"}),
)  # fmt: skip
