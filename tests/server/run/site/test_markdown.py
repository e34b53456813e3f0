"""Legal texts become HTML that holds nothing but what was made here."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.run.site.markdown import to_html

OURS = re.compile(
    r"</?(?:h[1-4]|p|ul|ol|li|strong|blockquote)>|<br>|<hr>|</a>"
    r'|<a href="(?:https?://|mailto:|/)[^"<>]*" rel="noopener noreferrer">'
)


@given(st.text(st.sampled_from("#-*12. \n[]()<>&\"'a文:/htps>"), max_size=200))
def test_no_mark_up_but_ours_passes(text: str) -> None:
    rest = OURS.sub("", to_html(text))
    assert "<" not in rest and ">" not in rest


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("## 一、我们", "<h2>一、我们</h2>"),
        ("a\nb\n\nc", "<p>a<br>b</p>\n<p>c</p>"),
        ("- a\n- **b**", "<ul><li>a</li><li><strong>b</strong></li></ul>"),
        ("1. a\n2. b", "<ol><li>a</li><li>b</li></ol>"),
        ("> a", "<blockquote><p>a</p></blockquote>"),
        ("---", "<hr>"),
        ("[x](javascript:alert)", "<p>[x](javascript:alert)</p>"),
        ("[x](/a)", '<p><a href="/a" rel="noopener noreferrer">x</a></p>'),
        ("<script>", "<p>&lt;script&gt;</p>"),
    ],
)
def test_each_mark(text: str, html: str) -> None:
    assert to_html(text) == html
