"""Every rule on its line and a day over it; what is found stands as long as it says; each finding names its citation."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from workbench.actions import renewing
from workbench.lists import why
from workbench.records.application import Application
from workbench.records.background import WorkHistory
from workbench.records.committee import Committee
from workbench.records.credential import Credential
from workbench.records.days import months_on
from workbench.records.evidence import Check, NpdbQuery
from workbench.records.meeting import AgendaItem, Meeting
from workbench.records.office_lists import Category, Facility
from workbench.records.policy import Policy
from workbench.records.requirement import Requirement, RequirementException
from workbench.records.short_term import DisasterPrivilege, TemporaryPrivilege
from workbench.rules.catalog import RULES
from workbench.rules.findings import Judge
from workbench.rules.judging import Finding
from workbench.store import settings

from .files_by_hand import (
    CASES,
    END,
    OF_OFFICE,
    OF_OTHER_PACKS,
    ON,
    Asking,
    Case,
    Clean,
    _disaster,
    _last_reference,
    _temporary,
    _temporary_of_applicant,
    back,
    change,
    remove,
    spoil_the_office,
)

POLICY = Policy(state="IL", letters_since="2020-01-01")


def found(person: Any, on: date = ON, policy: Policy = POLICY) -> tuple[Finding, ...]:
    judged = list(Judge(on, policy).people([person.id]))
    return judged[0].findings if judged else ()


def with_packs(more: str) -> Policy:
    """The office's packs and one more."""
    return replace(POLICY, packs=f"{POLICY.packs}, {more}") if more else POLICY


def of_office(policy: Policy = POLICY) -> list[tuple[str, str]]:
    return [(each.rule, each.severity) for each in Judge(ON, policy).office().findings]


def test_a_clean_file_has_no_finding(office: Any, make: Any) -> None:
    assert found(Clean(make, "Clean").person) == ()


def test_a_ready_application_has_no_finding(office: Any, make: Any) -> None:
    assert found(Asking(make, "Asking").person) == ()


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule}-{case.severity}")
@pytest.mark.parametrize("late", [0, 1], ids=["on the line", "a day over it"])
def test_each_rule_a_day_before_and_a_day_after(office: Any, make: Any, case: Case, late: int) -> None:
    file = case.of(make, "Case")
    case.spoil(file, late)
    all = found(file.person, policy=with_packs(case.packs))
    assert ((case.rule, case.severity) in {(each.rule, each.severity) for each in all}) is bool(late)
    for each in all:
        assert each.message and each.remedy and each.citation and each.why and each.provider == file.person.id


@pytest.mark.parametrize(("rule", "severity", "pack"), [*((*each, "") for each in OF_OFFICE), *OF_OTHER_PACKS])
@pytest.mark.parametrize("late", [0, 1], ids=["on the line", "over it"])
def test_each_rule_over_the_office(office: Any, make: Any, rule: str, severity: str, pack: str, late: int) -> None:
    spoil_the_office(make, rule, late)
    policy = replace(with_packs(pack), answers=settings.load(Policy).answers)
    assert ((rule, severity) in of_office(policy)) is bool(late)


def test_points_of_the_bylaws_are_judged_as_the_office_answered_them(office: Any, make: Any) -> None:
    """One that it did not answer is not judged, and that is told; what is done every year is counted from its day."""

    def said(policy: Policy) -> list[tuple[str, str]]:
        judged = Judge(ON, policy).office().findings
        return [(each.severity, each.message) for each in judged if each.rule == "POLICY_SAYS"]

    cms = replace(POLICY, packs="cms")
    assert said(cms) == [("info", "5 points of bylaws, policies and agreements not answered, so not judged.")]
    spoil_the_office(make, "POLICY_SAYS", 1)
    kept = settings.load(Policy).answers
    assert said(replace(cms, answers=kept)) == []
    ((severity, hearing),) = said(replace(cms, packs="joint_commission", answers=kept))
    assert (
        severity == "warn"
        and hearing == "The bylaws describe the hearing and the appeal. No, the office answered Nov 24 2026."
    )
    ((severity, trained),) = said(replace(cms, packs="ncqa", answers=kept))
    assert severity == "warn" and trained.endswith("Last Nov 23 2025; every 12 months.")


