"""Formatting is meaning: marked rows ask by group, comments become notes, what is hidden is said, and the rows always add up."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill

from tests.actions.test_importing import LAUNCH
from tests.conftest import source_of
from workbench.actions import importing
from workbench.records.provider import Provider
from workbench.sheets.decisions import EVERY_SHEET, Answers, Choices
from workbench.sheets.painted import IN, OUT
from workbench.store import database

FILES = Path(__file__).parents[1] / "sheets" / "files"
TODAY = date(2026, 11, 24)
HEADINGS = ["Last Name", "First Name", "License #", "Lic State", "Lic Exp", "Office Phone"]
LASTS = ["Abara", "Baker", "Chen", "Dietz", "Eaton", "Fox", "Gupta", "Hale", "Ito", "Jones"]


def fill(color):
    return PatternFill("solid", fgColor=color)


def paint(sheet, row, **style):
    for cell in sheet[row]:
        for name, value in style.items():
            setattr(cell, name, value)


@pytest.fixture
def roster(tmp_path):
    """Makes a roster of ten, formatted by a function that gets its sheet; people stand in rows 2 to 11."""

    def make(form, name="Roster.xlsx", top=()):
        book = openpyxl.Workbook()
        sheet = book.active
        sheet.title = "Staff"
        for line in (*top, HEADINGS):
            sheet.append(line)
        for n, last in enumerate(LASTS):
            sheet.append([last, "Kim", f"036-{n}", "IL", date(2027, 7, 31), f"312-555-010{n}"])
        form(sheet)
        book.save(tmp_path / name)
        return tmp_path / name

    return make


def prepared(path, marks=None, **more):
    answers = Answers(marks or {})
    return importing.prepare(path, today=TODAY, launch=LAUNCH, choices=Choices(answers=answers, **more))


def asked(plan):
    """What is asked, but for the day that a file without one stands for."""
    told = [each for each in plan.summary()["questions"] if "as of=today" not in each.get("answers", ())]
    return [(q["about"], q["rows"], q["chosen"]) for q in told]


def adds_up(plan):
    said = plan.summary()
    names = ("added", "changed", "same", "skipped", "rejected", "doubtful")
    return said["rows"] == sum(said[name] for name in names) == 10


def struck_and_yellow(sheet):
    for row in (3, 6):
        paint(sheet, row, font=Font(strike=True))
    for row in (4, 6, 7, 9):
        paint(sheet, row, fill=fill("FFFF00"))


def test_nobody_comes_in_struck_through_until_somebody_says_what_it_means(office, roster):
    plan = prepared(roster(struck_and_yellow)).plan
    assert asked(plan) == [
        ("2 rows are struck through", 2, "left out"),
        ("3 rows are filled yellow", 3, "brought in as they stand"),
    ]
    assert [row.number for row in plan.of("skipped")] == [3, 6] and adds_up(plan)
    assert plan.rows[1].happens == "It is struck through in the file; left out"
    assert [(each.answer, each.given) for each in plan.marks] == [(OUT, False), (IN, False)]


@pytest.mark.parametrize("sheet", ["Staff", EVERY_SHEET])
def test_an_answer_brings_them_in_as_what_it_means(office, roster, sheet):
    plan = prepared(roster(struck_and_yellow), {(sheet, "struck"): "Resigned", (sheet, "fill FFFF00"): OUT}).plan
    assert asked(plan)[:2] == [
        ("2 rows are struck through", 2, "brought in as Resigned"),
        ("3 rows are filled yellow", 3, "left out"),
    ]
    assert adds_up(plan) and len(plan.of("skipped")) == 3
    importing.apply(plan, today=TODAY)
    assert sorted(p.last for p in Provider.select() if p.status == "Resigned") == ["Baker", "Eaton"]
    assert Provider.select().count() == 7


def test_an_answer_overrules_the_column_even_where_that_is_wrong(office, roster):
    def form(sheet):
        for row, text in enumerate(["Status", "Active", "Actve", *["Active"] * 8], 1):
            sheet.cell(row, 7, text)
        paint(sheet, 3, font=Font(strike=True))

    path = roster(form)
    assert prepared(path, {("", "struck"): IN}).plan.rows[1].result == "rejected"
    plan = prepared(path, {("", "struck"): "Resigned"}).plan
    assert plan.rows[1].result == "new" and plan.rows[1].values["provider.status"] == "Resigned"


def test_one_row_comes_in_although_its_group_stays_out(office, roster):
    first = prepared(roster(struck_and_yellow))
    plan = importing.replan(first, choices=Choices(taken=frozenset({("Staff", 3)}))).plan
    assert [row.number for row in plan.of("skipped")] == [6] and plan.rows[1].result == "new"


def test_a_struck_name_is_a_struck_row_and_another_struck_value_is_crossed_out(office, roster):
    def form(sheet):
        sheet["A3"].font = sheet["F5"].font = sheet["F6"].font = Font(strike=True)

    path = roster(form)
    plan = prepared(path).plan
    assert asked(plan)[:2] == [
        ("1 row is struck through", 1, "left out"),
        ("Single values are crossed out in 2 rows", 2, "left out"),
    ]
    assert "provider.phone" not in plan.rows[3].values and "provider.phone" in plan.rows[2].values
    assert plan.rows[3].result == "new"
    kept = prepared(path, {("Staff", "crossed out"): IN}).plan
    assert kept.rows[3].values["provider.phone"] == "(312) 555-0103"


@pytest.mark.parametrize(
    "rows,name",
    [
        ({2, 4, 6, 8, 10}, "every other row"),
        ({2, 3, 6, 7, 10, 11}, "every other pair"),
        (set(range(2, 12)), "every row"),
    ],
)
def test_shading_that_only_guides_the_eye_asks_nothing(office, roster, rows, name):
    plan = prepared(roster(lambda sheet: [paint(sheet, row, fill=fill("DDEBF7")) for row in rows])).plan
    assert not plan.marks and not asked(plan), name


def test_two_shades_of_a_color_are_told_apart(office, roster):
    def form(sheet):
        paint(sheet, 2, fill=fill("FFFF00"))
        paint(sheet, 5, fill=fill("FFE600"))

    assert [each.mark.about for each in prepared(roster(form)).plan.marks] == [
        "1 row is filled yellow (FFFF00)",
        "1 row is filled yellow (FFE600)",
    ]


def test_the_color_of_the_headings_and_of_single_cells_is_no_mark(office, roster):
    def form(sheet):
        paint(sheet, 1, fill=fill("FFFF00"))
        sheet["E4"].fill = sheet["E9"].fill = fill("FF0000")

    plan = prepared(roster(form)).plan
    assert not plan.marks
    assert asked(plan) == [("2 cells are filled red in column E: Lic Exp", 2, "read like the others")]


def test_a_legend_in_the_sheet_is_believed(office, roster):
    def form(sheet):
        struck_and_yellow(sheet)
        sheet["A14"], sheet["A15"] = "Yellow = Pending", "Strikethrough = resigned"
        sheet["A14"].fill = fill("FFFF00")

    plan = prepared(roster(form)).plan
    assert asked(plan)[:2] == [
        ("2 rows are struck through", 2, "brought in as Resigned, as the legend of the sheet says"),
        ("3 rows are filled yellow", 3, "brought in as Applicant, as the legend of the sheet says"),
    ]
    assert [row.values.get("provider.status") for row in plan.rows[:3]] == [None, "Resigned", "Applicant"]
    other = prepared(roster(form), {("", "struck"): OUT}).plan
    assert len(other.of("skipped")) == 2


def test_hidden_rows_and_columns_are_read_and_said(office, roster):
    def form(sheet):
        for row in (3, 4, 5):
            sheet.row_dimensions[row].hidden = True
        sheet.column_dimensions["F"].hidden = True

    plan = prepared(roster(form)).plan
    assert asked(plan) == [
        ("3 rows are hidden", 3, "read like the others"),
        ("Column F: Office Phone is hidden", 10, "read like the others"),
    ]
    assert plan.counts["new"] == 10


def test_a_comment_becomes_a_note_of_its_row_and_only_once(office, roster):
    def form(sheet):
        sheet["E3"].comment = Comment("renewed,\nwaiting on copy 123-45-6789", "Ann Lee")
        sheet["B1"].comment = Comment("as on the diploma", "Ann Lee")

    plan = prepared(roster(form)).plan
    assert asked(plan) == [("Comments beside nobody: B1 “as on the diploma”", 1, "left out")]
    importing.apply(plan, today=TODAY)
    told = "Comment in Roster.xlsx, sheet Staff, cell E3 (Ann Lee): renewed, waiting on copy ••••"
    assert Provider.get(Provider.last == "Baker").remarks == told
    again = prepared(roster(form, "Roster December.xlsx")).plan
    assert again.counts["same"] == 10 and not again.writes


def test_a_comment_on_a_column_that_is_left_out_is_left_out_too(office, roster):
    def form(sheet):
        sheet["G1"], sheet["G3"] = "DOB", date(1970, 1, 2)
        sheet["G3"].comment = Comment("really 1/3/1970", "Ann")

    importing.apply(prepared(roster(form)).plan, today=TODAY)
    assert not Provider.get(Provider.last == "Baker").remarks


def test_the_source_keeps_the_number_formats_once(office, roster):
    def form(sheet):
        sheet["C3"].number_format = "@"
        sheet["C4"].number_format, sheet["C4"] = "000-000", 2139

    outcome = importing.apply(prepared(roster(form)).plan, today=TODAY)
    found = {row: source_of(outcome.import_id, "Staff", row) for row in (2, 3, 4)}
    assert {row: formats for row, (_, formats) in found.items()} == {
        2: {"E": "yyyy-mm-dd"},
        3: {"C": "@", "E": "yyyy-mm-dd"},
        4: {"C": "000-000", "E": "yyyy-mm-dd"},
    }
    assert found[4][0][2] == "002-139"
    assert database.execute_sql("SELECT count(*) FROM source_format").fetchone() == (3,)


@pytest.mark.parametrize("name", ["roster.xls", "roster.ods"])
def test_other_formats_say_that_they_were_not_looked_at(office, name):
    first, second = asked(prepared(FILES / name).plan)[:2]
    assert first[0] == second[0] and first[0].startswith("Number formats")
    assert first[2].startswith("not looked at in this format")


def test_a_pasted_block_asks_what_its_formatting_means(office):
    people = "".join(f"<tr><td>{last}<td>Kim<td>036-{n}" for n, last in enumerate(LASTS[1:]))
    table = f"<table><tr><td>Last Name<td>First Name<td>License #<tr><td><s>Abara</s><td><s>Kim</s><td><s>1</s>{people}</table>"
    plan = importing.prepare_block("", table, today=TODAY, launch=LAUNCH).plan
    assert asked(plan)[0] == ("1 row is struck through", 1, "left out") and adds_up(plan)


def test_a_text_table_has_no_look_to_speak_of(office, tmp_path):
    (tmp_path / "r.csv").write_text("Last Name,First Name,NPI\nNgo,Ann,1234567893\n", "utf-8")
    assert asked(prepared(tmp_path / "r.csv").plan) == []
