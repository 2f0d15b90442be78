"""A list goes out, is edited in a spreadsheet, and comes back: only what was edited is taken, and nothing is taken silently."""

import zipfile
from datetime import date, timedelta

import openpyxl
import pytest

from tests.actions.returning_office import KEY, LAUNCH, NPIS, back, edit, people, results, sent
from tests.conftest import TODAY, dump, make_record, source_of
from workbench.actions import editing, exporting, importing, offices, returning
from workbench.actions.importing import Prepared
from workbench.actions.renewing import renew
from workbench.errors import Cancelled, WorkbenchError
from workbench.lists.named import list_named
from workbench.lists.then import ListThen
from workbench.records.credential import Credential
from workbench.records.desk import Note, Task
from workbench.records.identity import Identity
from workbench.records.office_lists import Department, Facility
from workbench.records.provider import PROVIDERS, Provider
from workbench.sheets.decisions import Choices
from workbench.sheets.returned import FILE, OURS, Decided
from workbench.store import history, settings
from workbench.store.asof import Past


@pytest.fixture
def three(office):
    return people()


@pytest.fixture
def path(tmp_path):
    return tmp_path / "list.xlsx"


def ours(last, **values):
    """Somebody changes a person here."""
    with history.step("Change here"):
        Provider.update(**values).where(Provider.last == last).execute()


def the(plan, group):
    (row,) = [row for row in plan.rows if row.result == group]
    return row


def test_an_untouched_file_says_that_nothing_changed(three, path):
    before, plan = dump(), back(sent(path)).plan
    assert plan.untouched and results(plan) == {"same": 3} and not plan.writes
    assert returning.apply(plan, today=TODAY).step is None and dump() == before


def test_an_edit_is_taken_and_is_one_step(three, path, assert_undoable):
    edit(sent(path), lambda e: e.set(e.row_of("Okafor"), "Phone", "(312) 555-0199"))
    plan = back(path).plan
    assert results(plan) == {"changed": 1, "same": 2}
    assert the(plan, "changed").happens == "Phone: (312) 555-0101 ⇒ (312) 555-0199."
    assert_undoable(lambda: returning.apply(plan, today=TODAY))
    assert [p.phone for p in Provider.select().order_by(Provider.last)] == [
        "(312) 555-0101",
        "(312) 555-0199",
        "(312) 555-0101",
    ]
    assert history.next_undo().name == "Import of 1 edited provider from list.xlsx"


def test_what_changed_here_meanwhile_stays(three, path):
    edit(sent(path), lambda e: e.set(e.row_of("Okafor"), "Cell", "(312) 555-0198"))
    ours("Adams", phone="(312) 555-0155")
    ours("Okafor", fax="(312) 555-0144")
    plan = back(path).plan
    assert results(plan) == {"changed": 1, "meanwhile": 1, "same": 1}
    assert the(plan, "meanwhile").happens == "Changed here meanwhile: Phone. Ours stays."
    returning.apply(plan, today=TODAY)
    assert Provider.get(Provider.last == "Adams").phone == "(312) 555-0155"
    okafor = Provider.get(Provider.last == "Okafor")
    assert (okafor.fax, okafor.cell) == ("(312) 555-0144", "(312) 555-0198")


def test_where_both_changed_it_asks_and_shows_all_three(three, path):
    edit(sent(path), lambda e: e.set(e.row_of("Okafor"), "Phone", "(312) 555-0199"))
    ours("Okafor", phone="(312) 555-0155")
    came = back(path)
    row = the(came.plan, "clash")
    (clash,) = row.edits
    assert (clash.was, clash.ours, clash.file) == ("(312) 555-0101", "(312) 555-0155", "(312) 555-0199")
    assert not came.plan.writes and came.plan.summary()["doubtful"] == 1
    for side, phone in ((OURS, "(312) 555-0155"), (FILE, "(312) 555-0199")):
        decided = returning.replan(came, Decided(sides={(*row.place, "phone"): side}))
        assert results(decided.plan) == ({"changed": 1, "same": 2} if side == FILE else {"same": 3})
        returning.apply(decided.plan, today=TODAY)
        assert Provider.get(Provider.last == "Okafor").phone == phone


