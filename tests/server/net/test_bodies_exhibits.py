"""Every example in the description is what it is an example of."""

from __future__ import annotations

import pytest
from pydantic import BaseModel

from server.net import bodies_exhibits
from server.net.bodies import Strict

MODELS = [
    model
    for model in vars(bodies_exhibits).values()
    if isinstance(model, type) and issubclass(model, BaseModel) and model.model_config
]
WITH_EXAMPLES = [m for m in MODELS if "json_schema_extra" in m.model_config]


@pytest.mark.parametrize("model", WITH_EXAMPLES, ids=lambda model: model.__name__)
def test_examples_are_sound(model: type[BaseModel]) -> None:
    extra = model.model_config.get("json_schema_extra")
    assert isinstance(extra, dict) and isinstance(extra["examples"], list)
    for example in extra["examples"]:
        assert model.model_validate(example).model_dump(exclude_unset=True)


def test_bodies_refuse_what_they_do_not_know() -> None:
    bodies = [model for model in MODELS if issubclass(model, Strict)]
    assert len(bodies) >= 8
    assert {model.model_config.get("extra") for model in bodies} == {"forbid"}
