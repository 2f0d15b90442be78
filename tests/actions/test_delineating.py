"""The sample hospital's privileges: forms in force, people who hold what is theirs, and requests in either order."""

from collections import Counter
from datetime import date
from typing import Any

import pytest

from workbench.actions.sampling import delineating
from workbench.lists import delineation
from workbench.lists.privileges import HELD
from workbench.papers import lookup_card
from workbench.records.application import Application
from workbench.records.evidence import Activity
from workbench.records.privilege import HeldPrivilege, Privilege, PrivilegeForm, PrivilegeRequest
from workbench.records.provider import Provider
from workbench.rules import dossier
from workbench.rules.criteria import judged
from workbench.store import history

TODAY = date(2026, 11, 24)


@pytest.fixture
def hospital(hospital_of: Any) -> None:
    hospital_of(60)


def test_whoever_is_on_the_staff_holds_what_is_on_a_form_in_force(hospital):
    staff = {p.id for p in Provider.select().where(Provider.status == "Active")}
    rows = HeldPrivilege.select().where(HeldPrivilege.starts <= TODAY, HeldPrivilege.ends >= TODAY)
    assert len({row.provider_id for row in rows} & staff) > 0.8 * len(staff)
    assert {row.privilege.form.state for row in rows} == {"In force"}
    assert not [problem for row in rows for problem in row.problems()]
    for view in HELD.views:
        assert view.key == "upcoming" or HELD.count(today=TODAY, view=view.key) > 0, view.title
    assert not HeldPrivilege.select().join(Provider).where(Provider.status == "Applicant").exists()


def test_nobody_holds_the_same_twice_on_a_day(hospital):
    rows = HeldPrivilege.select().where(HeldPrivilege.starts <= TODAY, HeldPrivilege.ends >= TODAY)
    assert max(Counter((r.provider_id, r.privilege_id, r.facility_id) for r in rows).values()) == 1


def test_forms_in_force_are_clean_and_the_draft_is_not(hospital):
    for row in delineation.forms():
        lines, of_form = delineation.lines(row.id, TODAY)
        serious = [found for line in lines for found in line.findings if found.tone != "info"]
        assert bool(serious) == (row.state == "Draft"), row.name
        assert of_form == ()
    assert not [problem for line in Privilege.select() for problem in line.problems()]
    assert PrivilegeForm.select().where(PrivilegeForm.starting_point).count() == 0


def test_a_lookup_card_has_everybody_who_holds_something(hospital):
    card = lookup_card.card_of(TODAY)
    assert len(card.holders) > 40 and len(card.privileges) > 30


def test_an_application_asks_once_and_is_judged(hospital):
    people = Provider.select().where(Provider.status == "Active").limit(20)
    with history.step("Applications"):
        about = [Application.create(provider=p, sort="Reappointment", stage="Credentials committee") for p in people]
        counts = [delineating.request(each, TODAY) for each in about]
        assert all(counts) and not any(delineating.request(each, TODAY) for each in about)
    verdicts = Counter(
        verdict.verdict
        for found in dossier.of_applications([each.id for each in about]).values()
        for verdict in judged(found, TODAY).values()
    )
    assert verdicts["met"] > verdicts["not met"] > 0 and "nothing asked" not in verdicts
    seen = {row.chair_view for row in PrivilegeRequest.select() if row.application_id in {each.id for each in about}}
    assert "Recommend" in seen and "" not in seen
    assert not [problem for row in Activity.select() for problem in row.problems()]
