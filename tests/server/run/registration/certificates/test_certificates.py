from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from server.outside.jws import SignatureError
from server.run.registration.certificates.keys import FILE
from server.run.registration.house import Company
from server.store.errors import StoreError
from tests.server.house import House, open_house

COMPANY = Company(
    id="e_0123456789abcdef",
    name={"zh": "灵境测试有限公司", "en": "Lingjing Testing"},
    brief={"zh": "", "en": ""},
    industry="65",
    credit_code="914403001922038216",
    state="active",
    since=1_790_000_000.0,
    until=4_000_000_000.0,
)


async def test_the_same_facts_give_the_same_certificate(house: House) -> None:
    certificates = house.park.registry.certificates
    first = await certificates.issue(COMPANY)
    assert (await certificates.issue(COMPANY)).number == first.number


async def test_lost_keys_are_never_replaced_silently(tmp_path: Path) -> None:
    data = tmp_path / "data"
    async with open_house(data) as house:
        first = await house.park.registry.certificates.issue(COMPANY)
    kept = (data / "secrets" / FILE).read_bytes()
    (data / "secrets" / FILE).unlink()
    async with open_house(data) as house:
        certificates = house.park.registry.certificates
        assert not (data / "secrets" / FILE).exists() and certificates.published == []
        for asked in (
            certificates.prove(first.token),
            certificates.rotate(stolen=False),
            certificates.issue(replace(COMPANY, seat="云席-00002")),
        ):
            with pytest.raises(StoreError) as refused:
                await asked
            assert refused.value.code == "certificate_keys_lost"
        found = await certificates.find(first.number)
        assert found is not None and found.state == "valid"
    (data / "secrets" / FILE).write_bytes(kept)
    async with open_house(data) as house:
        assert await house.park.registry.certificates.prove(first.token) is not None


async def test_lost_keys_are_replaced_when_somebody_says_so(tmp_path: Path) -> None:
    data = tmp_path / "data"
    async with open_house(data) as house:
        first = await house.park.registry.certificates.issue(COMPANY)
    (data / "secrets" / FILE).unlink()
    async with open_house(data) as house:
        certificates = house.park.registry.certificates
        assert await certificates.rotate(stolen=True) == 1
        again = await certificates.find(first.number)
        assert again is not None and again.token != first.token
        assert await certificates.prove(again.token) is not None
        with pytest.raises(SignatureError):
            await certificates.prove(first.token)
