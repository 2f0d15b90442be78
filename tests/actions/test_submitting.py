"""Rosters for payers: the payer's own workbook is filled, CAQH's file is checked, and the next one tells what changed."""

from datetime import date, datetime
from io import BytesIO

import openpyxl
import pytest
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation

from tests.actions.returning_office import LAUNCH, people
from tests.conftest import TODAY, dump, make_record
from workbench.actions import submitting, undoing
from workbench.errors import WorkbenchError
from workbench.records.appointment import Appointment
from workbench.records.credential import Credential
from workbench.records.office_lists import CredentialSort, Specialty
from workbench.records.payer import Payer, PayerCode, Submission
from workbench.records.practice import Practice, PracticeMember
from workbench.records.provider import Identifier, Provider
from workbench.sheets import caqh, templates
from workbench.store import blobs, history

NOW = datetime(2026, 11, 24, 9, 5)
HEADS = ["Action", "Last Name*", "First Name*", "NPI*", "Degree", "Specialty", "State License", "Expiration Date"]
HEADS += ["DEA License", "Expiration Date", "Accepting New Patients", "Phone"]


@pytest.fixture
def three(office):
    found = people()
    dea = CredentialSort.get(CredentialSort.key == "dea")
    make_record(Credential, provider=found[0], sort=dea, number="AA1234563", expires=date(2028, 1, 31))
    with history.step("Specialties"):
        Provider.update(specialty=Specialty.get(Specialty.name == "Nephrology")).execute()
        Provider.update(phone="TBD").where(Provider.last == "Young").execute()
    return found


