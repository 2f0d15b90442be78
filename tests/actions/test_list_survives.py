"""What a list holds survives the way out and back: zeros, days, blanks, scripts, and texts that would like to be formulas."""

import re
import zipfile
from datetime import date

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from tests.actions.hostile_texts import texts
from tests.actions.returning_office import LAUNCH, back, edit, people, results, sent
from tests.conftest import TODAY, dump, make_record
from workbench.actions import returning
from workbench.lists.named import LISTS
from workbench.records.credential import Credential
from workbench.records.desk import NOTE, Note
from workbench.records.provider import Provider
from workbench.sheets import marks, spelling
from workbench.sheets.reading import read
from workbench.sheets.spelling import Looks
from workbench.store import bulk, history

DAYS = [date(1900, 1, 1), date(1900, 2, 28), date(1900, 3, 1), date(1904, 1, 1), date(1904, 2, 29)]
DAYS += [date(2000, 2, 29), date(2024, 2, 29), date(2200, 12, 31)]
NAMES = ["Ångström", "O'Neil", "d'Açaí-Núñez", "\u00a0Nbsp\u00a0", "Trailing  ", "山田", "e\u0301", "=Cmd", "-1"]
ZEROS = ["02139", "00501", "00000-0001", "02139"]


@pytest.fixture
def varied(office):
    """People and credentials with everything that spreadsheets lose."""
    people()
    for n, name in enumerate(NAMES):
        person = make_record(
            Provider,
            last=name,
            first="0012",
            section="_x0041_",
            zip=ZEROS[n % 4],
            phone="+1 312 555 0101",
            status_since=DAYS[n % 8],
            languages="a\nb",
        )
        make_record(Credential, provider=person, number=f"00{n}", issued=DAYS[n % 8], per_claim=1_000_000)
    return office


def cells(path):
    """Every sheet's rows as they are read, without the marks' keys of this writing."""
    return {sheet.name: sheet.rows for sheet in read(path, launch=LAUNCH).sheets if not marks.is_mark(sheet)}


@pytest.mark.parametrize("name", ["providers", "credentials", "appointments", "departments"])
def test_out_in_and_out_again_changes_no_cell(varied, tmp_path, name):
    first = sent(tmp_path / "first.xlsx", name)
    before, plan = dump(), back(first).plan
    assert plan.untouched, [row.happens for row in plan.rows if row.result != "same"]
    assert returning.apply(plan, today=TODAY).step is None and dump() == before
    assert cells(sent(tmp_path / "second.xlsx", name)) == cells(first)


def test_a_file_that_counts_its_days_from_1904_says_the_same(varied, tmp_path):
    path = sent(tmp_path / "list.xlsx", "credentials")
    book = openpyxl.load_workbook(path)
    book.epoch = CALENDAR_MAC_1904
    book.save(path)
    assert 'date1904="1"' in zipfile.ZipFile(path).read("xl/workbook.xml").decode()
    plan = back(path).plan
    assert plan.untouched, [row.happens for row in plan.rows if row.result != "same"]


def test_what_is_typed_over_comes_in_as_it_was_typed(varied, tmp_path):
    path = sent(tmp_path / "list.xlsx")

    def type_over(e):
        e.set(2, "ZIP", "00501-0001")
        e.set(2, "Last name", "Núñez de la Peña")
        e.set(2, "Status since", date(2024, 2, 29))
        e.set(3, "Status since", "2/29/2028")
        e.set(4, "Status since", "2/29/2027")

    plan = back(edit(path, type_over)).plan
    assert results(plan)["changed"] == 2
    assert [p.message for row in plan.rows for p in row.problems] == ["There is no February 29 in 2027."]
    returning.apply(plan, today=TODAY)
    found = Provider.get(Provider.last == "Núñez de la Peña")
    assert (found.zip, found.status_since) == ("00501-0001", date(2024, 2, 29))
    assert Provider.select().where(Provider.status_since == date(2028, 2, 29)).count() == 1


def hostile(path, count):
    """Send notes with hostile texts out and take them back: how many changed, how many cells are formulas."""
    whose = make_record(Provider, last="Reader")
    columns = [field.column_name for field in Note._meta.sorted_fields]
    rows = [
        (n, whose.id, TODAY.isoformat(), NOTE, "", text.partition("\n")[0], text)
        for n, text in enumerate(texts(count), 1)
    ]
    with history.step("Hostile notes"):
        bulk.insert("note", columns, rows)
    sent(path, "notes")
    with zipfile.ZipFile(path) as archive:
        parts = [archive.read(name) for name in archive.namelist() if "worksheets/sheet" in name]
    formulas = sum(len(re.findall(rb"<f[ >/]|t=\"str\"|quotePrefix", part)) for part in parts)
    plan = back(path).plan
    return len(plan.rows) - plan.counts["same"] + (plan.counts["same"] != count), formulas