def test_a_state_without_a_limit_is_said_and_one_with_a_limit_is_not(office: Any) -> None:
    assert ("STATE_LIMIT", "warn") in of_office() and ("STATE_LIMIT", "warn") in of_office(Policy(state=""))
    assert ("STATE_LIMIT", "warn") not in of_office(Policy(state="CA"))


def test_the_state_of_each_facility_is_asked_about(office: Any, make: Any) -> None:
    """A hospital of California with a house in Nevada: counsel is asked of Nevada alone."""
    make(Facility, name="Riverbend", state="CA")
    assert ("STATE_LIMIT", "warn") not in of_office(Policy(state="CA"))
    make(Facility, name="Lakeview", state="NV")
    judged = Judge(ON, Policy(state="CA")).office().findings
    assert [each.message for each in judged if each.rule == "STATE_LIMIT"] == [
        "NV: state limit not entered: ask counsel."
    ]


def test_a_decision_is_judged_by_the_limits_of_its_day(office: Any, make: Any) -> None:
    """The NCQA gave 60 days to tell of it until June 30 2025, and gives 30 from then on."""
    ncqa, judged = replace(POLICY, packs="ncqa"), date(2025, 8, 10)
    for last, decided, late in (
        ("Old", date(2025, 6, 30), 0),
        ("Older", date(2025, 6, 10), 1),
        ("New", date(2025, 7, 1), 1),
    ):
        file = Clean(make, last)
        file.of(Application, sort="Reappointment", stage="Closed", outcome="Approved", decided=decided)
        rules = [each.rule for each in found(file.person, judged, ncqa)]
        assert rules.count("DECISION_NOTICE") == late, last


NCQA = replace(POLICY, packs="ncqa")


def told_of(make: Any, decided: date, told: date | None) -> Any:
    """A member whose reappointment was decided on a day, and who was told of it on another."""
    file = Clean(make, "Decided")
    file.of(Application, sort="Reappointment", stage="Closed", outcome="Approved", decided=decided, told=told)
    return file.person


def notices(person: Any, on: date, policy: Policy = NCQA) -> list[Finding]:
    return [each for each in found(person, on, policy) if each.rule == "DECISION_NOTICE"]


@pytest.mark.parametrize(("decided", "told", "late"), [
    (date(2025, 7, 1), date(2025, 7, 31), False),
    (date(2025, 7, 1), date(2025, 8, 1), True),
    (date(2025, 7, 1), date(2025, 8, 30), True),
    (date(2025, 6, 30), date(2025, 8, 29), False),  # decided while it was 60 days
    (date(2025, 6, 30), date(2025, 8, 30), True),
])  # fmt: skip
def test_a_letter_that_went_out_late_is_told_for_a_year_from_its_sending(
    office: Any, make: Any, decided: date, told: date, late: bool
) -> None:
    """It cannot be mended: it is no block, and whoever audits the files of a year sees it."""
    person = told_of(make, decided, told)
    a_year_on = date(told.year + 1, told.month, told.day)
    for on in (told, date(2025, 12, 1), a_year_on):
        said = notices(person, on)
        assert [each.severity for each in said] == ["info"] * late
        assert all("went out Aug" in each.message and "NCQA Accreditation" in each.message for each in said)
    assert notices(person, a_year_on + timedelta(days=1)) == []
    before = notices(person, told - timedelta(days=1))
    assert [each.severity for each in before] == ["block"] * (late and told != date(2025, 8, 1) and decided.month == 7)


