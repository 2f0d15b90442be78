"""What keeps a file from a meeting: each rule on the day before the line, and on the day after it."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from workbench.records.application import Application, Disclosure, RedFlag, Reference
from workbench.records.appointment import Appointment
from workbench.records.background import Education, WorkHistory
from workbench.records.credential import Credential
from workbench.records.evidence import Check, NpdbQuery
from workbench.records.policy import Policy
from workbench.records.privilege import HeldPrivilege, PrivilegeRequest
from workbench.records.provider import Provider
from workbench.records.texts import day
from workbench.records.verification import Verification
from workbench.rules import dossier, readiness
from workbench.rules.looked_into import LISTS
from workbench.store import history

from .ready_file import MEETING, POLICY, a_ready_file, answered, days, lacking, told

ONE = timedelta(days=1)


def change(record: Any, **values: Any) -> None:
    """Write some fields of a record."""
    with history.step("Spoil it"):
        for name, value in values.items():
            setattr(record, name, value)
        record.save()


def change_all(model: Any, **values: Any) -> None:
    for record in model.select():
        change(record, **values)


@pytest.fixture
def asked(office: Any, make: Any) -> Application:
    return a_ready_file(make)


def credential(key: str) -> Credential:
    return Credential.get(Credential.number == key)


def test_a_whole_file_lacks_nothing(asked: Application) -> None:
    assert lacking(asked) == [] == told(asked)


@pytest.mark.parametrize(("key", "called"), [("license", "License"), ("dea", "DEA"), ("liability", "Coverage")])
def test_what_lapses_on_the_day_of_the_meeting_is_still_current(asked: Application, key: str, called: str) -> None:
    change(credential(key), expires=MEETING)
    assert lacking(asked) == []
    change(credential(key), expires=MEETING - ONE)
    assert lacking(asked) == [f"{called} ends Nov 30 2026"]
    change(credential(key), expires=days(8))
    assert lacking(asked, today=days(7)) == [f"{called} expired"]


def test_a_license_of_another_state_is_none(asked: Application) -> None:
    change(credential("license"), state="WI")
    assert lacking(asked) == ["No IL license"]


def test_a_nurses_own_license_does_not_stand_for_that_of_advanced_practice(asked: Application, make: Any) -> None:
    license = credential("license")
    change(license, title="APRN", expires=days(10))
    make(
        Credential,
        provider=asked.provider,
        sort=license.sort,
        title="Registered Professional Nurse",
        state="IL",
        expires=date(2028, 5, 31),
        verified=days(3),
        source="x",
    )
    assert lacking(asked) == ["License expired"]


def test_a_verification_grows_old(asked: Application) -> None:
    change(credential("license"), verified=days(180))
    assert lacking(asked) == []
    change(credential("license"), verified=days(181))
    assert lacking(asked) == [f"License verified 181 days before {day(MEETING)}"]
    assert lacking(asked, policy=Policy(state="IL", verification_days=181)) == []
    change(credential("license"), verified=None, source="")
    assert lacking(asked) == ["License not verified"]


def test_who_holds_no_dea_needs_none_and_one_of_another_state_is_told(asked: Application) -> None:
    change(credential("dea"), state="MO")
    assert (lacking(asked), told(asked)) == ([], ["DEA is not of IL"])
    with history.step("Drop it"):
        credential("dea").delete_instance()
    assert (lacking(asked), told(asked)) == ([], [])


def test_the_npdb_is_queried_for_the_application_and_every_two_years(asked: Application) -> None:
    query = NpdbQuery.get()
    change(query, queried=asked.requested)
    assert lacking(asked) == []
    change(query, queried=asked.requested - ONE)
    assert lacking(asked) == ["NPDB not queried for this"]
    change(query, enrolled_until=MEETING)
    assert lacking(asked) == []
    change(query, enrolled_until=MEETING - ONE)
    assert lacking(asked) == ["NPDB not queried for this"]
    change(asked, requested=None, received=days(800))
    change(query, queried=date(2024, 12, 1), enrolled_until=None)
    assert "NPDB query too old" not in lacking(asked)
    change(query, queried=date(2024, 11, 30))
    assert "NPDB query too old" in lacking(asked)


def test_an_answer_of_the_npdb_is_reviewed_before_the_meeting(asked: Application) -> None:
    change(NpdbQuery.get(), reviewed=MEETING)
    assert lacking(asked) == []
    change(NpdbQuery.get(), reviewed=MEETING + ONE)
    assert lacking(asked) == ["NPDB response not reviewed"]
    change(NpdbQuery.get(), result="", reviewed=None, reviewed_by="")
    assert lacking(asked) == ["NPDB response not reviewed"]
    with history.step("Drop it"):
        NpdbQuery.get().delete_instance()
    assert lacking(asked) == ["NPDB not queried"]


def test_identity_is_seen_and_other_checks_are_told(asked: Application) -> None:
    with history.step("Drop them"):
        for each in Check.select():
            each.delete_instance()
    lists = ["LEIE not searched", "SAM not searched", "State Medicaid list not searched"]
    assert lacking(asked) == ["Identity not seen", *lists, "Health attestation missing"]
    assert told(asked) == ["No background check"]


@pytest.mark.parametrize("place", range(3), ids=["LEIE", "SAM", "Medicaid"])
def test_beyond_60_days_an_exclusion_list_keeps_an_applicant_from_the_meeting(asked: Application, place: int) -> None:
    sort, today = list(LISTS)[place], days(7)
    short = LISTS[sort][1]
    check = Check.get(Check.sort == sort)
    change(check, done=days(67))
    assert lacking(asked) == [] and told(asked) == [f"{short} of Sep 25 2026"]
    change(check, done=days(68))
    assert lacking(asked, today=today) == [f"{short} of Sep 24 2026"]
    # NCQA lets no month pass, as of the day; on the day of the meeting it was searched again
    ncqa = replace(POLICY, packs=f"{POLICY.packs}, ncqa")
    change(check, done=days(38))
    assert all(short not in each for each in lacking(asked, policy=ncqa))
    change(check, done=days(39))
    assert f"{short} of Oct 23 2026" in lacking(asked, policy=ncqa)


def test_a_lack_weighs_what_the_enabled_packs_say_of_its_rule(asked: Application) -> None:
    """The number of references is the bylaws' to block; the Ideal Credentialing Standards alone warn."""
    change(Reference.get(), received=None)
    assert lacking(asked) == ["2 of 3 references"]
    assert lacking(asked, policy=replace(POLICY, packs="namss")) == []
    assert lacking(asked, policy=replace(POLICY, packs="aaahc")) == []


