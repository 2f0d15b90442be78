"""Survey mode: what a surveyor is not shown stands on no page, in no list, export or paper, and is found by no search. It needs no
passphrase to turn on, asks before it goes off, stays on over a restart, and nothing that it hides can be written over."""

import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget

from tests.conftest import TODAY, Clock, make_record
from tests.papers.packet_office import CONFIDENTIAL, canaries_in
from workbench import app
from workbench.actions import exporting, offices, pulling, tracing_files
from workbench.errors import WorkbenchError
from workbench.lists import file, judging, pulls, standards, why
from workbench.lists.named import LISTS
from workbench.lists.tracing import READY_AS_SHOWN
from workbench.papers import file_profile, list_pages, listing
from workbench.papers.pictures import Pages
from workbench.records.application import RedFlag
from workbench.records.background import Affiliation
from workbench.records.conduct import AdverseAction, Fppe
from workbench.records.credential import Credential
from workbench.records.desk import Document, Note, Task
from workbench.records.evidence import NpdbQuery, Oppe
from workbench.records.finding import BLOCKS, KeptFinding
from workbench.records.privilege import HeldPrivilege
from workbench.records.provider import Provider
from workbench.records.pull import FilePull
from workbench.records.verification import Verification, VerificationSource
from workbench.rules import survey
from workbench.store import database, history, veil
from workbench.store.asof import Past
from workbench.store.office import Seat as Chair
from workbench.ui.commanding import why_off
from workbench.ui.kit.action import keys_of, plain
from workbench.ui.kit.messages import Recorded
from workbench.ui.kit.seat import Seat
from workbench.ui.kit.table import Table
from workbench.ui.kit.toast import Toast
from workbench.ui.pages import PAGES
from workbench.ui.pages.file_tabs import NOT_FOR_SURVEY, TABS
from workbench.ui.starting import Program
from workbench.ui.window import Window

HIDDEN = (
    *(each for each in CONFIDENTIAL if each != "No reports"),
    *("canarynote", "canaryremark", "canarytiter", "canaryhealth", "canarycheck", "canaryaccommodation", "canaryleave"),
    *("canarysealed", "canaryfppe", "canaryadverse", "canaryseen", "canarydoc", "canarycondition", "canarytask"),
    *("canarystanding", "canaryaffiliation"),
    *("Medical leave", "For cause", "for cause", "Trend to watch", "Summary suspension"),
)
"""What no surveyor is shown: NPDB results, peer review, health, and what may tell of them."""


SUSPENDED, SUSPENDED_PERSON = "Suspended", "Zylka"


def plant() -> None:
    """What the office of the packets does not hold."""
    since = TODAY - timedelta(days=9)
    make_record(Provider, last=SUSPENDED_PERSON, status=SUSPENDED, status_since=since, provider_type="Physician")
    person = Provider.select().order_by(Provider.id).first()
    titer = Credential.get(Credential.title.contains("canarytiter"))
    make_record(Verification, provider=person, element="health", credential=titer, done=TODAY, remark="canaryseen")
    over = {"starts": TODAY - timedelta(days=90), "ends": TODAY - timedelta(days=1)}
    make_record(Fppe, provider=person, sort="For cause", remarks="canaryfppe", **over)
    for element in ("claims", "sanctions"):
        made = {"element": element, "source": VerificationSource.select().first(), "done": TODAY, "result": "Differs"}
        make_record(Verification, provider=person, remark="canarylook", **made)
    imposed = TODAY - timedelta(days=40)
    make_record(AdverseAction, provider=person, summary=True, imposed=imposed, remarks="canaryadverse")
    make_record(Task, provider=person, title="Call about canarytask")
    told = {"standing": "canarystanding, for quality", "remarks": "canaryaffiliation"}
    make_record(Affiliation, provider=person, hospital="Mercy of the Fields", **told)
    make_record(HeldPrivilege, provider=person, starts=TODAY, conditions="canarycondition")
    make_record(Oppe, provider=person, starts=imposed, ends=TODAY, result="Trend to watch", remarks="canaryoppe")
    for title in ("TB canarydoc", "OPPE canarydoc", "NPDB canarydoc"):
        make_record(Document, provider=person, credential=None, title=title, file_name="a.pdf", sha256="")
    make_record(Document, provider=person, credential=titer.id, title="canarydoc", file_name="b.pdf", sha256="")


@pytest.fixture(scope="module")
def surveyed(packet_office_once: Any, qapp: Any, tmp_path_factory: Any) -> Iterator[Program]:
    """The office of the packets with survey mode on, in a window."""
    folder = tmp_path_factory.mktemp("surveyed")
    path = Path(shutil.copyfile(packet_office_once[0], folder / "packet.workbench"))
    chair = Chair("Ann", Clock())
    office = offices.open_office(path, chair)
    plant()
    office.close()
    program = Program(
        Seat(QSettings(str(folder / "seat.ini"), QSettings.Format.IniFormat)), chair, app._pages, lambda: TODAY, folder
    )
    program.open(path)
    program.surveying.ask()
    wait_until(lambda: isinstance(program.shown, Window) and program.shown.session.survey)
    yield program
    program._close(program.shown)
    program.end()


