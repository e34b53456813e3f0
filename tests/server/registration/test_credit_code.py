"""Credit codes: the shared examples, every reason, and what no mistake of typing gets past."""

from __future__ import annotations

import csv
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn import uscc

from server.registration import credit_code
from server.registration.credit_code import check, normalised
from tests.server.registration.codes import LETTERS, PAIRS, VALID, code, org, whole
from tools.places import ROOT

EXAMPLES = ROOT.parent / "shared" / "uscc-examples.csv"
HUAWEI = "914403001922038216"


@pytest.mark.skipif(not EXAMPLES.is_file(), reason="the shared examples are not here")
def test_every_shared_example() -> None:
    with EXAMPLES.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            verdict = check(row["code"])
            told = (verdict.valid, verdict.reason, verdict.canonical, verdict.eligible)
            assert told == (
                row["valid"] == "1", row["reason"], row["canonical"], row["eligible"] == "1",
            )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (HUAWEI, "ok"),
        ("9144030071526726XG", "ok"),
        ("", "length"),
        (" \t\n", "length"),
        (HUAWEI[:-1], "length"),
        (HUAWEI + "0", "length"),
        ("9144O3001922038216", "charset"),
        ("91440300192203821I", "charset"),
        ("91440300192203821Z", "charset"),
        ("S14403001922038216", "charset"),
        ("V14403001922038216", "charset"),
        ("91440300192203821六", "charset"),
        ("91440300192203821é", "charset"),
        ("91440300192203821_", "charset"),
        ("①①440300192203821X", "charset"),
        ("914403001922038203", "org_check"),
        ("914403001922038217", "checksum"),
        (code("94"), "registrar_type"),
        (code("99"), "registrar_type"),
        (code("90"), "registrar_type"),
        (code("01"), "registrar_type"),
        (code("14"), "registrar_type"),
        (code("Y9"), "registrar_type"),
        (code("B1"), "registrar_type"),
        (code("1A"), "registrar_type"),
        (code(region="000000"), "region"),
        (code(region="100001"), "region"),
        (code(region="160000"), "region"),
        (code(region="990101"), "region"),
        (code(region="830000"), "region"),
        (code(region="A40300"), "region"),
        (code(region="44A300"), "region"),
    ],
)
def test_the_first_failing_reason(text: str, reason: str) -> None:
    verdict = check(text)
    assert verdict.reason == reason
    assert verdict.valid == (reason == "ok")
    assert verdict.canonical == (text if verdict.valid else "")
    assert verdict.code == text


def test_reasons_come_in_their_order() -> None:
    worst = "X0990000MA5G8K2X00"
    assert check(worst + "0").reason == "length"
    assert check(worst.replace("K", "O")).reason == "charset"
    assert check(worst).reason == "registrar_type"
    assert check("91" + worst[2:]).reason == "region"
    assert check("91440300" + worst[8:]).reason == "org_check"
    right = "91440300" + org("MA5G8K2X")
    wrong = next(c for c in LETTERS if c != whole(right)[17])
    assert check(right + wrong).reason == "checksum"


@pytest.mark.parametrize(
    "text",
    [
        "914403001922038216",
        " 9144 0300 1922 0382 16 ",
        "9144-0300-1922-0382-16",
        "9144–0300—1922−0382‑16",
        "９１４４０３００１９２２０３８２１６",
        "９１４４－０３００　1922 0382\u00a016",
        "\ufeff914403001922038216\r\n",
        "9144\u200b0300\u20091922\u202f038216",
        "914403\u00ad001922038216",
    ],
)
def test_however_it_is_typed(text: str) -> None:
    assert check(text).canonical == HUAWEI


def test_lower_case_and_full_width_letters() -> None:
    assert check("9144030071526726xg").canonical == "9144030071526726XG"
    assert check("９１４４０３００７１５２６７２６ｘｇ").canonical == "9144030071526726XG"


@pytest.mark.parametrize("text", ["²14403001922038216", "𝟗14403001922038216", "٩14403001922038216"])
def test_what_looks_like_a_digit_is_none(text: str) -> None:
    assert check(text).reason == "charset"


def test_letters_that_grow_in_capitals_change_no_length() -> None:
    assert check("9144030019220382ß").reason == "length"
    assert check("91440300192203821ı").reason == "charset"


def test_counties_in_no_list_pass_with_a_flag() -> None:
    park = check(code(region="320594"))
    assert park.valid and park.eligible and park.flags == {"region_unlisted"}
    for region in ("440300", "110108", "100000", "310000"):
        assert check(code(region=region)).flags == frozenset()


def test_abolished_counties_pass_without_one() -> None:
    chongwen = check(code(region="110103"))
    assert chongwen.valid and not chongwen.flags


@pytest.mark.parametrize("pair", PAIRS)
def test_every_pair_of_the_standard(pair: str) -> None:
    verdict = check(code(pair))
    assert verdict.valid and verdict.eligible == (pair in ("91", "92", "93"))


def test_no_other_pair_is_valid() -> None:
    others = {a + b for a in LETTERS for b in LETTERS} - set(PAIRS)
    assert {check(code(pair)).reason for pair in others} == {"registrar_type"}


def test_the_library_accepts_what_we_refuse() -> None:
    assert uscc.is_valid("914403001922038203") and not check("914403001922038203").valid


@given(VALID)
def test_codes_made_by_hand_are_valid(made: str) -> None:
    assert check(made)[:4] == (made, True, "ok", made)
    assert uscc.calc_check_digit(made) == made[17]


@given(VALID, st.integers(0, 17), st.sampled_from(LETTERS))
def test_one_wrong_character_is_found(made: str, place: int, other: str) -> None:
    typed = made[:place] + other + made[place + 1 :]
    assert check(typed).valid == (typed == made)


@given(VALID, st.integers(0, 16))
def test_two_swapped_neighbours_are_found(made: str, place: int) -> None:
    typed = made[:place] + made[place + 1] + made[place] + made[place + 2 :]
    assert check(typed).valid == (typed == made)


@given(VALID, st.data())
def test_noise_changes_nothing(made: str, data: st.DataObject) -> None:
    noise = st.text(" \t-–—\u3000\u00a0\u200b", max_size=3)
    typed = "".join(data.draw(noise) + character for character in made) + data.draw(noise)
    typed = typed.lower() if data.draw(st.booleans()) else typed
    wide = {ord(c): ord(c) + 0xFEE0 for c in string.ascii_letters + string.digits}
    typed = typed.translate(wide) if data.draw(st.booleans()) else typed
    assert check(typed).canonical == made


@given(st.text())
def test_any_text_gets_a_verdict(text: str) -> None:
    verdict = check(text)
    assert verdict.valid == (verdict.reason == "ok") == bool(verdict.canonical)
    assert normalised(normalised(text)) == normalised(text)


@given(st.text(LETTERS, min_size=18, max_size=18))
def test_eighteen_letters_get_a_verdict_of_the_library_or_stricter(text: str) -> None:
    if check(text).valid and text[:2].isdigit():
        assert uscc.is_valid(text)


def test_long_texts_are_refused() -> None:
    assert check("9" * 1_000_000).reason == "length"
    assert check(" -" * 500_000 + HUAWEI).valid


def test_weights_are_powers_of_three() -> None:
    assert tuple(pow(3, n, 31) for n in range(17)) == credit_code.WEIGHTS
