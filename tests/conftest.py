"""What every test shares: how hypothesis searches, and which process runs it."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings
from xdist.remote import Producer  # type: ignore[import-untyped]

from tests.turns import Turns

settings.register_profile(
    "house",
    deadline=None,  # a busy machine is no bug
    suppress_health_check=[HealthCheck.too_slow],
    print_blob=True,
)
settings.load_profile("house")


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Turns:
    """Deal tests to processes; in the order of their files, so that journeys begin early."""
    config.option.loadscopereorder = False
    return Turns(config, log)
