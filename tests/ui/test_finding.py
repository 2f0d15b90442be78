"""Ctrl+K finds what the office keeps, by what a person would type, and opens it."""

from datetime import date, timedelta
from typing import Any

import pytest

from workbench.actions import views
from workbench.lists.saved import Asked
from workbench.records.application import Application
from workbench.records.committee import Committee
from workbench.records.desk import Document, Note
from workbench.records.evidence import NpdbQuery
from workbench.records.meeting import Meeting
from workbench.records.practice import Practice, PracticeMember
from workbench.records.privilege import PrivilegeForm
from workbench.records.provider import Provider
from workbench.ui import finding


@pytest.fixture
def went() -> list[tuple[tuple, dict]]:
    return []


@pytest.fixture
def find(office: Any, TODAY: date, went: list) -> Any:
    return lambda text: finding.find(text, TODAY, lambda *to, **about: went.append((to, about)))


def titles(find: Any, text: str) -> list[str]:
    return [each.title for each in find(text)]


def test_an_application_is_found_by_whose_and_what_it_is_those_in_process_first(
    find: Any, went: list, make: Any, TODAY: date
) -> None:
    okafor = make(Provider, last="Okafor", first="Adaeze", degree="MD", npi="1234567893")
    make(Application, provider=okafor, sort="Initial appointment", stage="Closed", outcome="Approved", decided=TODAY)
    again = make(Application, provider=okafor, sort="Reappointment", stage="Verification", stage_since=TODAY)
    make(Application, provider=make(Provider, last="Beck"), sort="Reappointment", stage="Department chair")
    both = ["Reappointment · Okafor, Adaeze, MD", "Initial appointment · Okafor, Adaeze, MD"]
    assert titles(find, "okafor") == ["Okafor, Adaeze, MD", *both]
    assert titles(find, "1234567893")[1:] == both
    assert titles(find, "okafor reapp") == titles(find, "verification okafor") == both[:1]
    assert titles(find, "appointment oka") == both
    (found,) = find("okafor verif")
    assert found.subtitle == "Verification since Nov 24 2026"
    found.open()
    assert went == [(("application",), {"application": again.id})]
    assert find("okafor initial")[0].subtitle == "Approved, Nov 24 2026"
    assert titles(find, "&") == []
    assert titles(find, "o") == ["Okafor, Adaeze, MD"]


def test_a_meeting_is_found_the_next_ones_before_the_last_ones(find: Any, make: Any, TODAY: date) -> None:
    mec = make(Committee, name="Medical Executive Committee", short="MEC")
    for days, state in ((-30, "Held"), (7, "Planned"), (40, "Planned"), (-60, "Held"), (-90, "Held")):
        make(Meeting, committee=mec, held=TODAY + timedelta(days=days), state=state)
    found = titles(find, "medical exec")
    days = ("Dec 1 2026", "Jan 3 2027", "Oct 25 2026", "Sep 25 2026")
    assert found == [*(f"Medical Executive Committee · {day}" for day in days), "Medical Executive Committee"]


@pytest.mark.parametrize(
    "typed", ["credentials committee dec 1", "credentials dec", "cred december 1 2026", "credentials 12/1", "dec 1"]
)
def test_a_meeting_is_found_by_its_name_and_its_day(find: Any, make: Any, TODAY: date, typed: str) -> None:
    committee = make(Committee, name="Credentials Committee", short="Credentials")
    for day in (date(2026, 12, 18), date(2026, 12, 1), date(2026, 11, 3)):
        make(Meeting, committee=committee, held=day)
    assert titles(find, typed)[0] == "Credentials Committee · Dec 1 2026"
    assert "Credentials Committee · Nov 3 2026" not in titles(find, typed)


def test_who_meets_in_a_room_called_so_comes_behind_the_committee_called_so(find: Any, make: Any, TODAY: date) -> None:
    for days, name, place in ((1, "Credentials Committee", "Board Room B"), (9, "Board Committee on Credentials", "")):
        make(Meeting, committee=make(Committee, name=name, short=""), held=TODAY + timedelta(days=days), place=place)
    assert [each.partition(" · ")[0] for each in titles(find, "board committee")][:2] == [
        "Board Committee on Credentials",
        "Credentials Committee",
    ]


