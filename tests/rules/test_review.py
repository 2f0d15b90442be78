"""Why a file is Category 2, with the rule, and what would make it Category 1."""

from datetime import timedelta
from typing import Any

import pytest

from workbench.records.application import COMPETENCIES, Application, Claim, Disclosure, RedFlag, Reference
from workbench.records.appointment import Appointment
from workbench.records.background import Affiliation, WorkHistory
from workbench.records.evidence import Check, NpdbQuery, Oppe
from workbench.records.privilege import CriterionShown, Privilege, PrivilegeRequest
from workbench.rules import dossier, review

from .ready_file import MEETING, POLICY, a_ready_file, days, lacking
from .test_readiness import change


@pytest.fixture
def asked(office: Any, make: Any) -> Application:
    return a_ready_file(make)


def why(asked: Application) -> tuple[review.Reason, ...]:
    found = dossier.of_application(asked.id)
    assert found is not None
    return review.why(found, MEETING, POLICY)


def codes(asked: Application) -> list[str]:
    return [each.code for each in why(asked)]


def test_a_clean_file_is_category_1(asked: Application) -> None:
    assert why(asked) == ()
    assert review.cure(why(asked)) == ""


def test_an_incomplete_file_is_category_2_and_says_what_it_lacks(asked: Application) -> None:
    change(asked, attested=None)
    (reason,) = why(asked)
    assert (reason.code, reason.text) == ("C-01", "The file is not complete: Attestation not signed")
    assert review.cure(why(asked)) == "Would be Category 1 without the open point of the file."
    change(asked, received=None)
    change(NpdbQuery.get(), queried=MEETING + timedelta(days=1))
    change(Reference.get(), received=None)
    change(Disclosure.get(), answer=None)
    (reason,) = why(asked)
    assert reason.text.startswith("The file is not complete: Application not received, NPDB not queried, ")
    assert reason.text.endswith("1 of 1 disclosures open, Attestation not signed, 2 of 3 references")  # every one
    assert reason.without.endswith(" open points of the file")
    found = dossier.of_application(asked.id)
    assert found is not None and review.category(found, MEETING, POLICY) == review.FULL


def test_a_complete_file_that_waits_for_its_chair_is_not_incomplete(asked: Application) -> None:
    change(asked, chair_view="")
    change(PrivilegeRequest.get(), chair_view="")
    assert lacking(asked) != []
    assert why(asked) == ()


def test_every_rule_says_where_it_comes_from_and_how_sure_that_is() -> None:
    rules = review.rules().values()
    assert len({rule["code"] for rule in rules}) == len(rules)
    assert all(rule["basis"] and rule["title"] and rule["confidence"] in ("H", "M", "L") for rule in rules)
    assert set(review.rules()) == set(review._JUDGES)


def test_two_claims_in_five_years_are_too_many_and_the_second_is_named(asked: Application, make: Any) -> None:
    one = make(Claim, provider=asked.provider, allegation="Delay", outcome="Settled", closed="2023-03", paid=90_000)
    two = make(Claim, provider=asked.provider, allegation="Implant", outcome="Settled", closed="2021-12-01")
    assert codes(asked) == ["C-04"]
    assert why(asked)[0].text == "Two liability claims open or paid in 5 years"
    assert review.cure(why(asked)) == "Would be Category 1 without the second claim."
    change(two, closed="2021-11-30")
    assert codes(asked) == []
    change(two, outcome="Open", closed="")
    assert codes(asked) == ["C-04"]
    change(two, outcome="Dismissed")
    assert codes(asked) == []
    change(one, paid=250_000)
    assert codes(asked) == []
    change(one, paid=250_001)
    assert codes(asked) == ["C-05"]


def test_half_a_year_without_work_also_explained(asked: Application, make: Any) -> None:
    person = asked.provider
    make(
        WorkHistory, provider=person, employer="Gateway", position="Attending", started="2010-01-01", ended="2018-12-31"
    )
    back = make(WorkHistory, provider=person, employer="Prairie", position="Attending", started="2019-06-29")
    assert codes(asked) == ["C-01"]
    change(back, started="2019-06-30")
    assert [(each.code, each.text) for each in why(asked)] == [
        ("C-01", "The file is not complete: Gap of 6 months not explained"),
        ("C-06", "A gap of 6 months in 2019, not explained"),
    ]
    make(
        WorkHistory,
        provider=person,
        employer="Family leave",
        started="2019-01-01",
        ended="2019-06-29",
        remarks="Birth.",
    )
    assert why(asked)[0].text == "A gap of 6 months in 2019, explained"
    change(asked, sort="Reappointment")
    assert "C-06" not in codes(asked)


