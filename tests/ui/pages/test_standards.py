"""The page of standards: readiness, requirements with the files that are short, and the list of findings that opens files."""

import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from tests.rules.files_by_hand import Clean, back, change
from tests.ui.pages.over_office import page_of, session_over
from workbench.actions import verifying
from workbench.actions.verifying import Look
from workbench.lists import readiness, standards, today_whole
from workbench.lists.worsening import Later, Worse
from workbench.records import texts
from workbench.records.committee import Committee
from workbench.records.days import months_on
from workbench.records.desk import Task
from workbench.records.finding import KeptFinding
from workbench.records.meeting import Meeting
from workbench.records.office_lists import Department
from workbench.records.verification import Verification, VerificationSource
from workbench.store import history, settings
from workbench.ui import tracing_files
from workbench.ui.kit.action import keys_of
from workbench.ui.kit.form_dialog import FormDialog
from workbench.ui.one_line import OneLine
from workbench.ui.pages import standards_board
from workbench.ui.pages.standards import Standards
from workbench.ui.verification_sheets import RecordVerification


@pytest.fixture
def three(office: Any, make: Any) -> list[Clean]:
    """One ready; one whose license was never verified; one whose enrollment ends soon."""
    with history.step("Where it is"):
        settings.save(state="IL")
    files = [Clean(make, last) for last in ("Abbott", "Baker", "Cohen")]
    surgery = Department.get(Department.name == "Surgery")
    for each in files[:2]:
        change(each.person, department=surgery)
    change(files[1].license, verified=None, source="")
    change(files[2].query, enrolled_until=back(-10))
    return files


@pytest.fixture
def page(three: list[Clean], office: Any, qtbot: Any, TODAY: date, tmp_path: Path) -> Any:
    return page_of(Standards, session_over(office, TODAY, tmp_path), qtbot)


def test_the_board_counts_files_and_departments(three: list[Clean], TODAY: date) -> None:
    board = standards.read(TODAY)
    assert (board.files, board.ready, board.percent) == (3, 2, "66.6 %")
    assert [(each.name, each.files, each.ready) for each in board.departments] == [
        ("Surgery", 2, 1),
        ("No department", 1, 1),
    ]
    short = {each.rule: (each.blocked, each.warned) for each in board.requirements if each.blocked or each.warned}
    assert short == {"LIC_PSV": (1, 0), "NPDB_CQ": (0, 1), "STATE_LIMIT": (0, 1), "POLICY_SAYS": (0, 1)}
    many = next(each for each in board.requirements if each.rule == "POLICY_SAYS").asked_by
    assert many.count(" · ") == standards.CITED and re.search(r" · and \d+ more$", many)
    oppe = next(each for each in board.requirements if each.rule == "OPPE_INT")
    assert oppe.limit == "12 months, 9 months" and oppe.asked_by == "Joint Commission (formerly MS.08.01.03)"


def test_the_worst_requirement_shows_first_with_its_files_which_open(page: Any, three: list[Clean]) -> None:
    assert page.badge() == "66 %"
    assert page.board.requirement().rule == "LIC_PSV"
    assert [row.texts[0] for row in page.board.files.rows] == ["Baker, MD"]
    first, *others = [row.texts[3] for row in page.board.listed.rows]
    assert first == "1 short" and others[-1] == "None short", "“1” beside a requirement would say that one meets it"
    assert page.board.chosen.title.text() == f"1 file short of: {page.board.requirement().title}"
    page.board.short.opened.emit(0)
    assert page.shell.went == [("file", {"provider": three[1].person.id, "credential": three[1].license.id})]


def test_readiness_rises_once_it_is_verified(page: Any, three: list[Clean], TODAY: date) -> None:
    look = Look(TODAY, "State licensing board", "Ann", "Active", "None on record")
    page.session.do(verifying.verify, [three[1].license.id], look, TODAY)
    assert page.board.figures.percent.text() == "100.0 %" and page.badge() == "100 %"


def test_whoever_is_short_is_verified_in_one_run(page: Any, three: list[Clean]) -> None:
    assert page.board.run.isEnabled() and page.board.run.text() == "Start run of 1 to &verify…"
    page.board.run.trigger()
    sheet = QApplication.activeModalWidget() or next(
        each for each in QApplication.topLevelWidgets() if isinstance(each, RecordVerification) and each.isVisible()
    )
    assert sheet._ids == [three[1].license.id]
    sheet.reject()
    place = [row.texts[0] for row in page.board.listed.rows].index("State limit entered")
    page.board.table.go_to(place)
    assert not page.board.run.isEnabled(), "nothing of it is a credential"