def test_an_exclusion_list_is_searched_in_the_month(asked: Application) -> None:
    leie = Check.get(Check.sort.startswith("OIG"))
    change(leie, done=days(30))  # November 1: good until December 1
    assert told(asked) == []
    change(leie, done=days(31))
    assert told(asked) == ["LEIE of Oct 31 2026"]


def test_references_are_as_many_as_the_policy_asks(asked: Application) -> None:
    change(Reference.get(), received=MEETING)
    assert lacking(asked) == []
    change(Reference.get(), received=MEETING + ONE)
    assert lacking(asked) == ["2 of 3 references"]
    assert lacking(asked, policy=Policy(state="IL", references=2)) == []
    change(asked, sort="Reappointment")
    assert lacking(asked) == []


def test_each_of_the_six_competencies_is_answered(asked: Application) -> None:
    change(Reference.get(), judgment=0)
    assert lacking(asked) == []  # could not say is an answer
    change(Reference.get(), judgment=None, skills=None)
    assert lacking(asked) == ["Reference leaves 2 of 6 open"]


def test_somebody_observed_within_two_years(asked: Application) -> None:
    change_all(Reference, observed_to="2024-12")
    assert lacking(asked) == []
    change_all(Reference, observed_to="2024-11")
    assert lacking(asked) == ["Nobody observed within 24 months"]
    change(Reference.get(), observed_to="2024-12-01")
    assert lacking(asked) == []


