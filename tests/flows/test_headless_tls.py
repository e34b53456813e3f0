"""The same over HTTPS, with a certificate of the park's own."""

from __future__ import annotations

import ssl
from datetime import UTC, datetime
from pathlib import Path

import pytest

from clients.headless import ConnectionLost, Patience, Visitor
from server.outside.certificates import local_certificate
from tests.flows.house import operator_token, park_at


async def test_a_trusted_certificate_lets_one_in(tmp_path: Path) -> None:
    pem = local_certificate(tmp_path / "tls", [], datetime.now(UTC)).file
    settings = {"tls_certificate": str(pem), "tls_key": str(pem)}
    trust = ssl.create_default_context(cafile=str(pem))
    async with park_at(tmp_path / "data", **settings) as house:
        assert house.visitor_url.startswith("https://")
        token = await operator_token(house, trust)
        async with Visitor(house.visitor_url, token=token, tls=trust) as visitor:
            await visitor.join("grounds")
            assert visitor.role == "operator"
            halls = await visitor.park.json("/api/v1/halls")
            assert halls
        stranger = Visitor(house.visitor_url, patience=Patience(0.1))
        with pytest.raises(ConnectionLost, match="certificate"):
            await stranger.__aenter__()
