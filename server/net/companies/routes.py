"""The routes of this area; ``server/net/routes.py`` has all of them."""

from __future__ import annotations

from typing import Final

from server.net.companies import bodies, companies
from server.net.route import Route

API: Final = "/api/v1"
COMPANY: Final = f"{API}/companies/{{company}}"

ROUTES: Final[tuple[Route, ...]] = (
    Route("GET", f"{API}/companies", "company.read", companies.get_companies,
          "Companies of the park that receive visitors, by name",
          answer=bodies.CompanyList, cost=2, query=companies.QUERY),
    Route("GET", COMPANY, "company.read", companies.get_company, "A company's card",
          answer=bodies.CompanyCard),
    Route("PATCH", COMPANY, "company.edit", companies.patch_company,
          "Change what a company says of itself; its sign follows",
          body=bodies.CardChange, answer=bodies.CompanyCard),
)  # fmt: skip