def test_a_disclosure_answered_yes(asked: Application) -> None:
    change(Disclosure.get(), answer=True, explanation="Long ago.")
    assert (codes(asked), review.cure(why(asked))) == (["C-03"], "Would be Category 1 without a disclosure.")


@pytest.mark.parametrize("view", ["Recommend with conditions", "Defer", "Do not recommend"])
def test_a_limited_recommendation_of_the_chair(asked: Application, view: str) -> None:
    change(asked, chair_view=view)
    assert codes(asked) == ["C-02"]


def test_a_privilege_that_the_chair_limits(asked: Application) -> None:
    change(PrivilegeRequest.get(), chair_view="Defer")
    assert why(asked)[0].text == "The chair does not plainly recommend Core"


def test_a_privilege_whose_criteria_are_not_met(asked: Application) -> None:
    change(Privilege.get(), counted="Spine procedures", cases=20, months=24)
    assert "C-10" in codes(asked)
    change(PrivilegeRequest.get(), decision="Withdrawn")
    assert "C-10" not in codes(asked)


def test_a_reference_that_raises_a_concern(asked: Application) -> None:
    reference = Reference.get()
    change(reference, **{COMPETENCIES[0]: 3})
    assert codes(asked) == []
    change(reference, **{COMPETENCIES[0]: 2})
    assert codes(asked) == ["C-08"]
    change(reference, **{COMPETENCIES[0]: 0}, recommends="Recommend with conditions")
    assert codes(asked) == ["C-08"]
    change(reference, received=None)
    assert codes(asked) == ["C-01"]


def test_reports_of_the_npdb_are_never_told_beyond_that_they_are_there(asked: Application, make: Any) -> None:
    change(NpdbQuery.get(), result="Reports")
    (reason,) = why(asked)
    assert (reason.code, reason.sealed, reason.text) == ("C-09", True, "NPDB reports: see the sealed insert")
    later = make(NpdbQuery, provider=asked.provider, queried=MEETING + timedelta(1), result="No reports")
    assert codes(asked) == ["C-09"], "what was asked after the meeting was not known at it"
    change(later, queried=MEETING)
    assert "C-09" not in codes(asked)


def test_something_found_by_a_check(asked: Application, make: Any) -> None:
    change(Check.get(Check.sort == "Background check"), result="See the file")
    assert [each.text for each in why(asked)] == ["Something was found: background check"]
    make(Check, provider=asked.provider, sort="Background check", done=days(1), result="Clear")
    assert codes(asked) == []


def test_a_red_flag_also_once_it_is_resolved(asked: Application, make: Any) -> None:
    flag = make(RedFlag, application=asked, matter="Left after a month.")
    assert [each.text for each in why(asked) if each.code == "C-12"] == ["Red flag, open: Left after a month"]
    change(flag, resolution="Moved.", resolved=days(3))
    assert why(asked)[0].text == "Red flag: Left after a month"


def test_four_affiliations_that_ended_in_ten_years(asked: Application, make: Any) -> None:
    for place in range(4):
        make(Affiliation, provider=asked.provider, hospital=f"H{place}", ended="2016-12-01")
    assert codes(asked) == ["C-07"]
    change(Affiliation.get(), ended="2016-11-30")
    assert codes(asked) == []
    change(Affiliation.get(), ended="2020", category="Locum tenens")
    assert codes(asked) == []


def test_oppe_that_watches_a_trend(asked: Application, make: Any) -> None:
    period = make(Oppe, provider=asked.provider, starts=days(400), ends=days(200), result="Trend to watch")
    assert codes(asked) == ["C-13"]
    change(period, starts=MEETING - timedelta(days=1500), ends=MEETING - timedelta(days=1200))
    assert codes(asked) == []


def test_conditions_of_an_earlier_committee(asked: Application) -> None:
    change(asked, conditions="First ten blocks proctored")
    assert codes(asked) == ["C-14"]


def test_reasons_are_sentences_with_their_rules(asked: Application) -> None:
    change(asked, chair_view="Defer")
    found = dossier.of_application(asked.id)
    assert found is not None
    assert review.reasons(found, MEETING, POLICY) == ("The chair: defer (rule C-02)",)


