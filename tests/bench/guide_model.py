"""How quickly a guide with a language model speaks and falls silent, over real HTTP.

``python -m tests.bench.guide_model`` prints milliseconds: from the last token of the first clause,
as it leaves the scripted server, to the clause; and from closing an answer to the server's socket
seeing it. Both processes' work is on one event loop here, so a server of its own does better.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import statistics
import time

from avatars.guides.brain import Clause
from avatars.guides.demo import documents
from avatars.guides.knowledge.library import Library
from tests.server.outside.scripted_model import Step, Token, Until, scripted_model
from tests.server.run.guides.model_house import brains_of, done, question
from tests.server.run.guides.model_house import library as small

FIRST = "A1栋标准层面积为三千五百二十平方米"
ASKED = "A1栋标准层多大？"
TURNS = 60


async def _turn(library: Library) -> tuple[float, float]:
    tokens = [Token(char, 0.004) for char in FIRST]
    marks = Token("[1][2][3][4][5][6][7][8]。", 0.004)
    script: list[Step] = [*tokens, marks, Until(asyncio.Event())]
    async with scripted_model(script) as server:
        brains = brains_of(server)
        warm = brains.answer(question(ASKED), library, done)
        await anext(warm)
        await warm.aclose()
        await server.closed.wait()
        server.scripts = [script]
        server.seen.clear()
        server.closed.clear()
        answer = brains.answer(question(ASKED), library, done)
        piece = await anext(answer)
        heard = time.perf_counter() - server.last_token_at()
        assert isinstance(piece, Clause), piece
        begun = time.perf_counter()
        await answer.aclose()
        await server.closed.wait()
        silent = next(seen.at for seen in server.seen if seen.what == "closed") - begun
        await brains.close()
    return heard * 1000, silent * 1000


async def measured(turns: int) -> dict[str, float]:
    """Medians and 95th percentiles, milliseconds."""
    library = Library.of((*documents(), *small().documents.values()))
    found = [await _turn(library) for _ in range(turns)]
    heard, silent = ([pair[n] for pair in found] for n in (0, 1))
    return {
        "turns": turns,
        "passages": len(library.cuts),
        "clause_p50_ms": round(statistics.median(heard), 2),
        "clause_p95_ms": round(sorted(heard)[int(turns * 0.95)], 2),
        "cancel_p50_ms": round(statistics.median(silent), 2),
        "cancel_p95_ms": round(sorted(silent)[int(turns * 0.95)], 2),
    }


def main() -> None:
    """Measure and print JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--turns", type=int, default=TURNS)
    print(json.dumps(asyncio.run(measured(parser.parse_args().turns))))


if __name__ == "__main__":
    main()
