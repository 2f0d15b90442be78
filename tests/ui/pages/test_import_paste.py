"""Several cells pasted into the review go down the rows, once somebody has seen which goes where."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from tests.actions.returning_office import edit, people, sent
from tests.ui.pages.over_office import page_of, session_over
from workbench.records.provider import Provider
from workbench.ui.pages.import_paste import PasteSheet
from workbench.ui.pages.import_review import Import

TODAY = date(2026, 11, 24)
ROSTER = """Name,NPI,DEA #,Date of Birth,Locker,Specialty
"Okafor, Adaeze N., MD",1234567890,,,4,Nephrology
"Adams, Bo, MD",1932102085,,,5,Urology
"Young, Cy, DO",1245319590,,,6,Urology
"Novak, Eva, MD",1679576722,,,7,Urology
"""


@pytest.fixture
def page(office, qtbot, tmp_path):
    page = page_of(Import, session_over(office, TODAY, tmp_path), qtbot)
    path = tmp_path / "roster.csv"
    path.write_text(ROSTER, "utf-8")
    page.read(path)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.plan_step.chips.choose("rejected")
    page.plan_step.table.set_view("rejected")
    page.plan_step.table.go_to(1)
    return page


def paste(page, qtbot, text, step="plan_step"):
    QGuiApplication.clipboard().setText(text)
    box = getattr(page, step).card._boxes
    line = next(iter(box.values()))
    line.setFocus()
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    return next((w for w in QApplication.topLevelWidgets() if isinstance(w, PasteSheet) and w.isVisible()), None)


def shown(sheet):
    return [row.texts for row in sheet.table.model_.listed.rows]


def test_a_column_goes_down_the_rows_once_it_was_seen(page, qtbot):
    sheet = paste(page, qtbot, "1477552867\r\n1932102084\r\n1245319599\r\n")
    assert shown(sheet) == [
        ("2", "Okafor, Adaeze N., MD", "B: NPI", "1234567890", "1477552867"),
        ("3", "Adams, Bo, MD", "B: NPI", "1932102085", "1932102084"),
        ("4", "Young, Cy, DO", "B: NPI", "1245319590", "1245319599"),
    ]
    assert [row.result for row in page.prepared.plan.rows][:3] == ["rejected"] * 3, "nothing before it is said"
    qtbot.keyClick(sheet.go, Qt.Key.Key_Return)
    assert [row.result for row in page.prepared.plan.rows] == ["new"] * 4
    page._import()
    assert {p.npi for p in Provider.select()} == {"1477552867", "1932102084", "1245319599", "1679576722"}


def test_the_list_takes_what_is_pasted_from_the_chosen_row_down(page, qtbot):
    QGuiApplication.clipboard().setText("1477552867\n1932102084")
    page.plan_step.table.setFocus()
    qtbot.keyClick(page.plan_step.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    sheet = next(w for w in QApplication.topLevelWidgets() if isinstance(w, PasteSheet) and w.isVisible())
    assert [row[0] for row in shown(sheet)] == ["2", "3"]
    qtbot.keyClick(sheet.go, Qt.Key.Key_Return)
    assert [row.result for row in page.prepared.plan.rows][:3] == ["new", "new", "rejected"]
    page.plan_step.chips.choose("new")
    page.plan_step.table.set_view("new")
    page.plan_step.table.go_to(1)
    page.fixes.trigger()
    assert page.session.messages.told[-1].startswith("The chosen row has nothing to mend.")


def test_what_is_still_wrong_stays_in_its_box_as_it_was_pasted(page, qtbot):
    sheet = paste(page, qtbot, "1477552867\n99")
    sheet.go.click()
    assert [row.result for row in page.prepared.plan.rows][:3] == ["new", "rejected", "rejected"]
    page.plan_step.table.go_to(2)
    assert page.plan_step.card._boxes["provider.npi"].text() == "99"


def test_several_columns_go_to_those_on_the_right_and_blanks_change_nothing(page, qtbot):
    sheet = paste(page, qtbot, "1477552867\t\t\t\tCardiology\n\t\t\t\tSurgery")
    assert [texts[2:] for texts in shown(sheet)] == [
        ("B: NPI", "1234567890", "1477552867"),
        ("F: Specialty", "Nephrology", "Cardiology"),
        ("F: Specialty", "Urology", "Surgery"),
    ]
    sheet.reject()
    assert page.prepared.plan.rows[0].result == "rejected" and not page.prepared.choices.corrections


def test_lines_without_a_row_are_said_and_a_private_value_is_dots(page, qtbot):
    sheet = paste(page, qtbot, "\t\t1/2/1970\n" * 5)
    assert all("1970" not in "".join(texts) for texts in shown(sheet))
    assert "2 lines more than there are rows: left out." in [w.text() for w in sheet.findChildren(type(sheet.words))]
    sheet.reject()


def test_one_cell_is_pasted_as_anywhere(page, qtbot):
    assert paste(page, qtbot, "1477552867\n") is None
    assert page.plan_step.card._boxes["provider.npi"].text() == "1477552867"


def test_a_list_of_ours_takes_a_column_too(office, qtbot, tmp_path):
    people()
    page = page_of(Import, session_over(office, TODAY, tmp_path), qtbot)
    path = sent(tmp_path / "Providers.xlsx")
    edit(path, lambda e: [e.set(row, "NPI", "12") for row in (2, 3)])
    page.read(path)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.return_step.table.set_view("rejected")
    page.return_step.table.go_to(next(iter(page.return_step.table.ids())))
    sheet = paste(page, qtbot, "1679576722\n1003000126", "return_step")
    assert [texts[4] for texts in shown(sheet)] == ["1679576722", "1003000126"]
    sheet.go.click()
    assert [row.result for row in page.came.plan.rows][:2] == ["changed", "changed"]
