"""Endpoints: what may be set up, what is shown of it, what is told once."""

from __future__ import annotations

from pathlib import Path

import pytest

from scenes.findings import SceneError
from server.run.notices.endpoints import MOST, shown
from server.store.errors import StoreError
from tests.server.house import open_house


@pytest.mark.parametrize(
    "url",
    ["http://example.org/", "https://u@example.org/", "ftp://x", "https://", "https://a\nb/", ""],
)
async def test_an_address_that_cannot_be_used_is_refused(tmp_path: Path, url: str) -> None:
    async with open_house(tmp_path) as house:
        with pytest.raises(SceneError) as caught:
            await house.park.notices.endpoints.add("webhook", "x", url, "", ["no.such"], "a")
        found = [(f.pointer, f.code) for f in caught.value.findings]
        assert found == [("/url", "bad_url"), ("/events/0", "not_a_choice")]


async def test_secrets_are_sealed_and_outlive_a_restart(tmp_path: Path) -> None:
    url = "https://hooks.example.org/a?key=hidden"
    async with open_house(tmp_path) as house:
        end, secret = await house.park.notices.endpoints.add("webhook", "x", url, "", ["*"], "a")
        assert secret.startswith("whsec_")
        assert "hidden" not in repr(end)
        assert secret not in repr(end)
    async with open_house(tmp_path) as house:
        ends = house.park.notices.endpoints
        opened = ends.opened(end.id)
        assert opened is not None
        assert (opened.url, opened.secret) == (url, secret)
        assert secret not in repr(opened)
        other = await ends.rotate(end.id)
        assert ends.opened(end.id).secrets == (other, secret)  # type: ignore[union-attr]
        until = ends.older_until(end.id)
        assert until is not None and until > house.park.clock.now()
    async with open_house(tmp_path) as house:
        ends = house.park.notices.endpoints
        assert ends.opened(end.id).secrets == (other, secret)  # type: ignore[union-attr]
        house.park.clock.now = lambda: until  # type: ignore[method-assign]
        assert ends.opened(end.id).secrets == (other,)  # type: ignore[union-attr]
        assert ends.older_until(end.id) is None
        await ends.remove(end.id)
        assert ends.opened(end.id) is None
        with pytest.raises(StoreError, match="no endpoint"):
            ends.get(end.id)


async def test_there_are_only_so_many(tmp_path: Path) -> None:
    async with open_house(tmp_path) as house:
        ends = house.park.notices.endpoints
        for n in range(MOST):
            await ends.add("wecom", str(n), "https://example.org/", "", ["*"], "a")
        with pytest.raises(StoreError, match="most"):
            await ends.add("wecom", "x", "https://example.org/", "", ["*"], "a")
        with pytest.raises(StoreError, match="webhooks"):
            await ends.rotate(ends.all()[0].id)


def test_a_key_in_an_address_is_not_shown() -> None:
    assert shown("wecom", "https://q.example/send?key=k") == "https://q.example/…"
    assert shown("webhook", "https://q.example/a?key=k") == "https://q.example/…"
    assert shown("webhook", "https://q.example/a") == "https://q.example/a"