def test_references_are_not_by_partners_and_relatives_alone(asked: Application, make: Any) -> None:
    change_all(Reference, relationship="Partner")
    assert lacking(asked) == ["References only by partner or relative"]
    make(Reference, application=asked, name="Peer", **answered())
    assert (lacking(asked), told(asked)) == ([], ["A referee is partner or relative"])


def test_every_disclosure_is_answered_and_a_yes_explained(asked: Application) -> None:
    question = Disclosure.get()
    change(question, answer=None)
    assert lacking(asked) == ["1 of 1 disclosures open"]
    change(question, answer=True)
    assert lacking(asked) == ["A yes is not explained"]
    change(question, explanation="Settled in 2019.")
    assert lacking(asked) == []
    with history.step("Drop it"):
        question.delete_instance()
    assert lacking(asked) == ["No disclosure questions"]


def test_an_attestation_is_good_for_a_while(asked: Application) -> None:
    change(asked, attested=days(180))
    assert lacking(asked) == []
    change(asked, attested=days(181))
    assert lacking(asked) == [] and told(asked) == ["Attestation 181 days old"]
    assert lacking(asked, policy=replace(POLICY, packs="bylaws, aaahc, urac")) == []
    change(asked, attested=MEETING + ONE)
    assert lacking(asked) == ["Attestation not signed"]


def test_the_application_came_and_is_complete(asked: Application) -> None:
    change(asked, complete=None)
    assert lacking(asked) == ["Application incomplete"]
    change(asked, received=None)
    assert lacking(asked) == ["Application not received"]


def test_the_chair_reported_and_saw_each_privilege(asked: Application) -> None:
    change(asked, chair_on=MEETING)
    assert lacking(asked) == []
    change(asked, chair_on=MEETING + ONE)
    assert lacking(asked) == ["Chair has not reported"]
    change(asked, chair_on=days(10))
    change(PrivilegeRequest.get(), chair_view="")
    assert lacking(asked) == ["Chair: 1 of 1 privileges open"]
    change(PrivilegeRequest.get(), decision="Withdrawn")
    assert lacking(asked) == ["No privileges asked for"]


def test_membership_without_privileges_is_told_only_where_it_is_usual(asked: Application) -> None:
    with history.step("Drop them"):
        PrivilegeRequest.get().delete_instance()
        asked.category = asked.category.select().where(asked.category.__class__.name == "Honorary").get()
        asked.save()
    assert (lacking(asked), told(asked)) == ([], ["No privileges asked for"])


def test_a_gap_is_explained_from_the_policys_days_on(asked: Application, make: Any) -> None:
    person = asked.provider
    make(
        WorkHistory, provider=person, employer="Gateway", position="Attending", started="2010-01-01", ended="2019-03-31"
    )
    back = make(WorkHistory, provider=person, employer="Prairie", position="Attending", started="2019-04-30")
    assert lacking(asked) == []
    change(back, started="2019-05-01")
    assert lacking(asked) == ["Gap of 30 days not explained"]
    assert lacking(asked, policy=Policy(state="IL", gap_days=31)) == []
    make(
        WorkHistory,
        provider=person,
        employer="Family leave",
        started="2019-04-01",
        ended="2019-04-30",
        remarks="A birth.",
    )
    assert lacking(asked) == []


def test_a_red_flag_is_resolved_in_words(asked: Application, make: Any) -> None:
    flag = make(RedFlag, application=asked, matter="Left after a month", resolved=days(3), resolution="Moved away.")
    assert lacking(asked) == []
    change(flag, resolution="")
    assert lacking(asked) == ["Red flag open"]


@pytest.mark.parametrize(("kind", "bad"), [("Physician assistant", True), ("Nurse practitioner", False)])
def test_who_is_supervised_names_a_physician(asked: Application, make: Any, kind: str, bad: bool) -> None:
    person = asked.provider
    for each in Reference.select():
        change(each, degree="PA-C" if bad else "APRN")
    change(person, provider_type=kind)
    assert bool(lacking(asked)) == bad
    assert bool(told(asked)) != bad
    change(person, supervisor=make(Provider, last="Boss"))
    assert lacking(asked) == [] == told(asked)


