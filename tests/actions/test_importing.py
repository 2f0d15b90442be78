"""Importing, from file to committed step: all or nothing, one undo, nothing private kept, refused rows come back."""

import json
import re
import sys
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from tests.conftest import PASSPHRASE, dump, source_of
from workbench.actions import importing, offices, refusing, undoing
from workbench.errors import Cancelled, WorkbenchError
from workbench.records.appointment import Appointment
from workbench.records.provider import Provider
from workbench.records.roster import RosterImport
from workbench.sheets.comparison import choosing
from workbench.sheets.decisions import Answers, Choices
from workbench.sheets.recognizing import Correction
from workbench.store import database, history

ROOT = Path(__file__).parents[2]
LAUNCH = [
    sys.executable,
    "-c",
    f"import sys; sys.path.insert(0, {str(ROOT)!r}); "
    "from workbench.sheets.child import main; sys.exit(main(sys.argv[2:]))",
]
HEADINGS = ["Last Name", "First Name", "NPI", "License #", "Lic State", "Lic Exp", "DOB", "SSN", "Dept"]
ROWS = [
    ["Ngo", "Ann", "1234567893", "036-1", "IL", date(2027, 7, 31), date(1970, 1, 2), "123-45-6789", "Wound Care"],
    ["Poe", "Tim", "1382810863", "036-2", "IL", date(2027, 7, 31), date(1971, 1, 2), "123-45-6780", "Surgery"],
    ["Wrong", "Ed", "1382810864", "036-3", "IL", date(2027, 7, 31), None, None, "Surgery"],
]


@pytest.fixture
def roster(tmp_path):
    return written(tmp_path / "Roster.xlsx", ROWS)


def written(path, rows, headings=HEADINGS):
    book = openpyxl.Workbook()
    for row in (headings, *rows):
        book.active.append(row)
    book.save(path)
    return path


def prepared(path, **options):
    return importing.prepare(path, today=date(2026, 11, 24), launch=LAUNCH, **options)


def run(path, **options):
    return importing.apply(prepared(path, **options).plan, today=date(2026, 11, 24))


def test_a_plan_asks_no_more_of_the_office_for_more_rows(office, tmp_path, queries):
    few, many = (
        written(
            tmp_path / f"{n}.xlsx",
            [[f"Ngo{'abcdefgh'[k % 8]}", f"Ann{k}", "", f"036-{k}", "IL", date(2027, 7, 31)] for k in range(n)],
        )
        for n in (5, 60)
    )
    assert queries(lambda: prepared(few)) == queries(lambda: prepared(many)) > 0


def test_an_import_is_one_step_that_can_be_undone_and_redone(office, roster, assert_undoable):
    outcome = assert_undoable(lambda: run(roster))
    assert (outcome.added, outcome.rejected) == (2, 1)
    assert outcome.step == history.next_undo().name == "Import of 2 providers from Roster.xlsx"
    assert RosterImport.get().added == 2


def test_renewals_and_changes_are_undone_too(office, roster, tmp_path, assert_undoable):
    run(roster)
    later = [[*row[:5], date(2030, 7, 31), *row[6:8], "Medicine"] for row in ROWS[:2]]
    path = written(tmp_path / "Later.xlsx", later)
    outcome = assert_undoable(lambda: run(path))
    assert outcome.changed == 2
    terms = database.execute_sql("SELECT expires, past FROM credential WHERE provider_id = 1 ORDER BY id").fetchall()
    assert terms == [("2027-07-31", 1), ("2030-07-31", 0)]


def test_undo_works_after_closing_and_opening_again(plain_path, seat, roster):
    opened = offices.open_office(plain_path, seat)
    before = dump()
    run(roster)
    opened.close()
    opened = offices.open_office(plain_path, seat)
    try:
        assert undoing.undo() == "Import of 2 providers from Roster.xlsx"
        assert dump() == before
    finally:
        opened.close()


def test_an_import_that_changes_nothing_writes_nothing(office, roster):
    run(roster)
    before, newest = dump(), history.newest()
    outcome = run(roster)
    assert (outcome.step, outcome.same, outcome.rejected) == (None, 2, 1)
    assert dump() == before and history.newest() == newest


