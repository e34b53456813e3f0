from __future__ import annotations

import xml.etree.ElementTree as ET

from server.outside.qr import svg_qr, terminal_qr

LINK = "https://192.168.1.20:8443/?lang=zh-CN"


def test_terminal_code_is_a_square_of_half_blocks() -> None:
    lines = terminal_qr(LINK).splitlines()
    widths = {len(line) for line in lines if line}
    assert len(widths) == 1
    assert abs(2 * len([line for line in lines if line]) - widths.pop()) <= 1


def test_terminal_code_fits_a_narrow_terminal() -> None:
    assert max(map(len, terminal_qr(LINK).splitlines())) <= 60


def test_terminal_code_carries_no_escape_sequences() -> None:
    assert "\x1b" not in terminal_qr(LINK)


def test_svg_code_is_one_element_without_a_fixed_size() -> None:
    drawn = ET.fromstring(svg_qr(LINK))
    assert drawn.tag.endswith("svg")
    assert "viewBox" in drawn.attrib
    assert "width" not in drawn.attrib


def test_different_links_give_different_codes() -> None:
    assert svg_qr(LINK) != svg_qr(LINK + "&hall=theatre")