def test_the_same_change_in_both_is_no_question(three, path):
    edit(sent(path), lambda e: e.set(e.row_of("Okafor"), "Phone", "(312) 555-0199"))
    ours("Okafor", phone="(312) 555-0199")
    assert results(back(path).plan) == {"same": 3}


def test_an_emptied_cell_is_an_edit_and_says_so(three, path):
    edit(sent(path), lambda e: e.set(e.row_of("Okafor"), "Phone", None))
    plan = back(path).plan
    assert the(plan, "changed").happens == "Phone: (312) 555-0101 ⇒ empty."
    returning.apply(plan, today=TODAY)
    assert Provider.get(Provider.last == "Okafor").phone == ""


def test_an_emptied_row_erases_nothing(three, path):
    def clear(e):
        row = e.row_of("Okafor")
        for cell in e.sheet[row][:-1]:
            cell.value = None

    plan = back(edit(sent(path), clear)).plan
    assert results(plan) == {"same": 2, "skipped": 1} and not plan.writes


def test_a_deleted_row_deletes_nobody_and_is_listed(three, path):
    edit(sent(path), lambda e: e.sheet.delete_rows(e.row_of("Okafor")))
    plan = back(path).plan
    assert [title for _, title in plan.absent] == ["Okafor, Adaeze, MD"] and not plan.untouched and not plan.writes
    said = plan.questions()[-1]
    assert (said.rows, said.chosen) == (1, "kept as they are") and "Okafor" in said.about


def test_a_column_under_another_heading_is_asked_about(three, path):
    def rename(e):
        e.set(e.row_of("Okafor"), "Phone", "(312) 555-0199")
        cell = next(cell for row in e.sheet.iter_rows() for cell in row if cell.value == "Phone")
        cell.value = "Office phone"

    edit(sent(path), rename)
    plan = back(path).plan
    (question,) = [each for each in plan.questions() if "Office phone" in each.about]
    assert question.about.endswith("of the list and not in the file: Phone") and "headings back" in question.chosen


def test_sorting_moving_columns_and_columns_of_ones_own_change_nothing(three, path):
    def rearrange(e):
        rows = sorted(
            ([c.value for c in row] for row in e.sheet.iter_rows(min_row=2)), key=lambda r: r[1], reverse=True
        )
        for number, values in enumerate(rows, 2):
            e.write(number, values)
        e.sheet.insert_cols(3, 2)
        e.sheet.cell(1, 3).value, e.sheet.cell(2, 3).value = "My notes", "call back"
        e.sheet.delete_cols(e.at("Fax"))
        e.sheet.insert_rows(1, 2)
        e.sheet.cell(1, 1).value = "Our list, for the chair"

    plan = back(edit(sent(path), rearrange)).plan
    assert results(plan) == {"same": 3} and plan.unread == ["C: My notes"]
    assert plan.summary()["sheets"][0]["heading_row"] == 3
    assert plan.summary()["sheets"][0]["columns"]["C: My notes"] is None


def test_a_copied_row_asks_whose_it_is(three, path):
    def copy(e):
        values = e.values(e.row_of("Okafor"))
        e.write(e.sheet.max_row + 1, values)
        e.set(e.sheet.max_row, "First name", "Chidi")
        e.set(e.sheet.max_row, "NPI", None)

    came = back(edit(sent(path), copy))
    row = the(came.plan, "doubtful")
    assert (row.number, row.happens) == (5, "Its key is that of row 3 too.") and not came.plan.writes
    assert row.candidates[0].name == "Okafor, Adaeze, MD"
    assert [(each.heading, each.ours, each.file) for each in row.edits] == [
        ("First name", "Adaeze", "Chidi"),
        ("NPI", NPIS[1], ""),
    ]
    as_change = returning.replan(came, Decided(rows={row.place: row.candidates[0].key}))
    assert [r.number for r in as_change.plan.rows if r.result == "changed"] == [5]
    as_new = returning.replan(came, Decided(rows={row.place: "new"}))
    returning.apply(as_new.plan, today=TODAY)
    assert Provider.select().where(Provider.last == "Okafor").count() == 2


def test_an_exact_copy_asks_too(three, path):
    edit(sent(path), lambda e: e.write(9, e.values(3)))
    assert results(back(path).plan) == {"same": 3, "doubtful": 1}