def test_nothing_private_reaches_an_office_that_is_not_encrypted(office, roster):
    plan = prepared(roster).plan
    assert len(plan.left_out) == 2
    importing.apply(plan, today=date(2026, 11, 24))
    cells = database.execute_sql("SELECT group_concat(cells) FROM source_row").fetchone()[0]
    everything = cells + json.dumps(dump())
    assert "1970-01-02" not in everything and "45-6789" not in everything
    assert [p.birth_date for p in Provider.select()] == [None, None]


UNKNOWN = ["Last Name", "First Name", "NPI", "SSN/TIN", "B-Day", "SSN4", "Soc", "Ident", "Shirt"]
UNREAD = [
    ["Ngo", "Ann", "1234567893", "123-45-6789", date(1970, 1, 2), "6789", "123456789", "123-45-6789", "M"],
    ["Wrong", "Ed", "1382810864", "987-65-4321", "3/4/1971", "4321", 987654321, "987-65-4321", "XL"],
]
SECRETS = ("45-6789", "1970", "6789", "65-4321", "3/4", "1971", "4321")


def test_what_is_private_under_headings_that_are_not_known_is_kept_nowhere_and_told(office, tmp_path):
    path = written(tmp_path / "Roster.xlsx", UNREAD, UNKNOWN)
    plan = prepared(path).plan
    labels = ["D: SSN/TIN", "E: B-Day", "F: SSN4", "G: Soc", "H: Ident"]
    assert all(label in said for label, said in zip(labels, plan.left_out, strict=True))
    told = [q for q in plan.summary()["questions"] if "not encrypted" in q["chosen"]]
    assert [q["about"].partition(" (")[0] for q in told] == [f"Column {label}" for label in labels]
    assert importing.apply(plan, today=date(2026, 11, 24)).rejected == 1
    cells = database.execute_sql("SELECT group_concat(cells) FROM source_row").fetchone()[0]
    refusing.save(plan, tmp_path / "Refused.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "Refused.xlsx").active
    refused = [[str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
    assert refused[0] == [*UNKNOWN, "Reason"] and refused[1][:3] == ["Wrong", "Ed", "1382810864"]
    assert '"M"' in cells and refused[1][8] == "XL"
    for secret in SECRETS:
        everything = cells + json.dumps(dump()) + "".join(refused[1][3:])
        assert secret not in re.sub(r"[0-9a-f]{32,}|1234567893", "", everything)  # a hash may hold any four digits


def test_known_private_columns_are_not_in_the_refused_rows_either(office, tmp_path):
    rows = [[*ROWS[2][:6], date(1970, 1, 2), "123-45-6789", "Surgery"]]
    plan = prepared(written(tmp_path / "Roster.xlsx", rows)).plan
    refusing.save(plan, tmp_path / "Refused.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "Refused.xlsx").active
    assert [sheet["G2"].value, sheet["H2"].value, sheet["I2"].value] == [None, None, "Surgery"]


def test_an_encrypted_office_keeps_nothing_of_ssns_that_are_not_read(sealed_office, tmp_path):
    plan = prepared(written(tmp_path / "Roster.xlsx", UNREAD, UNKNOWN)).plan
    assert not plan.left_out
    importing.apply(plan, today=date(2026, 11, 24))
    assert source_of(1, "Sheet", 2)[0][3:] == [None] * 5 + ["M"]
    refusing.save(plan, tmp_path / "Refused.xlsx")
    assert openpyxl.load_workbook(tmp_path / "Refused.xlsx").active["D2"].value is None


AGED = [
    "Last Name",
    "First Name",
    "NPI",
    "Office Phone",
    "Pager",
    "Dept",
    "IL License #",
    "Lic Exp",
    "CAQH ID",
    "Appt To",
]
OLD = ["Ngo", "Ann", "1234567893", "312-555-0101", "312-555-0777", "Surgery", "036-1", "7/31/2026", "111", "1/31/2027"]


def aged(tmp_path, name, values):
    """The plan of a roster of one row, whose name says which day it stands for."""
    return prepared(written(tmp_path / name, [[values.get(h, o) for h, o in zip(AGED, OLD, strict=True)]], AGED)).plan


def test_an_older_roster_overwrites_nothing_that_was_set_since(office, tmp_path, clock):
    importing.apply(aged(tmp_path, "Roster 2026-06-30.xlsx", {}), today=date(2026, 11, 24))
    news = {"Office Phone": "312-555-0102", "Dept": "Medicine", "Lic Exp": "7/31/2029", "CAQH ID": "222"}
    importing.apply(aged(tmp_path, "Roster 2026-10-31.xlsx", news | {"Pager": ""}), today=date(2026, 11, 24))
    with history.step("The pager was given back"):
        Provider.update(pager="").execute()
    before = dump()
    older = {"Office Phone": "312-555-0199", "Lic Exp": "7/31/2032", "Appt To": "1/31/2028", "CAQH ID": "333"}
    plan = aged(tmp_path, "Roster 2026-09-30.xlsx", older)
    kept = [q["about"] for q in plan.summary()["questions"] if q["chosen"] == "kept ours"]
    for said in (
        "Office phone (312) 555-0102, set after Sep 30 2026, for which the roster stands; the file says (312) 555-0199.",
        "Pager (blank), set after Sep 30 2026, for which the roster stands; the file says (312) 555-0777.",
        "Department Medicine, set after Sep 30 2026, for which the roster stands; the file says Surgery.",
        "License expires Jul 31 2029, set after Sep 30 2026, for which the roster stands; the file says Jul 31 2032.",
        "CAQH ID 222, set after Sep 30 2026, for which the roster stands; the file says 333.",
    ):
        assert any(each.endswith("Kept ours: " + said) for each in kept), said
    assert [c["field"] for c in plan.summary()["changes"]] == ["Appointment to"], (
        "ours is of June, older than September"
    )
    importing.apply(plan, today=date(2026, 11, 24))
    after = dump()
    assert {tbl for tbl in before if before[tbl] != after[tbl]} == {"appointment", "roster_import"}


def test_a_newer_roster_overwrites_and_so_does_one_that_says_no_day(office, tmp_path):
    importing.apply(aged(tmp_path, "Roster 2026-06-30.xlsx", {}), today=date(2026, 11, 24))
    for name in ("Roster 2026-07-31.xlsx", "Roster.xlsx", "Roster 2026-06-30.xlsx"):
        plan = aged(tmp_path, name, {"Office Phone": "312-555-0102"})
        assert [c["field"] for c in plan.summary()["changes"]] == ["Office phone"]


def test_what_was_set_and_undone_does_not_make_a_value_newer(office, tmp_path):
    importing.apply(aged(tmp_path, "Roster 2026-06-30.xlsx", {}), today=date(2026, 11, 24))
    importing.apply(aged(tmp_path, "Roster.xlsx", {"Office Phone": "312-555-0102"}), today=date(2026, 11, 24))
    older = {"Office Phone": "312-555-0199"}
    assert not aged(tmp_path, "Roster 2026-09-30.xlsx", older).summary()["changes"]
    undoing.undo()
    assert len(aged(tmp_path, "Roster 2026-09-30.xlsx", older).summary()["changes"]) == 1
    undoing.redo()
    assert not aged(tmp_path, "Roster 2026-09-30.xlsx", older).summary()["changes"]


def test_an_encrypted_office_keeps_birth_dates_and_the_last_four(sealed_office, roster):
    assert PASSPHRASE and run(roster).added == 2
    person = Provider.get(npi="1234567893")
    assert (person.birth_date, person.ssn_last4) == (date(1970, 1, 2), "6789")
    cells = source_of(1, "Sheet", 2)[0]
    assert cells[7] == "…6789" and "123-45-6789" not in json.dumps(cells)


def test_every_row_of_the_file_is_kept_with_the_person_it_became(office, roster):
    run(roster)
    rows = database.execute_sql("SELECT row, provider_id, cells FROM source_row ORDER BY row").fetchall()
    assert [(row, person) for row, person, _ in rows] == [(2, 1), (3, 2), (4, None)]
    assert json.loads(rows[2][2])[:3] == ["Wrong", "Ed", "1382810864"]


def test_a_plan_for_another_state_of_the_office_is_refused(office, roster, make):
    plan = prepared(roster).plan
    make(Provider, last="Somebody")
    before = dump()
    with pytest.raises(WorkbenchError, match="The office changed since"):
        importing.apply(plan, today=date(2026, 11, 24))
    assert dump() == before


def test_a_step_that_came_to_nothing_does_not_spoil_a_plan(office, roster):
    plan = prepared(roster).plan
    with history.step("Nothing"):
        pass
    assert importing.apply(plan, today=date(2026, 11, 24)).added == 2


def test_stopping_in_the_middle_leaves_nothing(office, roster):
    plan, before = prepared(roster).plan, dump()

    def stop(done, total):
        if done > 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        importing.apply(plan, today=date(2026, 11, 24), progress=stop)
    assert dump() == before
    assert importing.apply(plan, today=date(2026, 11, 24)).added == 2


def test_ids_of_an_undone_import_are_not_used_again(office, roster):
    run(roster)
    undoing.undo()
    run(roster)
    assert [p.id for p in Provider.select().order_by(Provider.id)] == [3, 4]


def test_refused_rows_are_saved_with_the_reason_and_come_back_once_mended(office, roster, tmp_path):
    plan = prepared(roster).plan
    importing.apply(plan, today=date(2026, 11, 24))
    path = tmp_path / "Refused.xlsx"
    assert refusing.save(plan, path) == 1
    sheet = openpyxl.load_workbook(path).active
    assert [cell.value for cell in sheet[1]] == [*HEADINGS, "Reason"]
    assert "check digit" in sheet["J2"].value
    again = prepared(path).plan
    assert again.counts["rejected"] == 1 and again.rows[0].provider == "Wrong, Ed"
    choices = Choices(corrections={(again.rows[0].sheet, again.rows[0].number, "provider.npi"): ""})
    assert prepared(path, choices=choices).plan.counts["new"] == 1


def test_refused_rows_keep_the_day_that_they_are_of(office, tmp_path):
    row = ["Ngo", "Ann", "1234567893", "036-1", "IL", date(2027, 7, 31)]
    run(written(tmp_path / "now.xlsx", [row], HEADINGS[:6]))
    old = prepared(written(tmp_path / "old 2020-01-31.xlsx", [[*row[:5], "02/30/2030"]], HEADINGS[:6])).plan
    assert old.counts["rejected"] == 1 and refusing.save(old, tmp_path / "refused.xlsx") == 1
    book = openpyxl.load_workbook(tmp_path / "refused.xlsx")
    book.active["F2"] = "01/10/2020"
    book.save(tmp_path / "mended.xlsx")
    again = prepared(tmp_path / "mended.xlsx").plan
    assert again.as_of == date(2020, 1, 31) and again.counts["same"] == 1, "ours is newer than the file it came from"


def test_refused_rows_say_what_was_typed_in_the_review_and_what_is_wrong_with_that(office, roster, tmp_path):
    place = prepared(roster).plan.of("rejected")[0].place
    choices = Choices(corrections={(*place, "provider.npi"): "1382810865", (*place, "provider.degree"): "MD"})
    plan = prepared(roster, choices=choices).plan
    (row,) = plan.of("rejected")
    assert plan.summary()["problems"][0]["value"] == row.shown("provider.npi") == "1382810865"
    refusing.save(plan, tmp_path / "Refused.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "Refused.xlsx").active
    headings, said = ([cell.value for cell in line] for line in sheet)
    refused = dict(zip(headings, said, strict=True))
    assert (refused["NPI"], refused["Reason"]) == ("1382810865", "NPI fails its check digit.")
    assert refused["Degree"] == "MD"
    importing.apply(plan, today=date(2026, 11, 24))
    assert "1382810865" not in json.dumps(source_of(1, *place)[0])
    again = prepared(tmp_path / "Refused.xlsx").plan
    (row,) = again.rows
    assert (row.values["provider.degree"], row.shown("provider.npi")) == ("MD", "1382810865")


def test_a_blank_that_was_typed_erases_nothing_of_ours(office, tmp_path):
    headings, ngo = ["Last Name", "First Name", "NPI", "Pager"], ["Ngo", "Ann", "1234567893"]
    run(written(tmp_path / "Roster.xlsx", [[*ngo, "(312) 555-0101"]], headings))
    path = written(tmp_path / "Later.xlsx", [[*ngo, "beep"], ["Poe", "Tim", "1382810863", None]], headings)
    choices = Choices(corrections={("Sheet", 2, "provider.pager"): ""}, erasing=frozenset({"provider.pager"}))
    assert prepared(path, choices=choices).plan.row(("Sheet", 2)).result == "same"


def test_the_plan_follows_choices_and_columns_without_reading_the_file_again(office, roster):
    first = prepared(roster)
    roster.unlink()
    sheet = first.readings[0].name
    without = importing.replan(first, choices=Choices(without=frozenset({(sheet, 4)})))
    assert (without.plan.counts["new"], without.plan.counts["rejected"]) == (3, 0)
    changed = importing.replan(without, corrected={sheet: Correction(columns={8: None})})
    assert changed.plan.counts["new"] == 3 and not changed.plan.new_list_entries
    assert without.plan.new_list_entries == [("Department", "Wound Care")]


def test_a_read_only_office_says_so_and_changes_nothing(plain_path, seat, roster):
    opened = offices.open_office(plain_path, seat, read_only=True)
    try:
        plan = prepared(roster).plan
        with pytest.raises(WorkbenchError, match="reading only"):
            importing.apply(plan, today=date(2026, 11, 24))
    finally:
        opened.close()


def test_a_roster_speaks_of_the_newest_term_of_an_appointment(office, make, tmp_path):
    person = make(Provider, last="Ngo", first="Ann", npi="1234567893")
    for starts, ends in ((date(2023, 1, 1), date(2024, 12, 31)), (date(2025, 1, 1), date(2026, 12, 31))):
        make(Appointment, provider=person, starts=starts, ends=ends)
    headings = ["Last Name", "First Name", "NPI", "Appointment To"]
    run(written(tmp_path / "Terms.xlsx", [["Ngo", "Ann", "1234567893", date(2027, 6, 30)]], headings))
    kept = Appointment.select().order_by(Appointment.starts)
    assert [(each.starts, each.ends) for each in kept] == [
        (date(2023, 1, 1), date(2024, 12, 31)),
        (date(2025, 1, 1), date(2027, 6, 30)),
    ]


def test_what_the_look_of_a_refused_row_said_comes_back_with_it(office, tmp_path):
    from openpyxl.comments import Comment
    from openpyxl.styles import Font, PatternFill

    book = openpyxl.Workbook()
    book.active.title = "Staff"
    for row in (["Last", "First", "NPI", "Email", "Office Phone"], ["Boe", "Bo", "1234567893", "b@x", "312-555-0101"],
                ["Coe", "Cy", "1382810863", "c@x", "312-555-0102"]):  # fmt: skip
        book.active.append(row)
    for cell in book.active[2]:
        cell.font = Font(strike=True)
    for cell in book.active[3]:
        cell.fill = PatternFill("solid", fgColor="FFFF00")
    book.active["E3"].font = Font(strike=True)
    book.active["B3"].comment = Comment("Called 11/3", "Sue")
    book.save(tmp_path / "Roster.xlsx")
    made = prepared(tmp_path / "Roster.xlsx")
    answers = {(each.mark.sheet, each.mark.key): each.mark for each in made.plan.marks}
    said = {
        key: "Resigned" if "struck" in mark.says else "Applicant"
        for key, mark in answers.items()
        if "crossed" not in mark.key
    }
    plan = importing.replan(made, choices=Choices(answers=Answers(marks=said))).plan
    assert plan.counts["rejected"] == 2
    refusing.save(plan, tmp_path / "Refused.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "Refused.xlsx")
    heads = [cell.value for cell in sheet.active[1]]
    for line in (2, 3):
        sheet.active.cell(line, heads.index("Email") + 1).value = f"a{line}@example.org"
    sheet.save(tmp_path / "Refused.xlsx")
    again = prepared(tmp_path / "Refused.xlsx").plan
    statuses = [choosing.choice("status", row.values["provider.status"]) for row in again.rows]
    assert statuses == ["Resigned", "Applicant"]
    assert "Called 11/3" in again.rows[1].values["provider.notes"] and "provider.phone" not in again.rows[1].values


def test_a_status_that_everybody_has_gets_no_column_of_its_own(office, tmp_path, make):
    path = written(tmp_path / "Active Staff.xlsx", [["Wrong", "Ed", "1234567890"]], ["Last Name", "First Name", "NPI"])
    book = openpyxl.load_workbook(path)
    book.active.title = "Active"
    book.save(path)
    refusing.save(prepared(path).plan, tmp_path / "Refused.xlsx")
    assert [cell.value for cell in openpyxl.load_workbook(tmp_path / "Refused.xlsx").active[1]] == [
        "Last Name", "First Name", "NPI", "Reason"]  # fmt: skip
