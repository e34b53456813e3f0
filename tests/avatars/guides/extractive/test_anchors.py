"""What ties a question to a record."""

from avatars.guides.extractive import anchors


def test_words_tie_whatever_their_form() -> None:
    assert anchors.is_tied(["boathouses", "tides"], "The boathouse opens at noon.")
    assert anchors.is_tied(["观星台"], "屋顶观星平台每晚开放。")


def test_other_words_of_the_kind_do_not() -> None:
    assert not anchors.is_tied(["boat fair"], "Sailing lessons begin on Monday.")
    assert not anchors.is_tied(["观星台"], "望远镜可以借用。")


def test_a_question_about_nothing_is_tied_to_all() -> None:
    assert anchors.is_tied([], "Anything.")