def test_a_key_that_was_drawn_down_is_none_and_asks(three, path):
    def draw(e):
        key = e.get(2, KEY)
        e.set(4, KEY, key[:-1] + ("0" if key[-1] != "0" else "1"))

    row = the(back(edit(sent(path), draw)).plan, "doubtful")
    assert row.happens == "Its key is none that went out."


def test_without_the_keys_the_ids_tell_the_rows(three, path):
    def cut(e):
        e.sheet.delete_cols(e.at(KEY))
        e.set(e.row_of("Young"), "Section", "Trauma")

    assert results(back(edit(sent(path), cut)).plan) == {"changed": 1, "same": 2}


def test_without_the_ids_the_keys_tell_the_rows(three, path):
    def cut(e):
        e.sheet.delete_cols(1)
        e.set(e.row_of("Young"), "Section", "Trauma")

    assert results(back(edit(sent(path), cut)).plan) == {"changed": 1, "same": 2}


def test_an_added_row_goes_the_way_of_any_import(three, path):
    def add(e):
        row = e.sheet.max_row + 1
        for heading, value in (("Last name", "Zhou"), ("First name", "Li"), ("Degree", "MD"), ("NPI", "1679576722")):
            e.set(row, heading, value)
        e.set(row + 1, "Last name", "Okafor")
        e.set(row + 1, "First name", "Adaeze")

    plan = back(edit(sent(path), add)).plan
    assert results(plan) == {"new": 1, "doubtful": 1, "same": 3}
    assert the(plan, "doubtful").happens.startswith("Matches Okafor, Adaeze, MD")
    returning.apply(plan, today=TODAY)
    assert Provider.get(Provider.last == "Zhou").npi == "1679576722" and Provider.select().count() == 4


def test_an_edited_value_is_judged_as_in_the_form(three, path):
    def spoil(e):
        e.set(2, "NPI", "1477552868")
        e.set(3, "State", "ZZ")
        e.set(4, "Last name", None)

    plan = back(edit(sent(path), spoil)).plan
    said = [problem.message for row in plan.rows for problem in row.problems]
    assert said == [
        "NPI fails its check digit.",
        "“ZZ” is not a state: two letters, like IL.",
        "Last name is needed.",
    ]
    assert results(plan) == {"rejected": 3} and not plan.writes


def test_what_was_wrong_before_keeps_nobody_from_mending_something_else(three, path):
    ours("Okafor", npi="123")
    edit(sent(path), lambda e: e.set(e.row_of("Okafor"), "Section", "Renal"))
    assert results(back(path).plan) == {"changed": 1, "same": 2}


def test_an_npi_of_somebody_else_is_refused_and_a_swap_is_not(three, path):
    first, second = three[0].npi, three[1].npi
    edit(sent(path), lambda e: e.set(2, "NPI", second))
    assert the(back(path).plan, "rejected").problems[0].message == "This NPI is that of Okafor, Adaeze, MD."

    def swap(e):
        e.set(2, "NPI", second)
        e.set(3, "NPI", first)

    plan = back(edit(sent(path), swap)).plan
    assert results(plan) == {"changed": 2, "same": 1}
    returning.apply(plan, today=TODAY)
    assert Provider.get_by_id(three[0].id).npi == second


def test_a_department_that_is_not_in_the_list_is_proposed_and_another_spelling_is_not(three, path):
    make_record(Department, name="Obstetrics and Gynecology Service")

    def move(e):
        e.set(2, "Department", "Wound Care")
        e.set(3, "Department", "wound care")
        e.set(4, "Department", "Obstetrics & Gynecology Service")

    plan = back(edit(sent(path), move)).plan
    assert [name for _, name in plan.new_list_entries] in (["Wound Care"], ["Wound Care", "wound care"])
    returning.apply(plan, today=TODAY)
    assert Department.select().where(Department.name == "wound care").count() == 1
    assert Provider.get(Provider.last == "Young").department.name == "Obstetrics and Gynecology Service"


def test_a_number_that_lost_its_zeros_in_excel_was_not_edited(three, path):
    def numbers(e):
        e.set(2, "ZIP", 2139)
        e.set(2, "NPI", int(e.get(2, "NPI")))
        e.set(3, "ZIP", 2140)

    plan = back(edit(sent(path), numbers)).plan
    assert the(plan, "changed").happens == "ZIP: 02139 ⇒ 02140."
    returning.apply(plan, today=TODAY)
    assert Provider.get(Provider.last == "Okafor").zip == "02140"


