"""What rosters said of a person, cell by cell, as it stood there."""

from dataclasses import replace
from datetime import date

from tests.actions.returning_office import LAUNCH, edit, people, sent
from tests.actions.test_importing import run, written
from workbench.actions import importing, returning, undoing
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
    assert (*head, "F: Lic Exp", "7/31/27", "", "", "LICENSE.EXPIRES", "Nov 24 2026") in lines
    assert (*head, "H: Shoe", "8", "", "", "not read", "Nov 24 2026") in lines
    assert not any("1971" in text for line in lines for text in line)


def test_before_the_import_and_after_its_undo_there_is_nothing(office, tmp_path):
    run(written(tmp_path / "Agape.xlsx", ROWS, HEADINGS))
    person = Provider.get(last="Poe")
    assert told(person, date(2026, 11, 23)) == []
    undoing.undo()
    assert told(person) == []


def test_what_was_typed_in_the_review_stands_beside_what_the_file_said(office, tmp_path):
    path = written(tmp_path / "Agape.xlsx", [[*ROWS[1][:2], "1234567890", *ROWS[1][3:]]], HEADINGS)
    prepared = importing.prepare(path, today=TODAY, launch=LAUNCH)
    choices = replace(prepared.choices, corrections={("Sheet", 2, "provider.npi"): "1382810863"})
    importing.apply(importing.replan(prepared, choices=choices).plan, today=TODAY)
    lines = told(Provider.get(npi="1382810863"))
    assert (
        "Nov 24 2026",
        "Agape.xlsx",
        "Sheet",
        "2",
        "C: NPI",
        "1234567890",
        "1382810863",
        "",
        "PROVIDER.NPI",
        "Nov 24 2026",
    ) in lines


def test_several_files_speak_of_one_person_the_newest_first_and_undo_takes_its_own(office, tmp_path):
    run(written(tmp_path / "October.xlsx", ROWS, HEADINGS))
    later = [[*row[:5], "7/31/29", *row[6:]] for row in ROWS]
    run(written(tmp_path / "November.xlsx", later, HEADINGS))
    person = Provider.get(last="Poe")
    said = [(line[1], line[5]) for line in told(person) if line[4] == "F: Lic Exp"]
    assert said == [("November.xlsx", "7/31/29"), ("October.xlsx", "7/31/27")]
    undoing.undo()
    assert {line[1] for line in told(person)} == {"October.xlsx"}


def test_an_edited_list_of_credentials_is_a_source_of_its_people(office, tmp_path):
    people()
    path = sent(tmp_path / "Credentials.xlsx", "credentials")
    edit(path, lambda e: e.set(3, "Expires", date(2030, 7, 31)))
    person = Provider.get(last="Okafor")
    assert told(person) == []
    made = returning.prepare(path, today=TODAY, launch=LAUNCH)
    returning.apply(made.plan, today=TODAY)
    assert any(line[1] == "Credentials.xlsx" and "2030-07-31" in line[5] for line in told(person))
