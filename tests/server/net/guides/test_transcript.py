"""A dialogue as a file in the visitor's language."""

from __future__ import annotations

from datetime import UTC

from avatars.guides.knowledge.document import Citation
from server.net.guides.transcript import markdown
from server.run.guides.records import ReadClause, ReadDialogue, ReadTurn
from server.store.guide_records import StoredDialogue, StoredTurn


def test_an_english_one() -> None:
    cited = (Citation("k_1", 2, "Rents", 0, 4, "48\nyuan"),)
    clauses = (
        ReadClause("48 yuan.", "en", "answer", "ai", cited),
        ReadClause("Call me.", "en", "notice", "human", ()),
    )
    turn = ReadTurn(StoredTurn("d_1", 1, "", "en", 60.0), "How much?", None, "", clauses)
    read = ReadDialogue(StoredDialogue("d_1", "p", "en", "public", 0.0, 0.0), (turn,))
    names = {"zh": "园", "en": "Park"}, {"zh": "小境", "en": "Jing"}
    text = markdown(read, *names, '{"Label":"1"}', UTC)
    assert text.startswith('---\nAIGC: {"Label":"1"}\n')
    assert "# Park · Jing · 1970-01-01 00:00" in text
    assert "## Visitor · 1970-01-01 00:01\n\nHow much?" in text
    assert "**AI guide**: 48 yuan." in text
    assert "- Source: Rents (`k_1` v2) — “48 yuan”" in text
    assert "**Staff**: Call me." in text
