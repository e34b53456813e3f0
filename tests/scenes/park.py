"""The demo park, built once for all the tests that look at it."""

from __future__ import annotations

from functools import cache

from scenes.demo import DemoPark, build_demo


@cache
def demo_park() -> DemoPark:
    return build_demo()