def test_it_says_what_becomes_worse_by_the_planned_meetings(
    three: list[Clean], make: Any, office: Any, TODAY: date, tmp_path: Path, qtbot: Any
) -> None:
    committee = Committee.select().first() or make(Committee, name="Board", level="Governing board")
    for days in (5, 20):
        make(Meeting, committee=committee, held=back(-days), state="Planned")
    change(three[0].license, expires=back(-10))
    made = page_of(Standards, session_over(office, TODAY, tmp_path), qtbot)
    worse = {row.texts[0]: row.texts[4] for row in made.board.listed.rows if row.texts[4]}
    assert worse["License in force"] == f"+1 by {texts.MONTHS[back(-20).month - 1]} {back(-20).day}"
    made.board.choose("LIC_EXP")
    said = [row.texts[1] for row in made.board.files.rows if row.texts[0] == three[0].person.title]
    now, _, then = said[0].partition(f" By {texts.day(back(-20))}: ")
    assert len(said) == 1 and " ends " in now and " ended " in then, "once, with what is said today and what is worse"
    assert made.board.to_verify() == [three[0].license.id]


def test_who_is_short_only_then_stands_behind_those_who_are(TODAY: date) -> None:
    now = (standards.Short(1, "Chen", "It ends soon."), standards.Short(2, "Ito", "It was not seen."))
    worse = Worse(2, TODAY, (Later(1, "Chen", "It ended.", 7), Later(3, "Baker", "It ended.", 8)))
    said = [(each.person, each.message, each.then, each.credential) for each in standards.foreseen(now, worse)]
    assert said == [
        ("Chen", "It ends soon.", f"By {texts.day(TODAY)}: It ended.", None),
        ("Ito", "It was not seen.", "", None),
        ("Baker", f"By {texts.day(TODAY)}: It ended.", "", 8),
    ]
    assert standards.foreseen(now, None) == now


