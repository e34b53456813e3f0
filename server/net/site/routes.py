"""The routes of this area; ``server/net/routes.py`` has all of them."""

from __future__ import annotations

from typing import Final

from server.net.route import Route
from server.net.site import bodies, inbox, inbox_bodies, legal, legal_page, profile, settings

SITE: Final = "/api/v1/site"
LEGAL: Final = "/api/v1/legal/{kind}"
INBOX: Final = "/api/v1/inbox"
ITEM: Final = f"{INBOX}/{{item}}"
VERSION: Final = "a version's number; 0 is the text that came with the program"

ROUTES: Final[tuple[Route, ...]] = (
    Route("GET", SITE, "site.read", profile.get_site, "The park's profile",
          answer=bodies.SiteAnswer),
    Route("PATCH", SITE, "site.edit", profile.patch_site, "Change the park's profile",
          body=bodies.SiteChange, answer=bodies.SiteAnswer),
    Route("GET", f"{SITE}/guide", "legal.read", profile.get_guide,
          "How far the first-run guide has come", answer=bodies.GuideAnswer),
    Route("PATCH", f"{SITE}/guide", "site.edit", profile.patch_guide,
          "Note that a step of the guide is over", body=bodies.GuideStep,
          answer=bodies.GuideAnswer),
    Route("POST", f"{SITE}/start", "site.edit", profile.post_start,
          "Begin an empty park with a scene", body=bodies.StartBody,
          answer=bodies.ProgressAnswer, status=202),
    Route("POST", f"{SITE}/opening", "hall.manage", profile.post_opening,
          "Open every hall that is closed", answer=bodies.GuideAnswer),
    Route("POST", "/api/v1/legal/preview", "site.edit", legal.post_preview,
          "A text as it will look", body=bodies.LegalDraft, answer=bodies.LegalHtml),
    Route("GET", LEGAL, "site.read", legal.get_document,
          "A legal document in force, or an older version", answer=bodies.LegalAnswer,
          query={"version": VERSION}),
    Route("GET", f"{LEGAL}/versions", "legal.read", legal.get_versions,
          "Every version of a document, with its draft", answer=bodies.LegalVersions),
    Route("GET", f"{LEGAL}/diff", "legal.read", legal.get_diff,
          "What differs between two versions", answer=bodies.LegalDiff,
          query={"from": VERSION, "to": VERSION}),
    Route("PUT", f"{LEGAL}/draft", "site.edit", legal.put_draft,
          "Keep a draft of the next version", body=bodies.LegalDraft,
          answer=bodies.LegalVersions),
    Route("DELETE", f"{LEGAL}/draft", "site.edit", legal.delete_draft, "Throw the draft away",
          status=204),
    Route("POST", f"{LEGAL}/publish", "site.edit", legal.post_publication,
          "Put the draft in force", body=bodies.LegalPublish, answer=bodies.LegalVersions),
    Route("GET", "/api/v1/settings", "settings.read", settings.get_settings,
          "Every setting, where it comes from, what it is for", answer=bodies.SettingsAnswer),
    Route("PATCH", "/api/v1/settings", "settings.edit", settings.patch_settings,
          "Change settings; all of them, or none", body=bodies.SettingsChange,
          answer=bodies.SettingsAnswer),
    Route("GET", INBOX, "inbox.read", inbox.get_items, "What waits for a human, newest first",
          answer=inbox_bodies.ItemList,
          query={"limit": "how many, at most 200", "before": "an item: those put in earlier",
                 "state": "open, waiting, taken or done", "kind": "a kind of item",
                 "assignee": "an account's id, or me"}),
    Route("POST", INBOX, "inbox.edit", inbox.post_item, "Note a deadline by hand",
          body=inbox_bodies.ItemNew, answer=inbox_bodies.ItemAnswer, status=201),
    Route("GET", ITEM, "inbox.read", inbox.get_item, "One item", answer=inbox_bodies.ItemAnswer),
    Route("PATCH", ITEM, "inbox.edit", inbox.patch_item,
          "Take an item, give it to somebody, put it back, settle it",
          body=inbox_bodies.ItemChange, answer=inbox_bodies.ItemAnswer),
    Route("POST", f"{ITEM}/notes", "inbox.edit", inbox.post_note, "Write a note to an item",
          body=inbox_bodies.NoteNew, answer=inbox_bodies.ItemAnswer),
    Route("GET", "/api/v1/duty", "inbox.read", inbox.get_duty, "Who is on duty when",
          answer=inbox_bodies.DutyAnswer),
    Route("PUT", "/api/v1/duty", "inbox.edit", inbox.put_duty, "Plan who is on duty when",
          body=inbox_bodies.DutyBody, answer=inbox_bodies.DutyAnswer),
    Route("GET", "/legal.css", "site.read", legal_page.get_style, "How legal pages look",
          media="text/css"),
    Route("GET", "/legal/{kind}", "site.read", legal_page.get_page,
          "A legal document as a page without script", media="text/html",
          query={"lang": "zh-CN or en", "version": VERSION}),
)  # fmt: skip
