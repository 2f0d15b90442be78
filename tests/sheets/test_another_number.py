"""A license or DEA number that is another than ours of the same state: it asks who, and then whether it replaces ours."""

import pytest

from tests.sheets.test_comparing import HEADINGS, plan, row
from workbench.records.credential import Credential
from workbench.records.office_lists import CredentialSort
from workbench.records.provider import Provider
from workbench.sheets.asking import Replies
from workbench.sheets.comparison.another_number import REPLACES, SECOND
from workbench.sheets.comparison.terms import PAST
from workbench.sheets.decisions import Answers, Choices
from workbench.sheets.known import AT

C = AT["credential"]


@pytest.fixture
def okafor(office, make):
    person = make(Provider, last="Okafor", first="Adaeze", middle="N", degree="MD", npi="1382810863")
    make(Credential, provider=person, sort=CredentialSort.get(key="dea"), number="BO1111119", state="IL")
    return person


def planned(okafor, answers=None, dea="BO2222228"):
    cells = [*row(license="", state="", exp="", dept=""), dea, "IL"]
    choices = Choices(rulings={("Sheet", 2): okafor.id}, answers=Answers(replies=Replies(answers or {})))
    return plan(cells, choices=choices, headings=[*HEADINGS, "DEA #", "DEA State"])


def test_it_is_added_beside_ours_until_somebody_says_that_it_replaces_ours(okafor):
    made = planned(okafor)
    (question,) = [each for each in made.questions if each.row]
    assert question.options == (SECOND, REPLACES) and question.chosen == SECOND.says
    assert question.about.endswith("is DEA BO2222228 a second one beside BO1111119 IL, or does it replace that?")
    assert [each[C["number"]] for each in made.drafts.added["credential"]] == ["BO2222228"]
    assert not made.drafts.changed["credential"] and made.rows[0].open_asks
    assert "row 2=replaces" in next(q["answers"] for q in made.summary()["questions"] if "answers" in q)


def test_the_one_that_it_replaces_becomes_an_earlier_one(okafor):
    (question,) = [each for each in planned(okafor).questions if each.row]
    made = planned(okafor, {question.key: REPLACES.key})
    (old,) = made.drafts.changed["credential"].values()
    (new,) = made.drafts.added["credential"]
    assert (old[C["number"]], old[PAST]) == ("BO1111119", 1) and (new[C["number"]], new[PAST]) == ("BO2222228", 0)
    assert [(each.old, each.new) for each in made.rows[0].changes if "number" in each.target] == [
        ("BO1111119", "BO2222228")
    ]
    assert not made.rows[0].open_asks


def test_our_own_number_asks_nothing(okafor):
    assert not [each for each in planned(okafor, dea="BO1111119").questions if each.row]