def test_a_zip_that_lost_a_digit_by_hand_gets_no_zero(three, path):
    plan = back(edit(sent(path), lambda e: e.set(3, "ZIP", "0213"))).plan
    assert [row.result for row in plan.rows if row.result != "same"] == ["rejected"]


# Credentials


def term(last, **more):
    return Credential.get(Credential.number == f"036-{last}", *[getattr(Credential, n) == v for n, v in more.items()])


def test_a_later_day_is_a_renewal_that_keeps_the_old_term(three, path, assert_undoable):
    edit(sent(path, "credentials"), lambda e: e.set(e.row_of("Okafor"), "Expires", date(2030, 7, 31)))
    plan = back(path).plan
    assert the(plan, "changed").happens == "Renewed to Jul 31 2030, and the term before stays."
    assert_undoable(lambda: returning.apply(plan, today=TODAY))
    assert term("Okafor", past=True).expires == date(2027, 7, 31)
    new = term("Okafor", past=False)
    assert (new.expires, new.verified, new.state) == (date(2030, 7, 31), None, "IL")


def test_a_later_day_can_be_said_to_correct_the_term(three, path):
    edit(sent(path, "credentials"), lambda e: e.set(e.row_of("Okafor"), "Expires", date(2030, 7, 31)))
    came = back(path)
    row = the(came.plan, "changed")
    plan = returning.replan(came, Decided(corrects=frozenset({row.place}))).plan
    assert "waits to be verified again" in the(plan, "changed").happens
    returning.apply(plan, today=TODAY)
    only = term("Okafor")
    assert (only.expires, only.past, only.verified, only.source) == (date(2030, 7, 31), False, None, "")
    assert Credential.select().count() == 3


def test_an_earlier_day_waits_and_once_chosen_corrects_the_term_that_is_to_be_verified_again(three, path):
    edit(sent(path, "credentials"), lambda e: e.set(e.row_of("Okafor"), "Expires", date(2027, 6, 30)))
    came = back(path)
    row = the(came.plan, "clash")
    assert not came.plan.writes and row.edits[0].why == "ours was verified on Jan 2 2026"
    decided = Decided(sides={(*row.place, row.edits[0].key): FILE})
    returning.apply(returning.replan(came, decided).plan, today=TODAY)
    only = term("Okafor")
    assert (only.expires, only.past, only.verified) == (date(2027, 6, 30), False, None)


def test_who_verified_what_is_told_and_not_taken(three, path):
    edit(sent(path, "credentials"), lambda e: e.set(2, "Verified", date(2026, 11, 1)))
    plan = back(path).plan
    assert results(plan) == {"same": 3} and not plan.writes and not plan.untouched
    assert plan.questions()[0].about == "“Verified” is only told in this list; what was edited in it is not taken"


def test_names_that_were_sorted_away_from_their_rows_ask(three, path):
    def slip(e):
        e.set(2, "Last name", "Okafor")
        e.set(2, "Number", "036-9")

    row = the(back(edit(sent(path, "credentials"), slip)).plan, "doubtful")
    assert row.happens == "The row names somebody else than its record is of."


def test_what_was_renewed_here_meanwhile_asks(three, path):
    edit(sent(path, "credentials"), lambda e: e.set(e.row_of("Okafor"), "Expires", date(2030, 7, 31)))
    assert renew(term("Okafor"), date(2029, 7, 31)) == []
    row = the(back(path).plan, "clash")
    assert row.notes == ["It was renewed here meanwhile: Jul 31 2029."]


def test_what_was_renewed_here_to_the_same_day_changes_nothing(three, path):
    edit(sent(path, "credentials"), lambda e: e.set(e.row_of("Okafor"), "Expires", date(2030, 7, 31)))
    assert renew(term("Okafor"), date(2030, 7, 31)) == []
    assert results(back(path).plan)["same"] == 3


