"""Nothing that a recognized column says is lost without a word: written, ours already, or told."""

from datetime import date

import pytest

from tests.sheets.conserved import unaccounted
from tests.sheets.test_comparing import plan
from workbench.records.credential import Credential
from workbench.records.office_lists import CredentialSort
from workbench.records.provider import Provider
from workbench.sheets.asking import Replies
from workbench.sheets.decisions import Answers, Choices
from workbench.store import history

NAMES = ["Last Name", "First Name", "NPI"]
RAY = ["Ray", "Ann", "1444012342"]


def taking(*targets):
    """The file's values, in all rows."""
    return Choices(answers=Answers(replies=Replies({f"differs||{target}": "file" for target in targets})))


def questions(made):
    return [question.about for question in made.questions]


@pytest.fixture
def ray(office):
    """Somebody with one license and one coverage."""
    with history.step("Enter Ray"):
        ray = Provider.create(last="Ray", first="Ann", npi="1444012342")
    return ray


def credential(ray, key, **values):
    with history.step("Enter a credential"):
        return Credential.create(provider=ray, sort=CredentialSort.get(CredentialSort.key == key), **values)


def written(made, name):
    """A value of the credentials that a plan writes."""
    from workbench.sheets.known import AT

    rows = [*made.drafts.added["credential"], *made.drafts.changed["credential"].values()]
    return [row[AT["credential"][name]] for row in rows]


@pytest.mark.parametrize(("headings", "cells"), [(["Limits"], ["1M/3M"]), (["Per Claim", "Aggregate"], ["1M", "3M"])])
def test_limits_alone_are_a_coverage(office, headings, cells):
    made = plan([*RAY, *cells], headings=[*NAMES, *headings])
    assert written(made, "per_claim") == [1_000_000] and written(made, "aggregate") == [3_000_000]
    assert unaccounted(made) == []


def test_other_limits_than_ours_are_told_and_taken_where_somebody_says_so(ray):
    credential(ray, "liability", issuer="ISMIE", per_claim=1_000_000, aggregate=3_000_000)
    headings, row = [*NAMES, "Limits"], [*RAY, "2M/4M"]
    made = plan(row, headings=headings)
    assert made.counts["same"] == 1 and len([q for q in questions(made) if "Kept ours" in q]) == 2
    taken = plan(row, headings=headings, choices=taking("liability.per_claim", "liability.aggregate"))
    assert taken.counts["changed"] == 1 and written(taken, "per_claim") == [2_000_000]


@pytest.mark.parametrize(("ours", "counts"), [("", "changed"), ("IL", "same")])
def test_a_state_alone_fills_in_the_one_license(ray, ours, counts):
    credential(ray, "license", number="036-1", state=ours)
    made = plan([*RAY, "IL"], headings=[*NAMES, "Lic State"])
    assert made.counts[counts] == 1 and written(made, "state") == ([] if ours else ["IL"])
    assert unaccounted(made) == []


def test_a_state_alone_that_is_not_that_of_the_one_license_is_told(ray):
    credential(ray, "license", number="036-1", state="WI")
    headings = [*NAMES, "Lic State"]
    made = plan([*RAY, "IL"], headings=headings)
    assert made.counts["same"] == 1 and any("the file says IL" in about for about in questions(made))
    assert written(plan([*RAY, "IL"], headings=headings, choices=taking("license.state")), "state") == ["IL"]


def test_a_state_alone_without_a_license_is_told(ray):
    made = plan([*RAY, "IL"], headings=[*NAMES, "Lic State"])
    assert "License state: “IL” stands without a number or a day; left out." in questions(made)
    two = [("036-1", "WI"), ("036-2", "IA")]
    for number, state in two:
        credential(ray, "license", number=number, state=state)
    assert any("stands without" in about for about in questions(plan([*RAY, "IL"], headings=[*NAMES, "Lic State"])))


