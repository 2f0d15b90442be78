"""What an application asks for, on its page: verdicts with their reasons, and views and decisions that are steps."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from workbench.actions import privileging
from workbench.records.application import Application
from workbench.records.evidence import Activity
from workbench.records.office_lists import Specialty
from workbench.records.privilege import HeldPrivilege, Privilege, PrivilegeForm, PrivilegeRequest
from workbench.records.provider import Provider
from workbench.store import history, undoing
from workbench.ui.kit.pill import Pill
from workbench.ui.pages.asked_privileges import TABLES, AskedPrivileges
from workbench.ui.pages.asking_sheets import AskFor, Say, Seen
from workbench.ui.pages.privilege_sheets import OneDay
from workbench.ui.pages.provider_file import ProviderFile
from workbench.ui.session import Session

from .over_office import page_of, session_over


@pytest.fixture
def session(office: Any, TODAY: date, tmp_path: Path) -> Session:
    return session_over(office, TODAY, tmp_path)


@pytest.fixture
def form(office: Any, make: Any) -> PrivilegeForm:
    surgery = Specialty.get(name="General Surgery")
    make(PrivilegeForm, name="Anesthesiology", state="In force")
    form = make(PrivilegeForm, name="Surgery", state="In force", specialty=surgery)
    make(Privilege, form=form, name="Core", description="Operations")
    make(
        Privilege, form=form, position=1, sort="Special", name="Robotics", cases=20, months=24, counted="Robotic cases"
    )
    make(Privilege, form=form, position=2, sort="Special", name="Sedation", training="The hospital's course")
    return form


@pytest.fixture
def about(form: PrivilegeForm, make: Any) -> Application:
    person = make(Provider, last="Morris", specialty=form.specialty)
    make(Activity, provider=person, name="Robotic cases", number=11, starts=date(2024, 11, 1), ends=date(2026, 10, 31))
    return make(Application, provider=person, stage="Department chair")


@pytest.fixture
def part(session: Session, about: Application, qtbot: Any) -> AskedPrivileges:
    part = AskedPrivileges(session)
    qtbot.addWidget(part)
    session.changed.connect(lambda tables: tables & TABLES and part.refresh())
    part.resize(1000, 600)
    part.show()
    part.show_application(about.id)
    return part


@pytest.fixture
def asked(about: Application, form: PrivilegeForm, part: AskedPrivileges) -> dict[str, int]:
    """All three are asked for; by name, the id of the request."""
    privileging.ask(about.id, [line.id for line in form.privileges])
    part.refresh()
    return {row.privilege.name: row.id for row in about.privilege_requests}


def sheet_of(kind: type) -> Any:
    return next(each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible())


def texts(part: AskedPrivileges, request: int) -> tuple[str, ...]:
    row = part.table.row(request)
    assert row is not None
    return tuple(row.texts)


def test_privileges_are_asked_for_from_the_form_of_the_persons_specialty(part, about, form):
    assert part.table.count() == 0
    part.ask.trigger()
    sheet = sheet_of(AskFor)
    assert sheet.form.text() == "Surgery" and sheet.core.isChecked() and len(sheet.checks) == 2
    next(check for check in sheet.checks.values() if check.text() == "Sedation").setChecked(True)
    sheet.go()
    assert [row.privilege.name for row in about.privilege_requests.order_by(PrivilegeRequest.id)] == [
        "Core",
        "Sedation",
    ]
    assert part.table.count() == 2
    part.ask.trigger()
    sheet = sheet_of(AskFor)
    assert not sheet.core.isEnabled()
    sheet.go()
    assert sheet.isVisible() and sheet.wrong.text() == "Check at least one that is not asked for yet."
    sheet.reject()


def test_each_line_says_its_verdict_and_the_chosen_one_its_reasons(part, asked):
    assert texts(part, asked["Robotics"])[1] == "Not met"
    assert texts(part, asked["Robotics"])[5:] == ("Special, new", "11 cases in 24 months; requires 20")
    assert part.said.text() == "1 not met · 1 to judge · 1 nothing asked"
    part.table.go_to(asked["Sedation"])
    QApplication.processEvents()
    assert [each.text() for each in part.findChildren(Pill)] == ["To judge"]


def test_the_chairs_view_of_several_is_one_step_and_needs_its_conditions(part, asked):
    part.table.select([asked["Core"], asked["Robotics"]])
    part.chair.trigger()
    sheet = sheet_of(Say)
    sheet.choice.set_value("Recommend with conditions")
    sheet.go()
    assert sheet.isVisible() and {row.chair_view for row in PrivilegeRequest.select()} == {""}
    sheet.lines.set_text("conditions", "Ten proctored cases")
    sheet.go()
    assert not sheet.isVisible()
    assert texts(part, asked["Robotics"])[2] == "Recommend with conditions"
    undoing.undo()
    assert {row.chair_view for row in PrivilegeRequest.select()} == {""}


def test_several_with_conditions_of_their_own_keep_them(part, asked):
    privileging.decide([asked["Core"]], "Granted with conditions", "One")
    privileging.decide([asked["Robotics"]], "Granted with conditions", "Two")
    part.refresh()
    part.table.select([asked["Core"], asked["Robotics"]])
    part.committee.trigger()
    sheet_of(Say).go()
    rows = PrivilegeRequest.select().order_by(PrivilegeRequest.id)
    assert [(row.committee_view, row.conditions) for row in rows] == [
        ("Recommend", "One"),
        ("Recommend", "Two"),
        ("", ""),
    ]


def test_a_decision_and_what_was_shown_are_kept(part, asked):
    part.table.clearSelection()
    part.table.go_to(asked["Sedation"])
    part.shown_.trigger()
    sheet = sheet_of(Seen)
    sheet.lines.set_text("part0", "Certificate of May 2026")
    sheet.go()
    assert texts(part, asked["Sedation"])[6].endswith("(shown: Certificate of May 2026)")
    assert texts(part, asked["Sedation"])[1] == "Met"
    part.decide.trigger()
    sheet_of(Say).go()
    assert texts(part, asked["Sedation"])[4] == "Granted"


def test_a_line_is_taken_off_by_its_key(part, asked, about):
    part.table.select([asked["Core"]])
    part.off.trigger()
    assert about.privilege_requests.count() == 2 and part.table.count() == 2
    assert history.next_undo().name == "Take Core off the application"


def test_nothing_can_be_said_on_a_closed_application(part, asked, about):
    with history.step("Close"):
        Application.update(stage="Closed", outcome="Approved").where(Application.id == about.id).execute()
    part.refresh()
    part.table.go_to(asked["Core"])
    assert not [each.text() for each in part.line_actions if each.isEnabled()]
    part.show_application(None)
    assert part.table.count() == 0 and part.said.text() == ""


def test_a_file_shows_its_privileges_and_ends_them_but_not_as_of_a_day(office, about, form, make, qtbot, tmp_path):
    session = session_over(office, date(2026, 11, 30), tmp_path)
    line, person = form.privileges.order_by(Privilege.position).first(), about.provider
    now = make(HeldPrivilege, provider=person, privilege=line, starts=date(2026, 1, 1), ends=date(2027, 12, 31))
    make(HeldPrivilege, provider=person, privilege=line, starts=date(2024, 1, 1), ends=date(2025, 12, 31))
    page = page_of(ProviderFile, session, qtbot)
    page.open(provider=person.id, tab="privileges")
    tab = page.part("privileges").held
    assert "Privileges 2" in [page.tabs.tabText(place) for place in range(page.tabs.count())]
    assert tab.said.text() == "1 in force, 1 earlier or to come"
    tab.table.go_to(now.id)
    tab.end.trigger()
    sheet_of(OneDay).go()
    assert HeldPrivilege.get_by_id(now.id).ends == date(2026, 11, 30)
    tab.table.go_to(now.id)
    assert tab.end.isEnabled()
    page.show_day(date(2026, 11, 25))
    tab.table.go_to(now.id)
    assert not tab.end.isEnabled()


def test_a_reappointment_says_what_is_held_and_not_asked_for_again(
    part: AskedPrivileges, about: Application, form: PrivilegeForm, make: Any
) -> None:
    line = next(each for each in form.privileges if each.name == "Robotics")
    make(
        HeldPrivilege, provider=about.provider, privilege=line, facility=about.facility, application=None,
        starts=date(2025, 1, 1), ends=date(2026, 12, 31),
    )  # fmt: skip
    core = next(each for each in form.privileges if each.name == "Core")
    privileging.ask(about.id, [core.id])
    part.refresh()
    assert not part.lapses
    with history.step("A reappointment"):
        Application.update(sort="Reappointment").where(Application.id == about.id).execute()
    part.refresh()
    assert part.lapses == "Held, and not asked for again: Robotics (to Dec 31 2026)"
    assert part.lapses in [each.text() for each in part.findChildren(QLabel)]
    privileging.ask(about.id, [line.id])
    part.refresh()
    assert not part.lapses


def test_what_is_held_already_is_said_before_it_is_asked_for_as_added(part, about, form, session):
    about.sort = "Added privileges"
    with history.step("Another kind"):
        about.save()
        core, robotics, _ = form.privileges.order_by(Privilege.position)
        for line in (core, robotics):
            HeldPrivilege.create(
                provider=about.provider, privilege=line, starts=date(2025, 1, 1), ends=date(2027, 1, 31)
            )
    part.ask.trigger()
    sheet = sheet_of(AskFor)
    assert "Core: held already, to Jan 31 2027" in sheet.core_names.text() and not sheet.core.isChecked()
    assert sheet.checks[robotics.id].text() == "Robotics: held already, to Jan 31 2027"
    sheet.checks[robotics.id].setChecked(True)
    sheet.go()
    part.show_application(about.id)
    (request,) = [row.id for row in about.privilege_requests]
    assert texts(part, request)[5] == "Special, held"
    QApplication.processEvents()
    said = [each.text() for each in part.findChildren(QLabel)]
    assert "Held already, to Jan 31 2027. Take it off, or keep it if its conditions are to change." in said
