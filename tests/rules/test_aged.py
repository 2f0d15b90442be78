"""How old each element that NCQA names may be on the day of a decision: a day before the line and a day after."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from workbench.records.application import Application
from workbench.records.background import WorkHistory
from workbench.records.credential import Credential
from workbench.records.evidence import Check, NpdbQuery
from workbench.records.office_lists import CredentialSort
from workbench.records.policy import Policy
from workbench.records.texts import day
from workbench.records.verification import Verification, VerificationSource
from workbench.rules import aged, dossier
from workbench.store import history

from .ready_file import MEETING, a_ready_file, days

NCQA = Policy(state="IL", packs="ncqa")
CVO = Policy(state="IL", packs="ncqa_cvo")


@pytest.fixture
def asked(office: Any, make: Any) -> Application:
    """A file in which every element was seen the day before the meeting."""
    found = a_ready_file(make)
    person, sort = found.provider, CredentialSort.get(CredentialSort.key == "board")
    make(Credential, provider=person, sort=sort, title="Cardiology", verified=days(1), source="ABMS")
    place = make(WorkHistory, provider=person, employer="Illini", started="2010-01", ended="")
    look(make, found, 1, element="work_history", work=place)
    write(NpdbQuery.update(queried=days(1)))
    write(Check.update(done=days(1)))
    return found


def write(query: Any) -> None:
    with history.step("Another day"):
        query.execute()


def look(make: Any, asked: Application, back: int, **of: Any) -> Verification:
    source = VerificationSource.select().first()
    made: Verification = make(Verification, provider=asked.provider, source=source, done=days(back), **of)
    return made


def said(asked: Application, policy: Policy = NCQA, on: date = MEETING) -> list[tuple[str, str]]:
    found = dossier.of_application(asked.id)
    assert found is not None
    return [(each.element, each.what) for each in aged.aged_lacks(found, on, on, policy)]


AGES: dict[str, Callable[[int], Any]] = {
    "board": lambda back: Credential.update(verified=days(back)).where(Credential.title == "Cardiology"),
    "work_history": lambda back: Verification.update(done=days(back)).where(Verification.work.is_null(False)),
    "claims": lambda back: NpdbQuery.update(queried=days(back)),
    "exclusions": lambda back: Check.update(done=days(back)),
}


@pytest.mark.parametrize("element", AGES)
@pytest.mark.parametrize(("policy", "limit"), [(NCQA, 120), (CVO, 90)], ids=["accreditation", "CVO"])
def test_each_element_a_day_before_its_line_and_a_day_after(
    asked: Application, element: str, policy: Policy, limit: int
) -> None:
    write(AGES[element](limit))
    assert element not in dict(said(asked, policy))
    write(AGES[element](limit + 1))
    assert dict(said(asked, policy))[element].endswith(f"verified {limit + 1} days before {day(MEETING)}")


def test_sanctions_are_shown_by_the_board_the_npdb_or_a_look_of_their_own(asked: Application, make: Any) -> None:
    write(NpdbQuery.update(queried=days(121)))
    assert dict(said(asked))["sanctions"] == f"Sanctions verified 121 days before {day(MEETING)}"
    look(make, asked, 120, element="sanctions")
    assert "sanctions" not in dict(said(asked)) and "claims" in dict(said(asked))
    write(Verification.delete().where(Verification.element == "sanctions"))
    write(Credential.update(discipline="None on record").where(Credential.number == "license"))
    assert "sanctions" not in dict(said(asked))


def test_a_source_that_does_not_know_the_person_verifies_nothing(asked: Application, make: Any) -> None:
    write(NpdbQuery.update(queried=days(121)))
    made = look(make, asked, 1, element="claims", result="Not found")
    assert "claims" in dict(said(asked))
    write(Verification.update(result="As stated").where(Verification.id == made.id))
    assert "claims" not in dict(said(asked))


def test_continuous_query_is_of_every_day_that_it_runs(asked: Application) -> None:
    write(NpdbQuery.update(queried=days(300), enrolled_until=MEETING))
    assert said(asked) == []


def test_what_was_never_seen_is_said_and_a_board_that_lapsed_is_not(asked: Application) -> None:
    write(Verification.delete())
    write(Check.delete())
    write(NpdbQuery.delete())
    write(Credential.update(verified=None, source="").where(Credential.title == "Cardiology"))
    assert said(asked) == [
        ("board", "Board Cardiology not verified"),
        ("work_history", "Work history not verified"),
        ("claims", "Malpractice history not verified"),
        ("sanctions", "Sanctions not verified"),
        ("exclusions", "Exclusions not verified"),
    ]
    write(Credential.update(expires=days(1)).where(Credential.title == "Cardiology"))
    assert "board" not in dict(said(asked))


def test_the_limits_are_those_of_the_day_and_other_bodies_ask_none(asked: Application) -> None:
    before = date(2025, 6, 30)
    write(AGES["board"]((MEETING - before).days + 180))
    assert "board" not in dict(said(asked, NCQA, before))
    assert dict(said(asked, CVO, before))["board"] == f"Board Cardiology verified 180 days before {day(before)}"
    assert said(asked, Policy(state="IL", packs="joint_commission, cms")) == []


AGED = AGES | {
    "dea": lambda back: Credential.update(verified=days(back)).where(Credential.number == "dea"),
    "sanctions": lambda back: NpdbQuery.update(queried=days(back)),
}


@pytest.mark.parametrize("element", AGED)
@pytest.mark.parametrize(("pack", "limit"), [("bylaws", 180), ("urac", 180), ("namss", 179)])
def test_every_verification_ages_where_a_standard_counts_all_of_them(
    asked: Application, element: str, pack: str, limit: int
) -> None:
    policy = Policy(state="IL", packs=pack)
    assert said(asked, policy) == []
    write(AGED[element](limit))
    assert said(asked, policy) == []
    write(AGED[element](limit + 1))
    assert dict(said(asked, policy))[element].endswith(f"verified {limit + 1} days before {day(MEETING)}")


def test_what_nobody_looked_at_is_asked_for_by_a_standard_that_names_it_alone(asked: Application) -> None:
    write(Verification.delete())
    write(Credential.update(verified=None, source="").where(Credential.title == "Cardiology"))
    assert said(asked, Policy(state="IL", packs="bylaws, urac, namss")) == []
    assert {"board", "work_history"} <= set(dict(said(asked)))
