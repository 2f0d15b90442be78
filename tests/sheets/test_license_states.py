"""Licenses of which no column says the state: asked once a sheet, with what speaks for a state, and guessed from nothing."""

import pytest

from tests.sheets.sheet_tables import book, told
from workbench.sheets import comparing, known, taken
from workbench.sheets.asking import Replies
from workbench.sheets.decisions import Answers, Choices
from workbench.sheets.known import AT
from workbench.sheets.recognizing import recognize

HEADINGS = ["Name", "City", "Address State", "License number"]
ROWS = [["Ngo, Ann, MD", "Gary", "IN", "E-11"], ["Xu, Li, DO", "Cary", "IL", "E-12"], ["Ode, Bo, MD", "Cary", "IL", ""]]


def plan(rows, said="", home=(), file="roster.xlsx"):
    workbook = book(rows, file=file)
    replies = Replies({"state|Sheet": said} if said else {})
    sheets = taken.Sheets.of(workbook, recognize(workbook, answers=replies), home=home)
    return comparing.compare(sheets, known.fetch(()), Choices(answers=Answers(replies=replies)), encrypted=True)


def states(made):
    at = AT["credential"]
    return [row[at["state"]] for row in made.drafts.added["credential"]]


def asked(made):
    return [each for each in made.questions if each.key == "state|Sheet"]


def test_it_is_asked_once_with_what_speaks_for_a_state_and_nothing_is_guessed(office):
    made = plan([["Licensees of Arkansas"], HEADINGS, *ROWS], home=("WI",))
    (question,) = asked(made)
    assert question.rows == 2 and states(made) == ["", ""]
    assert [each.key for each in question.options] == ["none", "wi", "ar", "il", "in"]
    assert "hospital" in question.options[1].says and "title" in question.options[2].says
    assert "2 of 3 addresses" in question.options[3].says and "mo" in {each.key for each in question.every}


@pytest.mark.parametrize("said", ["ar", "mo"])
def test_an_answer_holds_for_every_license_of_the_sheet(office, said):
    made = plan([["Licensees of Arkansas"], HEADINGS, *ROWS], said)
    assert states(made) == [said.upper()] * 2 and asked(made)[0].chosen.startswith(said.upper())


@pytest.mark.parametrize("said", [[*HEADINGS[:3], "License number", "Lic State"], [*HEADINGS[:3], "IL License", "x"]])
def test_nothing_is_asked_where_a_column_or_a_heading_says_it(office, said):
    assert not asked(plan([said, ["Ngo, Ann, MD", "Gary", "IN", "E-11", "IL"]]))


UNDER_STATES = {
    ("IL", "WI"): ["036-120779\n7/31/2031", "12345-20\n10/31/2031"],
    ("Illinois", "Wisconsin"): ["036-120779 exp 7/31/2031", "12345-20 (10/31/2031)"],
}


@pytest.mark.parametrize("heads", UNDER_STATES)
def test_numbers_with_their_days_under_the_name_of_a_state_are_its_licenses(heads):
    first, second = UNDER_STATES[heads]
    rows = [
        ["Ngo, Ann, MD", "1382810863", first, ""],
        ["Poe, Ed, MD", "1679576722", first[:9] + "8" + first[10:], second],
    ]
    one, two = told(book([["Name", "NPI", *heads], *rows]))
    assert (one["license.number"], one["license.state"], str(one["license.expires"])) == (
        "036-120779",
        "IL",
        "2031-07-31",
    )
    assert (two["license2.number"], two["license2.state"]) == ("12345-20", "WI") and "license2.number" not in one


def test_numbers_alone_under_the_name_of_a_state_may_be_anything():
    rows = [["Ngo, Ann, MD", "1382810863", "036-120779"], ["Poe, Ed, MD", "1679576722", "036-120780"]]
    assert not any("license.number" in row for row in told(book([["Name", "NPI", "IL"], *rows])))
