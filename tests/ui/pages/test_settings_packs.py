"""Settings, the standards packs: which are in force, a pack from a file, a limit of the office's own, a rule turned off."""

from pathlib import Path
from typing import Any

import pytest

from tests.rules.test_packs import GOOD
from workbench.records.policy import Policy
from workbench.rules import standards
from workbench.store import history, settings
from workbench.ui.pages.limit_sheet import LimitSheet
from workbench.ui.pages.settings_packs import PacksPart
from workbench.ui.pages.settings_page import Settings

from .over_office import page_of, session_over


@pytest.fixture
def page(office: Any, TODAY: Any, tmp_path: Path, qtbot: Any) -> Settings:
    shown: Settings = page_of(Settings, session_over(office, TODAY, tmp_path), qtbot)
    shown.open(part="packs")
    return shown


@pytest.fixture
def part(page: Settings) -> PacksPart:
    return page.packs


def choose(part: PacksPart, pack: str, rule: str = "", severity: str = "") -> None:
    part.table.go_to(next(n for n, each in enumerate(part._packs) if each.key == pack))
    if rule:
        keys = [each.key for each in part._rules]
        part.rules.go_to(keys.index(f"{pack}.{rule}.{severity}"))


def test_every_pack_stands_there_with_what_it_asks_and_how_sure_that_is(part: PacksPart) -> None:
    shown = {row.texts[0]: row.texts[1:] for row in part.listed.rows}
    assert shown["NPDB"][0] == "In force" and shown["URAC"] == ("Off", "5")
    choose(part, "joint_commission", "OPPE_INT", "block")
    assert part.right.title.text() == "Joint Commission"
    assert part.said.text().startswith("Came with the program · Confidence: High ")
    row = part.rows.rows[part.rules.current() or 0]
    assert row.texts[1:5] == ("12 months", "12 months, Joint Commission", "Not ready", "In force")
    assert ("Confidence", "High") in part.rule().facts  # type: ignore[union-attr]


def test_a_limit_is_changed_with_a_reason_and_given_back(part: PacksPart) -> None:
    choose(part, "joint_commission", "OPPE_INT", "block")
    part.change.trigger()
    sheet = part.window().findChildren(LimitSheet)[-1]
    sheet.lines.set_text("limit", "eight")
    sheet.go()
    sheet.lines.set_text("limit", "8")
    sheet.go()
    assert sheet.isVisible(), "without a reason"
    sheet.lines.set_text("reason", "MEC of Nov 10")
    sheet.go()
    assert not sheet.isVisible()
    row = part.rows.rows[part.rules.current() or 0]
    assert row.texts[1] == "8 months (pack: 12 months)" and ("Why", "MEC of Nov 10") in part.rule().facts  # type: ignore[union-attr]
    assert history.newest().name == "Change the limit of OPPE_INT (Joint Commission)"  # type: ignore[union-attr]
    part.back.trigger()
    assert part.rows.rows[part.rules.current() or 0].texts[1] == "12 months" and not part.back.isEnabled()


def test_what_the_office_cannot_change_cannot_be_pressed_and_a_setting_is_changed_there(
    page: Settings, part: PacksPart
) -> None:
    choose(part, "npdb", "NPDB_2Y", "block")
    assert not part.change.isEnabled() and not part.silence.isEnabled() and not part.turn.isEnabled()
    choose(part, "bylaws", "PSV_AGE_ACC", "block")
    part.change.trigger()
    assert page.tabs.current() == "office" and page.lines._boxes["verification_days"].inner.hasFocus()


def test_a_rule_is_turned_off_with_a_reason_and_on_without(part: PacksPart) -> None:
    choose(part, "joint_commission", "OPPE_INT", "warn")
    sheet = part.ask_rule()
    assert sheet is not None
    sheet.go()
    assert sheet.isVisible()
    sheet.lines.set_text("line", "Every six months by policy")
    sheet.go()
    assert (
        part.rows.rows[part.rules.current() or 0].texts[4] == "Turned off" and part.silence.text() == "Turn the rule on"
    )
    assert part.ask_rule() is None and part.rows.rows[part.rules.current() or 0].texts[4] == "In force"


def test_a_pack_is_turned_on_taken_from_a_file_and_refused_with_its_line(
    page: Settings, part: PacksPart, tmp_path: Path
) -> None:
    choose(part, "urac")
    part.turn.trigger()
    assert "urac" in settings.load(Policy).packs and part.pack().on  # type: ignore[union-attr]
    page.session.undo()
    assert not part.pack().on and part.pack().key == "urac"  # type: ignore[union-attr]
    path = tmp_path / "own.toml"
    path.write_text(GOOD.replace('element = "oppe"', 'element = "ope"'), "utf-8")
    part.take_pack(path)
    assert "own.toml, line 11" in page.session.messages.errors[-1]  # type: ignore[attr-defined]
    path.write_text(GOOD, "utf-8")
    part.take_pack(path)
    assert part.pack().key == "own" and part.pack().own and not part.pack().on  # type: ignore[union-attr]
    part.give_up.trigger()
    assert "own" not in standards.books(settings.load(Policy))


def test_a_law_of_another_state_says_where_it_holds(part: PacksPart) -> None:
    choose(part, "state")
    assert {"In CA alone", "In ID alone", "In NC alone"} <= {row.texts[4] for row in part.rows.rows}
    assert not part.turn.isEnabled()


def test_the_current_number_of_a_renumbered_standard_is_entered(part: PacksPart) -> None:
    """All rules of it are cited by it from then on; empty, by the former one again."""
    choose(part, "joint_commission", "OPPE_INT", "block")
    for typed, cited in (
        ("MS.18.02.01", "Joint Commission MS.18.02.01"),
        (" ", "Joint Commission (formerly MS.08.01.03)"),
    ):
        sheet = part.ask_number()
        assert sheet is not None
        sheet.lines.set_text("line", typed)
        sheet.go()
        asked = standards.asked(settings.load(Policy), part._session.today)
        assert {each.citation for each in asked if each.legacy == "MS.08.01.03"} == {cited}
    choose(part, "npdb", "NPDB_2Y", "block")
    assert not part.number.isEnabled() and part.ask_number() is None