def test_what_no_record_answers_is_a_question_to_the_chair_until_something_was_shown(
    asked: Application, make: Any
) -> None:
    line = Privilege.get(Privilege.name == "Core")
    change(line, training="A course with supervised cases")
    assert codes(asked) == ["C-15"]
    (reason,) = why(asked)
    assert reason.text.startswith("Core, a question to the chair: training to be judged")
    assert review.cure(why(asked)) == "Would be Category 1 without a question to the chair about Core."
    request = PrivilegeRequest.get(PrivilegeRequest.application == asked)
    make(CriterionShown, request=request, part="training: A course with supervised cases", text="Certificate of May")
    assert codes(asked) == []


def test_a_committees_shorter_term_and_limits_on_privileges_are_limits(asked: Application) -> None:
    change(asked, term_months=12)
    assert codes(asked) == ["C-14"]
    change(asked, term_months=None)
    request = PrivilegeRequest.get(PrivilegeRequest.application == asked)
    change(request, committee_view="Recommend")
    assert codes(asked) == []
    change(request, committee_view="Defer")
    assert codes(asked) == ["C-14"]


def test_the_offices_word_on_the_category_counts_before_the_rules(asked: Application) -> None:
    found = dossier.of_application(asked.id)
    assert found is not None
    assert review.category(found, MEETING, POLICY) == review.EXPEDITED
    change(asked, review="Category 2")
    found = dossier.of_application(asked.id)
    assert found is not None and review.category(found, MEETING, POLICY) == review.FULL


def test_a_reappointment_without_oppe_in_its_term_is_not_category_1(asked: Application, make: Any) -> None:
    assert "C-16" not in codes(asked)  # of a new applicant nobody has any
    change(asked, sort="Reappointment")
    begun = days(700)
    make(Appointment, provider=asked.provider, facility=asked.facility, starts=begun, ends=days(-30))
    reason = next(each for each in why(asked) if each.code == "C-16")
    assert reason.text == "No OPPE is on file since Dec 31 2024, for a reappointment"
    kept = make(Oppe, provider=asked.provider, starts=days(900), ends=begun - timedelta(days=1), result="No concern")
    assert "C-16" in codes(asked)
    change(kept, ends=begun)
    assert "C-16" not in codes(asked)
    change(kept, ends=MEETING + timedelta(days=1))
    assert "C-16" in codes(asked)


def category(asked: Application, **changed: str) -> str:
    change(asked, **changed)
    found = dossier.of_application(asked.id)
    assert found is not None
    return review.category(found, MEETING, POLICY)


def unheld(asked: Application) -> str:
    found = dossier.of_application(asked.id)
    assert found is not None
    return review.unheld(found.application, review.why(found, MEETING, POLICY))


def test_category_1_by_the_offices_word_holds_over_the_rules_that_it_names(asked: Application) -> None:
    assert category(asked, review="Category 1") == review.EXPEDITED and unheld(asked) == ""
    change(Disclosure.get(), answer=True, explanation="A claim")
    assert category(asked, review="") == review.FULL
    assert category(asked, review="Category 1") == review.FULL
    assert "goes over C-03 by name" in unheld(asked)
    assert category(asked, review_reason="The chair knows of it") == review.FULL
    assert (
        category(asked, review_reason="Over C-03: the claim was dismissed") == review.EXPEDITED and unheld(asked) == ""
    )
    change(NpdbQuery.get(), result="Reports")
    assert category(asked) == review.FULL, "what came afterwards is gone over by nobody"
    assert "goes over C-09 by name" in unheld(asked)
    assert category(asked, review_reason="Over C-03 and C-09: the same claim") == review.EXPEDITED


def test_nobody_goes_over_a_limited_recommendation(asked: Application) -> None:
    change(asked, chair_view="Recommend with conditions", chair_report="Ten cases")
    named = {"review": "Category 1", "review_reason": "Over C-02: we know"}
    assert category(asked, **named) == review.FULL
    assert unheld(asked).startswith("The office decided Category 1. Nobody goes over rule C-02: ")


def test_the_offices_category_2_stands_whatever_the_rules_say(asked: Application) -> None:
    assert category(asked, review="Category 2") == review.FULL and unheld(asked) == ""
