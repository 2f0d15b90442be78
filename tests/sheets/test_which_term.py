"""A day that may be that of either of two licenses, registrations or boards is written to neither."""

from datetime import date

import pytest

from tests.sheets.sheet_tables import book
from workbench.records.credential import Credential
from workbench.records.office_lists import CredentialSort
from workbench.records.provider import Provider
from workbench.sheets import comparing, known, taken
from workbench.sheets.decisions import Choices
from workbench.sheets.recognizing import recognize

NPI = "1382810863"


@pytest.fixture
def okafor(office, make):
    """Somebody with two of three sorts each."""
    person = make(Provider, last="Okafor", first="Adaeze", degree="MD", npi=NPI, provider_type="Physician")
    for key, said in (
        ("license", {"number": "036-1111", "state": "IL", "expires": date(2027, 7, 31)}),
        ("license", {"number": "4444-20", "state": "WI", "expires": date(2027, 10, 31)}),
        ("dea", {"number": "BA5189166", "state": "IL", "expires": date(2027, 1, 31)}),
        ("dea", {"number": "BA6236459", "state": "WI", "expires": date(2027, 6, 30)}),
        ("board", {"issuer": "ABIM", "expires": date(2028, 12, 31)}),
        ("board", {"issuer": "ABS", "expires": date(2029, 12, 31)}),
    ):
        make(Credential, provider=person, sort=CredentialSort.get(key=key), **said)
    return person


def plan(headings, row, choices=None):
    workbook = book([["Name", "NPI", *headings], ["Okafor, Adaeze, MD", NPI, *row]])
    sheets = taken.Sheets.of(workbook, recognize(workbook))
    return comparing.compare(sheets, known.fetch(sheets.days), choices or Choices(), encrypted=True)


@pytest.mark.parametrize(
    ("heading", "day", "both"),
    [
        ("Lic Exp", date(2029, 10, 31), ("036-1111 IL", "4444-20 WI")),
        ("DEA Exp", date(2030, 6, 30), ("BA5189166 IL", "BA6236459 WI")),
        ("Board Exp", date(2039, 12, 31), ("ABIM", "ABS")),
    ],
)
def test_a_day_that_may_be_that_of_two_is_a_problem_that_names_both(okafor, heading, day, both):
    made = plan([heading], [day])
    assert made.rows[0].result == "rejected" and not made.drafts.added["credential"]
    (problem,) = made.rows[0].problems
    assert all(name in problem.message for name in both) and problem.column == f"C: {heading}"


def test_the_rest_of_the_row_comes_in_without_that_day(okafor):
    choices = Choices(without=frozenset([("Sheet", 2)]))
    made = plan(["Lic Exp", "Office Phone"], [date(2029, 10, 31), "312-555-0101"], choices)
    assert made.rows[0].result == "changed" and not made.drafts.added["credential"]
    assert [effect.verb for effect in made.rows[0].effects] == ["update"] and made.drafts.changed["provider"]


@pytest.mark.parametrize("more", [{"Lic State": "WI"}, {"Lic #": "4444-20"}])
def test_a_state_or_a_number_says_which(okafor, more):
    made = plan([*more, "Lic Exp"], [*more.values(), date(2029, 10, 31)])
    at = known.AT["credential"]
    assert [(row[at["number"]], row[at["expires"]]) for row in made.drafts.added["credential"]] == [
        ("4444-20", "2029-10-31")
    ]


def test_a_day_that_one_of_them_has_already_says_nothing_new(okafor):
    assert plan(["Lic Exp"], [date(2027, 10, 31)]).rows[0].result == "same"


def test_a_renewal_keeps_our_way_to_write_the_number(okafor):
    made = plan(["Lic #", "Lic State", "Lic Exp"], ["036.1111", "IL", date(2030, 7, 31)])
    at = known.AT["credential"]
    assert [(row[at["number"]], row[at["expires"]]) for row in made.drafts.added["credential"]] == [
        ("036-1111", "2030-07-31")
    ]