def test_a_copied_credential_that_is_a_new_one_finds_its_person(three, path):
    def copy(e):
        e.write(9, e.values(e.row_of("Okafor")))
        e.set(9, "Number", "125-777")
        e.set(9, "State", "WI")

    came = back(edit(sent(path, "credentials"), copy))
    row = the(came.plan, "doubtful")
    plan = returning.replan(came, Decided(rows={row.place: "new"})).plan
    assert [(r.number, r.result) for r in plan.rows if r.result != "same"] == [(9, "changed")]
    returning.apply(plan, today=TODAY)
    assert Credential.get(Credential.number == "125-777").provider.last == "Okafor" and Provider.select().count() == 3


def test_an_added_credential_finds_its_person(three, path):
    def add(e):
        row = e.sheet.max_row + 1
        for heading, value in (
            ("NPI", three[2].npi),
            ("Last name", "Young"),
            ("First name", "Cy"),
            ("Kind", "DEA registration"),
            ("Number", "AY1234563"),
            ("Expires", date(2028, 1, 31)),
        ):
            e.set(row, heading, value)

    plan = back(edit(sent(path, "credentials"), add)).plan
    assert results(plan) == {"changed": 1, "same": 3}
    returning.apply(plan, today=TODAY)
    assert Credential.get(Credential.number == "AY1234563").provider == three[2]


# Any other list


def test_rows_of_any_list_are_edited_and_added(three, path):
    make_record(Note, provider=three[0], said=TODAY, by="Ann", text="Call back")

    def write(e):
        e.set(2, "Note", "Called\nback")
        e.write(3, [None, "Young, Cy, DO", date(2026, 11, 20), "Bo", "Sent the form"])
        e.write(4, [None, "Nobody, At All", date(2026, 11, 20), "Bo", "Lost"])

    plan = back(edit(sent(path, "notes"), write)).plan
    assert results(plan) == {"changed": 1, "new": 1, "rejected": 1}
    assert the(plan, "rejected").problems[0].message == "There is no provider “Nobody, At All” in the office."
    returning.apply(plan, today=TODAY)
    assert [(n.provider.last, n.text) for n in Note.select().order_by(Note.id)] == [
        ("Adams", "Called\nback"),
        ("Young", "Sent the form"),
    ]


def test_a_task_that_repeats_comes_again_when_the_list_says_that_it_is_done(office, path, assert_undoable):
    make_record(Task, title="Screen everybody", due=TODAY, repeats="Weekly")
    edit(sent(path, "tasks"), lambda e: e.set(2, "Done", "Yes"))
    plan = back(path).plan
    assert_undoable(lambda: returning.apply(plan, today=TODAY))
    assert [each.done for each in Task.select().order_by(Task.id)] == [True, False]


def test_an_added_row_like_one_that_is_there_asks(three, path):
    make_record(Note, provider=three[0], said=TODAY, by="Ann", text="Call back")
    edit(sent(path, "notes"), lambda e: e.write(3, [None, "Adams, Bo, MD", TODAY, "Bo", "Call back"]))
    came = back(path)
    row = the(came.plan, "doubtful")
    assert row.happens == "There is one like it already."
    as_new = returning.replan(came, Decided(rows={row.place: "new"}))
    returning.apply(as_new.plan, today=TODAY)
    assert Note.select().count() == 2
    as_change = returning.replan(came, Decided(rows={row.place: row.candidates[0].key}))
    (by,) = the(as_change.plan, "changed").edits
    assert (by.heading, by.ours, by.file) == ("By", "Ann", "Bo")


def test_a_name_that_only_one_may_have_is_refused_to_another(office, path):
    make_record(Facility, name="North")

    def rename(e):
        row = next(n for n in (2, 3) if e.get(n, "Facility") != "North")
        e.set(row, "Facility", "north")

    assert "is that of North" in the(back(edit(sent(path, "facilities"), rename)).plan, "rejected").problems[0].message


def test_a_list_that_the_program_keeps_takes_no_row(three, path):
    edit(sent(path, "imports"), lambda e: e.write(2, [None, "made.xlsx", TODAY]))
    assert the(back(path).plan, "rejected").happens.startswith("Imports are made by the program")


# Whose file it is


def test_a_list_of_another_office_is_a_roster_and_its_ids_mean_nothing(three, path):
    sent(path)
    with history.step("Another office"):
        settings.save(office_number="another")
    came = back(path)
    assert isinstance(came, Prepared)
    assert [row.result for row in came.plan.rows] == ["same"] * 3  # by NPI
    with history.step("Nobody has a number"):
        Provider.update(npi="").execute()
    assert {row.result for row in back(path).plan.rows} == {"doubtful"}


