from __future__ import annotations

import pytest

from server.net.forms import FORM, MOST_FIELDS
from tests.server.house import House


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"what=RZ2026-0000-0000", "没有这份入驻证明"),
        (b"what=a&what=b", "没有这份入驻证明"),
        (b"\xff\xfe", "核验"),
        (b"&".join(b"a=1" for _ in range(MOST_FIELDS + 1)), "核验"),
        (b"", "核验"),
    ],
)
async def test_whatever_is_sent_is_a_form_or_none(house: House, body: bytes, words: str) -> None:
    headers = {"Content-Type": FORM}
    async with house.visitor.post(house.url + "/verify", data=body, headers=headers) as got:
        assert got.status in (200, 404)
        assert words in await got.text()


async def test_no_form_and_a_large_one_are_refused(house: House) -> None:
    for kind, body, status in (("text/plain", b"what=a", 415), (FORM, b"a" * 60_000, 413)):
        headers = {"Content-Type": kind}
        async with house.visitor.post(house.url + "/verify", data=body, headers=headers) as got:
            assert got.status == status
