"""Nobody judges their own file: whose hand a name is, and what that makes a file lack."""

from types import SimpleNamespace
from typing import Any

import pytest

from workbench.records.application import Application, RedFlag, Reference
from workbench.records.evidence import NpdbQuery, Oppe
from workbench.records.provider import OtherName
from workbench.rules import dossier, own_file, readiness
from workbench.rules.own_file import OTHER, PERHAPS, SAME
from workbench.rules.quorum import Member

from .ready_file import MEETING, POLICY, a_ready_file, answered, days, lacking
from .test_readiness import change

FATIMA = SimpleNamespace(
    id=7, last="Tehrani", first="Fatima", middle="W", suffix="", preferred="Tima", degree="MD, PhD"
)
JUNIOR = SimpleNamespace(last="Núñez-Ortiz", first="José Luis", middle="", suffix="Jr", preferred="", degree="DO")


@pytest.fixture
def asked(office: Any, make: Any) -> Application:
    return a_ready_file(make)


@pytest.mark.parametrize(
    ("name", "whose"),
    [
        ("Tehrani, Fatima W., MD", SAME),
        ("Fatima Tehrani", SAME),
        ("DR. FATIMA W. TEHRANI, M.D., Ph.D., FACS", SAME),
        ("Tima Tehrani, MD", SAME),
        ("Fatima Tehrani, MD, Chair of Surgery", SAME),
        ("Dr. Tehrani", PERHAPS),
        ("F. Tehrani, MD", PERHAPS),
        ("Fatima Q. Tehrani", OTHER),
        ("Tehrani, Reza, MD", OTHER),
        ("R. Tehrani", OTHER),
        ("Fatima Sr Tehrani", OTHER),
        ("Fatima Marsh, MD", OTHER),
        ("", OTHER),
    ],
)
def test_a_name_is_the_persons_or_may_be_or_is_anothers(name: str, whose: str) -> None:
    assert own_file.hand(name, FATIMA) == whose


def test_accents_suffixes_and_further_names_count() -> None:
    assert own_file.hand("Jose Luis Nunez-Ortiz Jr, DO", JUNIOR) == SAME
    assert own_file.hand("José Luis Núñez-Ortiz, DO", JUNIOR) == SAME
    assert own_file.hand("Jose Luis Nunez-Ortiz III, DO", JUNIOR) == OTHER
    born = [SimpleNamespace(last="Abadi", first="Fatima")]
    assert own_file.hand("Abadi, Fatima, MD", FATIMA) == OTHER
    assert own_file.hand("Abadi, Fatima, MD", FATIMA, born) == SAME


def test_a_seat_is_the_persons_by_the_file_or_by_the_whole_name() -> None:
    sits = lambda name, provider=None: Member(1, name, "Member", True, True, provider=provider)  # noqa: E731
    assert own_file.seat_of((sits("X", 7),), MEETING, 7)
    assert own_file.seat_of((sits("Tehrani, Fatima, MD"),), MEETING, 7, FATIMA)
    assert not own_file.seat_of((sits("Tehrani, Fatima, MD", 8),), MEETING, 7, FATIMA)
    assert not own_file.seat_of((sits("F. Tehrani"),), MEETING, 7, FATIMA)
    over = Member(1, "X", "Member", True, True, ends=days(1), provider=7)
    assert not own_file.seat_of((over,), MEETING, 7)


def test_the_chairs_report_is_not_the_applicants(asked: Application) -> None:
    change(asked, chair="Marsh, Helen, MD")
    assert lacking(asked) == []
    change(asked, chair="Ready, Ann, MD")
    assert lacking(asked) == ["Chair's report is the applicant's own"]
    change(asked, chair="Dr. Ready")
    assert lacking(asked) == []
    found = dossier.of_application(asked.id)
    assert found is not None
    told = {each.what: each.remedy for each in readiness.lacks(found, MEETING, MEETING, POLICY)}
    assert "ask the vice chair or another chair" in told["Chair's report: whose name?"]


def test_a_report_that_is_still_to_come_is_asked_of_another_chair(asked: Application) -> None:
    change(asked, chair_view="", chair_on=None, chair="Ready, Ann, MD")
    found = dossier.of_application(asked.id)
    assert found is not None
    (lack,) = [each for each in readiness.lacks(found, MEETING, MEETING, POLICY) if each.part == "chair"]
    assert lack.what == "Chair has not reported" and "vice chair or another chair" in lack.remedy


def test_nobody_is_their_own_referee_and_such_a_reference_counts_for_none(asked: Application, make: Any) -> None:
    make(Reference, application=asked, name="Ann Ready", **answered())
    assert lacking(asked) == ["Reference by the applicant"]
    with_three = Reference.select().where(Reference.name == "Ruiz").get()
    change(with_three, name="Ready, Ann")
    assert lacking(asked) == ["2 of 3 references", "Reference by the applicant", "Reference by the applicant"]


def test_nobody_evaluates_themselves(asked: Application, make: Any) -> None:
    make(OtherName, provider=asked.provider, last="Maiden", first="Ann")
    period = make(
        Oppe, provider=asked.provider, starts=days(400), ends=days(100), reviewer="Ann Maiden, MD", reviewed=days(80)
    )
    assert lacking(asked) == ["OPPE reviewed by the applicant"]
    change(period, reviewer="Marsh, Helen, MD")
    assert lacking(asked) == []
    change(period, reviewer="Ready, Ann", starts=days(1400), ends=days(1200))
    assert lacking(asked) == [], "a term ago it was judged with the file of then"


def test_nobody_reviews_their_own_npdb_response_nor_resolves_their_own_red_flag(asked: Application, make: Any) -> None:
    query = NpdbQuery.get(NpdbQuery.provider == asked.provider)
    change(query, reviewed_by="Ready, Ann, MD")
    assert lacking(asked) == ["NPDB reviewed by the applicant"]
    change(query, reviewed_by="Marsh")
    flag = make(
        RedFlag, application=asked, matter="Short tenure", resolution="Moved", resolved=days(9), by="Ann Ready, MD"
    )
    assert lacking(asked) == ["Red flag resolved by the applicant"]
    change(flag, by="Marsh, Helen, MD")
    assert lacking(asked) == []