def test_a_letter_that_never_went_out_is_never_forgotten(office: Any, make: Any) -> None:
    person = told_of(make, date(2025, 7, 1), None)
    assert notices(person, date(2025, 7, 31)) == []
    for on in (date(2025, 8, 1), date(2026, 7, 1), date(2026, 7, 2), date(2031, 1, 1)):
        assert [each.severity for each in notices(person, on)] == ["block"]


def test_what_was_decided_before_the_days_of_letters_were_kept_is_no_lapse(office: Any, make: Any) -> None:
    """It is said for a year that nobody kept the day; from the day of the setting on a missing letter is one."""
    decided = date(2026, 6, 30)
    person = told_of(make, decided, None)
    kept = replace(NCQA, letters_since="2026-07-01")
    assert notices(person, date(2026, 7, 30), kept) == []
    for on in (date(2026, 7, 31), date(2027, 6, 30)):
        (said,) = notices(person, on, kept)
        assert said.severity == "info"
        assert "the day of its letter was not kept: this office keeps it since Jul 1 2026" in said.message
    assert notices(person, date(2027, 7, 1), kept) == []
    since = replace(NCQA, letters_since="2026-06-30")
    assert [each.severity for each in notices(person, date(2027, 7, 1), since)] == ["block"]
    # without the setting, the office keeps them since it began: the fixture's on November 24 2026
    assert [each.severity for each in notices(person, ON, replace(NCQA, letters_since=""))] == ["info"]
    late = told_of(make, decided, date(2026, 8, 1))
    assert "went out Aug 1 2026" in notices(late, ON, kept)[0].message


def test_a_limit_that_the_office_fills_in_is_said_to_be_the_offices(office: Any, make: Any) -> None:
    """The Joint Commission asks for the time of the bylaws, and names no number."""
    person = told_of(make, back(40), None)
    for packs in ("joint_commission", POLICY.packs):
        said = notices(person, ON, replace(POLICY, packs=packs))[0]
        assert "30 days, the office's limit under Joint Commission" in said.message
    assert said.citation == "Joint Commission (formerly MS.06.01.09) · Bylaws"
    assert "30 days, Bylaws" in notices(person, ON, replace(POLICY, packs="bylaws"))[0].message
    asking = Asking(make, "Waiting")
    change(asking.file, complete=back(91))
    waits = [each.message for each in found(asking.person) if each.rule == "ACT_TIME"]
    assert waits and waits[0].endswith("90 days, the office's limit under Joint Commission.")


def test_too_short_a_notice_of_a_hearing_says_where_thirty_days_stand(office: Any, make: Any) -> None:
    file = Clean(make, "Heard")
    spoilt = next(case for case in CASES if case.rule == "HEARING_30")
    spoilt.spoil(file, 1)
    said = next(each for each in found(file.person) if each.rule == "HEARING_30")
    assert said.message.endswith("30 days, 42 USC 11112(b).")


def test_an_enrollment_that_lapsed_is_told_until_somebody_queries_again(office: Any, make: Any) -> None:
    file = Clean(make, "Lapsed")
    until = ON + timedelta(days=10)
    change(file.query, queried=back(300), enrolled_until=until)

    def said(on: date) -> list[tuple[str, str, date | None]]:
        return [(each.rule, each.severity, each.worse_on) for each in found(file.person, on) if "NPDB" in each.rule]

    lapsed, owed = until + timedelta(days=1), months_on(back(300), 24) + timedelta(days=1)
    assert said(ON) == said(until) == [("NPDB_CQ", "warn", lapsed)]
    assert said(lapsed) == said(owed - timedelta(days=1)) == [("NPDB_CQ", "warn", owed)]
    message = next(each.message for each in found(file.person, lapsed) if each.rule == "NPDB_CQ")
    assert message.startswith("The enrollment in continuous query ended Dec 4 2026, and no query was made since")
    assert said(owed) == [("NPDB_2Y", "block", None)]
    file.of(NpdbQuery, queried=lapsed, result="No reports", reviewed=lapsed, reviewed_by="Bo")
    assert said(lapsed) == []


