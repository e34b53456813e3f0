"""A company's way through the park in real browsers: from the form to a booth, and out of sight."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.flows.browser import journey, missing, serving
from tests.scenes.media.papers import pdf
from tools.places import DESK_PAGES

pytestmark = pytest.mark.skipif(
    missing() is not None or not (DESK_PAGES / "index.html").is_file(),
    reason=missing() or "the desk is not built",
)


def test_a_company_applies_moves_in_is_seen_and_is_suspended(tmp_path: Path) -> None:
    paper, certificate = tmp_path / "paper.pdf", tmp_path / "certificate.pdf"
    paper.write_bytes(pdf(1))
    log = tmp_path / "log"
    with serving(tmp_path / "data", log) as park:
        wanted = {"PAPER": str(paper), "CERTIFICATE": str(certificate), "PARK_LOG": str(log)}
        told = json.loads(journey("registration", park, wanted))
    assert told["number"]
    assert certificate.stat().st_size > 5_000


def test_an_applicants_pages_are_open_to_all_in_both_languages_and_on_a_phone(
    tmp_path: Path,
) -> None:
    paper = tmp_path / "paper.pdf"
    paper.write_bytes(pdf(1))
    with serving(tmp_path / "data", tmp_path / "log") as park:
        journey("registration_axe", park, {"PAPER": str(paper)})
