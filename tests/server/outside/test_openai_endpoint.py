from __future__ import annotations

from server.outside.openai_endpoint import Endpoint, NoAnswerError, Used


def test_what_may_pass_is_tried_again() -> None:
    assert NoAnswerError("busy").may_pass and not NoAnswerError("refused").may_pass
    assert str(NoAnswerError("refused", "401")) == "refused: 401"


def test_an_endpoint_names_its_host_and_counts_add_up() -> None:
    assert Endpoint("http://[::1]:80/v1", "m").host == "::1"
    assert Used(3, 4).total == 7
