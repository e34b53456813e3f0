"""Documents and hits as answers show them."""

from __future__ import annotations

from datetime import date

from avatars.guides.knowledge.document import Document
from avatars.guides.knowledge.library import Library
from server.net.guides.knowledge_answers import hit, line, passage_counts, spans
from server.store.guide_records import StoredDocument

TEXT = "# 停车\n\n地下停车场每小时 5 元。\n"


def test_what_is_shown_of_documents_and_hits() -> None:
    library = Library.of([Document("k_1", "停车", TEXT, version=3)])
    assert passage_counts(library) == {"k_1": len(library.passages)}
    [found] = library.search("停车多少钱", today=date(2026, 1, 1), k=1)
    told = hit(found)
    assert (told["document"], told["version"]) == ("k_1", 3)
    assert TEXT[told["start"] : told["end"]] == told["text"]
    assert spans(library.passages)[0]["headings"] == list(library.passages[0].headings)
    kept = StoredDocument("k_1", 3, "停车", TEXT, "zh", "a_1", 5.0, regions=("江州",))
    shown = line(kept, 1, lambda id: f"name of {id}")
    assert (shown["author_name"], shown["characters"]) == ("name of a_1", len(TEXT))
    assert (shown["regions"], shown["passages"]) == (["江州"], 1)
