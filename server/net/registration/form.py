"""The form over HTTP: what is asked and why, and whether what is typed is right."""

from __future__ import annotations

from typing import Any, Final

from aiohttp import web

from server.net.companies.companies import industry_name
from server.net.gate import LANG
from server.net.registration.answers import detail_of
from server.net.registration.bodies import ChecksWanted
from server.net.route import Asked
from server.registration import deadlines, documents, form, industry
from server.registration.calendar import day_of
from server.registration.consents import AGREEMENT
from server.registration.field import DocumentKind, Field, Words
from server.registration.reasons import REASONS
from server.run.registration.keepable import unkeepable
from server.run.registration.office import SHOWN
from server.run.registration.signup import PRIVACY
from server.run.site.markdown import to_html

CASES: Final = ("existing", "new_firm")
DEADLINES: Final = {
    "review_working_days": deadlines.REVIEW_DAYS,
    "extra_working_days": deadlines.EXTRA_DAYS,
    "draft_days": deadlines.DRAFT_DAYS,
    "silence_days": deadlines.SILENCE_DAYS,
    "notice_days": deadlines.NOTICE_DAYS,
    "hold_months": deadlines.HOLD_MONTHS,
    "term_months": deadlines.TERM_MONTHS,
}


async def get_form(asked: Asked) -> web.Response:
    """Everything that a form needs."""
    legal = asked.park.legal
    agreement = legal.shown(AGREEMENT)
    return web.json_response(
        {
            "groups": [{"name": n, "label": _both(w)} for n, w in form.GROUPS.items()],
            "fields": [_field(field) for field in form.FIELDS],
            "documents": [_paper(kind) for kind in documents.KINDS.values()],
            "industries": _industries(),
            "reasons": _reasons(),
            "agreement": {
                "version": str(agreement.version),
                "text": dict(agreement.text),
                "html": {lang: to_html(text) for lang, text in agreement.text.items()},
            },
            "consents": {PRIVACY: legal.in_force(PRIVACY)},
            "deadlines": DEADLINES,
            "largest": documents.LARGEST,
            "types": list(documents.MEDIA_TYPES),
        }
    )


async def post_checks(asked: Asked) -> web.Response:
    """Every error in what is typed so far; nothing is kept."""
    body: ChecksWanted = asked.body
    today = day_of(asked.park.clock.now())
    lang = asked.request[LANG]
    found = unkeepable(body.fields)
    if found:
        return web.json_response({"details": [detail_of(each, lang) for each in found]})
    found = form.check(body.fields, today, partial=body.partial)
    texts = {f"/fields/{n}": str(body.fields[n])[:1000] for n in SHOWN if body.fields.get(n)}
    found = [*found, *asked.park.words.listed_in(texts)]
    return web.json_response({"details": [detail_of(finding, lang) for finding in found]})


def _both(words: Words) -> dict[str, str]:
    return {"zh": words.zh, "en": words.en}


def _field(field: Field) -> dict[str, Any]:
    return {
        "name": field.name,
        "group": field.group,
        "kind": field.kind,
        "label": _both(field.label),
        "help": _both(field.help),
        "example": _both(field.example),
        "choices": [{"value": c.value, "label": _both(c.words)} for c in field.choices],
        "required": [case for case in CASES if field.required({"case": case})],
        "cases": [case for case in CASES if field.shown({"case": case})],
        "personal": field.personal,
        "sealed": field.sealed,
        "longest": field.longest,
    }


def _paper(kind: DocumentKind) -> dict[str, Any]:
    return {
        "kind": kind.name,
        "name": _both(kind.label),
        "help": _both(kind.help),
        "required": [case for case in CASES if kind.required({"case": case})],
        "cases": [case for case in CASES if kind.shown({"case": case})],
        "most": kind.most,
    }


def _industries() -> list[dict[str, Any]]:
    return [
        {
            "code": each.code,
            "label": industry_name(each.code),
            "section": each.section,
            "section_label": {
                "zh": industry.SECTIONS[each.section].zh,
                "en": industry.SECTIONS[each.section].en,
            },
        }
        for each in industry.DIVISIONS.values()
        if industry.is_business(each.code)
    ]


def _reasons() -> list[dict[str, Any]]:
    return [
        {
            "code": code,
            "label": {"zh": reason.zh, "en": reason.en},
            "next": {"zh": reason.zh_next, "en": reason.en_next},
            "verbs": sorted(reason.verbs),
        }
        for code, reason in REASONS.items()
    ]
