from __future__ import annotations

import json

from avatars.guides.safety import labels, rhythm


def test_every_visible_label_names_the_maker_and_the_making() -> None:
    for words in (labels.LABEL, labels.TALK, labels.SCENE, labels.SPOKEN, labels.EXPORT):
        assert words.keys() == {"zh", "en"}
        assert all(labels.is_visible_label(text) for text in words.values())
    assert labels.label("fr") == labels.LABEL["zh"]
    assert not labels.is_visible_label("工作人员回答") and not labels.is_visible_label("AI")


def test_the_label_inside_is_the_standards() -> None:
    told = json.loads(labels.aigc("云泽运营", "t_1"))
    assert list(told) == [
        "Label", "ContentProducer", "ProduceID", "ReservedCode1", "ContentPropagator",
        "PropagateID", "ReservedCode2",
    ]  # fmt: skip
    assert told["Label"] == "1" and told["ContentProducer"] == "云泽运营"


def test_the_rhythm_is_short_long_short_short() -> None:
    beeps = [beep for beep, _ in rhythm.PATTERN]
    assert beeps == [80, 240, 80, 80]
    assert len(rhythm.pcm()) == 2 * rhythm.RATE * rhythm.length_ms() // 1000
    loud = [abs(s) > 1000 for s in rhythm.samples()]
    assert any(loud) and not any(loud[rhythm.RATE * 85 // 1000 : rhythm.RATE * 155 // 1000])
