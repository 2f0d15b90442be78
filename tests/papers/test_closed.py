"""A file that was closed while it stands on an agenda: nobody is asked about it, and no packet shows it."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.papers.packet_office import HELD, TODAY, PacketOffice
from tests.papers.small_pdf import small_pdf
from workbench.actions import applications, meetings, packets
from workbench.actions.packets import Reader
from workbench.lists import agenda
from workbench.papers import changed, front, packet
from workbench.records.application import Application
from workbench.records.meeting import AgendaItem, Meeting
from workbench.records.provider import Provider
from workbench.store import history

WITHDRAWN = "Withdrawn Nov 24 2026"


def close(office: PacketOffice, on: date = TODAY, outcome: str = "Withdrawn") -> Any:
    assert applications.close(office.clean.id, outcome, on, "Moves away") == []
    return AgendaItem.get(AgendaItem.application == office.clean.id)


def shown_of(office: PacketOffice) -> set[str]:
    """What the packet and its action sheet show of the person, beside the line of the agenda."""
    person, meeting = office.clean.provider, office.meeting.id
    made, sheet = (packet.packet_of(meeting, TODAY, edition) for edition in ("Committee", "Action sheet"))
    whole = list(front.action_sheet(sheet))
    without = tuple(
        replace(part, items=tuple(each for each in part.items if each.provider != person.id)) for part in sheet.parts
    )
    return {
        what
        for what, there in {
            "profile": person.id in [each.provider for each in made.profiles],
            "scan": person.id in [each.provider for each in made.attached],
            "consent": any("Banerjee" in each.name for each in made.consent),
            "action box": len(whole) > len(list(front.action_sheet(replace(sheet, parts=without)))),
        }.items()
        if there
    }


def test_the_agenda_says_so_and_what_to_do(packet_office: PacketOffice) -> None:
    row = close(packet_office)
    found = agenda.read(packet_office.meeting.id, TODAY)
    item = found and found.item(row.id)
    assert found and item and item.flags == (("bad", "withdrawn Nov 24 2026"),) and item.asks == WITHDRAWN
    (said,) = [each for each in found.problems if each.item == row.id]
    assert said.tone == "bad" and "is closed (Withdrawn Nov 24 2026)" in str(said)


@pytest.mark.parametrize("section", ["Consent list", "Initial appointments"])
def test_no_packet_shows_it_and_no_box_asks_for_it(packet_office: PacketOffice, tmp_path: Any, section: str) -> None:
    with history.step("There"):
        AgendaItem.update(section=section).where(AgendaItem.application == packet_office.clean.id).execute()
    person = packet_office.clean.provider
    packet_office.attach(person, "license.pdf", small_pdf())
    packets.issue(packet_office.meeting.id, tmp_path, [Reader("A")], TODAY)
    assert shown_of(packet_office) == {
        "profile",
        "scan",
        "action box",
        *(["consent"] if section == "Consent list" else []),
    }
    row = close(packet_office)
    made = packet.packet_of(packet_office.meeting.id, TODAY)
    (item,) = [each for each in made.items if each.key == f"item {row.id}"]
    assert (item.asked, item.leads_to, item.closed) == (WITHDRAWN, "", True) and "Banerjee" in item.title
    assert shown_of(packet_office) == set()
    found = changed.since_issued(packet_office.meeting.id)
    assert found is not None and found.said == "changed since it was issued: 1 item" and "Banerjee" in found.told


def test_what_is_decided_at_the_meeting_or_after_it_is_no_such_file(packet_office: PacketOffice) -> None:
    row = AgendaItem.get(AgendaItem.application == packet_office.clean.id)
    close(packet_office, date(2026, 12, 24))
    found = agenda.read(packet_office.meeting.id, TODAY)
    assert found and (item := found.item(row.id)) and item.closed == ""


def test_for_information_it_may_stand_there(packet_office: PacketOffice) -> None:
    with history.step("Told"):
        AgendaItem.update(information=True).where(AgendaItem.application == packet_office.clean.id).execute()
    row = close(packet_office)
    found = agenda.read(packet_office.meeting.id, TODAY)
    assert found and (item := found.item(row.id)) and item.closed == ""


def test_that_it_was_withdrawn_can_be_noted_at_the_meeting_and_the_note_taken_back(packet_office: PacketOffice) -> None:
    row = close(packet_office)
    for outcome, reason in (("Withdrawn", "By letter"), ("Accepted for information", ""), ("", "")):
        assert meetings.record_outcome([row.id], outcome, HELD, reason=reason) == []
        assert AgendaItem.get_by_id(row.id).outcome == outcome
        assert Application.get_by_id(packet_office.clean.id).decided == TODAY
        found = agenda.read(packet_office.meeting.id, TODAY)
        assert found and (item := found.item(row.id)) and item.closed == WITHDRAWN
    (refused,) = meetings.record_outcome([row.id], "Approved", HELD, conclusion="x")
    assert "is closed (withdrawn, Nov 24 2026)" in refused.message
    assert Meeting.get_by_id(packet_office.meeting.id).state != "Held"


def test_of_what_was_denied_elsewhere_nobody_notes_that_it_was_withdrawn(packet_office: PacketOffice) -> None:
    row = close(packet_office, outcome="Denied")
    assert meetings.record_outcome([row.id], "Withdrawn", HELD, reason="x") != []
    assert meetings.record_outcome([row.id], "Accepted for information", HELD) == []


@pytest.mark.parametrize(
    ("status", "sort", "said"),
    [
        ("Deceased", "Initial appointment", True),
        ("Resigned", "Reappointment", True),
        ("Resigned", "Initial appointment", False),
        ("Active", "Reappointment", False),
    ],
)
def test_who_is_gone_and_still_on_the_agenda_is_named(packet_office: Any, status: str, sort: str, said: bool) -> None:
    with history.step("Gone"):
        Provider.update(status=status).where(Provider.id == packet_office.clean.provider_id).execute()
        Application.update(sort=sort).where(Application.id == packet_office.clean.id).execute()
    found = agenda.read(packet_office.meeting.id, TODAY)
    assert found is not None
    assert any(f"is {status.lower()}, by the file" in str(each) for each in found.problems) == said
    assert any(("bad", status.lower()) in item.flags for item in found.items) == said
