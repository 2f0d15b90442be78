"""What many rows ask alike is answered once: wrong values left out, rows merged whose person is known by number or name alone."""

import pytest

from tests.sheets.test_comparing import plan
from workbench.records.provider import Provider
from workbench.sheets.asking import Replies
from workbench.sheets.decisions import Answers, Choices

HEADINGS = ["Last", "First", "NPI", "Email", "Office Phone"]
BAD = [["Ngo", "Ann", "1234567890", "", ""], ["Poe", "Tim", "1382810864", "", ""], ["Xu", "Li", "", "x@y", ""]]


def said(key, option):
    return Choices(answers=Answers(replies=Replies({key: option})))


def asked(made, begins):
    return [each for each in made.questions if each.key.startswith(begins)]


def test_rows_with_one_wrong_value_come_in_without_it_where_that_was_said_of_all(office):
    made = plan(*BAD, headings=HEADINGS)
    (question,) = asked(made, "wrong ")
    assert (question.about, question.rows, question.key) == ("NPI is wrong in 2 rows", 2, "wrong NPI|Sheet")
    assert made.counts["rejected"] == 3
    made = plan(*BAD, headings=HEADINGS, choices=said("wrong NPI|Sheet", "without"))
    assert (made.counts["new"], made.counts["rejected"]) == (2, 1)
    assert "provider.npi" not in made.rows[0].values and made.rows[0].problems
    assert asked(made, "wrong ")[0].chosen == "they come in without it"


@pytest.mark.parametrize(("option", "merged"), [("ask", 0), ("sure", 0), ("name", 2)])
def test_rows_of_whom_one_is_known_by_that_name_are_merged_where_that_was_said(office, make, option, merged):
    for last, first in (("Ngo", "Ann"), ("Poe", "Tim"), ("Lee", "Kim"), ("Lee", "Kim")):
        make(Provider, last=last, first=first)
    rows = [["Ngo", "Ann", "MD", "312-555-0101"], ["Poe", "Tim", "DO", "312-555-0102"], ["Lee", "Kim", "MD", ""]]
    made = plan(*rows, headings=["Last", "First", "Degree", "Office Phone"], choices=said("same|Sheet", option))
    assert made.counts["changed"] == merged and made.counts["doubtful"] == 3 - merged
    (question,) = asked(made, "same")
    assert question.rows == 2 and [each.key for each in question.options] == ["ask", "name"]
    assert not merged or "was taken for Ngo, Ann by name" in made.rows[0].told[0]