@pytest.fixture
def template(tmp_path):
    """A payer's workbook: a title, starred headings, a marker row, a look of its own, a reference tab."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Roster"
    sheet["A1"] = "Blue Plan delegated roster"
    for at, heading in enumerate(HEADS, 1):
        sheet.cell(3, at).value = heading
        marker = sheet.cell(4, at)
        marker.value, marker.font, marker.fill = (
            "required",
            Font(name="Courier New"),
            PatternFill("solid", fgColor="FFEEDD"),
        )
    sheet["H4"].number_format = "yyyy-mm-dd"
    sheet.add_data_validation(DataValidation(type="list", formula1='"Add,Term"', sqref="A4:A900"))
    codes = book.create_sheet("Codes")
    for row in (["Specialty", "Degree"], ["Kidney disease", "M.D."], ["Urology", "D.O."]):
        codes.append(row)
    book.save(tmp_path / "Blue.xlsx")
    return tmp_path / "Blue.xlsx"


@pytest.fixture
def blue(three, template):
    payer = make_record(Payer, name="Blue Plan")
    submitting.keep_template(payer, template, launch=LAUNCH)
    for sort, ours, theirs in (("specialty", "Nephrology", "Kidney disease"), ("degree", "MD", "M.D.")):
        make_record(PayerCode, payer=payer, sort=sort, ours=ours, theirs=theirs)
    make_record(PayerCode, payer=payer, sort="constant", ours="Accepting New Patients", theirs="Y")
    return Payer.get_by_id(payer.id)


def sheet_of(path):
    return openpyxl.load_workbook(path)["Roster"]


def rows_of(path):
    return [[cell.value for cell in row] for row in sheet_of(path).iter_rows(min_row=4)]


def test_the_headings_of_a_template_are_recognized_by_place(template):
    found = templates.understand(template.read_bytes(), "Blue.xlsx")
    assert (found.sheet, found.heading_row) == ("Roster", 3)
    assert [column.target for column in found.columns] == [
        "action",
        "provider.last",
        "provider.first",
        "provider.npi",
        "provider.degree",
        "provider.specialty",
        "license.number",
        "license.expires",
        "dea.number",
        "dea.expires",
        None,
        "provider.phone",
    ]


def test_a_template_is_filled_in_its_own_look(blue, tmp_path):
    roster = submitting.plan(blue, TODAY)
    assert roster.unread == ["Accepting New Patients"] and roster.count("add") == 3
    submitting.write(roster, tmp_path / "out.xlsx", TODAY, NOW)
    assert rows_of(tmp_path / "out.xlsx")[0] == [
        "Add",
        "Adams",
        "Bo",
        "1477552867",
        "M.D.",
        "Kidney disease",
        "036-Adams",
        datetime(2027, 7, 31),
        "AA1234563",
        datetime(2028, 1, 31),
        "Y",
        "(312) 555-0101",
    ]
    sheet = sheet_of(tmp_path / "out.xlsx")
    assert sheet["A1"].value == "Blue Plan delegated roster" and sheet.max_row == 6
    assert {sheet.cell(row, 2).font.name for row in (4, 5, 6)} == {"Courier New"}
    assert sheet["H4"].number_format == "yyyy-mm-dd" and sheet["J4"].number_format == "mm/dd/yyyy"
    assert len(sheet.data_validations.dataValidation) == 1 and "Codes" in openpyxl.load_workbook(tmp_path / "out.xlsx")


def test_what_only_says_that_nothing_is_known_is_left_blank(blue, tmp_path):
    submitting.write(submitting.plan(blue, TODAY), tmp_path / "out.xlsx", TODAY, NOW)
    assert rows_of(tmp_path / "out.xlsx")[2][-1] is None


def test_a_word_that_the_reference_tab_does_not_list_is_said(blue):
    said = [problem for _, problem in submitting.plan(blue, TODAY).problems]
    assert said == ["Degree: “DO” is not in the template's list; give its code under Payer codes."]


def test_a_required_heading_that_is_empty_is_said(blue):
    with history.step("Lost"):
        Provider.update(npi="").where(Provider.last == "Adams").execute()
    assert "NPI* is required and empty." in [problem for _, problem in submitting.plan(blue, TODAY).problems]


def test_a_text_like_a_formula_is_no_formula_there(blue, tmp_path):
    with history.step("Hostile"):
        Provider.update(last="=1+1").where(Provider.last == "Adams").execute()
    submitting.write(submitting.plan(blue, TODAY), tmp_path / "out.xlsx", TODAY, NOW)
    cells = [sheet_of(tmp_path / "out.xlsx").cell(row, 2) for row in (4, 5, 6)]
    assert {cell.data_type for cell in cells} == {"s"} and "=1+1" in [cell.value for cell in cells]


def test_the_next_roster_tells_adds_changes_and_terms(blue, three, tmp_path):
    first = submitting.write(submitting.plan(blue, TODAY), tmp_path / "first.xlsx", TODAY, NOW)
    assert (first.rows, first.adds, first.changes, first.terms) == (3, 3, 0, 0)
    assert blobs.fetch(first.sha256) == (tmp_path / "first.xlsx").read_bytes()
    assert submitting.plan(blue, TODAY).count("same") == 3
    make_record(Provider, last="Zhou", first="Li", npi="1679576722", degree="MD")
    with history.step("Changes"):
        Provider.update(phone="(312) 555-0199").where(Provider.last == "Adams").execute()
        Provider.update(status="Resigned").where(Provider.last == "Okafor").execute()
    roster = submitting.plan(blue, TODAY)
    assert {line.title.partition(",")[0]: line.action for line in roster.lines} == {
        "Adams": "change",
        "Young": "same",
        "Zhou": "add",
        "Okafor": "term",
    }
    assert next(line.changed for line in roster.lines if line.action == "change") == ("L: Phone",)
    submitting.write(roster, tmp_path / "second.xlsx", TODAY, NOW, changes_alone=True)
    assert [row[:2] for row in rows_of(tmp_path / "second.xlsx")] == [
        ["Change", "Adams"],
        ["Add", "Zhou"],
        ["Term", "Okafor"],
    ]
    ended = openpyxl.load_workbook(tmp_path / "second.xlsx").active["H6"]
    assert ended.is_date and ended.number_format == "yyyy-mm-dd", "a day that was sent is a day again"
    assert submitting.write_changes(roster, tmp_path / "changes.xlsx") == 3
    assert [line.action for line in submitting.plan(blue, TODAY).lines] == ["same"] * 3


def test_a_roster_that_was_sent_is_one_step_and_a_failure_records_nothing(blue, tmp_path, monkeypatch):
    roster, before = submitting.plan(blue, TODAY), dump()
    with pytest.raises(WorkbenchError, match="There is no folder"):
        submitting.write(roster, tmp_path / "no" / "out.xlsx", TODAY, NOW)
    assert dump() == before
    submitting.write(roster, tmp_path / "out.xlsx", TODAY, NOW)
    assert undoing.undo() == "Send a roster to Blue Plan" and dump() == before


def test_nothing_changed_is_said(blue, tmp_path):
    submitting.write(submitting.plan(blue, TODAY), tmp_path / "first.xlsx", TODAY, NOW)
    with pytest.raises(WorkbenchError, match="Nothing changed"):
        submitting.write(submitting.plan(blue, TODAY), tmp_path / "second.xlsx", TODAY, NOW, changes_alone=True)


@pytest.mark.parametrize("content", [b"", b"PK", b"Last,First"])
def test_what_is_no_template_is_refused(three, tmp_path, content):
    payer = make_record(Payer, name="Green Plan")
    path = tmp_path / "bad.xlsx"
    path.write_bytes(content)
    before = dump()
    with pytest.raises(WorkbenchError):
        submitting.keep_template(payer, path, launch=LAUNCH)
    assert dump() == before
    with pytest.raises(WorkbenchError, match="keeps no template"):
        submitting.plan(payer, TODAY)


def test_a_workbook_without_headings_is_no_template(three, tmp_path):
    book = openpyxl.Workbook()
    book.active["A1"] = "Budget"
    stream = BytesIO()
    book.save(stream)
    with pytest.raises(WorkbenchError, match="No headings of a roster"):
        templates.understand(stream.getvalue(), "budget.xlsx")


# CAQH


@pytest.fixture
def council(three):
    for person, born in zip(three, (date(1970, 1, 2), date(1980, 2, 29), None), strict=True):
        with history.step("Born"):
            Provider.update(birth_date=born, state="IL", street="1 Main | Suite 2").where(
                Provider.id == person.id
            ).execute()
    make_record(Appointment, provider=three[0], starts=date(2025, 1, 1), ends=date(2027, 12, 31))
    group = make_record(Practice, name="Lakeside", tin="12-3456789")
    make_record(PracticeMember, provider=three[0], practice=group)
    return make_record(Payer, name="CAQH", sort="CAQH roster file", organization="4711")


def lines_of(path):
    head, *lines = path.read_text("utf-8").splitlines()
    return head.split("|"), [dict(zip(head.split("|"), line.split("|"), strict=True)) for line in lines]


def test_the_header_is_exact_and_has_35_columns():
    head = caqh.text([]).strip()
    assert head.startswith("Action_Flag|Provider_First_Name|") and head.endswith("|Organization_ID|Region_ID")
    assert len(head.split("|")) == 35


def test_the_file_of_caqh(council, tmp_path):
    assert submitting.file_name(council, NOW) == "_4711_ProviderRoster_2026_11_24_09_05.txt"
    roster = submitting.plan(council, TODAY)
    submitting.write(roster, tmp_path / "out.txt", TODAY, NOW)
    head, lines = lines_of(tmp_path / "out.txt")
    assert len(head) == 35 and len(lines) == 3
    adams = lines[0]
    assert (adams["Action_Flag"], adams["Provider_Birthdate"], adams["Provider_Address_Zip"]) == (
        "A",
        "19700102",
        "02139",
    )
    assert (adams["Provider_Address1"], adams["Provider_Tax_ID"]) == ("1 Main Suite 2", "12-3456789")
    assert (adams["Last_Recredential_Date"], adams["Organization_ID"]) == ("20250101", "4711")
    assert adams["CAQH_Provider_ID"] == ""


def test_the_documented_causes_of_rejection_are_found(council, three):
    with history.step("Faults"):
        Provider.update(state="Illinois").where(Provider.id == three[0].id).execute()
    make_record(Identifier, provider=three[1], sort="CAQH", value=str(three[1].id))
    said = {line.title.partition(",")[0]: line.problems for line in submitting.plan(council, TODAY).lines}
    assert said["Adams"][:2] == (
        "Provider_Address_State is “Illinois”: two letters are wanted.",
        "Provider_Practice_State is “Illinois”: two letters are wanted.",
    )
    assert said["Okafor"][0].startswith(f"CAQH_Provider_ID {three[1].id} is this office's own number")
    assert said["Young"] == ("Provider_Birthdate is needed to add somebody.",)


def test_a_change_and_an_end_need_the_number_that_caqh_gave(council, three, tmp_path):
    submitting.write(submitting.plan(council, TODAY), tmp_path / "first.txt", TODAY, NOW)
    make_record(Identifier, provider=three[0], sort="CAQH", value="12345678")
    with history.step("Changes"):
        Provider.update(status="Retired").where(Provider.id == three[1].id).execute()
    roster = submitting.plan(council, TODAY)
    found = {line.title.partition(",")[0]: (line.action, line.problems) for line in roster.lines}
    assert found["Adams"] == ("change", ())
    assert found["Okafor"] == ("term", ("CAQH_Provider_ID is needed to change or end somebody.",))
    submitting.write(roster, tmp_path / "second.txt", TODAY, NOW, changes_alone=True)
    assert [line["Action_Flag"] for line in lines_of(tmp_path / "second.txt")[1]] == ["U", "D"]
    assert Submission.select().count() == 2


def test_what_is_known_of_the_file_says_where_from_and_how_surely():
    assert caqh.spec()["version"] == "3.2" and caqh.spec()["source"] and caqh.spec()["confidence"] in ("H", "M", "L")


def test_a_cell_holds_what_its_heading_wants(three, tmp_path, make):
    """An initial, hospitals by their number, limits; of an SSN the last four fill no column of all nine; applicants stay out."""
    from workbench.records.background import Affiliation

    okafor = three[0]
    with history.step("More of Okafor"):
        Provider.update(middle="Ruth", ssn_last4="4417").where(Provider.id == okafor.id).execute()
        Provider.update(status="Applicant").where(Provider.id == three[1].id).execute()
    for hospital, since in (("St. Odile", "2019"), ("Prairie View", "2011")):
        make(Affiliation, provider=okafor, hospital=hospital, started=since)
    sort = CredentialSort.get(key="liability")
    make(Credential, provider=okafor, sort=sort, issuer="ISMIE", per_claim=1_000_000, aggregate=3_000_000)
    book = openpyxl.Workbook()
    book.active.append(["Last Name", "NPI", "M I", "SOC SEC #", "Malpractice Carrier", "Coverage Amount",
                        "Hospital Affiliation 1", "Hospital Affiliation 2"])  # fmt: skip
    book.save(tmp_path / "Delegated.xlsx")
    payer = make_record(Payer, name="Green Plan")
    submitting.keep_template(payer, tmp_path / "Delegated.xlsx", launch=LAUNCH)
    made = submitting.plan(Payer.get_by_id(payer.id), date(2026, 11, 24))
    assert three[1].id not in {line.provider for line in made.lines} and "SOC SEC #" in made.unread
    said = {label.partition(": ")[2]: value for label, value in made.lines[0].values.items() if value}
    assert said["M I"] == "R" and said["Coverage Amount"] == "1,000,000/3,000,000" and "SOC SEC #" not in said
    assert (said["Hospital Affiliation 1"], said["Hospital Affiliation 2"]) == ("St. Odile", "Prairie View")