def test_ten_thousand_hostile_texts_come_back_and_none_is_a_formula(office, tmp_path):
    assert hostile(tmp_path / "notes.xlsx", 10_000) == (0, 0)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60))
def test_any_text_is_spelled_so_that_it_reads_as_itself(text):
    from xml.etree import ElementTree

    row = spelling.row(1, [text], [Looks(plain=1, text=2)], ["A"])
    (cell,) = ElementTree.fromstring(row)
    if text == "":
        return
    assert cell.get("t") == "inlineStr" and cell.find("f") is None
    shown = re.sub("_x([0-9A-Fa-f]{4})_", lambda m: chr(int(m[1], 16)), cell.findtext("is/t") or "")
    assert marks.said(shown) == marks.said(text)


@pytest.mark.parametrize("name", ["providers", "credentials"])
def test_what_libreoffice_saved_again_says_that_nothing_changed(varied, tmp_path, libreoffice, name):
    saved = libreoffice(sent(tmp_path / "list.xlsx", name))
    plan = back(saved).plan
    assert plan.untouched, [(row.title, row.happens) for row in plan.rows if row.result != "same"]


def test_what_libreoffice_saved_as_ods_is_known_again(varied, tmp_path, libreoffice):
    saved = libreoffice(sent(tmp_path / "list.xlsx"), "ods")
    plan = back(saved).plan
    assert plan.untouched, [(row.title, row.happens) for row in plan.rows if row.result != "same"]


def test_the_choices_and_the_hidden_parts_survive_libreoffice(varied, tmp_path, libreoffice):
    book = openpyxl.load_workbook(libreoffice(sent(tmp_path / "list.xlsx")))
    kinds = {each.type for each in book.worksheets[0].data_validations.dataValidation}
    assert {"list", "date"} <= kinds
    assert [sheet.sheet_state for sheet in book.worksheets] == ["visible", "hidden", "hidden"]


# What invites editing


def first_column(validation):
    return next(iter(validation.sqref.ranges)).min_col


def test_a_list_offers_the_offices_own_lists_and_days_are_days(varied, tmp_path):
    book = openpyxl.load_workbook(sent(tmp_path / "list.xlsx"))
    sheet, choices = book.worksheets[0], book[marks.LISTS]
    heads = [cell.value for cell in sheet[1]]
    offered = {}
    for each in sheet.data_validations.dataValidation:
        at = first_column(each) - 1
        offered[heads[at]] = each
    department = offered["Department"]
    assert department.type == "list" and department.errorStyle == "warning"
    at = openpyxl.utils.column_index_from_string(re.search(r"\$([A-Z]+)\$1", department.formula1)[1])
    words = [row[0] for row in choices.iter_rows(min_col=at, max_col=at, values_only=True) if row[0]]
    assert "Medicine" in words
    assert offered["Status"].errorStyle in (None, "stop") and offered["Status since"].type == "date"
    assert sheet.column_dimensions[openpyxl.utils.get_column_letter(len(heads))].hidden and heads[-1] == marks.KEY
    assert [each.sheet_state for each in book.worksheets] == ["visible", "hidden", "veryHidden"]
    zip_cell = sheet.cell(2, heads.index("ZIP") + 1)
    assert zip_cell.number_format == "@" and zip_cell.data_type == "s"


def test_what_is_only_told_is_grey_and_says_so(varied, tmp_path):
    sheet = openpyxl.load_workbook(sent(tmp_path / "list.xlsx", "credentials")).worksheets[0]
    heads = [cell.value for cell in sheet[1]]
    told = sheet.cell(2, heads.index("Last name") + 1)
    free = sheet.cell(2, heads.index("Number") + 1)
    assert told.fill.fgColor.rgb == "00F0F0F0" and free.fill.fill_type is None
    at = heads.index("Last name") + 1
    said = [e.prompt for e in sheet.data_validations.dataValidation if first_column(e) == at]
    assert said == ["Only told here: a change in this column is not taken when the sheet comes back."]


@pytest.mark.parametrize("listed", LISTS, ids=lambda each: each.name)
def test_the_headings_of_a_list_are_each_their_own(listed):
    heads = [column.heading for column in listed.for_file().sheet]
    assert len(set(heads)) == len(heads) and "ID" not in heads