def test_a_planned_extension_past_120_days_is_found_as_soon_as_it_is_on_file(office: Any, make: Any) -> None:
    asking = Asking(make, "Extended")
    _temporary_of_applicant(asking, 0, starts=back(3), ends=back(3) + timedelta(days=99))
    more = asking.make(
        TemporaryPrivilege, provider=asking.person, application=asking.file, sort="Applicant", privileges="Core",
        starts=back(3) + timedelta(days=100), ends=back(3) + timedelta(days=119),
    )  # fmt: skip

    def said() -> list[str]:
        return [each.message for each in found(asking.person) if each.rule == "TEMP_120"]

    assert said() == []
    change(more, ends=back(3) + timedelta(days=120))
    assert said() == [
        "Temporary privileges to Mar 21 2027: 120 days, Joint Commission for one application end Mar 20 2027."
    ]
    change(more, starts=back(3) + timedelta(days=90), ends=back(3) + timedelta(days=119))  # days of both count once
    assert said() == []
    change(more, ends=back(3) + timedelta(days=120))
    assert len(said()) == 1


@pytest.mark.parametrize("what", ["license_seen", "decided"])
def test_on_the_last_day_of_a_volunteers_72_hours_the_hour_decides(office: Any, make: Any, what: str) -> None:
    file = Clean(make, "Volunteer")
    _disaster(file, arrived_at="14:00", **{what: ON})
    mine = DisasterPrivilege.get()
    rule = {"license_seen": "DIS_72_PSV", "decided": "DIS_72_DECIDE"}[what]

    def said() -> list[str]:
        return [each.message for each in found(file.person) if each.rule == rule]

    assert len(said()) == 1 and "hour not entered" in said()[0]
    for at, late in (("14:00", 0), ("14:01", 1)):
        change(mine, **{f"{what}_at": at})
        assert len(said()) == late and not any("hour not entered" in each for each in said())
    change(mine, **{what: ON - timedelta(days=1), f"{what}_at": ""})
    assert said() == []


def test_every_rule_has_its_two_tests() -> None:
    tried = {case.rule for case in CASES} | {rule for rule, *_ in (*OF_OFFICE, *OF_OTHER_PACKS)} | {"STATE_LIMIT"}
    assert tried == set(RULES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule}-{case.severity}")
def test_what_is_found_stands_until_the_day_it_says(office: Any, make: Any, case: Case) -> None:
    """On no day before the file is to be judged again is anything else found."""
    file = case.of(make, "Case")
    case.spoil(file, 0)
    policy = with_packs(case.packs)
    judged = next(iter(Judge(ON, policy).people([file.person.id])))
    days = min((judged.until - ON).days, 400)
    for ahead in {1, 2, 5, 30, 31, 90, days} & set(range(days + 1)):
        assert found(file.person, ON + timedelta(days=ahead), policy) == judged.findings


@pytest.mark.parametrize(("verified", "wanted"), [(None, ["LIC_PSV"]), (back(40), [])])
def test_a_renewal_makes_no_license_verified_that_nobody_ever_saw(
    office: Any, make: Any, verified: date | None, wanted: list[str]
) -> None:
    """Until the old term is over, its verification stands for both; where none was made, none does."""
    file = Clean(make, "Renewed")
    change(file.license, verified=verified, source="Seen" if verified else "")
    renewing.renew(file.license, file.license.expires + timedelta(days=365))
    rules = [each.rule for each in found(file.person)]
    assert rules == wanted
    over = found(file.person, Credential.get(Credential.past).expires + timedelta(days=1))
    assert {"LIC_PSV_AT_EXP", *wanted} <= {each.rule for each in over}


