"""What rosters said of a person, cell by cell, as it stood there."""

from datetime import date

from tests.actions.test_importing import run, written
from workbench.actions import undoing
from workbench.lists import file_sources
from workbench.records.provider import Provider

TODAY = date(2026, 11, 24)
HEADINGS = ["Last Name", "First Name", "NPI", "License #", "Lic State", "Lic Exp", "DOB", "Shoe"]
ROWS = [["Ngo", "Ann", "1234567893", " 036-1", "IL", "7/31/27", date(1970, 1, 2), "9"],
        ["Poe", "Tim", "1382810863", "036-2", "IL", "7/31/27", date(1971, 1, 2), "8"]]  # fmt: skip


def told(person, until=TODAY):
    return [line.texts for line in file_sources.lines(person.id, until, str.upper)]


def test_every_value_shows_its_file_sheet_row_column_and_text(office, tmp_path):
    run(written(tmp_path / "Agape.xlsx", ROWS, HEADINGS))
    lines = told(Provider.get(last="Poe"))
    head = ("Nov 24 2026", "Agape.xlsx", "Sheet", "3")
    assert (*head, "F: Lic Exp", "7/31/27", "", "LICENSE.EXPIRES") in lines
    assert (*head, "H: Shoe", "8", "", "not read") in lines
    assert not any("1971" in text for line in lines for text in line)


def test_before_the_import_and_after_its_undo_there_is_nothing(office, tmp_path):
    run(written(tmp_path / "Agape.xlsx", ROWS, HEADINGS))
    person = Provider.get(last="Poe")
    assert told(person, date(2026, 11, 23)) == []
    undoing.undo()
    assert told(person) == []
