"""Criteria of privileges: each holds on the day before the line and not on the day after, and says only what records prove."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from workbench.records.application import Application
from workbench.records.background import Education
from workbench.records.credential import Credential
from workbench.records.evidence import Activity
from workbench.records.office_lists import CredentialSort
from workbench.records.policy import Policy
from workbench.records.privilege import CriterionShown, Privilege, PrivilegeForm, PrivilegeRequest
from workbench.records.provider import Provider
from workbench.rules import asked_training, dossier
from workbench.rules.criteria import Judged, judged

ON = date(2026, 12, 1)


@pytest.fixture
def person(office: Any, make: Any) -> Provider:
    return make(Provider, last="Morris", first="Kevin")


@pytest.fixture
def verdict(make: Any, person: Provider) -> Callable[..., Judged]:
    """Ask for one privilege with these criteria and judge it."""

    def ask(
        on: date = ON, shown: dict[str, str] | None = None, policy: Policy | None = None, **criteria: Any
    ) -> Judged:
        line = make(Privilege, form=make(PrivilegeForm), **criteria)
        about = make(Application, provider=person)
        request = make(PrivilegeRequest, application=about, privilege=line)
        for part, text in (shown or {}).items():
            make(CriterionShown, request=request, part=part, text=text)
        found = dossier.of_application(about.id)
        assert found is not None
        return judged(found, on, policy)[request.id]

    return ask


@pytest.fixture
def held(make: Any, person: Provider) -> Callable[..., Credential]:
    return lambda key, **values: make(
        Credential, provider=person, sort=CredentialSort.get(CredentialSort.key == key), **values
    )


CASES = {"cases": 50, "months": 24, "counted": "Replacements"}


def counted(make: Any, person: Provider, number: int, **more: Any) -> None:
    values = {"starts": date(2024, 11, 1), "ends": date(2026, 10, 31), "name": "replacements"} | more
    make(Activity, provider=person, number=number, **values)


@pytest.mark.parametrize(
    ("number", "verdict_", "text"),
    [
        (94, "met", "94 cases in 24 months; requires 50"),
        (50, "met", "50 cases in 24 months; requires 50"),
        (49, "not met", "49 cases in 24 months; requires 50"),
        (1, "not met", "1 case in 24 months; requires 50"),
    ],
)
def test_cases_are_met_from_the_number_asked_for(make, person, verdict, number, verdict_, text):
    counted(make, person, number)
    found = verdict(**CASES)
    assert (found.verdict, found.text) == (verdict_, text)


def test_cases_of_something_else_do_not_count(make, person, verdict):
    counted(make, person, 94, name="Arthroscopies")
    assert verdict(**CASES).text == "no cases of “Replacements” counted in 24 months; requires 50"
    assert verdict(**CASES).verdict == "not met"


def test_a_count_that_reaches_beyond_the_months_is_to_judge(make, person, verdict):
    counted(make, person, 94, starts=date(2024, 1, 1))
    found = verdict(**CASES)
    assert found.verdict == "to judge"
    assert found.text == "0 to 94 cases in 24 months (a counted period reaches beyond them); requires 50"


def test_even_all_of_a_count_that_reaches_beyond_may_be_too_few(make, person, verdict):
    counted(make, person, 49, starts=date(2024, 1, 1))
    assert verdict(**CASES).verdict == "not met"
    assert verdict(**CASES).text == "at most 49 cases in 24 months; requires 50"


def test_two_counts_of_the_same_months_may_count_a_case_twice(make, person, verdict):
    counted(make, person, 30)
    counted(make, person, 30, source="The other hospital")
    assert verdict(**CASES).verdict == "to judge"
    assert "(counted periods overlap)" in verdict(**CASES).text


def test_too_few_in_a_part_of_the_months_says_nothing_about_the_others(make, person, verdict):
    counted(make, person, 12, starts=date(2026, 8, 1))
    found = verdict(**CASES)
    assert (found.verdict, found.text) == ("to judge", "12 cases counted in 3 of 24 months; requires 50")


def test_a_count_that_leaves_out_no_more_than_a_month_is_of_the_whole(make, person, verdict):
    counted(make, person, 12, starts=date(2024, 12, 2))
    assert verdict(**CASES).verdict == "not met"
    counted(make, person, 12, name="Other", starts=date(2024, 12, 3))
    assert verdict(**CASES | {"counted": "Other"}).verdict == "to judge"


def test_enough_in_a_part_of_the_months_is_enough(make, person, verdict):
    counted(make, person, 50, starts=date(2026, 8, 1))
    assert verdict(**CASES).verdict == "met"


def test_how_old_a_count_may_be_is_the_offices_policy(make, person, verdict):
    counted(make, person, 94, starts=date(2024, 8, 4), ends=date(2026, 8, 3))
    assert (
        verdict(**CASES, policy=Policy(verification_days=120)).text
        == "94 cases in 24 months to Aug 3 2026; requires 50"
    )
    assert verdict(**CASES, policy=Policy(verification_days=119)).verdict == "to judge"


def test_a_form_that_sets_no_number_or_no_period_leaves_the_count_to_a_reader(make, person, verdict):
    counted(make, person, 94)
    assert verdict(counted="Replacements").text == "94 of “Replacements” on file; the form sets no number"
    assert verdict(counted="Replacements", cases=50).verdict == "to judge"


def test_certification_holds_through_its_last_day(held, verdict):
    asks = {"board": "Board certified in orthopedic surgery"}
    assert verdict(**asks).text == "not certified in orthopedic surgery"
    held("board", title="Orthopaedic Surgery", expires=ON)
    assert verdict(**asks).verdict == "met"
    assert verdict(on=ON + timedelta(1), **asks).text == "certification in Orthopaedic Surgery lapsed Dec 1 2026"
    assert verdict(on=ON + timedelta(1), **asks).verdict == "not met"


def test_certification_begins_on_the_day_it_was_issued(held, verdict):
    held("board", title="Surgery", issued=ON, lifetime=True)
    asks = {"board": "Board certification in general surgery"}
    assert verdict(**asks).text == "certified in Surgery, lifetime"
    assert verdict(on=ON - timedelta(1), **asks).verdict == "not met"


def test_general_surgeons_are_not_certified_in_orthopedic_surgery(held, verdict):
    held("board", title="Surgery", lifetime=True)
    assert verdict(board="Board certified in orthopedic surgery").verdict == "not met"


def test_what_a_form_accepts_instead_is_to_judge(held, verdict):
    asks = {"board": "Board certified in general surgery, or equivalent training and experience"}
    found = verdict(**asks)
    assert (found.verdict, found.text) == (
        "to judge",
        "not certified in general surgery; accepts equivalent training and experience",
    )
    held("board", title="Surgery", lifetime=True)
    assert verdict(**asks).verdict == "met"


@pytest.mark.parametrize(
    "text", ["Certified by a board that the committee knows", "Board certified in surgery within 5 years of training"]
)
def test_a_sentence_that_is_not_understood_whole_is_to_judge(held, verdict, text):
    held("board", title="Surgery", lifetime=True)
    assert verdict(board=text).verdict == "to judge"


def test_training_is_met_once_it_is_surely_over(make, person, verdict):
    asks = {"training": "Completed residency in internal medicine and fellowship in cardiovascular disease"}
    make(Education, provider=person, sort="Residency", program="Internal Medicine", ended="2009-06")
    found = verdict(**asks)
    assert found.text == (
        "no fellowship in cardiovascular disease on file, but residency in Internal Medicine · "
        "residency in Internal Medicine 2009"
    )
    assert found.verdict == "to judge"
    make(Education, provider=person, sort="Fellowship", program="Cardiology", ended="2026-12")
    assert verdict(**asks).verdict == "to judge"
    make(Education, provider=person, sort="Fellowship", program="Cardiology", ended="2026-11")
    assert verdict(**asks).text == "residency in Internal Medicine 2009 · fellowship in Cardiology 2026"
    assert verdict(**asks).verdict == "met"


def test_no_training_at_all_is_not_met(verdict):
    found = verdict(training="Residency in general surgery or urology")
    assert (found.verdict, found.text) == ("not met", "no residency in general surgery or urology on file")


def test_a_course_is_for_a_reader_to_judge(verdict):
    found = verdict(training="The manufacturer's course followed by proctored cases")
    assert found.verdict == "to judge" and "manufacturer's course" in found.text


@pytest.mark.parametrize(
    "asked",
    ["ACLS; PALS or NRP", "ACLS and PALS/NRP", "ACLS and (PALS or NRP)", "ACLS & either PALS or NRP"],
)
def test_every_card_asked_for_must_be_current_and_stands_with_its_own_evidence(held, verdict, asked):
    asks = {"life_support": asked}
    held("life_support", title="ACLS", expires=ON)
    assert verdict(**asks).text == "no PALS or NRP on file · ACLS current to Dec 1 2026"
    held("life_support", title="NRP", expires=ON + timedelta(1))
    found = verdict(**asks)
    assert [(part.asks, part.verdict, part.text) for part in found.parts] == [
        ("ACLS", "met", "ACLS current to Dec 1 2026"),
        ("PALS or NRP", "met", "NRP current to Dec 2 2026"),
    ]
    late = verdict(on=ON + timedelta(1), **asks)
    assert (late.verdict, late.text) == ("not met", "ACLS lapsed Dec 1 2026 · NRP current to Dec 2 2026")


def test_a_card_holds_from_the_day_it_was_issued_and_before_it_is_not_said_to_have_lapsed(held, verdict):
    held("life_support", title="ACLS", issued=ON + timedelta(1), expires=date(2028, 10, 31))
    early = verdict(life_support="ACLS")
    assert (early.verdict, early.text) == ("not met", "ACLS issued Dec 2 2026")
    assert verdict(on=ON + timedelta(1), life_support="ACLS").text == "ACLS current to Oct 31 2028"
    held("life_support", title="ACLS", issued=date(2024, 1, 1), expires=ON - timedelta(1))
    assert set(verdict(life_support="ACLS").text.split(", ")) == {"ACLS issued Dec 2 2026", "ACLS lapsed Nov 30 2026"}


@pytest.mark.parametrize("asked", ["ACLS, PALS, and NRP", "ACLS, PALS and NRP", "ACLS & PALS & NRP", "ACLS, PALS, NRP"])
def test_of_what_and_joins_every_one_is_asked_for(held, verdict, asked):
    held("life_support", title="ACLS", lifetime=True)
    found = verdict(life_support=asked)
    assert found.verdict == "not met"
    assert [part.verdict for part in found.parts] == ["met", "not met", "not met"]


@pytest.mark.parametrize("asked", ["ACLS, PALS, or NRP", "ACLS, PALS or NRP", "ACLS/PALS/NRP"])
def test_of_what_or_joins_one_is_enough(held, verdict, asked):
    held("life_support", title="NRP", lifetime=True)
    assert verdict(life_support=asked).text == "NRP current, lifetime"


def test_what_could_be_read_either_way_is_to_judge(held, verdict):
    held("life_support", title="PALS", lifetime=True)
    found = verdict(life_support="ACLS and PALS or NRP")
    assert (found.verdict, found.text) == (
        "to judge",
        "PALS, lifetime on file; the form says: ACLS and PALS or NRP",
    )


def test_certifications_joined_by_and_are_all_asked_for(held, verdict):
    asks = {"board": "Board certified in surgery, urology, and pediatrics"}
    held("board", title="Urology", lifetime=True)
    found = verdict(**asks)
    assert [(part.asks, part.verdict) for part in found.parts] == [
        ("certified in general surgery", "not met"),
        ("certified in urology", "met"),
        ("certified in pediatrics", "not met"),
    ]
    assert found.verdict == "not met"
    assert verdict(board="Board certified in surgery, urology, or pediatrics").verdict == "met"
    assert verdict(board="Board certified in surgery and urology or pediatrics").verdict == "to judge"


def test_trainings_joined_by_and_are_all_asked_for(make, person, verdict):
    make(Education, provider=person, sort="Residency", program="Urology", ended="2009")
    found = verdict(training="Residency in general surgery, urology, and pediatrics")
    assert [(part.asks, part.verdict) for part in found.parts] == [
        ("residency in general surgery", "to judge"),
        ("residency in urology", "met"),
        ("residency in pediatrics", "to judge"),
    ]
    assert verdict(training="Residency in general surgery, urology or pediatrics").verdict == "met"


def test_a_name_that_holds_an_and_is_one_specialty(make, person, verdict):
    make(Education, provider=person, sort="Residency", program="Ear and Nose Surgery", ended="2009")
    make(Education, provider=person, sort="Fellowship", program="Obstetrics and Gynecology", ended="2012")
    assert verdict(training="Residency in ear and nose surgery").verdict == "met"
    assert verdict(training="Fellowship in OB/GYN").verdict == "met"
    assert len(verdict(training="Fellowship in obstetrics and gynecology").parts) == 1


def test_the_worst_part_gives_the_verdict_and_stands_first(make, person, held, verdict):
    held("life_support", title="ACLS", expires=ON)
    counted(make, person, 11)
    found = verdict(**CASES, life_support="ACLS", training="A course")
    assert found.verdict == "not met"
    assert found.text == (
        "11 cases in 24 months; requires 50 · training to be judged: A course · ACLS current to Dec 1 2026"
    )


def test_what_the_office_was_shown_answers_what_no_record_holds_and_nothing_else(make, person, verdict):
    course = {"training: A course": "Certificate of\nMay 2026"}
    found = verdict(training="A course", shown=course)
    assert (found.verdict, found.text) == (
        "met",
        "training to be judged: A course (shown: Certificate of May 2026)",
    )
    cases = {"cases: 50 cases of Replacements in 24 months": "He says so"}
    assert verdict(**CASES, shown=cases).verdict == "not met"
    assert verdict(**CASES, shown=cases).text.endswith("requires 50 (shown: He says so)"), (
        "it is shown, and answers nothing"
    )


def test_what_was_shown_answers_only_the_criterion_it_is_for(make, person, verdict):
    both = {"training": "A course", "board": "Certified by a board that the committee knows"}
    found = verdict(**both, shown={"training: A course": "Certificate"})
    assert [(part.what, part.verdict, part.shown) for part in found.parts] == [
        ("training", "met", "Certificate"),
        ("board", "to judge", ""),
    ]
    assert found.verdict == "to judge"
    assert verdict(training="Another course", shown={"training: A course": "Certificate"}).verdict == "to judge"


def test_a_line_without_criteria_asks_for_nothing(verdict):
    assert (verdict().verdict, verdict().text) == ("nothing asked", "asks for nothing in particular")


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Successful completion of an ACGME or AOA accredited residency in general surgery.", ("general surgery",)),
        ("Residency program in internal medicine or family medicine", ("internal medicine", "family medicine")),
        ("residency in obstetrics and gynecology", ("obstetrics and gynecology",)),
        ("Residency in Anesthesia, or equivalent training", ("anesthesiology",)),
    ],
)
def test_usual_sentences_about_training_are_understood(text, of):
    (step,) = asked_training.steps(text) or ()
    assert (step.sort, step.of) == ("residency", of)


@pytest.mark.parametrize(
    "text",
    [
        "Residency in general surgery with 50 cases",
        "Residency in general surgery and a robotic course",
        "Residency or fellowship in general surgery",
        "Training in the procedure",
        "Residency in general surgery plus documented experience",
    ],
)
def test_sentences_that_ask_for_more_are_left_to_a_reader(text):
    assert asked_training.steps(text) is None