def test_a_state_of_24_months_is_stricter_and_the_finding_says_so(office: Any, make: Any) -> None:
    file = Clean(make, "Three Years")
    here = replace(POLICY, state="CA")
    change(file.facility, state="CA")
    change(file.license, state="CA")
    wrong = [each for each in found(file.person, policy=here) if each.rule == "APPT_MAX"]
    assert wrong and "24 months" in wrong[0].message and "Cal. Bus." in wrong[0].citation


@pytest.mark.parametrize("by", ["exception", "matrix"])
def test_nothing_silences_an_expired_license_or_what_the_office_may_not_change(office: Any, make: Any, by: str) -> None:
    """An exception or “Not asked” takes away what the office asks; licensure and the standards stay."""
    file = Clean(make, "Expired")
    change(file.license, expires=back(100))
    _temporary(file, need="", license_seen=None)
    for element in ("license", "temporary", "privileges", "appointment"):
        if by == "exception":
            file.of(RequirementException, element=element, reason="Says so", since=back(3))
        else:
            make(Requirement, element=element, need="Not asked")
    assert {("LIC_EXP", "block"), ("TEMP_NEED", "block")} <= {(each.rule, each.severity) for each in found(file.person)}


def test_a_finding_of_an_application_weighs_what_its_pack_says(office: Any, make: Any) -> None:
    """References block by the bylaws, and warn by a body that leaves their number open; what a body does not ask is no finding."""
    asking = Asking(make, "Asking")
    _last_reference(asking, 1)
    change(asking.file, attested=back(181))
    check = Check.get((Check.provider == asking.person) & (Check.sort == "Background check"))
    change(check, done=ON + timedelta(days=1))

    def weighed(packs: str) -> set[tuple[str, str]]:
        return {(each.rule, each.severity) for each in found(asking.person, policy=replace(POLICY, packs=packs))}

    assert {("REF_MIN", "block"), ("ATTEST_AGE", "warn"), ("APP_COMPLETE", "warn")} <= weighed("bylaws")
    assert weighed("namss") == {("REF_MIN", "warn"), ("ATTEST_AGE", "warn"), ("MILITARY", "warn")}
    assert weighed("aaahc") == {("REF_MIN", "warn")}
    assert ("ATTEST_AGE", "warn") in weighed("ncqa")
    assert {severity for rule, severity in weighed("cms") if rule == "APP_COMPLETE"} <= {"block"}


def test_an_exception_takes_away_what_the_matrix_requires_whichever_pack_is_behind_it(office: Any, make: Any) -> None:
    """The Ideal Credentialing Standards fix the row, and what is required is still the office's own matrix."""
    file = Clean(make, "Honorary")
    change(file.coverage, past=True)
    own = replace(POLICY, packs=f"{POLICY.packs}, namss")
    assert [each.rule for each in found(file.person, policy=own)] == ["REQUIRED"]
    file.of(RequirementException, element="liability", reason="No clinical work", since=back(3))
    assert found(file.person, policy=own) == ()


def test_nobody_is_excepted_from_having_a_license(office: Any, make: Any) -> None:
    """Without one the rules of its term and its verification, which no office may change, would have nothing to judge."""
    file = Clean(make, "Unlicensed")
    remove(file.license)
    file.of(RequirementException, element="license", reason="Administrative", since=back(3))
    (missing,) = found(file.person)
    assert (missing.rule, missing.severity, missing.remedy) == ("REQUIRED", "block", "Add it and verify it.")
    asked = why.of_person(file.person.id, ON)
    assert asked and [each.element for each in asked.points] == [""], (
        "an exception that takes nothing away is not offered"
    )


def test_an_exception_of_a_person_silences_an_element_but_never_the_law(office: Any, make: Any) -> None:
    file = Clean(make, "Honorary")
    change(file.coverage, expires=back(1))
    change(file.query, queried=back(1, 24))
    for element in ("liability", "npdb"):
        file.of(RequirementException, element=element, reason="No clinical work", since=back(3))
    assert {each.rule for each in found(file.person)} == {"NPDB_2Y"}


