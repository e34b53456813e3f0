from __future__ import annotations

from server.settings.areas.guide_models import GUIDE_MODELS
from server.settings.load import Told, settings_of


def test_no_service_is_asked_unless_it_is_named() -> None:
    assert all(row.default in ("", (), False, "wav") for row in GUIDE_MODELS)


def test_keys_are_secrets_that_no_page_sets() -> None:
    keys = [row for row in GUIDE_MODELS if row.name.endswith("_key")]
    assert len(keys) == 4 and all(row.secret and not row.desk for row in keys)


def test_domestic_hosts_are_read_as_names() -> None:
    told = {"guide_domestic": Told("file", "guide_domestic", "api.Example.com, b.example")}
    assert settings_of(told).guide_domestic == ("api.example.com", "b.example")
