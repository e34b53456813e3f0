from __future__ import annotations

from server.registration.name_words import found


def test_words_are_found_where_they_mean_it() -> None:
    assert [each.code for each in found("中国灵境科技有限公司", "灵境")] == ["name_state"]
    assert [each.word for each in found("北京德国科技有限公司", "德国")] == ["德国"]
    assert found("北京春日本草科技有限公司", "春日本草") == []
    assert found("北京三一重工有限公司", "三一") == []


def test_every_word_has_a_code_of_its_kind() -> None:
    told = {each.code for each in found("国家级部队赌博协会", "二〇二六")}
    assert told == {
        *("name_state", "name_superlative", "name_authority", "name_indecent"),
        *("name_charity", "name_numerals"),
    }
