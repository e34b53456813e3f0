"""The identity provider's settings are checked before the park opens."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.settings import SettingsError, load_settings


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("OIDC_ISSUER", "http://id.example"),
        ("OIDC_ISSUER", "id.example"),
        ("OIDC_ISSUER", "https://id.example/?tenant=1"),
        ("OIDC_ROLES", "groups: admins=operator"),
        ("OIDC_ROLES", "everybody"),
    ],
)
def test_what_would_let_the_wrong_ones_in_stops_the_start(
    name: str, text: str, tmp_path: Path
) -> None:
    with pytest.raises(SettingsError, match=f"LINGJING_{name}"):
        load_settings({f"LINGJING_{name}": text}, tmp_path)


def test_a_provider_is_named_as_it_names_itself(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("open sesame\n", encoding="utf-8")
    settings = load_settings(
        {
            "LINGJING_OIDC_ISSUER": "https://id.example/realms/Park/",
            "LINGJING_OIDC_CLIENT_SECRET_FILE": str(secret),
            "LINGJING_OIDC_ROLES": "groups: makers=creator",
        },
        tmp_path,
    )
    assert settings.oidc_issuer == "https://id.example/realms/Park/"
    assert settings.oidc_client_secret == "open sesame"
    assert "sesame" not in repr(settings)