def wait_until(holds: Any) -> None:
    """Let the window go on until something holds."""
    ends = datetime.now() + timedelta(seconds=20)
    while not holds():
        assert datetime.now() < ends, "it never came"
        QApplication.processEvents()


def words_of(shown: QWidget) -> str:
    """All that stands there, also where one would have to scroll, and what is told in tooltips and to screen readers."""
    said: list[str] = []
    for part in shown.findChildren(QWidget):
        said += [part.toolTip(), part.accessibleName(), part.accessibleDescription()]
        if isinstance(part, QLabel | QAbstractButton | QLineEdit):
            said.append(part.text())
        elif isinstance(part, QPlainTextEdit):
            said.append(part.toPlainText())
        elif isinstance(part, Table):
            listed: Any = part.model_.listed
            said += [" ".join(row.texts) for row in listed.page(list(part.ids()), TODAY)]
    return "\n".join(said)


def text_of(pdf: bytes) -> str:
    with Pages(pdf) as pages:
        return " ".join(pages.text(number) for number in range(1, len(pages.sizes()) + 1))


def settle(window: Any) -> None:
    """What is read beside the window is there."""
    wait_until(lambda: not window.session.reader._wanted)


def test_no_page_shows_what_is_hidden(surveyed: Program) -> None:
    window: Any = surveyed.shown
    for key in window._kinds:
        if key != "file":
            window.go(key)
            settle(window)
            assert canaries_in(words_of(window), HIDDEN) == [], key
    for part in ("board", "findings", "pulls", "verifications"):
        window.go("standards", part=part)
        settle(window)
        assert canaries_in(words_of(window), HIDDEN) == [], part
    for person in Provider.select():
        for tab, _ in TABS:
            window.go("file", provider=person.id, tab=tab)
            settle(window)
            assert canaries_in(words_of(window), HIDDEN) == [], (person.title, tab)
    tabs = window.page("file").tabs
    assert not {tabs.tabData(place) for place in range(tabs.count())} & NOT_FOR_SURVEY


def test_no_file_is_said_to_be_ready_but_by_what_is_shown(surveyed: Program) -> None:
    """Nor is one judged on a day to come: what is hidden would be found missing, or taken for nothing."""
    window: Any = surveyed.shown
    assert why.Why(True, (), 0, TODAY, as_shown=True).title == READY_AS_SHOWN
    for person in Provider.select():
        window.go("file", provider=person.id, tab="credentials")
        settle(window)
        page = window.page("file")
        said = why.of_person(person.id, TODAY + timedelta(days=20), TODAY)
        assert said is None or said.title in (READY_AS_SHOWN, "Why this file is not ready")
        assert not page.credentials.ahead.ask.isEnabled() and "On another day…" not in words_of(page.credentials.why)
        assert "This file is ready" not in words_of(page) and f"{READY_AS_SHOWN} on" not in words_of(page)
    window.go("file", provider=Provider.select().first().id, tab="summary")
    assert not window.page("file").credentials.ahead.ask.isEnabled()


def test_no_list_export_or_paper_tells_what_is_hidden(surveyed: Program, tmp_path: Path) -> None:
    for listed in LISTS:
        ids = listed.ids(today=TODAY)
        path = tmp_path / f"{listed.name}.xlsx"
        exporting.export(listed, ids, path, TODAY)
        book = openpyxl.load_workbook(path, read_only=True)
        cells = [str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell]
        shown = [" ".join(row.texts) for row in listed.page(ids, TODAY)]
        assert canaries_in("\n".join([*cells, *shown]), HIDDEN) == [], listed.name
        if shown:
            to = BytesIO()
            list_pages.draw(listing.listing_of(listed, ids, TODAY, ""), to)
            assert canaries_in(text_of(to.getvalue()), HIDDEN) == [], listed.name
    for person in Provider.select():
        to = BytesIO()
        file_profile.draw(file_profile.file_profile_of(file.read(person.id, TODAY), TODAY), to)
        sheets = tracing_files.sheets([person.id], TODAY, TODAY, "", for_survey=False)
        assert canaries_in(text_of(to.getvalue()) + text_of(sheets), HIDDEN) == [], person.title
    everybody = [each.id for each in Provider.select()]
    tracing_files.worksheet(everybody, tmp_path / "audit.xlsx", TODAY, "", for_survey=False)
    book = openpyxl.load_workbook(tmp_path / "audit.xlsx")
    cells = [str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell]
    assert canaries_in("\n".join(cells), HIDDEN) == []


