"""The routes of this area; ``server/net/routes.py`` has all of them."""

from __future__ import annotations

from typing import Final

from server.net.route import Route
from server.net.statistics import bodies, codes, desk, overview, visits
from server.net.statistics.spans import QUERY
from server.net.statistics.tables import get

API: Final = "/api/v1"
BY_STEP: Final = {**QUERY, "step": "hour or day"}

ROUTES: Final[tuple[Route, ...]] = (
    Route("GET", f"{API}/overview", "overview.read", overview.get_overview,
          "What waits for work, and how the server is", answer=bodies.OverviewAnswer, cost=2),
    Route("GET", f"{API}/statistics/visits", "statistics.read", visits.get_visits,
          "Counted visits by hall and hour or day", answer=bodies.VisitsAnswer, query=BY_STEP,
          cost=4),
    Route("GET", f"{API}/statistics/dwell", "statistics.read", visits.get_dwell,
          "How long exhibits were looked at", answer=bodies.DwellAnswer, cost=4,
          query={**QUERY, "hall": "one hall alone"}),
    Route("GET", f"{API}/statistics/heat/{{hall}}", "statistics.read", visits.get_heat,
          "Where in a hall visitors were", answer=bodies.HeatAnswer, query=QUERY, cost=4),
    Route("GET", f"{API}/statistics/registration", "statistics.read", desk.get_desk,
          "How the registry desk keeps up", answer=bodies.DeskAnswer, query=QUERY, cost=4),
    Route("GET", f"{API}/tables/{{table:[a-z_-]{{1,32}}}}.{{kind:csv|xlsx}}", "table.export",
          get.get_table, "A whole table as a file for a spreadsheet", query=get.QUERY,
          media="application/octet-stream", cost=40),
    Route("GET", f"{API}/qr.svg", "park.read", codes.get_qr,
          "A QR code that leads to a page of this park", media="image/svg+xml", cost=2,
          query={"path": "a page of this park, such as /h/gallery?at=fox"}),
)  # fmt: skip
