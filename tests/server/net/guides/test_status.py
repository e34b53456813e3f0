"""How the services of guides are told of to staff."""

from __future__ import annotations

from pathlib import Path

from server.net.guides.status import service
from server.run.guides.models import Models
from server.settings import Settings
from tests.server.house import open_house


class Told:
    def __init__(self, settings: Settings) -> None:
        self.settings = settings


def test_a_service_is_told_of_as_it_is() -> None:
    settings = Settings(guide_model_url="https://api.example.com/v1", guide_model="m-1")
    models = Models(Told(settings))
    abroad = service(settings, models, "model", 5.0)
    assert abroad["configured"] and abroad["abroad"] and abroad["barred"] and not abroad["healthy"]
    assert (abroad["host"], abroad["model"]) == ("api.example.com", "m-1")
    nothing = service(settings, models, "speech", 5.0)
    assert not nothing["configured"] and nothing["host"] == "" and nothing["since"] is None


def test_a_service_that_fails_says_since_when() -> None:
    settings = Settings(guide_model_url="http://127.0.0.1:9/v1")
    models = Models(Told(settings))
    for at in (1.0, 2.0, 3.0):
        models.breakers["model"].failed(at, "timeout")
    told = service(settings, models, "model", 4.0)
    assert not told["healthy"] and not told["abroad"]
    assert (told["since"], told["error"]) == (3.0, "timeout")
    assert service(settings, models, "model", 1e6)["since"] is None


async def test_staff_see_it_and_nobody_else(tmp_path: Path) -> None:
    async with open_house(tmp_path) as house:
        status, told = await house.own("GET", "/api/v1/guides/status")
        assert status == 200 and told["brain"] == "extractive"
        assert told["open_questions"] == 0
        await house.park.guides.knowing.questions.unanswered("有没有游泳池？", "zh")
        assert (await house.own("GET", "/api/v1/guides/status"))[1]["open_questions"] == 1
        assert set(told["services"]) == {"model", "embeddings", "speech", "transcribe"}
        assert (await house.get("/api/v1/guides/status"))[0] in (401, 403)