def test_that_claims_were_looked_up_shows_and_not_what_was_found(surveyed: Program) -> None:
    rows = list(Verification.select().where(Verification.element.in_(("claims", "sanctions"))))
    assert len(rows) == 2 and {(each.result, each.remark, each.done) for each in rows} == {("", "", TODAY)}


def test_that_a_member_is_suspended_shows_nowhere(surveyed: Program, tmp_path: Path) -> None:
    """It shows as Active, of nobody is it said since when, and by the word nobody is found."""
    window: Any = surveyed.shown
    assert SUSPENDED not in {each.status for each in Provider.select()}
    assert {each.status_since for each in Provider.select() if each.status == "Active"} == {None}
    for typed in ("suspended", "susp", "Suspended Zylka"):
        assert not [each.title for each in window.results(typed) if SUSPENDED_PERSON in each.title]
        assert list(window.page("providers").table.model_.listed.ids(today=TODAY, search=typed)) == []
    suspended = Provider.get(Provider.last == SUSPENDED_PERSON).id
    sheets = text_of(tracing_files.sheets([suspended], TODAY, TODAY, "", for_survey=False))
    assert SUSPENDED_PERSON in sheets and "Suspended" not in sheets
    window.page("standards").open(part="pulls")
    pulled = pulls.Pulled(1, "A", "", "", "", 0, 0, veiled=True)
    assert pulled.standing == "Ready by what is shown here"


def test_nor_does_the_office_of_another_day(surveyed: Program) -> None:
    past = Past(TODAY)
    past.rebuild_all()
    for listed in LISTS:
        if listed.name != "findings":
            rows = past.ask(lambda listed=listed: list(listed.values(listed.ids(today=TODAY), TODAY)))  # type: ignore[misc]
            assert canaries_in(str(rows), HIDDEN) == [], listed.name
    past.close()


def test_what_is_ready_is_what_was_ready_before_anything_was_hidden(surveyed: Program, packet_office_once: Any) -> None:
    blocked = {each.provider for each in KeptFinding.select() if each.severity == BLOCKS}
    ready = next(each.id for each in Provider.select() if each.department_id and each.id not in blocked)
    shown = standards.read(TODAY)
    to_say = "person, department, requirement, message, why, citation, remedy"
    made = database.execute_sql(
        f"INSERT INTO main.finding (provider, rule, severity, {to_say}) SELECT ?, ?, ?, {to_say} FROM main.finding LIMIT 1",
        (ready, min(survey.HIDDEN_RULES), BLOCKS),
    ).lastrowid
    hidden = standards.read(TODAY)
    veil.change(None)
    seen = standards.read(TODAY)
    veil.change(survey.VEIL)
    database.execute_sql("DELETE FROM main.finding WHERE id = ?", (made,))
    assert (hidden.files, hidden.ready) == (seen.files, seen.ready) == (shown.files, shown.ready - 1)
    assert hidden.departments == shown.departments, "of a small department the count would tell who"
    assert hidden.by_what_shows and not seen.by_what_shows


def test_no_row_is_left_of_what_is_hidden(surveyed: Program) -> None:
    kept = database.execute_sql("SELECT message FROM main.finding WHERE rule = 'FPPE_DUE'").fetchall()
    shown = list(KeptFinding.select().order_by(KeptFinding.id))
    assert kept and shown and not {said for (said,) in kept} & {each.message for each in shown}
    assert all(each.rule and each.message for each in shown)
    assert [each.id for each in shown] == list(range(1, len(shown) + 1)), "a gap would tell of whom something is hidden"
    assert KeptFinding.get_by_id(shown[-1].id).message == shown[-1].message


def test_nothing_is_changed_but_what_is_pulled(surveyed: Program) -> None:
    flags = database.execute_sql("SELECT count(*), max(matter) FROM main.red_flag").fetchall()
    with (
        pytest.raises(WorkbenchError, match="Survey mode is on. Nothing was changed."),
        history.step("Hide it for good"),
    ):
        Oppe.update(result="").execute()
    assert database.execute_sql("SELECT count(*), max(matter) FROM main.red_flag").fetchall() == flags
    assert judging.bring_up_to_date(TODAY + timedelta(days=1)) == 0
    window: Any = surveyed.shown
    assert isinstance(pulling.by_lot(2, "1", TODAY), int) and FilePull.select().count() == 1
    window.session.undo()
    assert FilePull.select().count() == 1 and window.session.undo_name == ""
    window.go("applications")
    assert window.key != "applications"
    found = [each.title for each in window.results("Survey mode")]
    assert "Turn off survey mode…" in found