@pytest.mark.parametrize(
    ("headings", "cells", "degree", "remark"),
    [
        (["Degree", "Suffix"], ["MD, FACS", "Esq"], "MD", "FACS; Esq"),
        (["Degree"], ["M.D., F.A.C.P."], "MD", "FACP"),
        (["Degree"], ["FACS"], "FACS", ""),
    ],
)
def test_honors_go_to_the_remarks_and_are_told(office, headings, cells, degree, remark):
    made = plan([*RAY, *cells], headings=[*NAMES, *headings])
    assert made.rows[0].values["provider.degree"] == degree
    assert set(made.rows[0].values.get("provider.notes", "").split("; ")) == set(remark.split("; "))
    assert (
        all(any(word in about for about in questions(made)) for word in remark.split("; ") if word)
        and unaccounted(made) == []
    )


def test_honors_in_a_full_name_go_there_too(office):
    made = plan(["Ray, Ann, MD, FACS, Esq.", "1444012342"], headings=["Name", "NPI"])
    assert made.rows[0].values["provider.notes"] == "FACS, Esq" and unaccounted(made) == []


def test_what_a_reader_forgets_the_net_tells(office, monkeypatch):
    monkeypatch.setitem(
        __import__("workbench.sheets.cell.cells", fromlist=["READERS"]).READERS, "suffix", lambda cell: None
    )
    made = plan([*RAY, "Jr"], headings=[*NAMES, "Suffix"])
    assert "Suffix: “Jr” is not understood; left out." in questions(made)


def test_a_choice_for_all_takes_of_two_rows_of_a_file_the_first(ray):
    credential(ray, "license", number="036-1", state="IL", expires=date(2072, 6, 30))
    headings = [*NAMES, "License #", "Lic State", "Lic Exp"]
    rows = [[*RAY, "036-1", "IL", date(2027, 6, 30)], [*RAY, "036-1", "IL", date(2026, 6, 30)]]
    made = plan(*rows, headings=headings, choices=taking("license.expires"))
    assert written(made, "expires") == ["2027-06-30"] and [row.result for row in made.rows] == ["changed", "same"]


def test_what_differs_is_asked_once_for_all_rows(office):
    with history.step("Enter"):
        for last, npi in (("Ray", "1444012342"), ("Poe", "1477552867")):
            person = Provider.create(last=last, first="Ann", npi=npi)
            sort = CredentialSort.get(CredentialSort.key == "liability")
            Credential.create(provider=person, sort=sort, issuer="ISMIE", per_claim=1_000_000, aggregate=3_000_000)
    headings = [*NAMES, "Carrier", "Limits"]
    rows = [[*RAY, "ISMIE", "2M/4M"], ["Poe", "Ann", "1477552867", "ISMIE", "2M/4M"]]
    made = plan(*rows, headings=headings)
    (claim, _) = [q for q in made.questions if q.key.startswith("differs")]
    assert (claim.about, claim.rows) == ("Liability per claim: the file differs from ours", 2)
    assert (claim.chosen, [o.key for o in claim.options]) == ("ours stay", ["ours", "file"])
    assert made.counts["same"] == 2 and not made.writes
    after = plan(*rows, headings=headings, choices=taking("liability.per_claim", "liability.aggregate"))
    assert after.counts["changed"] == 2 and written(after, "aggregate") == [4_000_000] * 2
    assert {q.chosen for q in after.questions if q.key.startswith("differs")} == {
        "the file's values are taken in all these rows"
    }
    assert not any("Kept ours" in about for about in questions(after))


@pytest.mark.parametrize(("heading", "state"), [("Lic State", "IL"), ("Lic State", "Illinois")])
def test_an_illinois_license_that_lost_its_zero_gets_it_back_and_asks(office, heading, state):
    headings = [*NAMES, "License #", heading]
    rows = [
        [*RAY, 36123400.0, state],
        ["Poe", "Tim", "1477552867", 85004321.0, "IL"],
        ["Xu", "Li", "1588667638", 4455.0, "WI"],
    ]
    made = plan(*rows, headings=headings)
    assert written(made, "number") == ["036123400", "085004321", "4455"]
    assert any("36123400 are shorter than a license of IL" in about for about in questions(made))
    other = plan(*rows, ["Yu", "Bo", "1699778688", 36123401.0, "MO"], headings=headings)
    assert written(other, "number")[0::3] == ["036123400", "36123401"], "a number of another state may be as long"


def test_the_heading_may_say_the_state(office):
    assert written(plan([*RAY, 36123400.0], headings=[*NAMES, "IL License #"]), "number") == ["036123400"]
