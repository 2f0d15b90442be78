"""The sample hospital's applications: in all stages, some clean, some with the faults that a coordinator would know."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime

import pytest

from workbench.actions import offices, sample
from workbench.lists import in_process
from workbench.lists.applications import IN_PROCESS
from workbench.lists.in_process import Standing
from workbench.records.application import STAGES, Application, Reference
from workbench.records.evidence import Check, NpdbQuery
from workbench.records.privilege import Privilege
from workbench.records.provider import GONE, Provider
from workbench.rules import dossier, lapsing
from workbench.store.office import Seat

TODAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def standings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Standing]]:
    path = tmp_path_factory.mktemp("sample") / "riverbend.workbench"
    office = offices.new_office(path, Seat("Tester", lambda: datetime(2026, 11, 24, 9)), sample.HOSPITAL)
    sample.fill(TODAY)
    yield in_process.standings(TODAY)
    office.close()


def of(standings: list[Standing], last: str) -> Standing:
    return next(each for each in standings if each.applicant.startswith(last))


def test_there_are_some_in_every_stage_and_of_every_kind(standings: list[Standing]) -> None:
    assert {each.stage for each in standings} == set(STAGES) - {"Closed"}
    assert Counter(each.sort for each in standings) == {
        "Initial appointment": 9,
        "Reappointment": 11,
        "Added privileges": 3,
    }


def test_the_page_the_list_and_the_views_agree(standings: list[Standing]) -> None:
    assert IN_PROCESS.count(today=TODAY) == len(standings)
    assert IN_PROCESS.count(today=TODAY, view="ready") == sum(each.ready for each in standings)
    assert (
        IN_PROCESS.count(today=TODAY, view="closed")
        == Application.select().where(Application.stage == "Closed").count()
    )
    kinds = sum(IN_PROCESS.count(today=TODAY, view=view) for view in ("initial", "reappointment", "added"))
    assert kinds == len(standings)


def test_files_before_a_committee_are_ready_and_both_categories_are_among_them(standings: list[Standing]) -> None:
    before = [each for each in standings if each.stage in STAGES[4:7]]
    assert len(before) >= 6
    assert [each.applicant for each in before if not each.ready] == []
    assert {each.category for each in before} == {"Category 1", "Category 2"}


def test_the_known_faults_are_told(standings: list[Standing]) -> None:
    assert of(standings, "Okafor").pill == ("bad", "License expired")
    assert of(standings, "Fitzgerald-Osei").pill == ("bad", "Coverage expired")
    assert of(standings, "van der Meer").lapses.startswith("Lapsed Sep 30, board ")
    said = {lack.what for each in standings for lack in each.kept}
    assert {"1 of 3 references", "Red flag open", "Identity not seen", "NPDB response not reviewed"} <= said
    assert any(what.startswith("Gap of") for what in said)
    reasons = {reason.code for each in standings for reason in each.why}
    assert {"C-02", "C-03", "C-04", "C-06", "C-12", "C-13"} <= reasons


def test_nobody_is_asked_about_twice_and_days_fit_each_other(standings: list[Standing]) -> None:
    assert max(Counter(each.provider for each in standings).values()) == 1
    for each in Application.select():
        days = [each.requested, each.received, each.complete, each.chair_on, each.decided]
        days = [day for day in days if day]
        assert days == sorted(days) and all(day <= TODAY for day in days)
    for reference in Reference.select().where(Reference.received.is_null(False)):
        assert reference.requested < reference.received <= TODAY


def test_current_staff_was_looked_into(standings: list[Standing]) -> None:
    staff = Provider.select().where(Provider.status.not_in((*GONE, "Applicant")))
    queried = {each.provider_id for each in NpdbQuery.select()}
    seen = {each.provider_id for each in Check.select().where(Check.sort == "Identity")}
    for person in staff:
        assert person.id in queried and person.id in seen


def test_nobody_asks_for_as_added_what_is_held_and_a_clean_file_leaves_no_core_privilege_out(
    standings: list[Standing],
) -> None:
    """On the seeded day; whoever looks at a file without a fault finds none."""
    for each in standings:
        file = dossier.of_application(each.id)
        assert file is not None
        assert not lapsing.held_already(file, TODAY), each.applicant
        if each.ready and file.application.review == "Category 1":
            lines = [Privilege.get_by_id(row.privilege) for row in lapsing.lapsing(file, TODAY)]
            core = [line.name for line in lines if line.sort == "Core"]
            assert not core, each.applicant
