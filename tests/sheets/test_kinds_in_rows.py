"""One row a credential, whose kind stands in a column: no number of one sort is written as another's."""

from datetime import date

import pytest

from tests.sheets.sheet_tables import book
from tests.sheets.test_by_values import NAMES, NPIS
from workbench.sheets import comparing, known, taken
from workbench.sheets.column import kinds_in_rows
from workbench.sheets.comparison.terms import NUMBER, SORT, STATE, TITLE
from workbench.sheets.decisions import Choices
from workbench.sheets.known import AT
from workbench.sheets.recognizing import recognize

PEOPLE = [("Ngo", "Ruth", "1382810863"), ("Morris", "Vikram", "1683432102"), ("Okafor", "Pieter", "2347597421")]
DAY = date(2027, 4, 1)


def rows(repeated, more=(), who=3):
    found = []
    for n, person in enumerate(PEOPLE):
        mine = [
            ("Medical License", f"MD{2000 + n}", "OH", DAY),
            ("State License", f"PA{3000 + n}", "PA", DAY),
            ("DEA", ("BN1234563", "FM1234563", "MO1234563")[n], "OH", DAY),
            ("ACLS", None, None, DAY),
            *more,
        ]
        found += [[*(person[:who] if repeated or k == 0 else (None,) * who), *one] for k, one in enumerate(mine)]
    return found


def planned(table):
    workbook = book(table)
    sheets = taken.Sheets.of(workbook, recognize(workbook))
    return comparing.compare(sheets, known.fetch(sheets.days), Choices(), encrypted=True)


def held(made):
    keys = {id: key for key, id in known.fetch(frozenset()).sorts.items()}
    return [(keys[row[SORT]], row[NUMBER], row[STATE], row[TITLE]) for row in made.drafts.added["credential"]]


@pytest.mark.parametrize("repeated", [True, False])
@pytest.mark.parametrize(
    "head",
    [
        ["Type", "License #", "State", "Exp Date"],
        ["Credential Type", "Number", "State", "Expires"],
        ["Document Type", "License Number", "State", "Expiration Date"],
        ["Credential", "Number", "State", "Expiration"],
    ],
)
def test_each_row_is_of_the_kind_that_it_names(office, repeated, head):
    made = planned([["Last", "First", "NPI", *head], *rows(repeated)])
    assert [row.result for row in made.rows if row.problems] == []
    assert len(made.drafts.added["provider"]) == 3
    assert held(made)[:4] == [
        ("license", "MD2000", "OH", ""),
        ("license", "PA3000", "PA", ""),
        ("dea", "BN1234563", "OH", ""),
        ("life_support", "", "", "ACLS"),
    ]
    assert all(row[AT["provider"]["state"]] in (None, "") for row in made.drafts.added["provider"])


def test_a_name_that_is_repeated_without_a_number_is_one_person_and_asked(office):
    table = [["Last", "First", "Type", "License #", "State", "Exp Date"], *rows(True, who=2)]
    made = planned(table)
    assert len(made.drafts.added["provider"]) == 3 and len(made.drafts.added["credential"]) == 12
    assert any("repeat the name" in question.about for question in made.questions)


def test_a_kind_that_is_not_known_and_a_number_of_another_sort_are_refused(office):
    more = [("Diploma", "77", None, None), ("Medical License", "BN1234563", "OH", DAY), ("DEA", "77", "OH", DAY)]
    made = planned([["Last", "First", "NPI", "Type", "License #", "State", "Exp Date"], *rows(False, more)])
    refused = [row for row in made.rows if row.problems]
    assert len(refused) == 9 and len(held(made)) == 12


def test_policies_and_boards_are_no_licenses(office):
    more = [("Malpractice Insurance", "POL-99", None, DAY), ("Board Certification", "123", None, DAY)]
    made = planned([["Last", "First", "NPI", "Document Type", "License Number", "State", "Exp"], *rows(False, more)])
    assert {(sort, number) for sort, number, _, _ in held(made)} >= {("liability", "POL-99"), ("board", "123")}


def test_a_status_beside_the_kind_is_left_out(office):
    table = [["Last", "First", "NPI", "Type", "License #", "State", "Exp Date", "Status"]]
    made = planned([*table, *[[*row, "Expired"] for row in rows(False)]])
    assert {row[AT["provider"]["status"]] for row in made.drafts.added["provider"]} == {"Active"}
    assert len(held(made)) == 12


def test_whoever_issued_something_is_no_kind():
    heads = ["last_name", "first_name", "npi", "provider_license_number_1", "provider_license_number_state_code_1"]
    heads += ["other_provider_identifier_1", "other_provider_identifier_issuer_1"]
    table = [
        [*person, f"A2139{n}", "CA", f"X{n}", ("CA Medical Board", "DEA", "NY Medical Board")[n]]
        for n, person in enumerate(PEOPLE)
    ]
    (reading,) = recognize(book([heads, *table]))
    assert [reading.columns[at] for at in range(3, 7)] == ["license.number", "license.state", None, None]


@pytest.mark.parametrize("heads", [["Practitioner", "Item", "Expires On"], ["Name", "Document", "Expiration"]])
def test_a_report_of_expirables_needs_no_more_than_three_columns(heads):
    rows = [
        ["Ngo, Ruth, MD", "DEA", DAY],
        ["Ngo, Ruth, MD", "ACLS", DAY],
        ["Okafor, Pieter, DO", "Medical License", DAY],
    ]
    (reading,) = recognize(book([heads, *rows]))
    assert list(reading.columns.values()) == ["provider.full_name", "credential.kind", "credential.expires"]


def test_a_date_to_come_is_no_day_of_issue():
    table = [
        ["Name", "NPI", "Item", "Date"],
        ["Ngo, Ruth, MD", PEOPLE[0][2], "DEA", DAY],
        ["Okafor, Pieter", PEOPLE[2][2], "ACLS", DAY],
    ]
    (reading,) = recognize(book(table))
    assert reading.columns[3] is None


@pytest.mark.parametrize(
    ("kind", "sort"),
    [("ACLS Certification", "acls"), ("BLS Cert", "bls"), ("Board Certification", "board")],
)
def test_a_card_called_a_certification(kind, sort):
    assert kinds_in_rows.sort_of(kind) == sort


@pytest.mark.parametrize(("name", "number"), [("DEA", "BN1234563"), ("Licenses", "036-1")])
def test_a_sheet_named_by_what_it_lists(name, number):
    table = [["Practitioner", "NPI", "Number", "Expires"], ["Ngo, Ruth, MD", "1382810863", number, date(2027, 7, 31)]]
    (reading,) = recognize(book(table, names=(name,)))
    sort = {"DEA": "dea", "Licenses": "license"}[name]
    assert [reading.columns[at] for at in (2, 3)] == [f"{sort}.number", f"{sort}.expires"]


def test_privileges_are_no_cards():
    table = [["Name", "NPI", "Privilege", "Effective Date", "Expiration Date"]]
    said = ["Moderate sedation", "Fluoroscopy", "Moderate sedation", "Deep sedation"]
    for name, npi, each in zip(NAMES, NPIS, said, strict=False):
        table.append([name, npi, each, date(2025, 3, 14), date(2029, 7, 31)])
    (reading,) = recognize(book(table))
    assert [reading.columns[at] for at in (2, 3, 4)] == [None, None, None]
