"""`lingjing bench publish`: its words, its figures, and a small run of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from clients.headless.messages import Operation, Patch
from server.commands import bench_publish, make_parser
from server.commands.bench_programs import HALL
from server.commands.bench_publish import as_text
from server.commands.bench_publish_run import Published, Stand, publish, size, summed_up
from tests.server.house import open_house
from tests.server.run.exhibits.samples import keep

MEASURED: dict[str, Any] = {
    "visitors": 200,
    "publications": 50,
    "notice_ms": {"p50": 12.0, "p95": 41.5, "max": 60.0},
    "answer_ms": {"p50": 14.0, "p95": 30.0, "max": 33.0},
    "bytes_per_message": 1001,
}


def test_the_command_is_known() -> None:
    args = make_parser().parse_args(["bench", "publish", "--visitors", "7", "--json"])
    assert (args.visitors, args.times, args.json) == (7, bench_publish.TIMES, True)
    assert args.run is bench_publish.run


def test_the_figures_are_told() -> None:
    text = as_text(MEASURED)
    assert "p95    41.5 ms" in text and "1001 bytes" in text


def test_publications_are_summed_up() -> None:
    published = [Published(10.0, [1.0, 2.0, 3.0], 900), Published(20.0, [4.0, 5.0], 901)]
    told = summed_up(published, 3)
    assert told["notice_ms"] == {"p50": 3.0, "p95": 4.8, "max": 5.0}
    assert (told["publications"], told["bytes_per_message"]) == (2, 901)
    assert summed_up([Published(1.0, [2.0], 5)], 1)["notice_ms"]["p95"] == 2.0


def test_a_message_is_weighed_as_it_was_sent() -> None:
    ops = [Operation("set", "/nodes/a/explode", 0.5), Operation("unset", "/nodes/a/variant")]
    assert 90 < size(Patch("gallery", 7, "published", ops, "operator")) < 200


async def test_everybody_notices_every_publication(tmp_path: Path) -> None:
    async with open_house(tmp_path / "data") as house:
        hall = await house.park.create_hall(HALL, {"state": "open"})
        await keep(house.park, tmp_path, "a")
        await keep(house.park, tmp_path, "b", "gearbox")
        await house.park.exhibits.publish("gearbox", 1, author="operator")
        placed = await house.park.exhibits.place("gearbox", hall, (0, 0, 0), author="operator")
        stand = Stand("gearbox", placed.node)
        results = await publish(house.data, house.url, stand, visitors=4, times=3)
        assert [len(each.notices) for each in results] == [4, 4, 4]
        assert all(ms > 0 for each in results for ms in each.notices)
        state = await house.park.archive.exhibits.get("gearbox")
        assert state.published == 2
