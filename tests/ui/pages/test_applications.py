"""The page of applications: its counts open their rows, cards move by key and by drop, and going back asks why."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from tests.rules.ready_file import a_ready_file
from tests.ui.pages.over_office import page_of, session_over
from workbench.actions import applications
from workbench.lists import in_process
from workbench.lists.applications import IN_PROCESS
from workbench.records.application import Application
from workbench.records.committee import Committee
from workbench.records.meeting import AgendaItem, Meeting
from workbench.records.office_lists import Department
from workbench.records.provider import Provider
from workbench.store import history
from workbench.ui.application_sheets import Move
from workbench.ui.kit.form_dialog import FormDialog
from workbench.ui.list_printing import printed_keys
from workbench.ui.pages.applications import Applications
from workbench.ui.session import Session


@pytest.fixture
def session(office: Any, TODAY: date, tmp_path: Path) -> Session:
    return session_over(office, TODAY, tmp_path)


@pytest.fixture
def three(office: Any, make: Any) -> list[Application]:
    """A ready file at the committee, one just requested, one that was withdrawn."""
    ready = a_ready_file(make)
    other = make(Provider, last="Aaron", first="Bo")
    surgery = Department.get(Department.name == "Surgery")
    begun = make(
        Application,
        provider=other,
        stage="Requested",
        department=surgery,
        requested=date(2026, 11, 20),
        stage_since=date(2026, 9, 1),
    )
    gone = make(Application, provider=other, stage="Closed", outcome="Withdrawn", decided=date(2026, 9, 1))
    return [ready, begun, gone]


@pytest.fixture
def page(session: Session, three: list[Application], qtbot: Any) -> Applications:
    return page_of(Applications, session, qtbot)


def shown(page: Applications) -> dict[str, list[int]]:
    return {lane.key: [card.face.id for card in lane.cards] for lane in page.board.columns if lane.cards}


def sheet(page: Any, kind: type) -> Any:
    return next(each for each in page.findChildren(kind) if each.isVisible())


def a_meeting(make: Any, held: date) -> Meeting:
    committee = make(Committee, name="Credentials Committee", short="Credentials", level="Credentials committee")
    return make(Meeting, committee=committee, held=held)


def test_every_count_opens_its_rows(page: Applications, session: Session, three: list[Application]) -> None:
    assert page.badge() == "2"
    counts = {"": 2, "initial": 2, "reappointment": 0, "added": 0, "ready": 1, "stuck": 1, "closed": 1}
    for view, count in counts.items():
        page.open(view=view, face="list")
        chip = next(each for each in page.chips._chips if each.key == view)
        assert chip.text().endswith(f" {count}")
        assert page.table.count() == count == IN_PROCESS.count(today=session.today, view=view)
        cards = sum(len(ids) for ids in shown(page).values())
        assert cards == (0 if view == "closed" else count)


def test_a_card_stands_under_its_stage_with_its_reason(page: Applications, three: list[Application]) -> None:
    assert shown(page) == {"Credentials committee": [three[0].id], "Requested": [three[1].id]}
    face = page.board.card(three[0].id).face
    assert (face.name, face.line, face.tone, face.pill) == ("Ready, Ann, MD", "Initial", "good", "Category 1")
    face = page.board.card(three[1].id).face
    assert (face.tone, face.pill, face.foot) == (
        "quiet",
        "Application not received",
        "4 days · waits for applicant",
    )


def test_the_next_meeting_is_what_a_ready_file_can_make(
    page: Applications, session: Session, three: list[Application], make: Any
) -> None:
    meeting = a_meeting(make, date(2026, 12, 1))
    session.changed.emit({"meeting"})
    subtitle = page.header.findChild(QLabel, "subtitle").text()
    assert subtitle == "2 in process · 1 can still make Dec 1"
    assert page.board.card(three[0].id).face.foot.endswith("can make Dec 1")
    make(AgendaItem, meeting=meeting, application=three[0])
    session.changed.emit({"agenda_item"})
    assert page.board.card(three[0].id).face.foot.endswith("Credentials Dec 1")
    page.filters.meeting.combo.setCurrentIndex(page.filters.meeting.combo.findText("Dec 1"))
    page.filters.meeting.combo.activated.emit(0)
    assert shown(page) == {"Credentials committee": [three[0].id]}


def test_a_file_that_lacks_something_says_which_meeting_it_can_make_once_it_is_complete(
    page: Applications, session: Session, three: list[Application], make: Any
) -> None:
    with history.step("Verification"):
        three[1].stage = "Verification"
        three[1].save()
    a_meeting(make, date(2026, 12, 15))
    session.changed.emit({"meeting", "application"})
    (standing,) = in_process.standings(session.today, [three[1].id])
    assert not standing.ready and standing.meeting == "" and standing.reach == "Dec 15 if complete"
    page._show_face("list")
    texts = {each: page.table.row(each).texts for each in page.table.ids()}
    assert "Dec 15 if complete" in texts[three[1].id]
    page.table.filter({"meeting": "Dec 15"})
    assert set(page.table.ids()) == {three[0].id, three[1].id}
    page.table.filter({"meeting": "Dec 1"})  # it is not Dec 15
    assert list(page.table.ids()) == []


def test_a_meeting_whose_packet_went_out_cannot_be_made(three: list[Application], make: Any, TODAY: date) -> None:
    meeting = a_meeting(make, date(2026, 12, 1))
    (standing,) = in_process.standings(TODAY, [three[0].id])
    assert standing.meeting == "Can make Dec 1"
    with history.step("Packet issued"):
        meeting.state = "Packet issued"
        meeting.save()
    (standing,) = in_process.standings(TODAY, [three[0].id])
    assert standing.meeting == ""


def test_filters_and_search_leave_what_they_say(page: Applications, three: list[Application]) -> None:
    box = page.filters.department
    box.combo.setCurrentIndex(box.combo.findText("Surgery"))
    box.combo.activated.emit(0)
    assert shown(page) == {"Requested": [three[1].id]}
    assert list(page.table.ids()) == [three[1].id]
    box.combo.setCurrentIndex(0)
    box.combo.activated.emit(0)
    page.searching.setText("ready")
    page.searching._ask()
    assert shown(page) == {"Credentials committee": [three[0].id]}


def test_ctrl_right_moves_on_in_one_step_and_undo_moves_back(page: Applications, three: list[Application]) -> None:
    page.board.go_to(three[1].id)
    page.forward.trigger()
    assert Application.get_by_id(three[1].id).stage == "Received"
    assert shown(page)["Received"] == [three[1].id]
    assert page.board.current() == three[1].id
    page.session.undo()
    assert shown(page)["Requested"] == [three[1].id]


def test_dropping_a_card_two_columns_back_asks_why(page: Applications, three: list[Application], qtbot: Any) -> None:
    page.board.moved.emit(three[0].id, "Verification")
    asked = sheet(page.window(), Move)
    asked.go()
    assert Application.get_by_id(three[0].id).stage == "Credentials committee"
    asked.lines.set_text("reason", "The gap of 2019")
    asked.go()
    assert Application.get_by_id(three[0].id).stage == "Verification"


def test_a_new_application_opens_its_page(page: Applications, session: Session, make: Any) -> None:
    person = make(Provider, last="Haas", first="Emil")
    page.new.trigger()
    dialog = sheet(page.window(), FormDialog)
    dialog.accept()
    assert dialog.isVisible()  # whose, was not said
    dialog.form.box("provider").set_value((person.id, person.title))
    dialog.accept()
    made = Application.get(Application.provider == person)
    assert page.shell.went == [("application", {"application": made.id})]
    assert made.disclosures.count() == len(applications.questions())


def test_the_list_can_be_ordered_by_what_the_rules_say(page: Applications, session: Session, three: list) -> None:
    days = list(IN_PROCESS.ids(today=session.today, order=(("days", False),)))
    assert days == [three[1].id, three[0].id]
    rows = [list(row) for row in IN_PROCESS.values(days, session.today)]
    place = [column.key for column in IN_PROCESS.sheet].index("missing") + 1
    assert [row[place] for row in rows] == ["Application not received and 14 more", "Nothing"]


def test_in_an_office_that_is_read_only_nothing_moves(page: Applications, three: list, monkeypatch: Any) -> None:
    monkeypatch.setattr(type(page.session), "read_only", property(lambda self: True))
    page.refresh(set())
    assert not page.board.may_move
    assert not any(each.isEnabled() for each in (page.new, page.forward, page.back))


def test_the_list_follows_a_change_as_the_cards_do(page: Applications, three: list[Application]) -> None:
    asked = three[1].id
    before = page.table.row(asked)
    page.session.do(applications.move_to_stage, [asked], "Received", page.session.today)
    assert before is not None and "Requested" in before.texts and "Received" in page.table.row(asked).texts
    assert shown(page)["Received"] == [asked]
    page.session.undo()
    assert "Requested" in page.table.row(asked).texts and shown(page)["Requested"] == [asked]


def test_what_is_missing_has_its_room_on_a_small_screen_and_paper_has_the_specialty_too(page: Applications) -> None:
    page.as_list.trigger()
    place = [each.key for each in page.list.columns].index
    page.resize(1140, 660)
    page.show()
    QApplication.processEvents()
    table = page.table
    assert table.isColumnHidden(place("specialty")) and table.isColumnHidden(place("department"))
    assert table.columnWidth(place("missing")) >= 260 and "specialty" in printed_keys(table)
    page.resize(1700, 660)
    QApplication.processEvents()
    assert not table.isColumnHidden(place("specialty")) and table.isColumnHidden(place("department"))
