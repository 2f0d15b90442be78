"""What boards, hospitals elsewhere and this one did to a person, as reasons for full review; and what keeps a file back."""

from datetime import timedelta
from typing import Any

import pytest

from workbench.lists import expedited
from workbench.records.application import Application, Reference
from workbench.records.background import Affiliation, WorkHistory
from workbench.records.conduct import AdverseAction, Fppe
from workbench.records.credential import DISCIPLINES, LIMITED, LOST, NOT_ENTITLING, STANDINGS, Credential
from workbench.records.evidence import Check
from workbench.records.office_lists import CredentialSort
from workbench.records.verification import Verification, VerificationSource
from workbench.rules import dossier, peers

from .ready_file import MEETING, POLICY, WEEK_BEFORE, a_ready_file, days, lacking
from .test_readiness import change
from .test_review import codes, why


@pytest.fixture
def asked(office: Any, make: Any) -> Application:
    return a_ready_file(make)


def held(sort: str) -> Credential:
    return Credential.get(Credential.sort == CredentialSort.get(CredentialSort.key == sort))


def barred(asked: Application) -> tuple[str, ...]:
    files = dossier.of_applications([asked.id])
    return expedited.barred(files, MEETING, WEEK_BEFORE, POLICY).get(asked.id, ())


@pytest.mark.parametrize("standing", STANDINGS)
@pytest.mark.parametrize("discipline", DISCIPLINES)
def test_how_a_license_stands_and_what_discipline_there_was(asked: Application, standing: str, discipline: str) -> None:
    change(held("license"), standing=standing, discipline=discipline)
    challenge = standing in LIMITED | (LOST - {"Expired"}) or discipline == "On record"
    assert ("C-17" in codes(asked)) == challenge
    assert lacking(asked) == ([f"License {standing.lower()}"] if standing in NOT_ENTITLING else [])
    assert ("C-01" in codes(asked)) == (standing in NOT_ENTITLING)
    assert bool(barred(asked)) == (standing != "Active" or discipline == "On record")


def test_a_license_of_another_state_or_of_an_earlier_term_is_a_challenge_too(asked: Application, make: Any) -> None:
    sort, person = CredentialSort.get(CredentialSort.key == "license"), asked.provider
    other = make(Credential, provider=person, sort=sort, number="MO-1", state="MO", standing="Surrendered")
    assert [each.text for each in why(asked)] == ["MO license: surrendered"]
    assert why(asked)[0].brief == "license surrendered"
    assert lacking(asked) == [], "the license of the hospital's state entitles"
    change(other, standing="Inactive")
    assert codes(asked) == []
    change(other, standing="Active", discipline="On record", past=True)
    assert [each.text for each in why(asked)] == ["MO license, an earlier term: discipline on record"]
    assert barred(asked) == ("it is Category 2",)
    change(other, discipline="None on record")
    assert codes(asked) == []


def test_another_license_of_the_state_that_entitles_carries_the_file(asked: Application, make: Any) -> None:
    sort = CredentialSort.get(CredentialSort.key == "license")
    change(held("license"), standing="Revoked")
    values = {"state": "IL", "expires": MEETING, "verified": days(30), "source": "Board"}
    make(Credential, provider=asked.provider, sort=sort, number="new", standing="Active", **values)
    assert (lacking(asked), codes(asked)) == ([], ["C-17"])


@pytest.mark.parametrize(("sort", "called"), [("dea", "DEA"), ("cds", "Controlled substance")])
def test_a_registration_that_was_suspended(asked: Application, make: Any, sort: str, called: str) -> None:
    if sort == "cds":
        values = {"state": "IL", "number": "336", "expires": MEETING + timedelta(days=9)}
        made = make(Credential, provider=asked.provider, sort=CredentialSort.get(CredentialSort.key == "cds"), **values)
        assert lacking(asked) == []
        change(made, expires=MEETING - timedelta(days=1))
        assert lacking(asked) == ["Controlled substance ends Nov 30 2026"]
        change(made, expires=MEETING)
    change(held(sort), standing="Suspended")
    assert lacking(asked) == [f"{called} suspended"]
    assert codes(asked) == ["C-01", "C-17"]
    change(held(sort), standing="Probation")
    assert (lacking(asked), codes(asked)) == ([], ["C-17"])


def test_an_expired_license_is_told_once_and_with_its_day(asked: Application) -> None:
    change(held("license"), standing="Expired", expires=days(9))
    assert lacking(asked) == ["License expired"]
    change(held("license"), standing="Revoked")
    assert lacking(asked) == ["License revoked"]


