"""A packet shows the file that lay on the table: what the meeting decided of it is for those that meet after it."""

from typing import Any

from tests.papers.packet_office import TODAY, PacketOffice
from workbench.actions import meetings, packets
from workbench.actions.packets import Reader
from workbench.lists import agenda
from workbench.papers import changed
from workbench.papers.packet import packet_of
from workbench.records.application import VIEWS, Application
from workbench.records.meeting import AgendaItem, Meeting
from workbench.records.policy import Policy
from workbench.records.privilege import PrivilegeRequest
from workbench.rules import dossier, review
from workbench.store import history, settings


def _item(office: PacketOffice) -> AgendaItem:
    return AgendaItem.get(AgendaItem.application == office.clean)


def _decided(office: PacketOffice) -> None:
    asked = PrivilegeRequest.select().where(PrivilegeRequest.application == office.clean).first()
    said = {
        "conditions": "First ten cases proctored",
        "conclusion": "It was discussed",
        "out_of_turn": "Called early",
        "quorum_choice": "The chair went on",
        "term_months": 12,
        "privileges": {asked.id: (VIEWS[1], "Ten cases")},
    }
    assert meetings.record_outcome([_item(office).id], "Approved with conditions", TODAY, **said) == []


def test_what_a_meeting_decides_is_in_no_copy_of_its_own_packet(packet_office: PacketOffice, tmp_path: Any) -> None:
    packets.issue(packet_office.meeting.id, tmp_path, [Reader("A")], TODAY)
    before = packet_of(packet_office.meeting.id, TODAY)
    _decided(packet_office)
    assert Application.get_by_id(packet_office.clean.id).conditions == "First ten cases proctored"
    after = packet_of(packet_office.meeting.id, TODAY)
    assert [each for each in after.profiles if each.provider == packet_office.clean.provider_id] == [
        each for each in before.profiles if each.provider == packet_office.clean.provider_id
    ]
    found = changed.since_issued(packet_office.meeting.id)
    assert found is not None and not found.said, found
    shown, _ = agenda.with_files(packet_office.meeting.id, TODAY)
    item = next(each for each in shown.items if each.application == packet_office.clean.id)
    assert not [each for each in item.flags if "conditions" in each.text.lower()]


def test_the_next_committee_sees_it_and_its_own_word_changes_nothing_before(
    packet_office: PacketOffice, make: Any
) -> None:
    _decided(packet_office)
    later = make(Meeting, committee=packet_office.committee, held=packet_office.meeting.held.replace(month=12, day=20))
    make(AgendaItem, meeting=later, section="Reappointments", title="", application=packet_office.clean)
    files = agenda.with_files(later.id, TODAY, judged=False)[1]
    file = files[packet_office.clean.id]
    assert file.application.conditions == "First ten cases proctored" and file.application.term_months == 12
    assert review.category(file, later.held, settings.load(Policy)) == review.FULL
    with history.step("It decides too"):
        AgendaItem.update(outcome="Approved with conditions", conditions="Twenty cases proctored").where(
            AgendaItem.meeting == later
        ).execute()
        Application.update(conditions="Twenty cases proctored").where(
            Application.id == packet_office.clean.id
        ).execute()
    again = agenda.with_files(later.id, TODAY, judged=False)[1][packet_office.clean.id]
    assert again.application.conditions == "First ten cases proctored"
    assert dossier.of_application(packet_office.clean.id).application.conditions == "Twenty cases proctored"
    first = agenda.with_files(packet_office.meeting.id, TODAY, judged=False)[1][packet_office.clean.id]
    assert first.application.conditions == "" and first.application.term_months is None
    assert {each.committee_view for each in first.requests} == {""}