def test_a_term_is_no_longer_than_the_policy_allows_to_the_day(asked: Application) -> None:
    change(asked, term_starts=date(2027, 1, 1), term_ends=date(2029, 12, 31))
    assert lacking(asked) == []
    change(asked, term_ends=date(2030, 1, 1))
    assert lacking(asked) == ["Term asked for is too long"]
    change(asked, term_starts=None, term_ends=None)
    assert (lacking(asked), told(asked)) == ([], ["No term asked for"])
    change(asked, sort="Reappointment")
    assert lacking(asked) == ["No term asked for"]


def test_a_reappointment_whose_term_ends_before_the_meeting_is_told(asked: Application, make: Any) -> None:
    change(asked, sort="Reappointment")
    term = make(Appointment, provider=asked.provider, starts=date(2025, 1, 1), ends=MEETING)
    assert told(asked) == []
    change(term, ends=MEETING - ONE)
    assert told(asked) == ["Term ends Nov 30 2026"]


def test_privileges_are_added_to_an_appointment_in_force(asked: Application, make: Any) -> None:
    change(asked, sort="Added privileges", term_starts=None, term_ends=None)
    assert lacking(asked) == ["No current appointment"]
    term = make(Appointment, provider=asked.provider, starts=date(2025, 1, 1), ends=MEETING)
    assert lacking(asked) == []
    change(term, ends=MEETING - ONE)
    assert lacking(asked) == ["No current appointment"]


def test_a_lapsed_board_certification_is_told_and_keeps_nothing(asked: Application, make: Any) -> None:
    board = credential("license").sort.select().where(credential("license").sort.__class__.key == "board").get()
    made = make(Credential, provider=asked.provider, sort=board, number="b", expires=MEETING)
    assert told(asked) == []
    change(made, expires=MEETING - ONE)
    assert (lacking(asked), told(asked)) == ([], ["Board lapses Nov 30 2026"])


def test_what_keeps_a_file_comes_first_and_a_closed_one_lacks_nothing(asked: Application) -> None:
    change(asked, attested=None, term_starts=None)
    found = dossier.of_application(asked.id)
    assert found is not None
    assert [each.tone for each in readiness.lacks(found, MEETING, days(7), POLICY)] == ["bad", "warn"]
    change(asked, stage="Closed", outcome="Withdrawn")
    found = dossier.of_application(asked.id)
    assert found is not None
    assert readiness.lacks(found, MEETING, days(7), POLICY) == ()
    assert not readiness.is_ready(found, MEETING, days(7), POLICY)


def test_a_privilege_that_is_held_already_is_told_and_keeps_nothing(office: Any, make: Any) -> None:
    asked = a_ready_file(make, "Added privileges")
    make(Appointment, provider=asked.provider, starts=date(2025, 1, 1), ends=date(2027, 12, 31))
    line = PrivilegeRequest.get().privilege
    assert "Held already: Core" not in told(asked)
    make(HeldPrivilege, provider=asked.provider, privilege=line, starts=date(2025, 1, 1), ends=date(2026, 11, 30))
    assert "Held already: Core" not in told(asked)
    make(HeldPrivilege, provider=asked.provider, privilege=line, starts=date(2026, 12, 1))
    assert "Held already: Core" in told(asked) and lacking(asked) == []


def test_who_shows_no_history_is_not_ready(asked: Application) -> None:
    """Without a school and a position no gap can be seen."""
    with history.step("Take it away"):
        for model in (Verification, Education, WorkHistory):
            model.delete().execute()
    assert lacking(asked) == ["No education or work history on file", "No training on file"]


def test_what_a_standard_names_and_nobody_entered_is_missing(asked: Application) -> None:
    with history.step("Take it away"):
        for model in (Verification, Education, WorkHistory):
            model.delete().execute()
    aaahc = lacking(asked, policy=replace(POLICY, packs="aaahc"))
    assert {"No education on file", "No training on file", "No work history on file"} <= set(aaahc)