def test_committees_and_forms_are_found_by_their_names_after_the_meetings(find: Any, went: list, make: Any) -> None:
    mec = make(Committee, name="Medical Executive Committee", short="MEC", level="Medical executive committee")
    make(Committee, name="Medical Records Committee", active=False)
    assert titles(find, "medical") == ["Medical Executive Committee", "Medical Records Committee"]
    assert [each.subtitle for each in find("medical com")] == [
        "Committee · Medical executive committee",
        "Committee · Other · does not meet",
    ]
    (found,) = find("mec")
    found.open()
    make(PrivilegeForm, name="Sleep Medicine, edition 2026-2", edition="2026-2")
    old = make(PrivilegeForm, name="Sleep Medicine", state="In force")
    assert titles(find, "sleep med") == ["Sleep Medicine", "Sleep Medicine, edition 2026-2"]
    find("sleep med")[0].open()
    assert went == [(("committee",), {"committee": mec.id}), (("privileges",), {"form": old.id})]
    assert titles(find, "sl") == []


def test_a_saved_view_is_found_by_its_name_and_opens_on_its_page(find: Any, went: list) -> None:
    made = views.keep("credentials", "Chicago first", Asked(words="chicago"))
    (found,) = [each for each in find("chicago fi") if each.icon == "star"]
    assert (found.title, found.subtitle) == ("Chicago first", "Saved view · Credentials")
    found.open()
    assert went == [(("credentials",), {"view": f"saved:{made}"})]


def test_a_document_is_found_by_its_title_and_whose_it_is_and_none_under_seal(
    find: Any, went: list, make: Any, TODAY: date
) -> None:
    okafor = make(Provider, last="Okafor", first="Adaeze")
    diploma = make(Document, provider=okafor, title="Medical school diploma", file_name="scan.pdf", dated=TODAY)
    answer = make(Document, provider=okafor, title="NPDB diploma mill", sha256="ab")
    make(NpdbQuery, provider=okafor, queried=TODAY, response=answer)
    for typed in ("diploma", "okafor diploma", "medical dip"):
        assert [each.title for each in find(typed) if each.icon == "file-text"] == ["Medical school diploma"]
    assert not [each for each in find("okafor") if each.icon == "file-text"], "the file has them all"
    found = find("diploma")[-1]
    assert found.subtitle == "Document · Okafor, Adaeze · Nov 24 2026"
    found.open()
    assert went == [(("file",), {"provider": okafor.id, "tab": "documents", "document": diploma.id})]


@pytest.mark.parametrize("typed", ["555-0123", "5550123", "(312) 555-0123", "3125550123", "312-555-0123"])
def test_a_person_is_found_by_the_telephone_with_and_without_the_area_code(find: Any, make: Any, typed: str) -> None:
    make(Provider, last="Okafor", phone="(312) 555-0123")
    make(Provider, last="Chen", phone="(312) 555-0124")
    assert titles(find, typed) == ["Okafor"]


def test_a_practice_is_found_by_its_name_tax_number_and_contact_and_opened(find: Any, went: list, make: Any) -> None:
    imaging = make(Practice, name="Midstate Imaging", tin="365551916", contact="Annika Roth")
    for last in ("Beck", "Chen"):
        make(PracticeMember, provider=make(Provider, last=last), practice=imaging)
    assert titles(find, "midstate imaging")[0] == "Midstate Imaging"
    assert find("midstate")[0].subtitle == "Practice · 2 providers · contact Annika Roth"
    assert find("365551916")[0].subtitle.startswith("Practice · TIN: 365551916")
    found = find("annika roth")
    assert (found[0].title, found[0].subtitle) == (
        "Midstate Imaging",
        "Practice · Credentialing contact: Annika Roth · 2 providers",
    )
    assert found[1].subtitle.startswith("Practice: ")
    found[0].open()
    assert went == [(("practices",), {"record": imaging.id})]


def test_a_hit_says_where_it_is_and_opens_that_part(find: Any, went: list, make: Any, TODAY: date) -> None:
    beck = make(Provider, last="Beck", first="Ann")
    said = (
        "Asked by telephone whether he may take call for the group on every fourth weekend of the month, from May on."
    )
    note = make(Note, provider=beck, said=TODAY, text=said)
    (found,) = find("fourth weekend")
    assert found.title == "Beck, Ann" and "fourth weekend" in found.subtitle
    assert found.subtitle.startswith("Note: … ") and len(found.subtitle) < 90
    found.open()
    assert went == [(("file",), {"provider": beck.id, "tab": "desk", "record": ("note", note.id)})]
    (found,) = find("beck")
    assert (found.title, found.subtitle) == ("Beck, Ann", ""), "by the name: the note is not told of"
