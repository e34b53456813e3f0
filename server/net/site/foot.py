"""The foot of the visitor's page: who runs the park, its filings, its documents.

It is part of the page itself, so that it stands there before any program runs and without one; the
program puts its words into the visitor's language and shows it in sheets too.
"""

from __future__ import annotations

import html
from typing import Any

from server.net.site.profile import site_answer
from server.run.park import Park


def foot(park: Park, lang: str) -> str:
    """The element; ``data-documents`` names the versions in force (``privacy:1 terms:0``)."""
    site = site_answer(park)
    short = "en" if lang == "en" else "zh"
    documents = " ".join(f"{each['kind']}:{each['version']}" for each in site["documents"])
    parts = [_document(each, short, lang) for each in site["documents"]]
    parts += [_both("span", words, short) for words in (_operator(site), site["footer"])]
    parts += [
        _away(number, link)
        for number, link in (
            (site["icp"], site["icp_link"]),
            (site["police_record"], site["police_link"]),
        )
    ]
    return f'<footer id="foot" class="foot" data-documents="{documents}">{"".join(parts)}</footer>'


def _operator(site: dict[str, Any]) -> dict[str, str]:
    return {lang: site["operator"].get(lang) or "" for lang in ("zh", "en")}


def _document(each: dict[str, Any], short: str, lang: str) -> str:
    attributes = f'href="{each["link"]}?lang={lang}" target="_blank" rel="noopener"'
    return _both("a", each["words"], short, attributes)


def _both(tag: str, words: dict[str, str], short: str, attributes: str = "") -> str:
    """An element with its words in both languages; none when there are no words."""
    zh, en = (html.escape(words.get(lang) or "", quote=True) for lang in ("zh", "en"))
    if not (zh or en):
        return ""
    shown = (en or zh) if short == "en" else (zh or en)
    return f'<{tag} {attributes} data-zh="{zh or en}" data-en="{en or zh}">{shown}</{tag}>'


def _away(number: str, link: str) -> str:
    """The number of a filing; the page asks nobody for anything until a person follows it."""
    if not number:
        return ""
    words, href = html.escape(number), html.escape(link, quote=True)
    return f'<a href="{href}" target="_blank" rel="noopener noreferrer">{words}</a>'
