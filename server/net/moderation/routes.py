"""The routes of this area; ``server/net/routes.py`` has all of them."""

from __future__ import annotations

from typing import Final

from server.net.moderation import bodies, reports, tickets, visitors
from server.net.route import Route

API: Final = "/api/v1"
VISITOR: Final = f"{API}/visitors/{{connection}}"
PAGES: Final = {"limit": "how many, at most 200", "before": "an id: those made before it"}

ROUTES: Final[tuple[Route, ...]] = (
    Route("POST", f"{API}/halls/{{hall}}/tickets", "ticket.make", tickets.post_ticket,
          "A ticket to join a hall with on the live socket: good once, for a minute",
          body=bodies.TicketNew, answer=bodies.TicketAnswer, status=201, may_be_empty=True),
    # No reading of personal data: asked every few seconds, it tells what all in a hall can see.
    Route("GET", f"{API}/presence", "presence.read", visitors.get_presence,
          "Who is in which hall", answer=bodies.PresenceAnswer),
    Route("POST", f"{VISITOR}/mute", "visitor.moderate", visitors.post_mute,
          "Mute somebody who is here", body=bodies.MuteBody, answer=bodies.RestraintAnswer,
          status=201),
    Route("POST", f"{VISITOR}/unmute", "visitor.moderate", visitors.post_unmute,
          "Let somebody speak again", status=204),
    Route("POST", f"{VISITOR}/remove", "visitor.moderate", visitors.post_remove,
          "Ask somebody to leave, for a reason that they are told", body=bodies.RemoveBody,
          answer=bodies.RestraintAnswer, status=201),
    Route("POST", f"{VISITOR}/block", "visitor.moderate", visitors.post_block,
          "Keep somebody out of the park for a while, or until it is lifted",
          body=bodies.BlockBody, answer=bodies.Restraints, status=201),
    Route("GET", f"{API}/blocks", "block.read", visitors.get_blocks,
          "Mutes, removals and blocks, newest first", answer=bodies.Restraints, query=PAGES,
          personal=True),
    Route("DELETE", f"{API}/blocks/{{block}}", "visitor.moderate", visitors.delete_block,
          "Lift a mute, a removal or a block", status=204),
    Route("GET", f"{API}/reports", "report.read", reports.get_reports,
          "Reports of visitors, newest first", answer=bodies.Reports,
          query={**PAGES, "state": "open, handled or all"}, personal=True),
    Route("POST", f"{API}/reports/{{report}}/handling", "visitor.moderate",
          reports.post_handling, "Deal with a report", body=bodies.Handling,
          answer=bodies.ReportAnswer),
)  # fmt: skip
