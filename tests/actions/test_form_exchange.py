"""Forms come in and go out as sheets: an exported form changes nothing, and a bad row stands beside its problem."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.sheets.sheet_tables import LAUNCH
from workbench.actions import form_exchange, privilege_forms, starting_forms
from workbench.errors import WorkbenchError
from workbench.records.application import Application
from workbench.records.office_lists import Specialty
from workbench.records.privilege import HeldPrivilege, Privilege, PrivilegeForm, PrivilegeRequest
from workbench.records.provider import Provider
from workbench.rules import form_lint
from workbench.sheets.form_sheets import HEADINGS
from workbench.store import history

TODAY = date(2026, 11, 24)


def planned(path: Path) -> form_exchange.Plan:
    made = form_exchange.plan(path, TODAY, launch=LAUNCH)
    assert made.rows == len(made.added) + len(made.changes) + made.same + len(made.refused)
    return made


@pytest.fixture
def sheet(tmp_path: Path) -> Callable[..., Path]:
    """A workbook of rows; each a mapping by heading."""

    def write(*rows: dict[str, Any], headings: tuple[str, ...] = HEADINGS, above: int = 0) -> Path:
        book = openpyxl.Workbook()
        for _ in range(above):
            book.active.append(["Riverbend Medical Center"])
        book.active.append(list(headings))
        for row in rows:
            book.active.append([row.get(heading) for heading in headings])
        book.save(tmp_path / "forms.xlsx")
        return tmp_path / "forms.xlsx"

    return write


@pytest.fixture
def form(office: Any, make: Any) -> PrivilegeForm:
    form = make(
        PrivilegeForm, name="General Surgery", edition="2026-1", specialty=Specialty.get(name="General Surgery")
    )
    make(Privilege, form=form, name="Core", training="A residency", fppe="One\nTwo")
    make(Privilege, form=form, position=7, sort="Special", name="Robotics", cases=20, months=24, counted="Cases")
    return form


def row(name: str, **more: Any) -> dict[str, Any]:
    return {"Form": "General Surgery", "Privilege": name} | more


@pytest.mark.parametrize("each", starting_forms.shipped(), ids=lambda each: each.key)
def test_a_shipped_form_is_whole_clean_and_comes_back_as_it_went(each, office, tmp_path):
    assert len(each.lines) >= 7 and {line.sort for line in each.lines} == {"Core", "Special"}
    assert not each.specialty or Specialty.get_or_none(Specialty.name == each.specialty)
    assert [found for found in form_lint.lint(each.lines) if found.tone != "info"] == []
    assert all(line.cases is None and line.months is None for line in each.lines), "the numbers are the office's to set"
    starting_forms.bring_in(each.key)
    kept = PrivilegeForm.get(PrivilegeForm.name == each.name)
    assert kept.starting_point and kept.state == "Draft"
    assert not [problem for line in kept.privileges for problem in line.problems()]
    assert form_exchange.export([kept.id], tmp_path / "form.xlsx") == len(each.lines)
    back = planned(tmp_path / "form.xlsx")
    assert (back.same, back.writes, back.refused, back.unknown) == (len(each.lines), 0, [], ())


def test_eight_forms_come_in_one_step_and_not_twice(office, assert_undoable):
    keys = [each.key for each in starting_forms.shipped()]
    assert len(keys) == 8
    assert assert_undoable(lambda: starting_forms.bring_in(*keys)) == 8
    assert starting_forms.bring_in(*keys) == 0 and starting_forms.missing() == ()
    with pytest.raises(WorkbenchError, match="There is no starting form “urology”"):
        starting_forms.bring_in("urology")


def test_an_exported_form_of_one_office_is_a_new_one_in_another(form, make, tmp_path, assert_undoable):
    form_exchange.export([form.id], tmp_path / "form.xlsx")
    before = [line.__data__ | {"id": 0, "form": 0} for line in form.privileges]
    privilege_forms.delete_lines([line.id for line in form.privileges])
    with history.step("Delete the form"):
        form.delete_instance()
    made = planned(tmp_path / "form.xlsx")
    assert list(made.new_forms) == ["General Surgery"] and len(made.added) == 2
    assert_undoable(lambda: form_exchange.apply(made))
    new = PrivilegeForm.get(PrivilegeForm.name == "General Surgery")
    assert (new.state, new.edition, new.specialty.name) == ("Draft", "2026-1", "General Surgery")
    assert [line.__data__ | {"id": 0, "form": 0} for line in new.privileges] == before


def test_an_import_changes_what_the_file_says_and_nothing_else(form, sheet, assert_undoable):
    path = sheet(
        row("robotics", **{"Cases asked for": "25", "In the last (months)": 12, "Cell": "x"}),
        row("Colonoscopy", **{"Core or special": "special", "Cases asked for": None}),
        headings=("Form", "Privilege", "Cases asked for", "Core or special", "In the last (months)", "Cell"),
        above=2,
    )
    made = planned(path)
    (changes,) = made.changes.values()
    assert [change.said for change in changes] == ["Cases asked for: 25, was 20", "In the last (months): 12, was 24"]
    assert changes[0].row.number == 4 and made.unknown == ("Cell",)
    assert [line.name for line in made.unnamed] == ["Core"], "a line that was deleted from the file is told, and stays"
    assert_undoable(lambda: form_exchange.apply(made))
    lines = {line.name: line for line in form.privileges}
    assert (lines["Robotics"].cases, lines["Robotics"].months, lines["Robotics"].counted) == (25, 12, "Cases")
    assert (lines["Robotics"].sort, lines["Robotics"].position) == ("Special", 7)
    assert (lines["Colonoscopy"].sort, lines["Colonoscopy"].position) == ("Special", 2)
    assert (lines["Core"].training, lines["Core"].fppe) == ("A residency", "One\nTwo")


@pytest.fixture
def held(form: PrivilegeForm, make: Any) -> HeldPrivilege:
    """Somebody holds the first line of the form in force; what another held is over."""
    with history.step("In force"):
        form.state = "In force"
        form.save()
    line = form.privileges.first()
    make(
        HeldPrivilege,
        provider=make(Provider, last="Old"),
        privilege=line,
        starts=date(2020, 1, 1),
        ends=date(2020, 2, 1),
    )
    return make(HeldPrivilege, provider=make(Provider, last="Abel"), privilege=line, starts=date(2025, 1, 1))


def test_what_is_held_of_a_form_in_force_stays_and_a_new_edition_begins(form, held, sheet, assert_undoable):
    path = sheet(
        row("Robotics", **{"Cases asked for": 25}),
        row("Colonoscopy"),
        headings=("Form", "Privilege", "Cases asked for"),
    )
    made = planned(path)
    (told,) = made.in_force
    assert (told.name, told.edition, told.holders, told.asked, told.new_edition) == (
        "General Surgery",
        "2026-1",
        1,
        0,
        "2026-2",
    )
    assert_undoable(lambda: form_exchange.apply(made))
    old = {line.name: line.cases for line in form.privileges}
    assert old == {"Core": None, "Robotics": 20} and PrivilegeForm.get_by_id(form.id).state == "In force"
    new = PrivilegeForm.get(PrivilegeForm.name == "General Surgery, edition 2026-2")
    assert (new.state, new.edition, new.specialty) == ("Draft", "2026-2", form.specialty)
    assert {line.name: line.cases for line in new.privileges} == {"Core": None, "Robotics": 25, "Colonoscopy": None}
    assert HeldPrivilege.get_by_id(held.id).privilege.form_id == form.id
    assert history.next_undo().name == "Import of privilege forms from forms.xlsx"


def test_the_same_file_again_begins_the_edition_after(form, held, sheet):
    path = sheet(row("Core", **{"FPPE when new": "Three"}), headings=("Form", "Privilege", "FPPE when new"))
    form_exchange.apply(planned(path))
    assert planned(path).in_force[0].new_edition == "2026-3"


def test_the_edition_that_the_file_names_begins(form, held, sheet):
    headings = ("Form", "Privilege", "Edition", "FPPE when new")
    path = sheet(row("Core", **{"Edition": "Rev. 7", "FPPE when new": "Three"}), headings=headings)
    made = planned(path)
    assert made.in_force[0].new_edition == "Rev. 7" and not made.refused
    form_exchange.apply(made)
    (_, (problem,)) = planned(path).refused[0]
    assert "There is an edition “Rev. 7” of General Surgery already." in problem.message


def test_an_open_application_keeps_the_criteria_it_asked_under(form, make, sheet):
    with history.step("In force"):
        form.state = "In force"
        form.save()
    asked = make(Application, provider=make(Provider, last="Beck"), sort="Reappointment", stage="Verification")
    make(PrivilegeRequest, application=asked, privilege=form.privileges.first())
    path = sheet(row("Core", **{"FPPE when new": "Three"}), headings=("Form", "Privilege", "FPPE when new"))
    assert [(each.asked, each.new_edition) for each in planned(path).in_force] == [(1, "2026-2")]
    with history.step("Close it"):
        asked.stage, asked.outcome = "Closed", "Approved"
        asked.save()
    made = planned(path)
    assert [(each.asked, each.new_edition) for each in made.in_force] == [(0, "")]
    form_exchange.apply(made)
    assert form.privileges.first().fppe == "Three" and PrivilegeForm.select().count() == 1


@pytest.mark.parametrize(
    ("said", "field", "message"),
    [
        ({"Form": ""}, "form", "Say which form the line belongs to."),
        ({"Privilege": ""}, "name", "Privilege is needed."),
        ({"Cases asked for": "many"}, "cases", "“many” is not a whole number."),
        ({"Cases asked for": "-3"}, "cases", "“-3” must be above 0."),
        ({"Cases asked for": 5}, "counted", "Say which activity counts."),
        ({"Core or special": "Extra"}, "sort", "Core or special “Extra” is not one of the choices."),
        ({"Edition": "2027-1"}, "edition", "The office has edition “2026-1”; begin the new edition there first."),
        (
            {"Form": "Urology", "Specialty": "Plumbing"},
            "specialty",
            "There is no specialty “Plumbing” in the office's list.",
        ),
    ],
)
def test_a_bad_row_stands_beside_its_problem_and_the_others_are_taken(form, sheet, said, field, message):
    made = planned(sheet(row("Good"), row("Bad") | said))
    assert [each[0].line["name"] for each in made.added] == ["Good"]
    ((bad, problems),) = made.refused
    assert bad.number == 3
    assert (field, message) in [(each.field, each.message) for each in problems]


def test_a_failed_formula_is_a_problem_and_never_a_value(form, sheet):
    path = sheet(row("Fine"))
    book = openpyxl.load_workbook(path)
    book.active.append(["General Surgery", "2026-1", None, None, None, "Core", None, "#N/A"])
    book.active.cell(3, 8).data_type = "e"
    book.save(path)
    made = planned(path)
    assert [each[0].line["name"] for each in made.added] == ["Fine"]
    assert "#N/A" in made.refused[0][1][0].message


def test_a_line_stands_once_in_a_file_and_retired_forms_are_left_alone(form, sheet, make):
    make(PrivilegeForm, name="Old", state="Retired")
    made = planned(sheet(row("New"), row(" NEW"), row("Any", Form="old")))
    said = [problems[0].message for _, problems in made.refused]
    assert said == ["An earlier row of the file has this line of this form.", "Old is retired; begin a new edition."]
    assert len(made.added) == 1


def test_hostile_cells_are_written_as_text_and_come_back(form, make, tmp_path):
    evil = ['=HYPERLINK("http://x")', "+1", "-2+3", "@SUM(A1)", "\tx", "<b>&amp;", "x" * 40_000, "a\x00b"]
    for place, text in enumerate(evil):
        make(Privilege, form=form, name=f"Line {place}", description=text, position=20 + place)
    form_exchange.export([form.id], tmp_path / "form.xlsx")
    cells = [cell for line in openpyxl.load_workbook(tmp_path / "form.xlsx").active for cell in line]
    assert not [cell for cell in cells if cell.data_type == "f"]
    made = planned(tmp_path / "form.xlsx")
    assert (made.same, made.writes, made.refused) == (10, 0, [])


def test_a_file_that_is_no_form_is_refused(office, sheet):
    path = sheet(headings=("Last name", "First name"))
    with pytest.raises(WorkbenchError, match="so it is no form of privileges: nothing was changed"):
        form_exchange.plan(path, TODAY, launch=LAUNCH)