def test_a_deleted_record_comes_back_as_nothing(three, path):
    def write(e):
        e.set(e.row_of("Okafor"), "Section", "Renal")

    edit(sent(path), write)
    editing.delete(PROVIDERS, [three[0].id, three[1].id])
    plan = back(path).plan
    assert results(plan) == {"rejected": 1, "skipped": 1, "same": 1}
    assert "deleted here meanwhile" in the(plan, "rejected").happens
    assert "no longer here" in the(plan, "skipped").happens


def test_an_untouched_list_of_people_who_are_no_longer_here_is_not_the_same(three, path):
    sent(path)
    editing.delete(PROVIDERS, [person.id for person in three])
    plan = back(path).plan
    assert results(plan) == {"skipped": 3} and not plan.untouched and not plan.writes
    assert [(each.rows, "no longer here" in each.about) for each in plan.questions()] == [(3, True)]


def test_a_list_of_another_office_is_looked_at_as_any_other_xlsx(three, path):
    sent(path)
    with history.step("Another office"):
        settings.save(office_number="another")
    said = [question.chosen for question in importing.prepare(path, today=TODAY, launch=LAUNCH).plan.questions]
    assert not any("save it as xlsx" in each for each in said)


def test_a_zip_that_a_spreadsheet_took_for_a_number_gets_its_zero_back(three, path):
    ours("Okafor", zip="02139")
    edit(sent(path), lambda e: e.set(e.row_of("Okafor"), "ZIP", 2139))
    assert back(path).plan.untouched
    edit(path, lambda e: e.set(e.row_of("Okafor"), "ZIP", "2140"))
    assert the(back(path).plan, "changed").happens == "ZIP: 02139 ⇒ 02140."


def test_a_plan_of_an_office_that_changed_since_is_refused(three, path):
    edit(sent(path), lambda e: e.set(2, "Section", "Renal"))
    plan = back(path).plan
    ours("Young", section="Trauma")
    before = dump()
    with pytest.raises(WorkbenchError, match="changed since"):
        returning.apply(plan, today=TODAY)
    assert dump() == before


def test_a_stopped_import_writes_nothing(three, path):
    edit(sent(path), lambda e: e.set(2, "Section", "Renal"))
    plan, before = back(path).plan, dump()

    def stop(done, total):
        raise Cancelled

    with pytest.raises(Cancelled):
        returning.apply(plan, today=TODAY, progress=stop)
    assert dump() == before


def test_the_ordinary_import_still_reads_a_list_by_its_headings(three, path):
    plan = importing.prepare(sent(path), today=TODAY, launch=LAUNCH).plan
    assert {row.result for row in plan.rows} == {"same"} and plan.not_taken == []


def test_refused_rows_are_saved_with_their_reasons(three, path, tmp_path):
    edit(sent(path), lambda e: e.set(2, "NPI", "12"))
    assert returning.save_rejects(back(path).plan, tmp_path / "refused.xlsx") == 1
    rows = list(openpyxl.load_workbook(tmp_path / "refused.xlsx").active.values)
    assert rows[1][-1] == "An NPI has ten digits." and KEY not in rows[0]


def test_refused_rows_say_what_was_typed_in_the_review(three, path, tmp_path):
    came = back(edit(sent(path), lambda e: e.set(2, "NPI", "12")))
    row = the(came.plan, "rejected")
    typed = {(*row.place, "npi"): "what I typed", (*row.place, "section"): "Renal"}
    plan = returning.replan(came, Decided(Choices(corrections=typed))).plan
    returning.save_rejects(plan, tmp_path / "refused.xlsx")
    headings, said = openpyxl.load_workbook(tmp_path / "refused.xlsx").active.values
    refused = dict(zip(headings, said, strict=True))
    assert (refused["NPI"], refused["Section"]) == ("what I typed", "Renal")


