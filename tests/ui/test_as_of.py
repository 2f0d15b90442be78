"""A list as of a day: the rows, the counts, the file, the export and the paper of then, and nothing can be changed."""

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtWidgets import QLabel

from tests.ui.pages.over_office import page_of, session_over
from workbench.actions.cells import Cell
from workbench.lists.file import read
from workbench.lists.staff import STAFF
from workbench.lists.then import ListThen
from workbench.records.credential import Credential
from workbench.records.office_lists import DEPARTMENTS, CredentialSort, Department
from workbench.records.provider import Provider
from workbench.store import history
from workbench.store.asof import Past
from workbench.ui.commanding import why_off
from workbench.ui.kit.dialogs import Sheet
from workbench.ui.lines import Lines
from workbench.ui.pages.applications import Applications
from workbench.ui.pages.credentials import Credentials
from workbench.ui.pages.kind_page import page_of as kind_page
from workbench.ui.pages.meetings import Meetings
from workbench.ui.pages.provider_file import ProviderFile
from workbench.ui.pages.providers import Providers

YEAR_AGO, NOW = date(2026, 11, 24), date(2027, 11, 24)


@pytest.fixture
def years(office: Any, make: Any, clock: Any) -> dict[str, Any]:
    """Okafor and Voss a year ago; since then Voss retired, Okafor married, and Chen came."""
    okafor, voss = make(Provider, last="Okafor"), make(Provider, last="Voss", status="Active")
    sort = CredentialSort.get(CredentialSort.key == "license")
    license = make(Credential, provider=okafor, sort=sort, number="036-1", expires=date(2026, 12, 31))
    clock.now = datetime(2027, 11, 20, 9)
    with history.step("Since"):
        okafor.last, voss.status, license.expires = "Okafor-Smith", "Retired", date(2029, 12, 31)
        for each in (okafor, voss, license):
            each.save()
    return {"okafor": okafor, "voss": voss, "license": license, "chen": make(Provider, last="Chen")}


@pytest.fixture
def session(office: Any, tmp_path: Path) -> Any:
    return session_over(office, NOW, tmp_path)


def shown(page: Any) -> list[str]:
    return [page.table.row(each).texts[0] for each in page.table.ids()]


def test_the_past_is_read_whatever_is_written_meanwhile(years: dict, make: Any) -> None:
    past = Past(YEAR_AGO)

    def names() -> list[str]:
        return past.ask(lambda: sorted(each.last for each in Provider.select()))

    assert names() == ["Okafor", "Voss"]
    with history.step("Later"):
        years["okafor"].last = "Adams"
        years["okafor"].save()
    make(Department, name="Wound Care")
    assert names() == ["Okafor", "Voss"]
    assert not past.ask(lambda: Department.get_or_none(Department.name == "Wound Care"))
    past.close()
    assert names() == ["Okafor", "Voss"], "closed, it opens again"
    assert sorted(each.last for each in Provider.select()) == ["Adams", "Chen", "Voss"], "and the present is here"


def test_only_what_is_read_is_rebuilt(years: dict) -> None:
    past = Past(YEAR_AGO)
    past.ask(lambda: list(Department.select()))
    assert "credential" in past._stale
    assert past.ask(lambda: read(years["okafor"].id, YEAR_AGO)).title == "Okafor"
    assert "credential" not in past._stale and "search_credential" in past._stale


def test_a_list_shows_its_rows_counts_and_search_as_they_were(years: dict, session: Any, qtbot: Any) -> None:
    page = page_of(Providers, session, qtbot)
    page.then.show(YEAR_AGO)
    assert shown(page) == ["Okafor", "Voss"]
    assert {key: count for key, _, count, _ in page.chips.choices()}["current"] == 2
    page.table.search("smith")
    assert shown(page) == []
    page.table.search("okaf")
    assert shown(page) == ["Okafor"]
    page.table.search("")
    page.open(view="gone")
    assert shown(page) == []
    page.open()
    assert page.badge() == "3", "the sidebar speaks of today"
    page.then.show(None)
    assert shown(page) == ["Chen", "Okafor-Smith", "Voss"]


def test_a_row_that_was_edited_holds_no_order_of_another_day(years: dict, session: Any, qtbot: Any) -> None:
    page = page_of(Providers, session, qtbot)
    page.table.go_to(years["chen"].id)
    page.cells.write([Cell(years["chen"].id, "phone", "(312) 555-0100")], "Change phone")
    page.then.show(YEAR_AGO - timedelta(days=400))
    assert shown(page) == [] and page.table.model_.rowCount() == 0
    page.then.show(None)
    assert shown(page) == ["Chen", "Okafor-Smith", "Voss"]


def test_nothing_can_be_changed_there(years: dict, session: Any, qtbot: Any) -> None:
    page = page_of(Providers, session, qtbot)
    page.then.show(YEAR_AGO)
    page.table.selectAll()
    writing = (page.new, page.bring, page.department, page.status, page.drop, page.merge, page.doubles, page.many.edit)
    assert not any(each.isEnabled() for each in (*writing, page.many.assign, page.cells.edit, page.cells.paste))
    assert not page.table.model_.editable
    assert page.then.bar.isVisible()
    page.then.show(None)
    page.table.selectAll()
    assert page.new.isEnabled() and page.table.model_.editable and not page.then.bar.isVisible()


