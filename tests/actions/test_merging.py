"""Two files of one person become one: everything moves, names stay findable, one undo brings both back."""

from datetime import date, timedelta

import pytest

from tests.conftest import dump
from workbench.actions import applications, committees, merging
from workbench.errors import WorkbenchError
from workbench.lists import file_history
from workbench.lists.listing import ListOf
from workbench.lists.named import list_named
from workbench.records.application import Application
from workbench.records.committee import Committee, Seat
from workbench.records.credential import Credential
from workbench.records.desk import Document, Note
from workbench.records.office_lists import CredentialSort, Department
from workbench.records.practice import Practice, PracticeMember
from workbench.records.provider import Identifier, OtherName, Provider
from workbench.sheets import duplicates, known

TODAY = date(2026, 11, 24)


@pytest.fixture
def two(office, make):
    """Adaeze Okafor, and the file that somebody opened for her under her married name."""
    first = make(Provider, last="Okafor", first="Adaeze", degree="MD", npi="1477552867", phone="(312) 555-0101")
    second = make(
        Provider, last="Okafor-Smith", first="Adaeze", middle="N", npi="", phone="(312) 555-0199", email="a@x.org",
        department=Department.get(name="Surgery"),
    )  # fmt: skip
    license = CredentialSort.get(key="license")
    make(Credential, provider=first, sort=license, number="036-1", state="IL", expires=date(2026, 7, 31))
    make(Credential, provider=second, sort=license, number="0361", state="IL", expires=date(2029, 7, 31))
    make(Note, provider=second, text="Married in May", said=TODAY)
    practice = make(Practice, name="Lakeside")
    for each in (first, second):
        make(PracticeMember, provider=each, practice=practice)
        make(Identifier, provider=each, sort="CAQH", value="12345678")
    return first, second


def test_where_they_differ_is_asked_and_what_the_other_leaves_blank_is_not(two):
    first, second = two
    found = merging.differing(first.id, second.id, frozenset())
    assert [(each.name, each.blank) for each in found] == [
        ("last", False), ("middle", True), ("department", True), ("email", True), ("phone", False),
    ]  # fmt: skip


def test_everything_moves_in_one_step_that_is_undone(two, assert_undoable):
    first, second = two
    assert assert_undoable(lambda: merging.merge(first.id, second.id, {"last": "Okafor-Smith"}, TODAY)) == []


def test_what_stays(two):
    first, second = two
    merging.merge(first.id, second.id, {"last": "Okafor-Smith", "department": second.department_id}, TODAY)
    [person] = Provider.select()
    assert (person.id, person.last, person.department.name, person.phone) == (
        first.id, "Okafor-Smith", "Surgery", "(312) 555-0101",
    )  # fmt: skip
    assert [(each.sort, each.last) for each in OtherName.select()] == [("Former name", "Okafor")]
    assert Note.get().provider == person
    assert PracticeMember.select().count() == Identifier.select().count() == 1
    assert sorted((each.expires.year, each.past) for each in Credential.select()) == [(2026, True), (2029, False)]


def test_a_person_is_found_by_the_name_that_was_given_up(two):
    first, second = two
    merging.merge(first.id, second.id, {}, TODAY)
    listed = list_named("providers")
    assert isinstance(listed, ListOf)
    assert listed.ids(today=TODAY, search="okafor-smith").tolist() == [first.id]


def test_both_histories_are_on_the_file(two):
    first, second = two
    merging.merge(first.id, second.id, {}, TODAY)
    told = " ".join(text for line in file_history.lines(first.id, TODAY) for text in line.texts)
    assert "Merge Okafor-Smith, Adaeze N. into Okafor, Adaeze, MD" in told and "Deleted" in told


def test_terms_that_say_the_same_become_one_with_what_verified_it_and_what_proves_it(office, make):
    license = CredentialSort.get(key="license")
    one, two = make(Provider, last="Abel"), make(Provider, last="Abel")
    ends = {"sort": license, "number": "036-1", "state": "IL", "expires": date(2029, 7, 31)}
    make(Credential, provider=one, **ends)
    verified = make(Credential, provider=two, **ends, verified=TODAY, source="idfpr")
    make(Document, provider=two, credential=verified, title="License")
    merging.merge(one.id, two.id, {}, TODAY)
    [term] = Credential.select()
    assert (term.verified, term.source) == (TODAY, "idfpr") and Document.get().credential == term


def test_who_supervised_the_other_supervises_nobody_but_themselves_no_more(office, make):
    one = make(Provider, last="Abel")
    two = make(Provider, last="Abell", supervisor=one)
    merging.merge(two.id, one.id, {}, TODAY)
    assert Provider.get().supervisor is None


def test_one_that_is_gone_is_refused(two):
    with pytest.raises(WorkbenchError, match="Nothing was changed"):
        merging.merge(two[0].id, 999, {}, TODAY)


def test_people_who_may_be_the_same_are_found_once_with_the_reason(two, make):
    make(Provider, last="Okafor", first="Chinwe", npi="1932102084")
    found = duplicates.doubles(known.fetch())
    assert [(each.first, each.second) for each in found] == [(two[0].id, two[1].id)]
    assert found[0].why


def test_the_sample_hospital_knows_its_duplicate(hospital_of):
    hospital_of(120)
    assert len(duplicates.doubles(known.fetch())) >= 1


def test_two_open_applications_of_one_kind_are_not_one_persons(two, make):
    first, second = two
    ours, theirs = (make(Application, provider=each, sort="Reappointment", stage="Verification") for each in two)
    before = dump()
    (problem,) = merging.merge(first.id, second.id, {}, TODAY)
    assert "Both have an open application (reappointment)" in problem.message and dump() == before
    applications.close(theirs.id, "Withdrawn", TODAY, "Entered twice")
    assert merging.merge(first.id, second.id, {}, TODAY) == []
    assert {each.provider_id for each in Application.select()} == {first.id}


def test_nobody_gets_two_seats_and_two_votes(two, make):
    first, second = two
    committee = make(Committee, name="Credentials")
    ours, theirs = (
        make(Seat, committee=committee, provider=each, name=each.last, ends=None, starts=None) for each in two
    )
    make(Seat, committee=make(Committee, name="MEC"), provider=second, name="x", ends=None, starts=None)
    (problem,) = merging.merge(first.id, second.id, {}, TODAY)
    assert "Both sit on Credentials at the same time" in problem.message
    assert committees.end_terms([theirs.id], TODAY - timedelta(days=1)) == []
    assert merging.merge(first.id, second.id, {}, TODAY) == []
    assert Seat.select().where(Seat.provider == first).count() == 3
