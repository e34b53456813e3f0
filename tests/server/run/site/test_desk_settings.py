"""Settings from the desk: below every other source, checked whole, some in force at once."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenes.findings import SceneError
from server.run.site.desk_settings import change, rows
from server.run.site.toml import dumped
from server.settings import load_settings
from tests.server.house import open_house


async def test_a_change_is_kept_and_live_ones_are_in_force(tmp_path: Path) -> None:
    async with open_house(tmp_path) as house:
        waiting = await change(house.park, {"capacity": 7, "tick_hz": 30}, {})
        assert waiting == ["tick_hz"]
        assert (house.park.settings.capacity, house.park.settings.tick_hz) == (7, 20)
        found = {row.setting.name: row for row in rows(house.park, {})}
        assert (found["tick_hz"].value, found["tick_hz"].next) == (20, 30)
        assert found["tick_hz"].source == "desk"
        assert load_settings({"LINGJING_DATA": str(tmp_path)}, tmp_path).tick_hz == 30
        await change(house.park, {"capacity": None}, {})
        assert house.park.settings.capacity == 300
        assert "capacity" not in (tmp_path / "settings.toml").read_text()


async def test_every_fault_is_told_and_nothing_changed(tmp_path: Path) -> None:
    async with open_house(tmp_path) as house:
        wrong = {"capacity": 0, "port": 1, "nonsense": 1, "tick_hz": 30, "smtp_password": "x"}
        with pytest.raises(SceneError) as caught:
            await change(house.park, wrong, {"LINGJING_TICK_HZ": "10"})
        codes = {f.pointer: f.code for f in caught.value.findings}
        assert codes == {
            "/capacity": "setting_refused",
            "/port": "setting_fixed",
            "/nonsense": "setting_unknown",
            "/tick_hz": "setting_fixed",
            "/smtp_password": "setting_fixed",
        }
        assert not (tmp_path / "settings.toml").exists()


@pytest.mark.parametrize("name", ["browser", "words_file", "sms_template", "master_key_command"])
async def test_no_file_or_program_is_named_from_the_desk(tmp_path: Path, name: str) -> None:
    """Who signs in as the operator does not thereby run programs on the machine."""
    async with open_house(tmp_path) as house:
        with pytest.raises(SceneError) as caught:
            await change(house.park, {name: "/bin/sh"}, {})
        assert [f.code for f in caught.value.findings] == ["setting_fixed"]


async def test_secrets_are_never_shown(tmp_path: Path) -> None:
    async with open_house(tmp_path, smtp_password="sesame") as house:
        [row] = [r for r in rows(house.park, {}) if r.setting.name == "smtp_password"]
        assert (row.value, row.next, row.is_set, row.is_fixed) == (None, None, True, True)
        assert "sesame" not in repr(rows(house.park, {}))


@given(st.dictionaries(st.sampled_from(["a", "b_c"]), st.text(st.characters(codec="utf-8"))))
def test_what_is_written_is_read_again(table: dict[str, str]) -> None:
    assert tomllib.loads(dumped(table)) == table