@pytest.mark.parametrize("by", ["exception", "matrix"])
def test_a_match_on_an_exclusion_list_is_found_whatever_is_not_asked_of_a_person(
    office: Any, make: Any, by: str
) -> None:
    """That nobody searches for somebody may be excepted; that a search found them, and nobody ruled on it, may not."""
    file, asking = Clean(make, "Matched"), Asking(make, "Asking")
    change(file.check("LEIE"), result="See the file")
    change(file.check("SAM"), done=back(70))
    change(Check.get((Check.provider == asking.person) & Check.sort.contains("LEIE")), result="See the file")
    if by == "matrix":
        make(Requirement, element="exclusions", need="Not asked")
    else:
        for person in (file.person, asking.person):
            make(RequirementException, provider=person, element="exclusions", reason="Not billed", since=back(3))
    assert [(each.rule, each.severity) for each in found(file.person)] == [("EXCL_MATCH", "block")]
    assert ("EXCL_MATCH", "block") in {(each.rule, each.severity) for each in found(asking.person)}


@pytest.mark.parametrize(("decided", "ends", "late"), [
    (date(2025, 11, 20), date(2028, 11, 30), False),
    (date(2025, 11, 20), date(2028, 12, 1), True),
    (date(2025, 12, 1), END, False),
    (date(2024, 6, 1), END, False),  # of the term before
    (None, END, False),
])  # fmt: skip
def test_the_ncqa_counts_36_months_to_the_month_from_the_last_decision(
    office: Any, make: Any, decided: date | None, ends: date, late: bool
) -> None:
    """A term from January 1 2026 that was decided in November 2025 is decided on again by the end of November 2028."""
    file = Clean(make, "Decided")
    change(file.term, ends=ends)
    change(file.held, ends=ends)
    if decided:
        file.of(Application, stage="Closed", outcome="Approved", decided=decided, told=decided)
    wrong = [each for each in found(file.person, policy=with_packs("ncqa")) if each.rule == "APPT_MAX"]
    assert bool(wrong) is late
    assert all("36 months, NCQA Accreditation, from the decision of Nov 20 2025" in each.message for each in wrong)
    assert not [each for each in found(file.person) if each.rule == "APPT_MAX"]


def test_the_matrix_asks_by_type_category_and_kind_of_application_the_narrowest_line_first(
    office: Any, make: Any
) -> None:
    file, asking = Clean(make, "Member"), Asking(make, "Asking")
    make(Requirement, element="affiliation", asked_for="Initial appointment", need="Required")
    wrong = found(asking.person)
    assert [each.message for each in wrong if each.rule == "REQUIRED"] == [
        "No affiliation is on file, and the office requires it for initial appointment."
    ]
    assert found(file.person) == ()
    make(Requirement, element="dea", provider_type="Physician", need="Required")
    assert [each.rule for each in found(file.person)] == ["REQUIRED"]
    make(Requirement, element="dea", provider_type="Physician", category=Category.get(), need="Not asked")
    assert [each.rule for each in found(file.person)] == ["REQUIRED"]
    change(file.person, category=Category.get())
    assert found(file.person) == ()


def test_dnv_asks_for_education_and_the_oig_list_before_temporary_privileges(office: Any, make: Any) -> None:
    asking = Asking(make, "Asking")
    next(case for case in CASES if case.rule == "TEMP_120" and case.severity == "block").spoil(asking, 0)
    change(Check.get((Check.provider == asking.person) & Check.sort.contains("LEIE")), done=ON)
    here = replace(POLICY, packs=f"{POLICY.packs}, dnv")
    said = [
        [each.message for each in found(asking.person, policy=p) if each.rule == "TEMP_ELIG"] for p in (POLICY, here)
    ]
    assert said[0] == [] and "education not verified before, OIG list not searched before" in said[1][0]


