"""The page that the morning begins with: every figure opens its rows, every line has its button."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from tests.ui.pages.over_office import page_of, session_over
from workbench.records.credential import Credential
from workbench.records.desk import Task
from workbench.records.office_lists import CredentialSort
from workbench.records.provider import Provider
from workbench.rules.catalog import RULES
from workbench.store import history
from workbench.ui.credential_sheets import Renew
from workbench.ui.kit.pill import PillPress
from workbench.ui.pages.today import TodayPage

TODAY = date(2026, 11, 24)


@pytest.fixture
def page(office, make, qtbot, tmp_path):
    person = make(Provider, last="Okafor", first="Adaeze", degree="MD", status="Active")
    make(Credential, provider=person, sort=CredentialSort.get(key="license"), number="036-1", expires=TODAY)
    make(Task, title="Call Lakeside", due=TODAY - timedelta(days=2), repeats="Weekly")
    return page_of(TodayPage, session_over(office, TODAY, tmp_path), qtbot)


def shown(page):
    """What is shown besides what the standards find: that has its own test."""
    found = {each.title for each in RULES.values()}
    rows = [page.table.row(each).texts for each in page.table.ids()]
    return [texts for texts in rows if texts[1] not in found]


def test_it_says_the_day_and_what_is_to_be_done_first(page):
    assert page.header._title.text() == "Tuesday, November 24"
    assert page.header._subtitle.text() == "9 things due by today"
    assert [(texts[0], texts[1], texts[4]) for texts in shown(page)] == [
        ("2 days over", "Call Lakeside", "Done"),
        ("Today", "Renew state license", "Renew"),
        ("", "Bring the file to the standards", "Open"),
    ]
    assert page.expiring.number.text() == "1"


def test_the_parts_of_a_figure_open_the_rows_that_they_count(page):
    assert [part.text() for part in page.expiring.parts] == ["0 expired", "1 within 30 days", "0 more within 90"]
    for part in page.expiring.parts:
        part.click()
    assert page.shell.went == [
        ("credentials", {"view": "lapsed"}),
        ("credentials", {"view": "expiring", "expires": "next 30 days"}),
        ("credentials", {"view": "expiring", "expires": "+31d to +90d"}),
    ]


def test_a_line_says_what_follows_from_it(page):
    [license] = [texts for texts in shown(page) if texts[1] == "Renew state license"]
    assert license[3] == "Nobody practices without a license; privileges end with it · 036-1 expires Nov 24 2026"


def test_how_ready_the_files_are_is_said_and_each_requirement_opens_its_files(page):
    card = page.readiness
    assert card.figure.number.text() == "0.0 %" and card.figure.line.text().startswith("0 of 1 file ready under ")
    lines = card.findChildren(PillPress)
    assert 1 <= len(lines) <= 3 and all(line.text().startswith("1 file short of: ") for line in lines)
    lines[0].click()
    [(key, arguments)] = page.shell.went
    assert key == "standards" and arguments["rule"] in RULES


def sheet_of(page):
    [sheet] = [each for each in page.window().findChildren(Renew) if each.isVisible()]
    return sheet


def test_enter_does_what_the_button_says(page):
    page.table.go_to(2)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    sheet = sheet_of(page)
    sheet.days[1].setText("+1y")
    sheet.go()
    assert page.shell.went == [] and not sheet.isVisible()
    assert [texts[1] for texts in shown(page)] == ["Call Lakeside", "Bring the file to the standards"]
    assert Credential.get(~Credential.past).expires == TODAY.replace(year=2027)


def test_a_press_on_the_button_of_a_row_does_it_and_elsewhere_it_only_chooses(page):
    index = page.table.model_.index(1, 4)
    rect = page.table.visualRect(index)
    QTest.mouseClick(
        page.table.viewport(),
        Qt.MouseButton.LeftButton,
        pos=page.table.visualRect(page.table.model_.index(1, 1)).center(),
    )
    assert page.window().findChildren(Renew) == []
    QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    sheet_of(page).reject()


def test_what_a_line_is_about_is_a_key_away(page):
    page.table.go_to(2)
    page.see.trigger()
    page.table.go_to(1)
    page.see.trigger()
    assert page.shell.went == [
        ("file", {"provider": 1, "tab": "credentials", "credential": 1}),
        ("tasks", {"record": 1}),
    ]


def test_a_task_is_done_from_here_and_comes_again(page):
    page._do(1)
    assert [each.due for each in Task.select().where(~Task.done)] == [date(2026, 11, 29)]
    assert page.session.messages.toasts[-1] == "Done. It comes again on Nov 29 2026"


def test_a_task_is_put_off_by_a_key_and_is_gone_until_then(page):
    page.table.go_to(1)
    page.tomorrow.trigger()
    assert [texts[1] for texts in shown(page)] == ["Renew state license", "Bring the file to the standards"]
    assert Task.get().snoozed == date(2026, 11, 25)
    page.table.go_to(page.table.ids()[-1])
    assert not page.tomorrow.isEnabled(), "the standards are not put off"


def test_chips_count_what_they_show(page):
    page.chips.choose("tasks")
    page.table.set_view("tasks")
    assert [texts[1] for texts in shown(page)] == ["Call Lakeside"]


def test_every_bar_opens_its_rows_and_says_what_it_stands_for(page):
    bar = page.expiring_card.weeks.findChildren(type(page.expiring_card.weeks.layout().itemAt(0).widget()))[1]
    assert bar.accessibleName() == "1 credential in the week of Nov 23 2026"
    bar.click()
    assert page.shell.went == [("credentials", {"view": "expiring", "expires": "Nov 24 2026 to Nov 29 2026"})]


def test_without_anything_to_do_it_says_so(office, qtbot, tmp_path):
    page = page_of(TodayPage, session_over(office, TODAY, tmp_path), qtbot)
    assert page.table.count() == 0
    assert any("calendar" in each.text() for each in page.findChildren(QPushButton))


def test_whoever_only_reads_can_neither_import_nor_renew_from_here(page, monkeypatch):
    monkeypatch.setattr(type(page.session), "read_only", property(lambda self: True))
    for place in (1, 2):
        page.table.go_to(place)
        page._weigh()
        assert not page.do.isEnabled()
    assert not page.bring.isEnabled() and not page.new.isEnabled() and page.see.isEnabled()


def test_until_somebody_goes_to_a_line_the_most_urgent_is_on_top_and_lit(page, make):
    assert page.table.currentIndex().row() == 0
    was = page.table.row(page.table.current()).texts
    make(Task, title="Answer the board", due=TODAY - timedelta(days=9))
    page.refresh({"task"})
    assert page.table.currentIndex().row() == 0 and page.table.verticalScrollBar().value() == 0
    assert page.table.row(page.table.current()).texts[1] == "Answer the board" != was[1]


def test_whoever_went_to_a_line_stays_there_when_the_list_is_weighed_again(page, make):
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    was = page.table.row(page.table.current()).texts
    make(Task, title="Answer the board", due=TODAY - timedelta(days=9))
    page.refresh({"task"})
    assert page.table.row(page.table.current()).texts == was and page.table.currentIndex().row() == 2


def test_what_is_to_be_done_and_why_are_read_whole_at_1366(morning, qtbot):
    morning.go("today")
    table = morning.page("today").table
    morning.resize(1366, 768)
    keys = [column.key for column in table.model_.columns]
    row = max(range(table.count()), key=lambda n: len(table.model_.row_at(n).texts[keys.index("why")]))
    table.scrollTo(table.model_.index(row, 0))
    shown = table.model_.row_at(row)

    def tall() -> bool:
        table.scrollTo(table.model_.index(row, 0))  # rows above it grow, and push it down
        needed = [
            table.cells._height_of(shown, keys.index(k), table.columnWidth(keys.index(k)), 9) for k in ("what", "why")
        ]
        return table.rowHeight(row) >= max(needed)

    qtbot.waitUntil(tall)


def test_a_week_opens_the_days_that_it_counts(page):
    page.expiring_card._open_week(1)
    page.expiring_card._open_week(0)
    assert page.shell.went == [
        ("credentials", {"view": "expiring", "expires": "Nov 24 2026 to Nov 29 2026"}),
        ("credentials", {"view": "lapsed"}),
    ]


def test_what_came_in_the_place_of_a_line_that_is_done_is_current(page, make):
    for n in range(4):
        make(Task, title=f"T{n}", due=TODAY + timedelta(days=n))
    page.refresh({"task"})
    line = next(each for each in page.table.ids() if page.table.row(each).texts[1] == "T1")
    page.table.go_to(line)
    place = page.table.currentIndex().row()
    page._do(line)
    came = next(each for each in page.table.ids() if page.table.row(each).texts[1] == "T2")
    assert page.table.currentIndex().row() == place and page.table.ids().index(came) >= place


def _renews(page):
    """The line of the license."""
    return next(each for each in page.table.ids() if page.table.row(each).texts[4] == "Renew")


def test_a_term_that_ends_is_put_off_from_here_too(page):
    page.table.go_to(_renews(page))
    assert page.tomorrow.isEnabled() and not page.edit.isEnabled()
    page.week.trigger()
    assert "would lapse unseen" in page.session.messages.errors[-1] and Credential.get().snoozed is None
    with history.step("It ends later"):
        Credential.update(expires=TODAY + timedelta(days=9)).execute()
    page.refresh({"credential"})
    page.table.go_to(_renews(page))
    page.tomorrow.trigger()
    assert Credential.get().snoozed == TODAY + timedelta(days=1)
    assert "Renew" not in [texts[4] for texts in shown(page)]
