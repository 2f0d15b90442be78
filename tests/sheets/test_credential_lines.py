"""Tables of one row a credential below lines that name its kind: STATE LICENSE, DEA, ACLS."""

from datetime import date, datetime

import pytest

from tests.sheets.sheet_tables import asked, saved, told
from tests.sheets.test_kinds_in_rows import held
from workbench.sheets import comparing, known, taken
from workbench.sheets.decisions import Choices
from workbench.sheets.recognizing import recognize
from workbench.sheets.row import stacked

PEOPLE = [("Ngo, Ruth, MD", "1382810863"), ("Lindgren, Stefan, DO", "1683432102"), ("Haddad, Simone, MD", "2347597421")]
HEAD = ["Practitioner", "NPI", "Number", "Expires"]
LICENSES = ["036-119204", "036-119205", "036-119206"]
DEAS = ["BN1234563", "BL1234563", "BH1234563"]


def rows(numbers, year=2027):
    return [[name, npi, numbers[n], datetime(year, 7, n + 1)] for n, (name, npi) in enumerate(PEOPLE)]


def kinds(path, *table):
    return [row.get("credential.kind") for row in told(stacked.apart(saved(path / "r.xlsx", list(table))))]


@pytest.mark.parametrize("again", [[], [HEAD]])
def test_the_line_above_says_the_kind_of_each_row(tmp_path, again):
    table = [
        ["EXPIRABLES REPORT"],
        [],
        ["STATE LICENSE"],
        HEAD,
        *rows(LICENSES),
        [],
        ["DEA"],
        *again,
        *rows(DEAS),
        ["ACLS"],
    ]
    workbook = saved(tmp_path / "r.xlsx", [*table, *again, *rows(["", "", ""], 2028), ["Total: 9"]])
    found = told(workbook)
    assert [row["credential.kind"] for row in found] == ["STATE LICENSE"] * 3 + ["DEA"] * 3 + ["ACLS"] * 3
    assert found[3]["credential.expires"] == date(2027, 7, 1) and "credential.number" not in found[6]
    assert not any("stands alone" in question.about for question in asked(workbook))


def test_every_table_may_have_headings_of_its_own(tmp_path):
    licenses = [[*row[:3], "IL", row[3]] for row in rows(LICENSES)]
    table = [["State Licenses"], ["Practitioner", "NPI", "Number", "State", "Expires"], *licenses]
    assert kinds(tmp_path, *table, [], ["DEA Registrations"], HEAD, *rows(DEAS)) == [
        *["State Licenses"] * 3,
        *["DEA Registrations"] * 3,
    ]


def test_a_line_that_names_no_known_kind_ends_the_one_before(tmp_path):
    table = [HEAD, ["STATE LICENSE"], *rows(LICENSES), ["PARKING PERMIT"], *rows(["1", "2", "3"]), ["DEA"], *rows(DEAS)]
    assert kinds(tmp_path, *table)[3:6] == ["PARKING PERMIT"] * 3


def test_a_department_does_not(tmp_path):
    table = [
        HEAD,
        ["STATE LICENSE"],
        ["SURGERY"],
        *rows(LICENSES)[:1],
        ["MEDICINE"],
        *rows(LICENSES)[1:],
        ["DEA"],
        *rows(DEAS),
    ]
    assert kinds(tmp_path, *table) == ["STATE LICENSE"] * 3 + ["DEA"] * 3


def test_only_the_days_may_stand_there(tmp_path):
    cards = [[name, day] for name, _, _, day in rows(LICENSES)]
    assert kinds(tmp_path, ["Practitioner", "Expires"], ["ACLS"], *cards, ["BLS"], *cards) == ["ACLS"] * 3 + ["BLS"] * 3


def test_headings_that_say_themselves_of_what_they_are_need_no_line(tmp_path):
    head = ["Practitioner", "NPI", "License #", "Expires"]
    assert kinds(tmp_path, head, ["ACLS"], *rows(LICENSES)) == [None] * 3
    assert kinds(tmp_path, head, ["Illinois License"], *rows(LICENSES), ["DEA"], *rows(DEAS))[3:] == ["DEA"] * 3


def test_rows_above_the_first_line_leave_it_open(tmp_path):
    assert kinds(tmp_path, HEAD, *rows(LICENSES), ["DEA"], *rows(DEAS)) == [None] * 6


def test_each_person_comes_in_once_with_every_credential(office, tmp_path):
    table = [["STATE LICENSE"], HEAD, *rows(LICENSES), ["DEA"], HEAD, *rows(DEAS), ["ACLS"], HEAD, *rows(["", "", ""])]
    workbook = saved(tmp_path / "r.xlsx", table)
    sheets = taken.Sheets.of(workbook, recognize(workbook))
    made = comparing.compare(sheets, known.fetch(sheets.days), Choices(), encrypted=True)
    assert len(made.drafts.added["provider"]) == 3 and not any(row.problems for row in made.rows)
    assert sorted(sort for sort, *_ in held(made)) == [*["dea"] * 3, *["license"] * 3, *["life_support"] * 3]
