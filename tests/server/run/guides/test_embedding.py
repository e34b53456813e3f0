from __future__ import annotations

import asyncio

from server.run.guides.embedding import Embedding
from server.run.guides.models import Models
from tests.server.outside.scripted_model import scripted_model
from tests.server.run.guides.model_house import QUICK, house_of, library, question


async def test_vectors_are_made_in_the_background_and_then_used() -> None:
    async with scripted_model() as server:
        house = house_of(None, guide_embeddings_url=server.url)
        models = Models(house, dict(QUICK))
        embedding, known = Embedding(models, house.clock.now), library()
        assert await embedding.of(question("租金"), known) == (None, known)
        assert embedding._work is not None
        await embedding._work
        vector, better = await embedding.of(question("A1栋租金，电话13800138000"), known)
        assert vector is not None and better.vectors is not None
        hits = better.search("租金", today=question("").today, vector=vector)
        assert hits
        await embedding.close()
        await models.close()


async def test_without_a_service_words_must_do() -> None:
    house, known = house_of(None), library()
    embedding = Embedding(Models(house), house.clock.now)
    assert await embedding.of(question("租金"), known) == (None, known)


async def test_a_service_that_fails_is_left_alone() -> None:
    house = house_of(None, guide_embeddings_url="http://127.0.0.1:9/v1")
    models = Models(house, dict(QUICK))
    embedding, known = Embedding(models, house.clock.now), library()
    for _ in range(3):
        assert await embedding.of(question("租金"), known) == (None, known)
        assert embedding._work is not None
        await asyncio.gather(embedding._work, return_exceptions=True)
    assert models.breakers["embeddings"].last_error.startswith("unreached")
    await embedding.close()
    await models.close()