def test_an_enrollment_is_entered_for_a_year_at_most(office: Any, make: Any) -> None:
    query = Clean(make, "Enrolled").query
    query.queried, query.enrolled_until = date(2024, 2, 29), date(2025, 2, 28)
    assert [each.field for each in query.problems()] == []
    query.enrolled_until = date(2025, 3, 1)
    assert [each.field for each in query.problems()] == ["enrolled_until"]


def test_what_an_office_changed_is_what_is_judged(office: Any, make: Any) -> None:
    file = Clean(make, "Case")
    change(file.oppe, reviewed=back(1, 6), ends=back(months=7), starts=back(months=13))
    assert found(file.person) == ()
    own = replace(POLICY, limits='{"joint_commission.OPPE_INT.warn": 6}')
    assert [each.rule for each in found(file.person, policy=own)] == ["OPPE_INT"]
    assert settings.load(Policy).limits == ""


@pytest.mark.parametrize(("packs", "gap_days", "began", "days", "cited"), [
    ("bylaws", 30, 2015, 40, "Bylaws"),
    ("ncqa", 30, 2023, 40, ""),  # the office's days are the bylaws', and these are off
    ("ncqa", 30, 2023, 200, "NCQA CR 3"),
    ("ncqa", 30, 2015, 200, ""),  # the NCQA looks at five years
    ("bylaws, ncqa", 400, 2015, 200, ""),
    ("bylaws, ncqa", 400, 2015, 420, "Bylaws"),
    ("bylaws, ncqa", 400, 2023, 200, "NCQA CR 3"),
])  # fmt: skip
def test_a_gap_is_asked_about_by_whoever_asks_about_its_time(
    office: Any, make: Any, packs: str, gap_days: int, began: int, days: int, cited: str
) -> None:
    asking = Asking(make, "Away")
    first = date(began, 1, 1)
    asking.make(
        WorkHistory, provider=asking.person, employer="Illini", started="2008-07-01", ended=f"{began - 1}-12-31"
    )
    back_at = first + timedelta(days=days)
    asking.make(WorkHistory, provider=asking.person, employer="Prairie", started=back_at.isoformat(), ended="")
    policy = replace(POLICY, packs=packs, gap_days=gap_days)
    said = [each for each in found(asking.person, policy=policy) if each.rule == "GAP6"]
    assert [each.citation for each in said] == [cited] * bool(cited)


def test_a_term_is_judged_by_the_standards_of_the_day_it_began(office: Any, make: Any) -> None:
    """The Joint Commission gave two years until October 31 2022."""
    for last, starts, long in (("Old", date(2022, 10, 31), True), ("New", date(2022, 11, 1), False)):
        file = Clean(make, last)
        change(file.term, starts=starts, ends=months_on(starts, 36) - timedelta(days=1))
        said = [each.message for each in found(file.person, date(2024, 3, 1)) if each.rule == "APPT_MAX"]
        assert any("longer than 24 months, Joint Commission" in each for each in said) is long


def test_what_is_stale_on_the_day_of_a_meeting_names_the_day_once(office: Any, make: Any) -> None:
    """Fine today; too old on the board's day. The last day on which it is not is the day before."""
    asking = Asking(make, "Asking")
    board = Committee.get_or_none(Committee.level == "Governing board") or make(Committee, level="Governing board")
    change(asking.license, verified=back(170))
    sitting = make(Meeting, committee=board, held=back(170) + timedelta(days=180))
    make(AgendaItem, meeting=sitting, application=asking.file, title="Ready")
    stale = lambda: [each.message for each in found(asking.person) if each.rule == "PSV_AGE_ACC"]  # noqa: E731
    assert stale() == []
    change(sitting, held=sitting.held + timedelta(days=1))
    assert stale() == [f"Initial appointment: License verified 181 days before Dec 5 2026 ({board.name})."]