def test_what_cannot_be_done_says_that_survey_mode_is_on(surveyed: Program) -> None:
    page: Any = surveyed.shown.page("credentials")  # type: ignore[union-attr]
    assert why_off(page, page.snooze.tomorrow) == "survey mode is on, and nothing can be changed in it"


def test_ctrl_k_leads_to_nothing_that_is_hidden(surveyed: Program) -> None:
    window: Any = surveyed.shown
    for word in ("canarytiter", "canarydoc", "canarytask", "canarycondition", "canaryoppe"):
        found = [f"{each.title} {each.subtitle}" for each in window.results(word)]
        assert canaries_in("\n".join(found), HIDDEN) == [], word


def test_nobody_is_found_by_what_is_hidden_of_them(surveyed: Program) -> None:
    """Nor by the words of another hospital; by what shows of the same record they are."""
    window: Any = surveyed.shown
    person = Provider.select().order_by(Provider.id).first().title
    people: Any = window.page("providers").table.model_.listed
    for word in ("canarystanding", "canaryaffiliation", "canarystanding, for quality", "quality"):
        assert not [each.title for each in window.results(word) if person in each.title], word
        assert list(people.ids(today=TODAY, search=word)) == [], word
    assert [each.title for each in window.results("Mercy of the Fields") if person in each.title]
    past = Past(TODAY)
    for word, count in (("canarystanding", 0), ("canaryremark", 0), ("Zylka", 1)):
        assert len(past.ask(lambda word=word: list(people.ids(today=TODAY, search=word)))) == count, word  # type: ignore[misc]
    past.close()


def test_it_stays_on_over_a_restart_and_asks_before_it_goes_off(surveyed: Program) -> None:
    window: Any = surveyed.shown
    path = surveyed.office.path  # type: ignore[union-attr]
    surveyed._close(window)
    surveyed.end()
    assert database.veil is None, "another office would open as it is"
    surveyed.open(path)
    window = surveyed.shown
    assert window.session.survey and window.banners._shown["survey"]
    assert RedFlag.select().count() == Note.select().count() == 0 and NpdbQuery.get().result == ""
    window.session.messages = Recorded(yes=False)
    surveyed.surveying.ask()
    assert window.session.survey and window.session.messages.asked[-1].startswith("Turn off survey mode?")
    window.session.messages = Recorded()
    surveyed.surveying.ask()
    window = surveyed.shown
    assert not window.session.survey and window.key == "standards" and RedFlag.select().count() > 0
    surveyed.surveying.ask()
    wait_until(lambda: surveyed.shown.session.survey)  # type: ignore[union-attr]


def test_the_lists_stay_narrowed_as_they_were_but_not_to_what_is_hidden(surveyed: Program) -> None:
    window: Any = surveyed.shown
    window.session.messages = Recorded()
    surveyed.surveying.ask()
    window = surveyed.shown
    window.go("providers")
    people, last = window.page("providers").table, Provider.select().order_by(Provider.id).first().last
    window.page("providers").chips.choose("current")
    people.set_view("current")
    people.filter({"provider": last})
    people.sort_by("status", descending=True)
    people.group_by("department")
    people.model_.settle()
    people.model_.close([people.model_.heads.groups[0].key])
    closed = people.model_.closed
    window.page("providers").search_box.search(last[:3])
    window.page("credentials").open(view="")
    window.page("credentials").table.filter({"credential": "canarytiter"})
    assert window.page("credentials").table.model_.listed.ids(today=TODAY, filters={"credential": "canarytiter"})
    surveyed.surveying.ask()
    wait_until(lambda: surveyed.shown.session.survey)  # type: ignore[union-attr]
    window = surveyed.shown
    wait_until(window.findChild(Toast).isVisible)  # one list after the other, and what could not be kept is told last
    people = window.page("providers").table
    assert (people.view, people.filters, people.order) == ("current", {"provider": last}, (("status", True),))
    assert window.page("providers").chips.current() == "current"
    assert people.group == "department" and people.model_.closed == closed
    assert people.text == window.page("providers").search_box.text() == last[:3]
    assert window.page("credentials").table.filters == {}
    said = " ".join(each.text() for each in window.findChild(Toast).findChildren(QLabel))
    assert "The filter of credentials asks for what survey mode does not show" in said


def test_the_keys_of_the_pages_stay_with_them(surveyed: Program) -> None:
    window: Any = surveyed.shown
    assert window.session.survey
    goes = {plain(each.text()): keys_of(each) for each in window.actions() if each.text().startswith("Go to ")}
    assert (goes["Go to Providers"], goes["Go to Credentials"]) == ("Ctrl+2", "Ctrl+3")
    assert "Ctrl+3" in window.sidebar.entries["credentials"].toolTip(), "the sidebar says the same"
    numbers = {page.key: page.number for page in PAGES if page.number}
    assert sorted(numbers.values()) == list(range(1, len(numbers) + 1))
