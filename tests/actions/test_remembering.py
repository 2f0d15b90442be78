"""What was decided about a file is found again when the next one of its look comes, and goes with the undo of its import."""

from datetime import date

import pytest

from tests.actions.test_importing import ROWS, prepared, written
from workbench.actions import editing, importing, remembering, undoing
from workbench.errors import WorkbenchError
from workbench.records.office_lists import Department
from workbench.records.provider import Provider
from workbench.records.roster import SHEET_LAYOUTS, RowRuling, SheetLayout
from workbench.sheets.decisions import Choices
from workbench.sheets.recognizing import Correction
from workbench.store import history

TODAY = date(2026, 11, 24)
HEADINGS = ["Last Name", "First Name", "NPI", "License #", "Lic State", "Lic Exp", "Ward", "Bldg"]
PEOPLE = [
    ["Ngo", "Ann", "1234567893", "036-1", "IL", date(2027, 7, 31), "GENSURG", "North"],
    ["Poe", "Tim", "1382810863", "036-2", "IL", date(2027, 7, 31), "GenSurg", "West"],
]
WARD = {"Sheet": Correction(columns={6: "provider.department"})}
SURGERY = Choices(meanings={("provider.department", "gensurg"): "Surgery"})


def taught(folder, **options):
    """An import of which the columns and a word were decided by hand."""
    path = written(folder / "Agape roster 2026-10 (final v3).xlsx", PEOPLE, HEADINGS)
    made = prepared(path, **{"corrected": WARD, "choices": SURGERY, **options})
    return importing.apply(made.plan, today=TODAY)


def departments():
    return {person.last: person.department and person.department.name for person in Provider.select()}


def test_columns_and_words_hold_for_the_next_file_of_the_same_look(office, tmp_path):
    taught(tmp_path)
    assert departments() == {"Ngo": "Surgery", "Poe": "Surgery"}
    moved = [[*row[:6], row[7], row[6]] for row in [["Xu", "Li", "", "036-9", "IL", None, "gensurg", "South"]]]
    path = written(tmp_path / "Agape Roster 2026-11.xlsx", moved, [*HEADINGS[:6], "Bldg", "WARD"])
    made = prepared(path)
    assert made.plan.readings[0].columns[7] == "provider.department"
    importing.apply(made.plan, today=TODAY)
    assert departments()["Xu"] == "Surgery"
    assert ("1 column and 1 word of files from “agape roster”".capitalize(), "as decided on Nov 24 2026") in [
        (each.about.capitalize(), each.chosen) for each in made.plan.questions
    ]


def test_another_sender_is_taken_at_its_word_unless_every_heading_is_the_same(office, tmp_path):
    taught(tmp_path)
    same = prepared(written(tmp_path / "Lakeside.xlsx", PEOPLE, HEADINGS))
    other = prepared(written(tmp_path / "Harbor.xlsx", [row[:7] for row in PEOPLE], HEADINGS[:7]))
    assert same.plan.readings[0].columns[6] == "provider.department"
    assert other.plan.readings[0].columns[6] is None


def test_what_is_remembered_is_undone_with_its_import_and_can_be_forgotten(office, tmp_path, assert_undoable):
    assert_undoable(lambda: taught(tmp_path))
    undoing.redo()
    [layout] = remembering.layouts()
    assert_undoable(lambda: editing.delete(SHEET_LAYOUTS, [layout.id]))


def test_reading_anew_leaves_what_is_remembered_until_the_import(office, tmp_path):
    taught(tmp_path)
    again = prepared(tmp_path / "Agape roster 2026-10 (final v3).xlsx")
    anew = importing.anew(again)
    assert anew.plan.readings[0].columns[6] is None and anew.choices.meanings == {}
    assert SheetLayout.select().count() == 1


def test_decisions_are_kept_though_nothing_else_changes(office, tmp_path):
    path = written(tmp_path / "Roster.xlsx", [row[:6] for row in PEOPLE], HEADINGS[:6])
    importing.apply(prepared(path).plan, today=TODAY)
    newest = history.newest()
    importing.apply(prepared(path).plan, today=TODAY)
    assert history.newest() == newest
    importing.apply(prepared(path, corrected={"Sheet": Correction(columns={4: None})}).plan, today=TODAY)
    assert history.next_undo().name == "Remember how Roster.xlsx is read"
    assert prepared(path).plan.readings[0].columns[4] is None


def test_a_sender_can_be_named_and_one_that_is_not_known_is_said(office, tmp_path):
    taught(tmp_path)
    path = written(tmp_path / "x.xlsx", [row[:7] for row in PEOPLE], HEADINGS[:7])
    assert prepared(path, profile="Agape Roster").plan.readings[0].columns[6] == "provider.department"
    with pytest.raises(WorkbenchError, match="“agape roster”"):
        prepared(path, profile="Lakeside")


