"""The life of an application: what each step does, what it refuses, and that it can be taken back."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from workbench.actions import applications
from workbench.errors import WorkbenchError
from workbench.records import texts
from workbench.records.application import Application, Disclosure
from workbench.records.appointment import Appointment
from workbench.records.office_lists import Category, Department, Facility
from workbench.records.privilege import HeldPrivilege, Privilege, PrivilegeForm, PrivilegeRequest
from workbench.records.provider import Provider
from workbench.store import history, settings

Check = Callable[[Callable[[], Any]], Any]


@pytest.fixture
def surgery(office: Any) -> Department:
    with history.step("Name the chair"):
        found = Department.get(Department.name == "Surgery")
        found.chair = "Ngo, Patrick, MD"
        found.save()
    return found


@pytest.fixture
def applicant(office: Any, make: Any, surgery: Department) -> Provider:
    active = Category.get(Category.name == "Active")
    return make(Provider, last="Morris", first="Kevin", status="Applicant", department=surgery, category=active)


@pytest.fixture
def member(office: Any, make: Any, surgery: Department) -> Provider:
    person = make(Provider, last="Petrov", first="Olga", status="Active", department=surgery)
    make(
        Appointment,
        provider=person,
        facility=make(Facility, name="Riverbend"),
        category=Category.get(Category.name == "Active"),
        initial=date(2015, 3, 15),
        starts=date(2025, 4, 1),
        ends=date(2027, 3, 31),
    )
    return person


def application(id: int) -> Application:
    return Application.get_by_id(id)


def test_an_application_begins_with_its_questions(applicant: Provider, TODAY: date, assert_undoable: Check) -> None:
    made = application(assert_undoable(lambda: applications.begin(applicant.id, "Initial appointment", TODAY)))
    assert (made.stage, made.requested, made.stage_since) == ("Requested", TODAY, TODAY)
    assert (made.department.name, made.category.name, made.chair) == ("Surgery", "Active", "Ngo, Patrick, MD")
    assert (made.term_starts, made.term_ends) == (None, None)
    asked = list(made.disclosures.order_by(Disclosure.position))
    assert [applications.Question(each.question, each.health) for each in asked] == list(applications.questions())
    assert {each.answer for each in asked} == {None}


def test_no_question_asks_for_a_detail_of_health() -> None:
    words = " ".join(each.text for each in applications.questions()).lower()
    assert "perform" in words
    for word in ("diagnos", "treat", "illness", "disease", "condition", "medication", "disab", "mental"):
        assert word not in words


def test_a_reappointment_proposes_the_term_after_this_one(member: Provider, TODAY: date) -> None:
    made = application(applications.begin(member.id, "Reappointment", TODAY))
    assert (made.term_starts, made.term_ends) == (date(2027, 4, 1), date(2029, 3, 31))
    assert made.facility.name == "Riverbend"


def test_the_next_term_is_never_longer_than_the_policys(member: Provider, TODAY: date) -> None:
    with history.step("Shorter terms"):
        settings.save(term_months=12)
    made = application(applications.begin(member.id, "Reappointment", TODAY))
    assert (made.term_starts, made.term_ends) == (date(2027, 4, 1), date(2028, 3, 31))


def test_a_second_application_of_its_kind_is_refused(applicant: Provider, TODAY: date) -> None:
    applications.begin(applicant.id, "Initial appointment", TODAY)
    with pytest.raises(WorkbenchError, match="has an open application of this kind. Nothing was added"):
        applications.begin(applicant.id, "Initial appointment", TODAY)


@pytest.mark.parametrize("sort", ["Reappointment", "Added privileges"])
def test_who_has_no_appointment_cannot_renew_or_add_to_it(applicant: Provider, TODAY: date, sort: str) -> None:
    with pytest.raises(WorkbenchError, match="has no appointment"):
        applications.begin(applicant.id, sort, TODAY)


def test_moving_on_says_what_the_stages_before_say(applicant: Provider, TODAY: date, assert_undoable: Check) -> None:
    id = applications.begin(applicant.id, "Initial appointment", date(2026, 11, 1))
    assert assert_undoable(lambda: applications.move_to_stage([id], "Verification", TODAY)) == []
    made = application(id)
    assert (made.stage, made.stage_since, made.received, made.complete) == ("Verification", TODAY, TODAY, TODAY)
    assert history.newest().name.endswith("Move Morris, Kevin to verification")


def test_going_back_needs_a_reason_that_stays(applicant: Provider, TODAY: date, assert_undoable: Check) -> None:
    id = applications.begin(applicant.id, "Initial appointment", TODAY)
    applications.move_to_stage([id], "Department chair", TODAY)
    assert [each.field for each in applications.move_to_stage([id], "Verification", TODAY, " ")] == ["reason"]
    assert application(id).stage == "Department chair"
    assert assert_undoable(lambda: applications.move_to_stage([id], "Verification", TODAY, "Gap to explain")) == []
    assert application(id).remarks == "Nov 24 2026: Back to verification: Gap to explain"


def test_no_move_closes_an_application(applicant: Provider, TODAY: date) -> None:
    id = applications.begin(applicant.id, "Initial appointment", TODAY)
    assert applications.move_to_stage([id], "Closed", TODAY)[0].field == "stage"
    assert application(id).stage == "Requested"


def test_the_chairs_report_has_a_view_and_a_day(applicant: Provider, TODAY: date, assert_undoable: Check) -> None:
    id = applications.begin(applicant.id, "Initial appointment", TODAY)
    assert {each.field for each in applications.report(id, "", None)} == {"chair_view"}
    assert {each.field for each in applications.report(id, "Recommend", None)} == {"chair_on"}
    assert assert_undoable(lambda: applications.report(id, "Recommend", TODAY, "Qualified.", "", "Five cases")) == []
    made = application(id)
    assert (made.chair_view, made.chair_on, made.chair, made.fppe) == (
        "Recommend",
        TODAY,
        "Ngo, Patrick, MD",
        "Five cases",
    )


def test_answers_are_steps_and_the_rest_is_one(applicant: Provider, TODAY: date, assert_undoable: Check) -> None:
    id = applications.begin(applicant.id, "Initial appointment", TODAY)
    first = Disclosure.get(Disclosure.position == 1)
    assert assert_undoable(lambda: applications.answer(first.id, True, "In 2011, lifted in 2012.")) == []
    assert assert_undoable(lambda: applications.answer_no(id)) == len(applications.questions()) - 1
    assert [each.answer for each in Disclosure.select().order_by(Disclosure.position)][:3] == [True, False, False]
    assert applications.answer_no(id) == 0


def test_one_field_is_refused_for_its_own_fault_alone(applicant: Provider, TODAY: date, assert_undoable: Check) -> None:
    id = applications.begin(applicant.id, "Initial appointment", TODAY)
    assert assert_undoable(lambda: applications.set_field(id, "term_starts", date(2027, 1, 1))) == []
    assert applications.set_field(id, "term_ends", date(2026, 1, 1))[0].message == "The term ends before it starts."
    assert application(id).term_ends is None
    assert applications.set_field(id, "remarks", "Call Monday") == []


def test_a_term_that_would_start_after_its_end_is_said_of_the_start(applicant: Provider, TODAY: date) -> None:
    id = applications.begin(applicant.id, "Initial appointment", TODAY)
    assert applications.set_field(id, "term_ends", date(2027, 12, 31)) == []
    (wrong,) = applications.set_field(id, "term_starts", date(2028, 1, 1))
    assert (wrong.field, wrong.message) == ("term_starts", "The term ends before it starts.")
    assert application(id).term_starts is None and application(id).term_ends == date(2027, 12, 31)


def test_a_grant_admits_the_applicant(applicant: Provider, make: Any, TODAY: date, assert_undoable: Check) -> None:
    id = applications.begin(applicant.id, "Initial appointment", TODAY)
    form = make(PrivilegeForm, name="Orthopedics", state="In force")
    for name, decision in (("Core", "Granted"), ("Spine", "Not granted")):
        line = make(Privilege, form=form, name=name)
        make(PrivilegeRequest, application=application(id), privilege=line, decision=decision)
    term = assert_undoable(lambda: applications.grant(id, date(2026, 12, 18), "Ten cases proctored"))
    assert (term.initial, term.starts, term.ends) == (date(2026, 12, 18), date(2026, 12, 18), date(2029, 12, 17))
    person, made = Provider.get_by_id(applicant.id), application(id)
    assert (person.status, person.status_since) == ("Active", date(2026, 12, 18))
    assert (made.stage, made.outcome, made.decided) == ("Closed", "Approved with conditions", date(2026, 12, 18))
    assert (made.conditions, made.term_ends) == ("Ten cases proctored", term.ends)
    held = list(HeldPrivilege.select())
    assert [(each.privilege.name, each.starts, each.ends) for each in held] == [("Core", term.starts, term.ends)]


def test_a_reappointment_opens_the_next_term_and_keeps_the_one_before(
    member: Provider, TODAY: date, assert_undoable: Check
) -> None:
    id = applications.begin(member.id, "Reappointment", TODAY)
    assert_undoable(lambda: applications.grant(id, date(2026, 12, 18)))
    terms = Appointment.select().where(Appointment.provider == member).order_by(Appointment.starts)
    assert [(each.initial, each.starts, each.ends) for each in terms] == [
        (date(2015, 3, 15), date(2025, 4, 1), date(2027, 3, 31)),
        (date(2015, 3, 15), date(2027, 4, 1), date(2029, 3, 31)),
    ]
    assert application(id).outcome == "Approved"


def test_added_privileges_change_no_appointment_and_end_with_it(
    member: Provider, make: Any, TODAY: date, assert_undoable: Check
) -> None:
    id = applications.begin(member.id, "Added privileges", TODAY)
    line = make(Privilege, form=make(PrivilegeForm, name="Robotics", state="In force"), name="Robotic surgery")
    make(PrivilegeRequest, application=application(id), privilege=line, decision="Granted")
    assert assert_undoable(lambda: applications.grant(id, date(2026, 12, 18))) is None
    assert Appointment.select().count() == 1
    (held,) = HeldPrivilege.select()
    assert (held.starts, held.ends) == (date(2026, 12, 18), date(2027, 3, 31))


def test_nothing_begins_before_the_governing_body_decided(
    applicant: Provider, member: Provider, make: Any, TODAY: date, assert_undoable: Check
) -> None:
    decided, early = date(2026, 12, 18), date(2026, 12, 17)
    for who, sort in ((applicant, "Initial appointment"), (member, "Added privileges")):
        id, before = applications.begin(who.id, sort, TODAY), Appointment.select().count()
        with pytest.raises(WorkbenchError, match="decides on Dec 18 2026: before that nobody is appointed"):
            applications.grant(id, decided, "", early)
        assert (application(id).stage, Appointment.select().count()) == ("Requested", before)
    id = Application.get(Application.provider == applicant).id
    applications.set_field(id, "term_starts", early)
    with pytest.raises(WorkbenchError, match="Nothing was granted"):
        applications.grant(id, decided)
    term = assert_undoable(lambda: applications.grant(id, decided, from_decision=True))
    assert term.starts == application(id).term_starts == decided
    assert "Asked for from Dec 17 2026; begins Dec 18 2026, with the decision." in application(id).remarks


def test_a_term_that_is_too_long_is_not_granted(applicant: Provider, TODAY: date) -> None:
    id = applications.begin(applicant.id, "Initial appointment", TODAY)
    starts = date(2027, 1, 1)
    with pytest.raises(
        WorkbenchError, match="36 months, Joint Commission, which ends Dec 31 2029. Nothing was granted"
    ):
        applications.grant(id, TODAY, "", starts, date(2030, 1, 1))
    assert (application(id).stage, Appointment.select().count()) == ("Requested", 0)
    term = applications.grant(id, TODAY, "", starts, date(2029, 12, 31))
    assert term is not None and term.ends == date(2029, 12, 31)
    with pytest.raises(WorkbenchError, match="is closed. Nothing was granted"):
        applications.grant(id, TODAY)


@pytest.mark.parametrize(
    ("office_says", "last", "whose"),
    [
        ({"state": "CA"}, date(2028, 12, 31), r"24 months, State law \(CA\)"),
        ({"term_months": 12}, date(2027, 12, 31), "12 months, (Bylaws|the office's setting)"),
        ({"packs": "cms", "term_months": 48}, date(2030, 12, 31), "48 months, the office's setting"),
    ],
    ids=["the law of the state", "a setting", "no pack that asks it"],
)
def test_a_term_is_limited_by_whoever_is_strictest(
    applicant: Provider, TODAY: date, office_says: dict[str, Any], last: date, whose: str
) -> None:
    with history.step("What the office says"):
        settings.save(**office_says)
    id = applications.begin(applicant.id, "Initial appointment", TODAY)
    starts = date(2027, 1, 1)
    with pytest.raises(WorkbenchError, match=f"{whose}, which ends {texts.day(last)}"):
        applications.grant(id, TODAY, "", starts, last + timedelta(days=1))
    term = applications.grant(id, TODAY, "", starts)
    assert term is not None and term.ends == last, "the longest, where none was asked for"


def test_a_denied_applicant_is_none_any_more(applicant: Provider, TODAY: date, assert_undoable: Check) -> None:
    id = applications.begin(applicant.id, "Initial appointment", TODAY)
    assert [each.field for each in applications.close(id, "Approved", TODAY, "x")] == ["outcome"]
    assert [each.field for each in applications.close(id, "Denied", TODAY, " ")] == ["reason"]
    assert assert_undoable(lambda: applications.close(id, "Denied", TODAY, "Criteria not met")) == []
    assert Provider.get_by_id(applicant.id).status == "Inactive"
    assert application(id).remarks.endswith("Denied: Criteria not met")


def test_a_member_who_withdraws_stays_a_member(member: Provider, TODAY: date) -> None:
    id = applications.begin(member.id, "Reappointment", TODAY)
    applications.close(id, "Withdrawn", TODAY, "Moves away")
    assert Provider.get_by_id(member.id).status == "Active"


def test_what_was_withdrawn_is_taken_up_again(applicant: Provider, TODAY: date, assert_undoable: Check) -> None:
    id = applications.begin(applicant.id, "Initial appointment", TODAY)
    applications.close(id, "Withdrawn", TODAY, "No time")
    assert assert_undoable(lambda: applications.reopen(id, "Verification", TODAY, "Has time")) == []
    assert (application(id).stage, application(id).outcome) == ("Verification", "")
    assert Provider.get_by_id(applicant.id).status == "Applicant"
    assert applications.reopen(id, "Verification", TODAY, "x")[0].field == "stage"
    applications.close(id, "Withdrawn", TODAY, "No time")
    applications.begin(applicant.id, "Initial appointment", TODAY)
    assert "another open application" in applications.reopen(id, "Verification", TODAY, "x")[0].message


def test_past_a_committee_that_did_not_recommend_only_with_a_reason(
    applicant: Provider, TODAY: date, assert_undoable: Check
) -> None:
    id = applications.begin(applicant.id, "Initial appointment", TODAY)
    assert applications.move_to_stage([id], "Credentials committee", TODAY) == []
    (problem,) = applications.move_to_stage([id], "Medical executive committee", TODAY)
    assert problem.field == "reason" and "credentials committee has not recommended" in problem.message
    why = "Recommended on paper Nov 12"
    assert assert_undoable(lambda: applications.move_to_stage([id], "Medical executive committee", TODAY, why)) == []
    assert application(id).remarks.endswith(
        f"On to medical executive committee without the credentials committee: {why}"
    )


def test_an_application_of_the_chair_names_no_chair_yet(office: Any, make: Any, TODAY: date) -> None:
    surgery = make(Department, name="Surgery of the chair", chair="Ngo, Patricia, MD")
    for first, chair in (("Patricia", ""), ("Paul", "Ngo, Patricia, MD")):
        person = make(Provider, last="Ngo", first=first, degree="MD", department=surgery)
        begun = applications.begin(person.id, "Initial appointment", TODAY)
        assert Application.get_by_id(begun).chair == chair


@pytest.mark.parametrize("ends", (date(2027, 3, 31), None))
def test_a_term_that_runs_into_the_next_one_ends_the_day_before_it(
    member: Provider, TODAY: date, assert_undoable: Any, ends: date | None
) -> None:
    """The board approved before the old term was over, and the next begins with its decision."""
    old = Appointment.get(Appointment.provider == member)
    with history.step("The old term"):
        Appointment.update(ends=ends, facility=None).where(Appointment.id == old.id).execute()
    id = applications.begin(member.id, "Reappointment", TODAY)
    begins, last = date(2026, 12, 8), date(2028, 11, 30)
    assert_undoable(lambda: applications.grant(id, begins, starts=begins, ends=last))
    terms = list(Appointment.select().where(Appointment.provider == member).order_by(Appointment.starts))
    assert [(each.starts, each.ends) for each in terms] == [(old.starts, date(2026, 12, 7)), (begins, last)]
    was = "instead of Mar 31 2027" if ends else "where no end was recorded"
    assert terms[0].remarks == f"Ends Dec 7 2026 {was}: the next term begins Dec 8 2026."


def test_a_term_of_which_a_roster_told_the_end_alone_ends_before_the_next(member: Provider, TODAY: date) -> None:
    old = Appointment.get(Appointment.provider == member)
    with history.step("As a roster told it"):
        Appointment.update(starts=None).where(Appointment.id == old.id).execute()
    id = applications.begin(member.id, "Reappointment", TODAY)
    applications.grant(id, date(2026, 12, 8), starts=date(2026, 12, 8), ends=date(2028, 11, 30))
    assert Appointment.get_by_id(old.id).ends == date(2026, 12, 7)
