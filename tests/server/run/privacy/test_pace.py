"""Questions about one's data come in a measure that people can answer."""

from __future__ import annotations

import pytest

from server.run.accounts.errors import AccountError
from server.run.privacy.pace import EACH, EACH_SECONDS, STRANGERS, AskingPace


def refused(asking: AskingPace, asker: str, *, stranger: bool = True) -> float:
    with pytest.raises(AccountError, match="too_many_requests") as error:
        asking.take(asker, stranger=stranger)
    assert error.value.wait is not None
    return error.value.wait


def test_one_household_asks_a_few_at_once_then_one_an_hour() -> None:
    now = [1000.0]
    asking = AskingPace(lambda: now[0])
    for _ in range(int(EACH)):
        asking.take("192.0.2.1", stranger=True)
    assert refused(asking, "192.0.2.1") == pytest.approx(EACH_SECONDS)
    asking.take("192.0.2.2", stranger=True)
    now[0] += EACH_SECONDS
    asking.take("192.0.2.1", stranger=True)


def test_many_strangers_do_not_keep_people_with_accounts_from_asking() -> None:
    asking = AskingPace(lambda: 1000.0)
    for n in range(int(STRANGERS)):
        asking.take(f"192.0.2.{n}", stranger=True)
    assert refused(asking, "198.51.100.1") > 0
    asking.take("a_1", stranger=False)