def test_what_cannot_be_done_there_says_why_though_as_many_rows_show(session: Any, qtbot: Any, make: Any) -> None:
    """A list that is as long as it was counts nothing anew."""
    people = [make(Provider, last=last) for last in ("Chen", "Okafor")]
    page = page_of(Providers, session, qtbot)
    page.table.counted.disconnect()
    page.table.select([each.id for each in people])
    assert page.merge.isEnabled() and page.doubles.isEnabled()
    page.then._wear(STAFF, YEAR_AGO)
    off = (page.merge, page.doubles, page.new, page.many.edit, page.many.assign)
    assert not any(each.isEnabled() for each in off)
    assert {why_off(page, each) for each in off} == {"an earlier day is shown; go back to today first"}
    assert all("earlier day" in each.toolTip() for each in (page.merge, page.doubles))
    page.then.show(None)
    page.table.select([each.id for each in people])
    assert page.merge.isEnabled() and "earlier day" not in page.merge.toolTip()


def test_a_file_and_the_quick_look_open_on_that_day(years: dict, session: Any, qtbot: Any) -> None:
    page = page_of(Providers, session, qtbot)
    page.then.show(YEAR_AGO)
    page.table.go_to(years["okafor"].id)
    page.quick.trigger()
    assert page.look.title.text() == "Okafor"
    page.open_file.trigger()
    to, about = page.shell.went[-1]
    assert to == "file" and about["day"] == YEAR_AGO
    file = page_of(ProviderFile, session, qtbot)
    file.open(**about)
    assert file.file.title == "Okafor" and not file.can_write()
    assert file.as_of.text().startswith("As of Nov 24 2026")
    file.after.trigger()
    assert file.file.title == "Voss" and file.day == YEAR_AGO


def test_what_expired_then_is_judged_on_that_day(years: dict, session: Any, qtbot: Any) -> None:
    page = page_of(Credentials, session, qtbot)
    page.open(view="expiring")
    assert page.table.count() == 0
    page.then.show(YEAR_AGO)
    (row,) = page.table.ids()
    assert page.table.row(row).texts[:2] == ("Okafor", "in 37 days")
    assert not page.renew.isEnabled() and not page.verify.isEnabled()


def test_export_and_paper_say_the_day(
    years: dict, session: Any, qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from workbench.papers import list_pages
    from workbench.ui import list_exporting

    page = page_of(Providers, session, qtbot)
    page.then.show(YEAR_AGO)
    out = tmp_path / "then.xlsx"
    monkeypatch.setattr(list_exporting, "ask_save_file", lambda *given: (names.append(given[2]), given[-1](out)))
    names: list[str] = []
    page.export_all.trigger()
    assert names == ["Providers 2026-11-24.xlsx"]
    sheet = openpyxl.load_workbook(out).worksheets[0]
    assert [row[1].value for row in sheet.iter_rows(min_row=2, max_row=3)] == ["Okafor", "Voss"]
    drawn: list[Any] = []
    monkeypatch.setattr(list_pages, "draw", lambda made, to, progress: drawn.append(made))
    monkeypatch.setattr("workbench.ui.paper_sheet.show_paper", lambda *_: None)
    page.print_.trigger()
    assert drawn[0].said.startswith("As of Nov 24 2026") and drawn[0].printed == session.today
    assert [row.texts[0] for row in drawn[0].rows] == ["Okafor", "Voss"]


@pytest.mark.parametrize("kind", [Credentials, Applications, Meetings, kind_page(DEPARTMENTS)])
def test_every_list_goes_to_a_day_and_back(kind: Any, years: dict, session: Any, qtbot: Any, make: Any) -> None:
    page = page_of(kind, session, qtbot)
    before = page.table.ids()
    for day in (YEAR_AGO, session.today - timedelta(1), None):
        page.then.show(day)
        assert page.free == (day is None)
        page.refresh({"provider", "setting", page.table.model_.listed.kind.table})
    assert list(page.table.ids()) == list(before)


def test_an_office_that_is_locked_keeps_nothing_of_the_past(years: dict, session: Any, qtbot: Any) -> None:
    page = page_of(Providers, session, qtbot)
    page.then.show(YEAR_AGO)
    session.forget_past()
    assert all(each._conn is None for each in session._pasts.values())
    page.refresh({"provider"})
    assert shown(page) == ["Okafor", "Voss"]


def test_a_list_of_the_past_knows_the_last_step_of_its_day(years: dict) -> None:
    """So that, edited and brought back, it is held against all that changed here since."""
    then = ListThen(STAFF, Past(YEAR_AGO))
    later = [each.id for each in history.steps(-1) if each.name == "Since"]
    assert then.step == later[0] - 1


def test_an_empty_list_of_a_day_says_so_and_leads_back(years: dict, session: Any, qtbot: Any) -> None:
    page = page_of(Providers, session, qtbot)
    page.then.show(date(2026, 1, 1))
    assert page.table.count() == 0
    said = page.table._empty
    assert said._said.text() == "Nothing of this was on file at the end of Jan 1 2026."
    assert said._press.text() == "Back to today"
    said._press.click()
    assert page.past is None and page.table.count() == 3


@pytest.mark.parametrize("kind", [Providers, ProviderFile])
def test_a_day_to_come_is_refused_beside_the_box(kind: Any, years: dict, session: Any, qtbot: Any) -> None:
    page = page_of(kind, session, qtbot)
    if kind is ProviderFile:
        page.open(provider=years["okafor"].id)
    ask = page.then.ask if kind is Providers else page.as_of
    for day, wrong in (("+1d", True), ("today", False)):
        ask.trigger()
        sheet = next(each for each in page.window().findChildren(Sheet) if each.isVisible())
        sheet.findChild(Lines).set_text("day", day)
        sheet._press_primary()
        said = " ".join(each.text() for each in sheet.findChildren(QLabel))
        assert ("Nov 25 2027 is still to come: nobody knows yet what is on file then." in said) == wrong
        assert sheet.isVisible() == wrong and page.past is None
        sheet.reject()