def test_a_wrong_value_is_mended_or_left_out_in_the_review(three, path):
    def spoil(e):
        e.set(2, "NPI", "12")
        e.set(2, "Section", "Renal")

    came = back(edit(sent(path), spoil))
    row = the(came.plan, "rejected")
    mended = returning.replan(came, Decided(Choices(corrections={(*row.place, "npi"): "1679576722"}))).plan
    assert {edit.name: edit.new for edit in the(mended, "changed").edits} == {"npi": "1679576722", "section": "Renal"}
    without = returning.replan(came, Decided(Choices(without=frozenset({row.place})))).plan
    assert [edit.name for edit in the(without, "changed").taken] == ["section"]
    skipped = returning.replan(came, Decided(Choices(skipped=frozenset({row.place})))).plan
    assert results(skipped) == {"same": 2, "skipped": 1}


def test_the_marks_tell_nothing_of_a_column_that_was_deleted(three, path):
    edit(sent(path), lambda e: e.sheet.delete_cols(e.at("ZIP")))
    with zipfile.ZipFile(path) as archive:
        held = b"".join(archive.read(name) for name in archive.namelist())
    assert b"02139" not in held and b"(312) 555-0101" in held


def test_what_somebody_wrote_into_a_column_of_their_own_is_not_kept(three, path):
    def add(e):
        at = e.sheet.max_column + 1
        e.sheet.cell(1, at).value, e.sheet.cell(2, at).value = "SSN", "078-05-1120"
        e.set(2, "Section", "Renal")

    plan = back(edit(sent(path), add)).plan
    done = returning.apply(plan, today=TODAY)
    kept = source_of(done.import_id, "Providers", 2)[0]
    assert "Renal" in kept and "078-05-1120" not in kept


def test_a_stopped_export_leaves_no_file(three, path):
    def stop(done, total):
        raise Cancelled

    listed = list_named("providers")
    with pytest.raises(Cancelled):
        exporting.export(listed, listed.ids(today=TODAY), path, TODAY, progress=stop)
    assert list(path.parent.glob("*.xlsx*")) == []


def test_rows_are_conserved(three, path):
    edit(sent(path), lambda e: e.write(7, e.values(2)))
    said = back(path).plan.summary()
    assert said["rows"] == sum(said[name] for name in ("added", "changed", "same", "skipped", "rejected", "doubtful"))
    assert said["rows"] == 4


def test_the_office_that_is_new_has_a_number_of_its_own(tmp_path, seat):
    numbers = set()
    for name in ("a", "b"):
        office = offices.new_office(tmp_path / f"{name}.workbench", seat)
        numbers.add((settings.load(Identity).office_number, settings.load(Identity).file_secret))
        office.close()
    assert len(numbers) == 2 and all(len(number) == 16 and len(secret) == 32 for number, secret in numbers)


def test_a_list_of_a_day_gone_by_takes_only_what_was_edited_and_asks_where_ours_changed_since(three, path, clock):
    clock.now += timedelta(30)
    ours("Adams", phone="(312) 555-0155")
    ours("Okafor", phone="(312) 555-0155")
    staff = list_named("providers")
    then = ListThen(staff, Past(TODAY))
    exporting.export(then, then.ids(today=TODAY), path, TODAY)
    edit(path, lambda e: e.set(e.row_of("Okafor"), "Phone", "(312) 555-0199"))
    came = back(path)
    assert results(came.plan) == {"clash": 1, "meanwhile": 1, "same": 1}
    (clash,) = the(came.plan, "clash").edits
    assert (clash.was, clash.ours, clash.file) == ("(312) 555-0101", "(312) 555-0155", "(312) 555-0199")
    returning.apply(came.plan, today=TODAY)
    assert Provider.get(Provider.last == "Adams").phone == "(312) 555-0155", "the past overwrites nothing"


def test_a_word_close_to_an_entry_of_the_list_is_not_added_and_lifetime_is_no_day(three, path):
    plan = back(edit(sent(path), lambda e: e.set(2, "Department", "Srugery"))).plan
    assert plan.new_list_entries == [] and "is it “Surgery”?" in the(plan, "rejected").problems[0].message
    (problem,) = plan.summary()["problems"]
    assert problem["column"].endswith(": Department") and problem["column"].partition(":")[0].isalpha()
    edit(sent(path, "credentials"), lambda e: e.set(e.row_of("Okafor"), "Expires", "Lifetime"))
    assert "write Lifetime in its own column" in the(back(path).plan, "rejected").problems[0].message
