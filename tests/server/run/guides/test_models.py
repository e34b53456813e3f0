from __future__ import annotations

from server.run.guides.models import Models, counts_as_abroad, endpoint_of
from server.settings import Settings
from tests.server.run.guides.model_house import SmallHouse

HERE = "http://10.0.0.2:8000/v1"


def test_a_key_serves_all_uses_of_its_host_and_no_other() -> None:
    settings = Settings(
        guide_model_url=HERE,
        guide_model_key="sk-1",
        guide_speech_url=HERE,
        guide_transcribe_url="http://10.0.0.3/v1",
        guide_embeddings_url="http://10.0.0.4/v1",
        guide_embeddings_key="sk-2",
    )
    keys = {use: endpoint_of(settings, use) for use in Models(SmallHouse(settings)).breakers}
    assert {use: e.key for use, e in keys.items() if e} == {
        "model": "sk-1", "speech": "sk-1", "transcribe": "", "embeddings": "sk-2",
    }  # fmt: skip
    assert "sk-" not in repr(settings)


def test_nothing_named_is_nothing_asked() -> None:
    models = Models(SmallHouse(Settings()))
    assert models.client("model", 0) is None and not models.is_barred("model")


def test_what_counts_as_abroad() -> None:
    far = Settings(guide_speech_url="https://api.example.com/v1")
    near = Settings(
        guide_speech_url="https://api.example.com/v1", guide_domestic=("api.example.com",)
    )
    for settings, abroad in ((far, True), (near, False)):
        endpoint = endpoint_of(settings, "speech")
        assert endpoint is not None and counts_as_abroad(settings, endpoint) is abroad
    assert Models(SmallHouse(far)).endpoint("speech") is None
    assert Models(SmallHouse(far)).is_barred("speech")


async def test_a_client_is_kept_until_settings_name_another() -> None:
    house = SmallHouse(Settings(guide_model_url=HERE, guide_model="one"))
    models = Models(house)
    changed: list[str] = []
    models.on_change = changed.append
    first = models.client("model", 0)
    assert first is models.client("model", 0)
    models.breakers["model"].failed(0, "busy", 100)
    assert models.client("model", 1) is None
    house.settings = Settings(guide_model_url=HERE, guide_model="two")
    second = models.client("model", 1)
    assert second is not None and second is not first and changed == ["model", "model"]
    await models.close()