def test_nobody_is_judged_ahead_while_another_page_shows(
    page: Any, three: list[Clean], TODAY: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[date] = []
    monkeypatch.setattr(standards_board, "_planned", lambda on: asked.append(on) or [])
    page.hide()
    look = Look(TODAY, "State licensing board", "Ann", "Active", "None on record")
    page.session.do(verifying.verify, [three[1].license.id], look, TODAY)
    assert page.badge() == "100 %" and asked == []
    page.show()
    assert asked == [TODAY]
    page.hide()
    page.show()
    assert asked == [TODAY], "nothing changed meanwhile"


def test_readiness_is_kept_for_each_month_in_which_it_was_judged(three: list[Clean], TODAY: date) -> None:
    board = standards.read(TODAY)
    assert [each.percent for each in board.trend[:-1]] == [None] * 11
    assert readiness.said(board.trend).startswith("No earlier figures yet")
    change(three[1].license, verified=TODAY)
    later = months_on(TODAY, 2)
    board = standards.read(later)
    known = [(each.month, each.ready) for each in board.trend if each.judged]
    assert known == [(TODAY.replace(day=1), 2), (later.replace(day=1), board.ready)]
    assert readiness.said(board.trend).startswith("66.6 % on Nov 24 2026, now ")


def test_as_of_a_day_everything_is_judged_as_it_stood(page: Any, three: list[Clean], clock: Any, TODAY: date) -> None:
    clock.now += timedelta(days=3)
    later = TODAY + timedelta(days=3)
    look = Look(later, "State licensing board", "Ann", "Active", "None on record")
    page.session._today = later
    page.session.do(verifying.verify, [three[1].license.id], look, later)
    now = page.board.figures.percent.text()
    page.show_day(TODAY)
    assert page.board.figures.percent.text() == "66.6 %" and now != "66.6 %"
    assert [row.texts[0] for row in page.board.files.rows] == ["Baker, MD"] and not page.board.run.isEnabled()
    assert page.findings.table.count() == 4
    page.show_day(None)
    assert page.board.figures.percent.text() == now


def test_files_are_pulled_by_lot_shown_opened_traced_and_written(
    page: Any, three: list[Clean], monkeypatch: Any, tmp_path: Path
) -> None:
    sheet = page.pulls.ask()
    sheet.lines.set_text("wanted", "many")
    sheet.go()
    assert sheet.isVisible(), "many is no number"
    sheet.lines.set_text("wanted", "2")
    sheet.lines.set_text("seed", "7")
    sheet.go()
    assert not sheet.isVisible() and page.tabs.current() == "pulls"
    assert page.pulls.said() == "2 of 3 files (All files), drawn by lot on Nov 24 2026 by Ann; seed 7."
    assert len(page.pulls.people()) == 2 and page.pulls.again.isEnabled()
    page.pulls.again.trigger()
    assert page.session.messages.told[-1].startswith("Drawn as it is kept")
    page.pulls.table.opened.emit(0)
    assert page.shell.went[-1] == ("file", {"provider": page.pulls.people()[0], "tab": "credentials"})
    shown: list[bytes] = []
    monkeypatch.setattr("workbench.ui.paper_sheet.show_paper", lambda session, pdf, *_: shown.append(pdf))
    page.pulls.sheets[1].trigger()
    assert shown[0].startswith(b"%PDF")
    monkeypatch.setattr(tracing_files, "ask_save_file", lambda *given: given[-1](tmp_path / "audit.xlsx"))
    page.pulls.worksheet.trigger()
    assert page.session.messages.toasts[-1] == "2 files written to audit.xlsx" and (tmp_path / "audit.xlsx").exists()
    page.pulls.drop.trigger()
    assert page.pulls.chosen() is None and not page.pulls.drop.isEnabled()


def test_a_verification_is_struck_in_its_log(page: Any, three: list[Clean], make: Any) -> None:
    """With its own reason, and once; there Ctrl+E writes the log, elsewhere the findings."""
    source = VerificationSource.select().first()
    of = {"element": "license", "credential": three[0].license, "source": source, "done": three[0].license.verified}
    look = three[0].of(Verification, **of)
    assert (keys_of(page.export), keys_of(page.export_log)) == ("Ctrl+E", "Ctrl+Shift+E")
    page.open(part="verifications")
    assert (keys_of(page.export), keys_of(page.export_log)) == ("", "Ctrl+E")
    log = page.verifications
    log.refresh()
    log.table.go_to(look.id)
    assert log.strike.isEnabled()
    log.strike.trigger()
    (sheet,) = [each for each in page.window().findChildren(OneLine) if each.isVisible()]
    sheet.lines.set_text("line", "Of a namesake.")
    sheet.go()
    assert Verification.get_by_id(look.id).struck_why == "Of a namesake."
    log.refresh()
    log.weigh()
    assert not log.strike.isEnabled()


def test_the_log_of_verifications_opens_the_credential(page: Any, three: list[Clean], make: Any) -> None:
    make(Verification, provider=three[0].person, credential=three[0].license, element="license", done=back(3))
    page.open(part="verifications")
    page.verifications.refresh()
    table = page.verifications.table
    assert table.count() == 1 and page.search_box is page.verifications.searching
    table.opened.emit(table.ids()[0])
    assert page.shell.went[-1] == ("file", {"provider": three[0].person.id, "credential": three[0].license.id})


def test_a_department_leads_to_what_keeps_its_files(page: Any, three: list[Clean]) -> None:
    page.board.figures.departments._press(0)
    assert page.tabs.current() == "findings" and page.findings.table.count() == 1
    page.findings.table.opened.emit(page.findings.table.ids()[0])
    assert page.shell.went[-1][1]["provider"] == three[1].person.id


def test_today_names_the_file_that_is_furthest_from_ready_once_files_were_judged(
    three: list[Clean], TODAY: date
) -> None:
    def told() -> list[tuple[str, str, dict]]:
        rows = today_whole.read(TODAY).doings
        return [
            (each.who, each.why, dict(each.arguments))
            for each in rows
            if each.what == "Bring the file to the standards"
        ]

    assert told() == []
    change(three[1].coverage, expires=back(2))
    change(three[2].coverage, expires=back(2))
    standards.read(TODAY)
    opens = {"provider": three[1].person.id, "tab": "credentials"}
    assert told() == [("Baker, MD", "2 findings keep it from being ready; 2 files are not ready", opens)]


def test_nothing_reads_as_all_ready_that_is_not() -> None:
    assert standards.Board(back(), (), 10_000, 9_999, (), ()).percent == "99.9 %"
    assert standards.Board(back(), (), 0, 0, (), ()).percent == "—"


def test_a_task_about_a_finding_leads_to_its_credential(page: Any, three: list[Clean], TODAY: date) -> None:
    page.open(part="findings")
    part = page.findings
    part.table.go_to(next(each.id for each in KeptFinding.select().where(KeptFinding.rule == "LIC_PSV")))
    assert part.assign.isEnabled()
    part.assign.trigger()
    asked = next(each for each in page.findChildren(FormDialog) if each.isVisible())
    assert asked.form.values()["title"] and asked.form.values()["remarks"]
    asked.accept()
    kept = Task.get()
    assert (kept.provider_id, kept.credential_id) == (three[1].person.id, three[1].license.id)
    page.open(part="board")
    assert not part.assign.isEnabled(), "nobody sees what it would be about"


def test_who_asks_for_a_requirement_is_read_in_full_in_its_row(page: Any, three: list[Clean], qtbot: Any) -> None:
    page.window().resize(1366, 768)
    table = page.board.table
    row = max(range(table.count()), key=lambda n: len(table.model_.row_at(n).texts[1]))
    table.scrollTo(table.model_.index(row, 0))
    shown, width = table.model_.row_at(row), table.columnWidth(1)
    assert table.fontMetrics().horizontalAdvance(shown.texts[1]) > width, "the test is about a long one"

    def is_read_in_full() -> bool:
        table.scrollTo(table.model_.index(row, 0))  # rows above it grow, and push it down
        return table.rowHeight(row) >= table.cells.height_of_row(shown, table.columnWidth, 9)

    qtbot.waitUntil(is_read_in_full)
