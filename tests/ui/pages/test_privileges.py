"""The page of privileges: views and days, forms with their findings, sheets in and out, the card; all by keys and steps."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from workbench.actions import form_exchange, starting_forms, views
from workbench.lists.privileges import HELD
from workbench.records.office_lists import Facility
from workbench.records.privilege import HeldPrivilege, Privilege, PrivilegeForm
from workbench.records.provider import Provider
from workbench.store import history, undoing
from workbench.ui.kit.dialogs import Sheet
from workbench.ui.kit.form_dialog import FormDialog
from workbench.ui.kit.labels import Words
from workbench.ui.kit.pill import Pill
from workbench.ui.pages import held_doubts, privilege_exchange, privilege_holders
from workbench.ui.pages.privilege_review import Review
from workbench.ui.pages.privilege_sheets import BringIn, OneDay, OneLine
from workbench.ui.pages.privileges import Privileges
from workbench.ui.session import Session

from .over_office import page_of, session_over


@pytest.fixture
def session(office: Any, TODAY: date, tmp_path: Path) -> Session:
    return session_over(office, TODAY, tmp_path)


@pytest.fixture
def form(office: Any, make: Any) -> PrivilegeForm:
    form = make(PrivilegeForm, name="Surgery", state="In force", edition="2026-1")
    make(Privilege, form=form, name="Core", training="A residency", fppe="Review")
    make(Privilege, form=form, position=1, sort="Special", name="Robotics", board="Board certified in surgery")
    return form


@pytest.fixture
def held(form: PrivilegeForm, make: Any, TODAY: date) -> list[HeldPrivilege]:
    line = form.privileges.order_by(Privilege.position).first()
    days = ((-400, 20), (-400, 300), (-800, -401))
    return [
        make(
            HeldPrivilege,
            provider=make(Provider, last=f"Person {number}"),
            privilege=line,
            starts=TODAY + timedelta(starts),
            ends=TODAY + timedelta(ends),
        )
        for number, (starts, ends) in enumerate(days)
    ]


@pytest.fixture
def page(session: Session, qtbot: Any) -> Privileges:
    return page_of(Privileges, session, qtbot)


def sheet_of(kind: type) -> Any:
    """The sheet of a sort that is open."""
    return next(each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible())


def pills(widget: Any) -> list[str]:
    QApplication.processEvents()  # a part that was just added shows with the next layout
    return [each.text() for each in widget.findChildren(Pill) if each.isVisible()]


def test_every_count_opens_its_rows(held, page, TODAY):
    assert page.header.findChild(object, "subtitle").text() == "2 privileges in force today · 1 form in force"
    for view, rows in (("in_force", 2), ("ending", 1), ("ended", 1), ("", 3)):
        page.open(view=view)
        assert page.holders.table.count() == rows == HELD.count(today=TODAY, view=view)


def test_another_day_shows_who_held_it_then(held, page, TODAY):
    page.holders.as_of.trigger()
    sheet = sheet_of(Sheet)
    sheet.findChild(QLineEdit).setText("-401d")
    buttons(sheet)["Show"].click()
    assert not sheet.isVisible()
    assert [row.split(",")[0] for row in _names(page)] == ["Person 2"]
    assert page.holders.as_of.text() == "Oct 19 2025 ▾"
    page.holders.as_of.trigger()
    buttons(sheet_of(Sheet))["Today"].click()
    assert len(_names(page)) == 2 and page.holders.as_of.text() == "Today ▾"


def test_an_end_is_one_step_and_can_be_undone(held, page, TODAY):
    page.holders.table.select([each.id for each in held[:2]])
    page.holders.end.trigger()
    sheet = sheet_of(OneDay)
    sheet.lines.set_text("day", "tomorow")
    sheet.go()
    assert sheet.isVisible() and history.newest().name.startswith("Make"), "nothing was done"
    sheet.lines.set_text("day", "11/30/2026")
    sheet.go()
    assert not sheet.isVisible()
    ends = [HeldPrivilege.get_by_id(each.id).ends for each in held]
    assert ends == [date(2026, 11, 30), date(2026, 11, 30), TODAY - timedelta(401)]
    assert history.next_undo().name == "End 2 privileges of 2 people on Nov 30 2026"
    undoing.undo()
    assert HeldPrivilege.get_by_id(held[1].id).ends == TODAY + timedelta(300)


def test_conditions_are_kept_and_shown(held, page):
    page.holders.table.go_to(held[0].id)
    page.holders.conditions.trigger()
    sheet = sheet_of(OneLine)
    sheet.lines.set_text("line", "Ten proctored cases")
    sheet.go()
    assert HeldPrivilege.get_by_id(held[0].id).conditions == "Ten proctored cases"
    page.open(view="conditional")
    assert page.holders.table.count() == 1


def test_enter_opens_the_persons_file_at_the_privileges(held, page):
    page.holders.table.go_to(held[0].id)
    page.holders.table.opened.emit(held[0].id)
    assert page.shell.went == [("file", {"provider": held[0].provider_id, "tab": "privileges"})]


def test_a_form_shows_what_is_to_mend_with_its_citation(form, page):
    page.tabs.choose("forms")
    assert page.forms.lines.count() == 2
    assert page.forms.lines.row(form.privileges[1].id).texts[2] == "Board alone +1"
    page.forms.lines.go_to(form.privileges[1].id)
    assert pills(page.forms.findings) == [
        "It rests on board certification alone",
        "It does not say how a new holder is evaluated",
    ]
    words = " ".join(each.text() for each in page.forms.findings.findChildren(Words))
    assert "42 CFR 482.12(a)(7)" in words


def test_a_line_is_added_by_its_key_and_problems_stand_beside_the_boxes(form, page, qtbot):
    page.tabs.choose("forms")
    page.forms.new_line.trigger()
    dialog = sheet_of(FormDialog)
    dialog.form.set_values({"name": "Colonoscopy", "cases": 20})
    dialog.accept()
    assert dialog.isVisible() and form.privileges.count() == 2
    dialog.form.set_values(
        {"name": "Colonoscopy", "sort": "Special", "cases": 20, "months": 24, "counted": "Colonoscopies"}
    )
    dialog.accept()
    assert not dialog.isVisible()
    assert [(line.name, line.position) for line in form.privileges] == [
        ("Core", 0),
        ("Robotics", 1),
        ("Colonoscopy", 2),
    ]
    assert page.forms.lines.count() == 3


def test_lines_move_by_keys_and_the_choice_follows(form, page):
    page.tabs.choose("forms")
    line = form.privileges[1]
    page.forms.lines.go_to(line.id)
    page.forms.up.trigger()
    assert [each.name for each in form.privileges.order_by(Privilege.position)] == ["Robotics", "Core"]
    assert list(page.forms.lines.ids())[0] == line.id == page.forms.lines.current()


def test_starting_forms_come_in_as_drafts_in_one_step(page):
    page.tabs.choose("forms")
    page.forms.bring.trigger()
    sheet = sheet_of(BringIn)
    assert len(sheet.checks) == 8
    for check in list(sheet.checks.values())[2:]:
        check.setChecked(False)
    sheet.go()
    assert PrivilegeForm.select().count() == 2 and page.forms.table.count() == 2
    assert page.forms.starting.isVisible() and pills(page.forms)[:1] == ["Draft"]
    undoing.undo()
    assert PrivilegeForm.select().count() == 0


def test_a_draft_is_put_in_force_and_a_new_edition_replaces_it(form, page):
    page.tabs.choose("forms")
    page.forms.edition.trigger()
    sheet = sheet_of(OneLine)
    sheet.go()
    assert sheet.isVisible()
    sheet.lines.set_text("line", "2027-1")
    sheet.go()
    assert not sheet.isVisible() and page.forms.chosen().name == "Surgery, edition 2027-1"
    page.forms.in_force.trigger()
    sheet_of(OneDay).go()
    assert [(row.name, row.state) for row in page.forms.rows()] == [
        ("Surgery", "In force"),
        ("Surgery, edition 2026-1", "Retired"),
    ]


def test_keys_belong_to_the_part_that_shows(held, page):
    page.holders.table.go_to(held[0].id)
    assert page.holders.end.isEnabled() and not page.forms.edition.isEnabled() and not page.exchange.bring.isEnabled()
    page.turn.trigger()
    assert page.tabs.current() == "forms"
    assert not page.holders.end.isEnabled() and page.forms.edition.isEnabled() and page.exchange.bring.isEnabled()


def test_every_key_of_the_page_is_there_once_and_in_the_help(page):
    keys = [keys.toString() for each in page.actions() for keys in each.shortcuts()]
    alone = [key for key in keys if key not in ("F2", "Del", "Ins", "Alt+Up", "Alt+Down")]
    assert len(alone) == len(set(alone)), "two actions of one window must not share a key"
    assert {"Ins", "Alt+Up", "Ctrl+Alt+L", "Ctrl+PgDown"} <= set(keys)


def test_the_lookup_card_is_written_where_the_user_says(held, page, tmp_path, TODAY, monkeypatch):
    for doing, name in ((page.exchange.html, "card.html"), (page.exchange.pdf, "card.pdf")):
        to = tmp_path / name
        monkeypatch.setattr(privilege_exchange, "ask_save_file", lambda *asked, to=to: asked[-1](to))
        doing.trigger()
        sheet = sheet_of(OneDay)
        sheet.lines.set_text("day", "11/23/2026")
        sheet.go()
        assert sheet.isVisible() and not to.exists(), "a card cannot be good through yesterday"
        sheet.lines.set_text("day", "12/1/2026")
        sheet.go()
        assert to.stat().st_size > 1000
    assert page.session.messages.toasts[-1] == "2 people on card.pdf, good through Dec 1 2026"


def test_a_file_of_forms_is_shown_before_it_is_written(form, page, tmp_path):
    form_exchange.export([form.id], tmp_path / "forms.xlsx")
    with history.step("Change here"):
        Privilege.update(fppe="Other").where(Privilege.name == "Core").execute()
    page.exchange.read(tmp_path / "forms.xlsx")
    review = sheet_of(Review)
    assert review.words.text() == ("2 rows: 1 changed line, 1 line as it is.")
    assert review.table.row(1).texts == ("Changed", "2", "Surgery", "Core", "FPPE when new", "Other", "Review")
    assert review.table.row(2) is None
    assert review.whole.text() == "Core, FPPE when new\nIs now: Other\nWill be: Review"
    (told,) = words_of(review.in_force)
    assert told.startswith("Surgery is in force. Nobody holds or has asked for a privilege of it")
    assert Privilege.get(Privilege.name == "Core").fppe == "Other"
    review.go()
    assert Privilege.get(Privilege.name == "Core").fppe == "Review"
    assert history.next_undo().name == "Import of privilege forms from forms.xlsx"


def test_a_line_that_was_deleted_from_the_file_is_told_and_stays(form, make, page, tmp_path):
    form_exchange.export([form.id], tmp_path / "forms.xlsx")
    make(Privilege, form=form, name="Colonoscopy", position=9)
    page.exchange.read(tmp_path / "forms.xlsx")
    review = sheet_of(Review)
    assert review.words.text() == (
        "2 rows: 2 lines as they are, 1 line that the file does not name. What the file does not name stays as it is; delete a "
        "line on its form."
    )
    assert review.table.row(1).texts == ("Not in file", "", "Surgery", "Colonoscopy", "", "", "")
    said = "Surgery: Colonoscopy\nThe file does not name it, and it stays as it is. Delete it on its form."
    assert review.whole.text() == said


def test_an_import_over_held_privileges_says_so_and_shows_the_edition_it_began(held, form, page, tmp_path):
    form_exchange.export([form.id], tmp_path / "forms.xlsx")
    with history.step("Change here"):
        Privilege.update(fppe="Other").where(Privilege.name == "Core").execute()
    page.exchange.read(tmp_path / "forms.xlsx")
    review = sheet_of(Review)
    (told,) = words_of(review.in_force)
    assert told == (
        "Surgery is in force. 2 people hold privileges of it: its lines stay as they are, and edition 2026-2 begins as a draft "
        "with these changes. Put it in force once the medical staff has approved it."
    )
    assert "Import 1 line, begin 1 edition" in buttons(review)
    review.go()
    assert page.tabs.current() == "forms" and page.forms.chosen().name == "Surgery, edition 2026-2"
    assert Privilege.get(Privilege.form == form.id, Privilege.name == "Core").fppe == "Other"
    page.session.undo()
    assert [row.name for row in page.forms.rows()] == ["Surgery"]


def test_a_line_that_people_hold_is_changed_only_when_it_is_meant(held, form, page):
    page.open(form=form.id)
    page.forms.lines.go_to(held[0].privilege_id)
    page.forms.edit_line.trigger()
    sheet = sheet_of(FormDialog)
    sheet.form.box("training").edit.setPlainText("Another residency")
    sheet.accept()
    assert sheet.isVisible() and Privilege.get_by_id(held[0].privilege_id).training == "A residency"
    assert "2 people hold it as it stands" in " ".join(words_of(sheet)) and sheet.press.text() == "Save anyway"
    sheet.accept()
    assert Privilege.get_by_id(held[0].privilege_id).training == "Another residency"
    page.forms.lines.go_to(form.privileges.order_by(Privilege.position.desc()).first().id)
    page.forms.edit_line.trigger()
    sheet = sheet_of(FormDialog)
    sheet.form.box("fppe").edit.setPlainText("Five cases")
    sheet.accept()
    assert not sheet.isVisible()  # nobody holds it


def test_a_form_or_a_held_privilege_is_added_from_either_part(form, page):
    assert page.forms.new.isEnabled() and page.holders.new.shortcut().toString() == "Ctrl+N"
    page.forms.new.trigger()
    assert page.tabs.current() == "forms" and page.forms.new.shortcuts()[0].toString() == "Ctrl+N"
    sheet_of(FormDialog).reject()
    page.holders.new.trigger()
    assert page.tabs.current() == "holders" and not page.forms.new.toolTip().endswith("(Ctrl+N)")
    sheet_of(FormDialog).reject()


def test_a_privilege_that_is_held_already_is_doubted_before_it_is_added_again(held, page, TODAY):
    one = held[0]
    page.holders.new.trigger()
    sheet = sheet_of(FormDialog)
    sheet.form.load(HeldPrivilege(provider=one.provider, privilege=one.privilege, starts=TODAY))
    sheet.accept()
    assert "It is held already, from" in sheet.form._notes["privilege"].text()
    assert "until somebody ends it" in sheet.form._notes["ends"].text()
    assert HeldPrivilege.select().count() == len(held)
    sheet.reject()


def test_the_same_privilege_after_it_ended_or_elsewhere_is_no_double(held, page, make, TODAY):
    one = held[0]
    later = HeldPrivilege(
        provider=one.provider, privilege=one.privilege, starts=TODAY + timedelta(60), ends=TODAY + timedelta(90)
    )
    page.holders.new.trigger()
    sheet = sheet_of(FormDialog)
    sheet.form.load(later)
    assert list(held_doubts.of_held(sheet.form, later)) == []
    with history.step("A site"):
        HeldPrivilege.update(facility=make(Facility, name="North")).where(HeldPrivilege.id == one.id).execute()
    there = HeldPrivilege(
        provider=one.provider, privilege=one.privilege, starts=TODAY, ends=TODAY, facility=make(Facility, name="South")
    )
    sheet.form.load(there)
    assert list(held_doubts.of_held(sheet.form, there)) == []
    sheet.reject()


def test_a_file_that_changes_nothing_offers_nothing_to_write(form, page, tmp_path):
    form_exchange.export([form.id], tmp_path / "forms.xlsx")
    page.exchange.read(tmp_path / "forms.xlsx")
    review = sheet_of(Review)
    assert "2 lines as they are" in review.words.text() and not review.table.isVisible()
    assert "Close" in buttons(review) and not [word for word in buttons(review) if word.startswith("Import")]
    review.reject()


def test_an_office_that_is_read_only_can_be_looked_at(held, page, session, monkeypatch):
    monkeypatch.setattr(type(session), "read_only", property(lambda self: True))
    page.holders.table.go_to(held[0].id)
    page.holders.weigh()
    page.tabs.choose("forms")
    for each in (
        page.holders.end,
        page.holders.new,
        page.forms.new,
        page.forms.edit,
        page.forms.new_line,
        page.exchange.bring,
    ):
        assert not each.isEnabled()


def test_an_empty_office_says_what_to_do(office, session, qtbot):
    page = page_of(Privileges, session, qtbot)
    assert page.holders.table.count() == 0 and page.badge() == ""
    assert page.holders.table._empty._sentence[1] == "Add a held privilege…"
    page.tabs.choose("forms")
    assert page.forms.table._empty._sentence[1] == "Bring in…" and page.forms.form.title.text() == ""
    assert starting_forms.missing() == starting_forms.shipped()


def words_of(widget: Any) -> list[str]:
    return [each.text() for each in widget.findChildren(Words)]


def buttons(sheet: Any) -> dict[str, QPushButton]:
    """The buttons of a sheet by their words."""
    return {each.text(): each for each in sheet.findChildren(QPushButton)}


def _names(page: Any) -> list[str]:
    table = page.holders.table
    return [table.row(each).texts[0] for each in table.ids()]


def test_who_holds_what_has_the_offices_saved_views(held, page):
    page.open(view="in_force")
    page.holders.table.filter({"provider": "Person 1"})
    made = views.keep("privileges", "One person", page.holders.views.asked(), [])
    page.holders.refresh({"saved_view"})
    page.open(view="")
    assert page.holders.table.count() == 3 and not page.holders.table.filters
    page.open(view=f"saved:{made}")
    assert _names(page) == ["Person 1"]
    assert page.holders.chips.current() == f"saved:{made}"
    page.open(view="ended")
    assert _names(page) == ["Person 2"], "a built-in view is whole again"


def test_ends_and_conditions_are_edited_in_the_list_and_nothing_else(held, page, TODAY):
    table, cells = page.holders.table, page.holders.cells
    assert set(cells.fields) == {"ends", "starts", "conditions"}
    assert cells._typed(held[0].id, "conditions", "Supervised") == ""
    assert cells._typed(held[0].id, "ends", "12/31/2026") == ""
    kept = HeldPrivilege.get_by_id(held[0].id)
    assert (kept.conditions, kept.ends) == ("Supervised", date(2026, 12, 31))
    assert cells._typed(held[0].id, "ends", "never") and HeldPrivilege.get_by_id(held[0].id).ends == date(2026, 12, 31)
    page.session.undo()
    assert HeldPrivilege.get_by_id(held[0].id).ends == held[0].ends
    table.select([each.id for each in held[:2]])
    assert page.holders.many.edit.isEnabled() and page.holders.many.fields == list(privilege_holders.EDITED)
    page.tabs.choose("forms")
    assert not page.holders.many.edit.isEnabled()


def test_a_day_is_shown_as_known_now_or_as_known_then(held, page, TODAY, clock, session):
    clock.now += timedelta(30)
    session._today = TODAY + timedelta(30)
    with history.step("Put right"):
        held[0].ends = TODAY - timedelta(100)
        held[0].save()
    page.holders.refresh({"held_privilege"})
    for button, names in (("Show", ["Person 1"]), ("Show as &known then", ["Person 0", "Person 1"])):
        page.holders.as_of.trigger()
        sheet = sheet_of(Sheet)
        sheet.findChild(QLineEdit).setText(f"{TODAY:%m/%d/%Y}")
        buttons(sheet)[button].click()
        assert _names(page) == names
        assert page.holders.as_of.text() == "Nov 24 2026 ▾"
    assert not page.holders.end.isEnabled() and page.holders.then.bar.isVisible()