def test_what_ended_elsewhere_against_the_will(asked: Application, make: Any) -> None:
    there = make(Affiliation, provider=asked.provider, hospital="Mercy", standing="Terminated for cause")
    (reason,) = why(asked)
    assert (reason.code, reason.text) == ("C-18", "The standing at Mercy is not plainly good")
    assert barred(asked) == ("it is Category 2",)
    change(there, standing="Leave of absence")
    assert why(asked)[0].text == "The standing at Mercy is stated in words to be read by somebody"
    change(there, standing="In good standing since 2019")
    assert codes(asked) == []
    change(there, remarks="Resigned while under investigation")
    assert codes(asked) == ["C-18"]
    assert "a limit, an investigation" in why(asked)[0].text
    change(there, remarks="")
    work = {"employer": "Prairie", "position": "Attending", "started": "2004", "remarks": "Terminated for cause"}
    made = make(WorkHistory, provider=asked.provider, **work)
    assert "C-18" in codes(asked)
    change(made, remarks="Three days a week")
    assert "C-18" not in codes(asked)


def test_what_was_done_to_privileges_here_and_a_focused_evaluation(asked: Application, make: Any) -> None:
    done = make(AdverseAction, provider=asked.provider, sort="Surrender under investigation", imposed=days(4000))
    assert [each.text for each in why(asked)] == ["Surrender under investigation of Dec 19 2015, here"]
    assert codes(asked) == ["C-19"]
    change(done, imposed=MEETING + timedelta(days=1))
    assert codes(asked) == []
    watched = make(Fppe, provider=asked.provider, sort="New privileges", starts=days(300))
    assert codes(asked) == []
    change(watched, sort="For cause")
    assert codes(asked) == ["C-20"]
    change(watched, concluded=MEETING.replace(year=2023), result="Met")
    assert codes(asked) == ["C-20"]
    change(watched, concluded=MEETING.replace(year=2023) - timedelta(days=1), result="Met")
    assert codes(asked) == []


def test_a_certification_that_lapsed_or_was_taken_away(asked: Application, make: Any) -> None:
    board = {"sort": CredentialSort.get(CredentialSort.key == "board"), "title": "Cardiology", "expires": MEETING}
    made = make(Credential, provider=asked.provider, **board)
    assert codes(asked) == []
    change(made, expires=days(1))
    assert [each.text for each in why(asked)] == ["Board certification Cardiology lapsed Nov 30 2026"]
    assert lacking(asked) == [], "no appointment hangs on certification alone"
    change(made, expires=MEETING, standing="Revoked")
    assert [each.text for each in why(asked)] == ["Board certification Cardiology: revoked"]


def test_what_was_verified_and_differs(asked: Application, make: Any) -> None:
    there = make(Affiliation, provider=asked.provider, hospital="Mercy")
    source = VerificationSource.select().first() or make(VerificationSource, name="The hospital", primary="affiliation")
    of = {"provider": asked.provider, "element": "affiliation", "affiliation": there, "source": source}
    look = make(Verification, **of, done=days(20), by="Ann", result="Not found")
    assert [(each.code, each.text) for each in why(asked)] == [("C-22", "Affiliation: not as stated")]
    make(Verification, **of, done=days(10), by="Ann", result="As stated")
    assert codes(asked) == []
    change(look, element="exclusions", affiliation=None)
    assert codes(asked) == ["C-22"]


def test_nobody_is_appointed_before_a_match_on_an_exclusion_list_is_ruled_on(asked: Application) -> None:
    change(Check.get(Check.sort == "SAM exclusions"), result="See the file")
    assert lacking(asked) == ["SAM: found something"]
    assert codes(asked) == ["C-01", "C-11"]


def test_a_reference_tells_of_nothing_after_the_day_it_came(asked: Application) -> None:
    for each in Reference.select():
        change(each, received=MEETING.replace(year=2021), observed_from="2010", observed_to="")
    assert lacking(asked) == ["Nobody observed within 24 months"]
    assert codes(asked) == ["C-01"]
    change(each, received=MEETING.replace(year=2024))
    assert lacking(asked) == []
    change(each, received=MEETING.replace(year=2024) - timedelta(days=1))
    assert lacking(asked) == ["Nobody observed within 24 months"]
    change(each, received=days(30), observed_to="Present")
    assert peers.observed_recently(Reference.get_by_id(each.id), MEETING), (
        "who still sees the person writes so, or nothing"
    )
    change(each, received=days(30), observed_to="2022")
    assert not peers.observed_recently(Reference.get_by_id(each.id), MEETING)
