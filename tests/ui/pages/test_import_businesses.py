"""Companies among people in the review: each comes in where somebody says that it is a person, and a blank name is mended whole."""

from datetime import date

import openpyxl
import pytest

from tests.ui.pages.over_office import page_of, session_over
from workbench.actions import refusing
from workbench.records.provider import Provider
from workbench.ui.kit.boxes import ChoiceBox
from workbench.ui.pages.import_review import Import

TODAY = date(2026, 11, 24)
ROSTER = """Name,NPI,License #,Lic State,Lic Exp
"Corp Thomas, LLC",1234567893,036-1,IL,7/31/2027
,1477552867,036-2,IL,7/31/2027
"Ngo, Ann, MD",,036-3,IL,7/31/2027
"""


@pytest.fixture
def page(office, qtbot, tmp_path):
    page = page_of(Import, session_over(office, TODAY, tmp_path), qtbot)
    path = tmp_path / "roster.csv"
    path.write_text(ROSTER, "utf-8")
    page.read(path)
    return page


def choose(page, number):
    place = next(n for n, row in enumerate(page.plan_step.listed.rows, 1) if row.number == number)
    page.plan_step.table.go_to(place)
    return page.plan_step.listed.at(place)


def result(page, number):
    return choose(page, number).result


def test_a_row_taken_for_a_company_comes_in_as_a_person_and_goes_out_again(page):
    card = page.plan_step.card
    assert result(page, 2) == "skipped" and card.skip.text().replace("&", "") == "This is a person: bring in"
    assert card.skipping in page.plan_step.table.actions() and card.skipping.isVisible()
    card.skipping.trigger()
    assert result(page, 2) == "new" and card.skip.text().replace("&", "") == "Leave this row out"
    card.skip.click()
    assert result(page, 2) == "skipped"


def test_all_of_a_sheet_come_in_at_once(page):
    box = next(box for (_, key), box in page.plan_step.marks.boxes.items() if key.startswith("companies"))
    assert isinstance(box, ChoiceBox) and box.value() == "out"
    box.set_value("in")
    box.left.emit()
    assert result(page, 2) == "new"


def test_companies_are_saved_with_the_refused_rows_and_their_reason(page, tmp_path):
    assert page.rejects.isEnabled() and refusing.save(page.prepared.plan, tmp_path / "refused.xlsx") == 2
    sheet = openpyxl.load_workbook(tmp_path / "refused.xlsx").active
    assert [row[-1].value for row in sheet.iter_rows(min_row=2)] == [
        "A company, not a person",
        "Name: There is no name in this row.",
    ]


def test_a_blank_name_is_typed_whole_in_the_column_of_names(page):
    choose(page, 3)
    (box,) = page.plan_step.card._boxes.values()
    assert box.accessibleName() == "A: Name"
    box.setText("Reyes, Ana M., MD")
    page.plan_step.card.mend.click()
    assert choose(page, 3).provider == "Reyes, Ana M., MD"
    page._import()
    person = Provider.get(npi="1477552867")
    assert (person.last, person.first, person.middle, person.degree) == ("Reyes", "Ana", "M", "MD")
