"""Who else changed what a draft is about."""

from __future__ import annotations

from scenes.meanwhile import Edit, overlaps


def put(path: str) -> dict[str, object]:
    return {"op": "set", "path": path, "value": 1}


def test_what_was_published_after_the_draft_was_made_is_told_with_its_author() -> None:
    draft = [Edit("ann", 10, [put("/nodes/fox/translation"), put("/nodes/fox/visible")])]
    live = [
        Edit("bob", 20, [put("/nodes/fox/translation")]),
        Edit("cy", 30, [put("/hall/capacity")]),
    ]
    (found,) = overlaps(draft, live)
    assert found == ("/nodes/fox/translation", "fox", "bob", 20)


def test_what_was_published_before_does_not_count() -> None:
    draft = [Edit("ann", 10, [put("/nodes/fox/visible")])]
    assert overlaps(draft, [Edit("bob", 10, [put("/nodes/fox/visible")])]) == []


def test_what_holds_a_property_meets_it_either_way() -> None:
    for drafted, live in (("/nodes/a/text/zh", "/nodes/a/text"), ("/nodes/a", "/nodes/a/name")):
        assert overlaps([Edit("ann", 1, [put(drafted)])], [Edit("bob", 2, [put(live)])])
    assert not overlaps(
        [Edit("ann", 1, [put("/nodes/a/text/zh")])], [Edit("bob", 2, [put("/nodes/a/text/en")])]
    )


def test_the_newest_edit_is_told_and_each_path_once() -> None:
    draft = [Edit("ann", 1, [put("/nodes/a/name")]), Edit("ann", 2, [put("/nodes/a/name")])]
    live = [Edit("bob", 5, [put("/nodes/a/name")]), Edit("cy", 9, [put("/nodes/a/name")])]
    assert [(o.path, o.author) for o in overlaps(draft, live)] == [("/nodes/a/name", "cy")]


def test_a_path_that_names_nothing_is_passed_over() -> None:
    assert overlaps([Edit("ann", 1, [put("nowhere")])], [Edit("bob", 2, [put("nowhere")])]) == []
