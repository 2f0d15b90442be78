"""A day that may be that of either of two licenses, registrations or boards is asked beside its row, and until then written to neither."""

from datetime import date

import pytest

from tests.sheets.sheet_tables import book
from workbench.records.credential import Credential
from workbench.records.office_lists import CredentialSort
from workbench.records.provider import Provider
from workbench.sheets import comparing, known, taken
from workbench.sheets.asking import Replies
from workbench.sheets.decisions import Answers, Choices
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


def ends(made):
    at = known.AT["credential"]
    return {row[at["number"]] or row[at["issuer"]]: row[at["expires"]] for row in made.drafts.added["credential"]}


def replied(option, row="row 2|Sheet|license"):
    return Choices(answers=Answers(replies=Replies({row: option})))


@pytest.mark.parametrize(
    ("heading", "day", "word", "both"),
    [
        ("Lic Exp", date(2029, 10, 31), "license", ("036-1111 IL", "4444-20 WI")),
        ("DEA Exp", date(2030, 6, 30), "DEA", ("BA5189166 IL", "BA6236459 WI")),
        ("Board Exp", date(2039, 12, 31), "certification", ("ABIM", "ABS")),
    ],
)
def test_a_day_that_may_be_that_of_two_is_asked_beside_its_row_which_comes_in_without_it(
    okafor, heading, day, word, both
):
    made = plan([heading, "Office Phone"], [day, "312-555-0101"])
    assert made.rows[0].result == "changed" and not made.drafts.added["credential"]
    assert [effect.target for effect in made.rows[0].effects] == ["provider.phone"]
    (asked,) = [each for each in made.questions if each.row]
    assert f"which {word} does" in asked.about and "Row 2, Okafor, Adaeze" in asked.about
    assert [each.key for each in asked.options] == ["out", *map(str.casefold, both)] and asked.chosen == "left out"
    assert made.rows[0].open_asks == [asked] and "belong to?" in made.rows[0].happens and not made.rows[0].problems
    said = made.summary()["questions"]
    assert f"row 2={both[0].casefold()}" in next(each["answers"] for each in said if "belong to" in each["about"])


@pytest.mark.parametrize(("option", "number"), [("036-1111 il", "036-1111"), ("4444-20 wi", "4444-20")])
def test_an_answer_gives_the_day_to_that_license(okafor, option, number):
    made = plan(["Lic Exp"], [date(2029, 10, 31)], replied(option))
    assert ends(made) == {number: "2029-10-31"} and made.rows[0].open_asks == []


def test_the_day_can_be_left_out(okafor):
    made = plan(["Lic Exp"], [date(2029, 10, 31)], replied("out"))
    assert made.rows[0].result == "same" and not ends(made) and made.rows[0].open_asks == []


def test_two_that_are_called_alike_are_told_apart(office, make):
    person = make(Provider, last="Okafor", first="Adaeze", degree="MD", npi=NPI)
    for day in (date(2028, 12, 31), date(2029, 12, 31)):
        make(Credential, provider=person, sort=CredentialSort.get(key="board"), issuer="ABIM", expires=day)
    made = plan(["Board Exp"], [date(2038, 12, 31)], replied("abim (2)", "row 2|Sheet|certification"))
    assert [row[known.AT["credential"]["id"]] for row in made.drafts.changed["credential"].values()] == [2]


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
