"""The routes of this area; ``server/net/routes.py`` has all of them."""

from __future__ import annotations

from typing import Final

from server.net.notices import bodies, outbox, webhooks
from server.net.route import Route

HOOKS: Final = "/api/v1/webhooks"
HOOK: Final = f"{HOOKS}/{{endpoint}}"
NOTICES: Final = "/api/v1/notices"
NOTICE: Final = f"{NOTICES}/{{notice}}"

ROUTES: Final[tuple[Route, ...]] = (
    Route("GET", HOOKS, "webhook.read", webhooks.get_endpoints,
          "Where events go, and every event there is", answer=bodies.EndpointList),
    Route("POST", HOOKS, "webhook.edit", webhooks.post_endpoint,
          "Set up a webhook or a group robot; its secret is told this once",
          body=bodies.EndpointNew, answer=bodies.EndpointAnswer, status=201),
    Route("PATCH", HOOK, "webhook.edit", webhooks.patch_endpoint,
          "Change an endpoint, switch it on or off",
          body=bodies.EndpointChange, answer=bodies.EndpointAnswer),
    Route("DELETE", HOOK, "webhook.edit", webhooks.delete_endpoint,
          "Take an endpoint away, with what is on its way to it", status=204),
    Route("POST", f"{HOOK}/secret", "webhook.edit", webhooks.post_secret,
          "Give a webhook another secret, told this once; the old one counts for a day",
          answer=bodies.EndpointAnswer),
    Route("POST", f"{HOOK}/ping", "webhook.edit", webhooks.post_ping,
          "Send an endpoint a test event", answer=bodies.NoticeMade, status=202),
    Route("GET", NOTICES, "notice.read", outbox.get_notices,
          "The outbox, newest first", answer=bodies.NoticeList,
          query={"limit": "how many, at most 200", "before": "a notice: those made earlier",
                 "state": "waiting, sent, dead or cancelled", "kind": "a kind of notice",
                 "way": "email, phone, webhook or robot", "endpoint": "an endpoint's id"}),
    Route("POST", f"{NOTICES}/test", "notice.edit", outbox.post_test,
          "Send a test by mail or text message", body=bodies.NoticeTest,
          answer=bodies.NoticeMade, status=202),
    Route("GET", NOTICE, "notice.read", outbox.get_notice, "A notice with its attempts",
          answer=bodies.NoticeDetail),
    Route("POST", f"{NOTICE}/resend", "notice.edit", outbox.post_again,
          "Try a notice anew, under its old id", answer=bodies.NoticeAnswer),
    Route("DELETE", NOTICE, "notice.edit", outbox.delete_notice, "Stop trying a notice",
          answer=bodies.NoticeAnswer),
)  # fmt: skip
