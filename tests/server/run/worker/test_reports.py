"""What a child may say: reports and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenes.findings import Finding
from server.run.worker import reports
from server.run.worker.reports import Done, Failed, GarbageError, Report, Step, Verdict

WORDS = st.text(max_size=30)
FINDINGS = st.builds(Finding, WORDS, WORDS, st.sampled_from(("error", "warning")), WORDS)
REPORTS = st.one_of(
    st.builds(Step, WORDS, st.floats(allow_nan=False, allow_infinity=False)),
    st.builds(
        Verdict,
        st.sampled_from(("accept", "refuse")),
        st.none() | WORDS,
        st.lists(FINDINGS, max_size=3),
    ),
    st.builds(Done, st.dictionaries(WORDS, st.integers(0, 9)), st.dictionaries(WORDS, WORDS)),
    st.builds(Failed, WORDS, WORDS),
)


@given(REPORTS)
def test_what_is_said_is_what_is_heard(report: Report) -> None:
    line = reports.written(report)
    assert line.endswith(b"\n") and b"\n" not in line[:-1]
    assert reports.read(line) == report


@given(st.binary(max_size=200))
def test_noise_is_garbage(line: bytes) -> None:
    with pytest.raises(GarbageError):
        reports.read(line)


@pytest.mark.parametrize(
    "line",
    [
        b"[" * 100_000,
        b'{"type":"step","step":"x","share":"much"}',
        b'{"type":"verdict","verdict":"perhaps","code":null,"findings":[]}',
        b'{"type":"verdict","verdict":"accept","code":null,"findings":[["a","B","fatal",""]]}',
        b'{"type":"done","outputs":{"x":"../y"},"facts":{}}',
        b'{"type":"shell"}',
    ],
)
def test_what_looks_like_a_report_but_is_none(line: bytes) -> None:
    with pytest.raises(GarbageError):
        reports.read(line)