@pytest.mark.parametrize("merge", [True, False])
def test_a_row_that_was_merged_or_kept_apart_asks_no_second_time(office, tmp_path, make, merge):
    known = make(Provider, last="Okafor", first="Adaeze", email="a@x.org")
    path = written(tmp_path / "List.xlsx", [["Okafor", "Adaeze B", "", "", "", None, "", ""]], HEADINGS)
    [row] = prepared(path).plan.of("doubtful")
    ruled = prepared(path, choices=Choices(rulings={row.place: known.id if merge else "new"}))
    importing.apply(ruled.plan, today=TODAY)
    person = known.id if merge else max(each.id for each in Provider.select())
    assert RowRuling.get().provider_id == person
    [again] = prepared(path).plan.rows
    assert (again.result, again.provider_id) == ("same", person)
    assert again.told == ["Row 2 was taken for Okafor, Adaeze B., as was decided before."]


def test_a_value_of_the_file_can_be_chosen_over_ours(office, tmp_path):
    importing.apply(prepared(written(tmp_path / "a.xlsx", ROWS[:1])).plan, today=TODAY)
    mended = written(tmp_path / "b.xlsx", [[*ROWS[0][:5], date(2027, 6, 30), *ROWS[0][6:]]])
    asked = prepared(mended).plan
    assert asked.rows[0].result == "same" and "Kept ours" in asked.rows[0].happens
    place = asked.rows[0].place
    chosen = prepared(mended, choices=Choices(preferred=frozenset({(place, "license.expires")})))
    assert [(each.old, each.new) for each in chosen.plan.rows[0].changes] == [("Jul 31 2027", "Jun 30 2027")]
    importing.apply(chosen.plan, today=TODAY)
    assert Provider.get().credentials.get().expires == date(2027, 6, 30)


def test_departments_of_the_list_are_named_as_what_a_word_may_mean(office, tmp_path):
    path = written(tmp_path / "Agape.xlsx", PEOPLE, HEADINGS)
    made = prepared(path, corrected=WARD)
    [word] = made.plan.unsettled
    assert (word.target, word.said, word.rows, word.chosen) == ("provider.department", "GENSURG", 2, None)
    assert set(word.options) == {each.name for each in Department.select()}


def test_a_blank_erases_only_where_it_was_said_of_the_column_and_never_a_name(office, tmp_path, make):
    make(Provider, last="Ngo", first="Ann", npi="1234567893", fax="(312) 555-0100", section="Trauma")
    headings = ["Last Name", "First Name", "NPI", "Fax", "Section"]
    path = written(tmp_path / "a.xlsx", [["Ngo", None, "1234567893", None, None]], headings)
    assert prepared(path).plan.rows[0].result == "same"
    choices = Choices(erasing=frozenset({"provider.fax", "provider.first"}))
    importing.apply(prepared(path, choices=choices).plan, today=TODAY)
    person = Provider.get()
    assert (person.first, person.fax, person.section) == ("Ann", "", "Trauma")


@pytest.fixture
def two_licenses(office, make):
    from workbench.records.credential import Credential
    from workbench.records.office_lists import CredentialSort

    person = make(Provider, last="Ngo", first="Ann", npi="1234567893")
    for number, state, day in (("036-1", "IL", date(2027, 7, 31)), ("44-20", "WI", date(2027, 10, 31))):
        make(
            Credential, provider=person, sort=CredentialSort.get(key="license"), number=number, state=state, expires=day
        )
    return person


def told(folder, name, day, option=""):
    """Of a file with a day that fits two licenses what is asked of its row, and the outcome of its import."""
    path = written(folder / name, [["Ngo", "Ann", "1234567893", day]], ["Last Name", "First Name", "NPI", "Lic Exp"])
    made = prepared(path)
    if option:
        choices = importing.replied(made.plan, made.choices, {"row 2|Sheet|license": option})
        made = importing.replan(made, choices=choices)
    importing.apply(made.plan, today=TODAY)
    return made.plan.rows[0]


def test_which_license_a_day_belongs_to_is_remembered_for_the_sender_where_it_renews_so(two_licenses, tmp_path):
    assert told(tmp_path, "Agape roster.xlsx", date(2030, 7, 31)).open_asks
    assert told(tmp_path, "Agape roster.xlsx", date(2030, 7, 31), "036-1 il").result == "changed"
    later = told(tmp_path, "Agape roster 2.xlsx", date(2033, 7, 31))
    assert later.result == "changed" and "as was decided before" in later.told[0] and not later.open_asks
    assert told(tmp_path, "Agape roster 3.xlsx", date(2036, 10, 31)).open_asks  # the other one renews on that day
    assert told(tmp_path, "Beacon.xlsx", date(2036, 7, 31)).open_asks


def test_a_day_that_was_left_out_asks_no_second_time(two_licenses, tmp_path):
    told(tmp_path, "Agape roster.xlsx", date(2030, 5, 31), "out")
    assert not told(tmp_path, "Agape roster.xlsx", date(2030, 5, 31)).open_asks
    assert told(tmp_path, "Agape roster.xlsx", date(2031, 5, 31)).open_asks
