"""A talk to take along: a page without scripts and a file, labelled as AI's, with its sources."""

from __future__ import annotations

import json
from pathlib import Path

from tests.server.guided import guided
from tests.server.house import House
from tests.server.net.guides.test_own import OWN, ask, begin, rent


async def fetched(house: House, path: str) -> tuple[str, str, str]:
    async with house.visitor.get(house.url + path) as answer:
        assert answer.status == 200 and answer.headers["Cache-Control"] == "no-store"
        disposition = answer.headers.get("Content-Disposition", "")
        return answer.content_type, await answer.text(), disposition


async def test_a_page_in_either_language_says_what_is_the_ais_and_what_it_rests_on(
    tmp_path: Path,
) -> None:
    async with guided(tmp_path / "data") as (house, brain):
        brain.says = rent
        token = await begin(house, persona="plain")
        await ask(house, token, "# 租金 <script>")
        for lang, words in (
            ("zh-CN", ("生成", "与小境的对话", "《租金》第 2 版")),
            ("en", ("generated", "Your talk with Jing", "“租金”, version 2")),
        ):
            media, text, _ = await fetched(house, f"{OWN}{token}/summary?lang={lang}")
            assert media == "text/html" and "AI" in text and all(each in text for each in words)
            assert "<script" not in text and "<b>45" not in text
            assert '<meta name="AIGC" content="{&quot;Label' in text and "noindex" in text


async def test_a_file_carries_the_label_in_its_head(tmp_path: Path) -> None:
    async with guided(tmp_path / "data") as (house, brain):
        brain.says = rent
        token = await begin(house)
        await ask(house, token, "# 租金 <script>")
        media, text, disposition = await fetched(house, f"{OWN}{token}/summary?format=md")
        assert media == "text/markdown" and disposition.startswith("attachment")
        _, head, body = text.split("---\n", 2)
        assert json.loads(head.removeprefix("AIGC: "))["ProduceID"] == token.partition(".")[0]
        assert "人工智能" in body and "\\# 租金 \\<script\\>" in body and "《租金》" in body


async def test_what_a_human_said_is_the_parks_and_what_was_cut_is_as_it_was_heard(
    tmp_path: Path,
) -> None:
    async with guided(tmp_path / "data") as (house, brain):
        brain.says = rent
        token = await begin(house)
        await ask(house, token, "hello?")
        house.park.guides.private.hush(house.park.guides.dialogues.by_token(token), (0, 0))
        handover = house.park.guides.handover
        talk = token.partition(".")[0]
        await handover.take(talk, "a_1", "甲")
        await handover.words(talk, "a_1", "Welcome.", "en")
        _, text, _ = await fetched(house, f"{OWN}{token}/summary?lang=en")
        assert "(interrupted here)" in text and "<strong>Park staff:</strong> Welcome." in text
        assert "AI guide:" not in text
