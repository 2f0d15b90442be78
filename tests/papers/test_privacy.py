"""What a packet must not tell is decided by what a record is, never by the words in it: health in gaps and disclosures."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.papers.conftest import text_of
from tests.papers.packet_office import HELD, TODAY, PacketOffice, canaries_in, sealed_pdf
from tests.papers.small_pdf import small_pdf
from workbench.actions import agenda_reports, including
from workbench.errors import WorkbenchError
from workbench.papers import binding, editions, minutes_said, packet
from workbench.records.application import Disclosure
from workbench.records.background import WorkHistory
from workbench.records.committee import Seat
from workbench.records.credential import Credential
from workbench.records.desk import KEPT, PRINTED
from workbench.records.meeting import AgendaItem
from workbench.records.meeting_words import EDITIONS
from workbench.records.office_lists import CredentialSort
from workbench.records.privilege import CriterionShown, PrivilegeRequest
from workbench.records.provider import Provider
from workbench.rules import criteria, dossier
from workbench.store import history, undoing


@pytest.fixture
def said(packet_office: PacketOffice, tmp_path: Path):
    """said(edition): the text of the packet, in one line."""

    def read(edition: str = "Committee") -> str:
        path = tmp_path / f"{edition}.pdf"
        binding.bind(packet.packet_of(packet_office.meeting.id, TODAY, edition), path)
        return re.sub(r"\s+", " ", text_of(path))

    return read


def put_off(office: PacketOffice, **values: Any) -> None:
    """What the file says of the gap of the flagged one."""
    with history.step("Time off"):
        row = WorkHistory.get(WorkHistory.started == "2019-03", WorkHistory.provider == office.flagged.provider)
        for name, value in values.items():
            setattr(row, name, value)
        row.save()


@pytest.mark.parametrize("edition", ("Committee", "Survey"))
@pytest.mark.parametrize(
    ("employer", "position", "remarks", "private"),
    (
        ("Leave: Chemotherapy for breast cancer", "", "", "Chemotherapy"),
        ("Time off", "", "rehab, pregnancy, depression", "pregnancy"),
        ("Leave: inpatient detox", "n/a", "", "detox"),
        ("Maternity leave", "", "Twins, bed rest", "Maternity"),
        ("Recovering from a stroke", "", "", "stroke"),
    ),
)
def test_what_a_gap_was_for_is_never_printed_in_the_words_of_the_file(
    packet_office: PacketOffice, said: Any, edition: str, employer: str, position: str, remarks: str, private: str
):
    put_off(packet_office, employer=employer, position=position, remarks=remarks)
    text = said(edition)
    assert private not in text and employer not in text.replace("Time off", "")
    assert "Morris, Kevin T., DO" in text


@pytest.mark.parametrize("edition", ("Committee", "Survey"))
def test_of_a_gap_the_kind_alone_is_printed_and_health_is_no_kind_that_is(
    packet_office: PacketOffice, said: Any, edition: str
):
    put_off(packet_office, employer="Surgery and chemotherapy", remarks="canaryleave", time_off="Family")
    text = said(edition)
    assert "Mar 1 2019 to Sep 30 2019: explained: family." in text
    assert "chemotherapy" not in text and "canaryleave" not in text
    put_off(packet_office, time_off="Health")
    text = said(edition)
    assert "explained; the explanation is in the file" in text
    assert not re.search(r"explained: \w", text) and "chemotherapy" not in text


def test_a_time_off_for_health_hides_the_other_kinds_beside_it(packet_office: PacketOffice, said: Any, make: Any):
    put_off(packet_office, employer="Treatment", time_off="Health", ended="2019-06")
    make(
        WorkHistory, provider=packet_office.flagged.provider, employer="Move", position="", time_off="Relocation",
        started="2019-07", ended="2019-09", remarks="",
    )  # fmt: skip
    assert "relocation" not in said()


@pytest.mark.parametrize(
    "question",
    (
        "Have you been treated for alcohol or substance abuse?",
        "Have you been hospitalized for a psychiatric condition?",
        "Anything else?",
    ),
)
@pytest.mark.parametrize("edition", ("Committee", "Survey"))
def test_a_question_nobody_called_free_of_health_prints_neither_itself_nor_its_explanation(
    packet_office: PacketOffice, said: Any, make: Any, question: str, edition: str
):
    make(
        Disclosure, application=packet_office.flagged, position=9, question=question, answer=True,
        explanation="Thirty days in canarytreatment.",
    )  # fmt: skip
    text = said(edition)
    assert question not in text and "canarytreatment" not in text
    if edition == "Committee":
        assert "2 answered yes" in text and "see the file" in text


def test_a_question_that_is_not_about_health_prints_with_its_explanation(packet_office: PacketOffice, said: Any):
    assert "Has a license been limited? Settled in 2015 (canarydisclosure)." in said()


def test_a_file_with_nothing_but_times_off_still_has_a_profile(packet_office: PacketOffice):
    with history.step("Nothing else"):
        person = packet_office.flagged.provider
        WorkHistory.delete().where(WorkHistory.position != "", WorkHistory.provider == person).execute()
        for row in [*person.education]:
            row.delete_instance()
    made = packet.packet_of(packet_office.meeting.id, date(2026, 11, 24))
    assert made.held == HELD and not next(each for each in made.profiles if each.provider == person.id).spans


@pytest.mark.parametrize(
    "name", ("Data Bank response.pdf", "Tuberculosis screening.pdf", "Permanent resident card.pdf")
)
@pytest.mark.parametrize("place", ("file", "agenda"))
def test_a_scan_that_is_kept_back_is_on_no_page_and_whoever_prints_is_told(
    packet_office: PacketOffice, said: Any, name: str, place: str
):
    title = name.removesuffix(".pdf")
    whose = packet_office.clean.provider if place == "file" else None
    kept = packet_office.attach(whose, name, small_pdf(says=("canaryscan",)), packet="")
    if place == "agenda":
        packet_office.put("Reports", document=kept)
    text = said()
    assert "canaryscan" not in text and title not in text
    warned = " ".join(packet.packet_of(packet_office.meeting.id, TODAY).warnings)
    assert title in warned and "kept back" in warned
    with history.step("It is none of this"):
        kept.packet = PRINTED
        kept.save()
    assert "canaryscan" in said()


@pytest.mark.parametrize("place", ("file", "agenda"))
def test_what_the_office_keeps_back_is_not_printed_whatever_it_is_called(
    packet_office: PacketOffice, said: Any, place: str
):
    whose = packet_office.clean.provider if place == "file" else None
    kept = packet_office.attach(whose, "letter.pdf", small_pdf(says=("canaryscan",)), packet=KEPT)
    if place == "agenda":
        packet_office.put("Policy", title="A letter", document=kept)
    assert "canaryscan" not in said()
    warned = " ".join(packet.packet_of(packet_office.meeting.id, TODAY).warnings)
    assert ("the office says so" in warned) == (place == "agenda"), (
        "the paper of an item is missed; of a file's it was said once"
    )


def test_the_seal_is_on_the_content_wherever_it_lies(packet_office: PacketOffice, said: Any):
    packet_office.attach(packet_office.clean.provider, "letter of august.pdf", sealed_pdf())
    packet_office.attach(packet_office.flagged.provider, "letter of may.pdf", sealed_pdf(), packet=PRINTED)
    packet_office.put("Reports", document=packet_office.attach(None, "letter.pdf", sealed_pdf(), packet=PRINTED))
    for edition in ("Committee", "Survey"):
        text = said(edition)
        assert "canarysealed" not in text and "letter of" not in text


@pytest.fixture
def enclosed(packet_office: PacketOffice) -> PacketOffice:
    """The expirables report is on the agenda, and somebody who is not lets everything lapse."""
    soon = date(2026, 12, 20)
    person = packet_office.make(Provider, last="Elsewhere", first="Erin", degree="MD", status="Active")
    for key, title, number in (
        ("health", "TB screening canarytb", "canaryhealthnumber"), ("other", "Flu vaccine canaryflu", "canaryshot"),
        ("license", "Physician and Surgeon", "036-canarylicense"), ("dea", "Schedules 2 to 5", "FMcanarydea"),
        ("cds", "", "canarycds"), ("liability", "", "P-canarypolicy"),
    ):  # fmt: skip
        sort = CredentialSort.get(CredentialSort.key == key)
        packet_office.make(Credential, provider=person, sort=sort, title=title, number=number, expires=soon, past=False)
    assert agenda_reports.add_expirables(packet_office.meeting.id, TODAY) == []
    return packet_office


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("section", ("Reports", "Policy"))
def test_the_expirables_report_tells_no_health_and_no_number_in_any_edition(
    enclosed: PacketOffice, said: Any, edition: str, section: str
):
    with history.step("Moved"):
        AgendaItem.update(section=section).where(AgendaItem.title == "Expirables report").execute()
    text = said(edition)
    hidden = ("canarytb", "canaryflu", "canaryshot", "canarylicense", "canarydea", "canarycds", "canarypolicy")
    assert canaries_in(text, (*hidden, "canaryhealthnumber", "TB screening", "Flu vaccine", "Measles")) == []
    if edition == "Open":
        assert "Elsewhere" not in text, "wherever it stands, it names people"
    if edition == "Committee":
        assert "Elsewhere, Erin, MD" in text and "6 health requirements left out: the office follows them" in text


@pytest.fixture
def decided_before(packet_office: PacketOffice, make: Any) -> PacketOffice:
    """The meeting before took notice of somebody in an open section, and set conditions that name somebody."""
    for place, what in enumerate(
        (
            {"section": "Reports", "title": "OPPE of canaryperson", "provider": packet_office.renewed.provider},
            {"section": "Reports", "title": "", "application": packet_office.renewed},
            {"section": "Policy", "title": "Call schedule", "conditions": "Not Dr. Okafor (canarycondition)."},
        ),
        5,
    ):
        values = {"application": None, "provider": None, "conditions": "canarycondition", "title": "", **what}
        make(
            AgendaItem, meeting=packet_office.before, position=place, outcome="Approved with conditions",
            conclusion="canaryconclusion", reason="canaryreason", **values,
        )  # fmt: skip
    return packet_office


def test_the_previous_minutes_of_an_open_edition_hold_nobody_and_no_words(decided_before: PacketOffice, said: Any):
    text = said("Open")
    assert "Call schedule" in text and "Telemedicine by proxy" in text
    assert [each for each in ("Okafor", "canary") if each in text] == []
    kept = minutes_said.of(decided_before.before.id, TODAY, editions.edition("Open"))
    assert kept is not None and (kept.present, kept.absent) == ("", "")


def test_the_previous_minutes_of_a_survey_hold_no_conditions_and_no_reasons(decided_before: PacketOffice, said: Any):
    text = said("Survey")
    assert "Minutes of Nov 3 2026" in text
    assert [
        each for each in ("canarycondition", "canaryconclusion", "canaryreason", "canaryperson") if each in text
    ] == []
    assert "Not Dr. Okafor (canarycondition)." in said("Committee")


def test_a_survey_holds_no_recommendation_and_no_view(packet_office: PacketOffice, said: Any):
    with history.step("Views"):
        for each in PrivilegeRequest.select().where(PrivilegeRequest.application == packet_office.flagged):
            each.chair_view, each.conditions = "Defer", "canaryconditions"
            each.save()
        file = dossier.of_application(packet_office.flagged.id)
        for request, judged in criteria.judged(file, packet_office.meeting.held).items():
            for part in judged.parts:
                CriterionShown.create(request=request, part=part.key, text="canaryshown")
        for item in AgendaItem.select().where(AgendaItem.application == packet_office.flagged):
            item.asked = "Discuss, Category 2"
            item.save()
        packet_office.flagged.chair_view, packet_office.flagged.fppe = "Do not recommend", "canaryfppe"
        packet_office.flagged.save()
    text = said("Survey").replace("Robotic criteria Recommend", "")
    words = (
        "Category 1",
        "Category 2",
        "Discuss",
        "Recommend",
        "recommend",
        "Defer",
        "canaryconditions",
        "canaryshown",
        "canaryfppe",
    )
    assert [each for each in words if each in text] == []
    assert "Reported. P. Ngo, MD, Nov 18 2026" in text and "has not reported" not in text
    assert "Proposed FPPE: on file" in text and "Proposed FPPE: none" in text
    committee = said("Committee")
    assert [each for each in words if each not in committee] == []


def test_the_attendance_sheet_says_that_an_alternate_votes_in_anothers_place(
    packet_office: PacketOffice, said: Any, make: Any
):
    values = {"committee": packet_office.committee, "physician": True, "provider": None, "stands_in_for": None}
    seat = make(Seat, name="Aguirre, Luis, MD", role="Member", votes=True, ends=None, **values)
    named = values | {"stands_in_for": seat}
    make(Seat, name="D. Named, MD", role="Alternate", votes=True, ends=None, **named)
    make(Seat, name="B. Stern, MD", role="Alternate", votes=True, ends=None, **values)
    make(Seat, name="C. Silent, MD", role="Alternate", votes=False, ends=None, **values)
    text = said()
    assert "D. Named, MD Alternate votes for Aguirre no end" in text
    assert "B. Stern, MD Alternate votes in another's place no end" in text
    assert "C. Silent, MD Alternate no vote no end" in text


@pytest.mark.parametrize(
    ("employer", "position"),
    (
        ("Canarychemo at Mayo", "Leave of absence"),
        ("Chemotherapy at canaryclinic", "Patient"),
        ("Canaryhome", "On leave"),
    ),
)
def test_a_leave_is_a_gap_that_the_bar_calls_a_time_off_and_its_words_are_nowhere(
    packet_office: PacketOffice, said: Any, employer: str, position: str
):
    with history.step("A leave"):
        row = WorkHistory.get(WorkHistory.started == "2019-03", WorkHistory.provider == packet_office.flagged.provider)
        row.employer, row.position, row.time_off = employer, position, ""
        row.save()
    for edition in ("Committee", "Survey"):
        text = said(edition)
        assert not re.search("canary(?:chemo|clinic|home)|chemotherapy", text, re.IGNORECASE) and position not in text
        assert "Time off" in text and "explained; the explanation is in the file" in text


def test_a_scan_of_a_kind_nobody_knows_is_left_out_until_the_office_prints_several_at_once(
    packet_office: PacketOffice, said: Any
):
    person = packet_office.clean.provider
    for name in ("scan 1.pdf", "scan 2.pdf", "IMG 4471.pdf"):
        packet_office.attach(person, name, small_pdf(says=(f"canary{name[:6]}",)), packet="")
    made = packet.packet_of(packet_office.meeting.id, TODAY)
    assert [each.title for each in made.left_out] == ["IMG 4471", "scan 1", "scan 2"]
    assert any(
        "Banerjee, Arjun K., MD: left out, kind unknown: IMG 4471, scan 1, scan 2." in each for each in made.warnings
    )
    assert "canaryscan" not in said() and "canaryIMG" not in said()
    assert including.print_with_the_packet([each.document for each in made.left_out[1:]]) == 2
    text = said()
    assert "canaryscan 1" in text and "canaryscan 2" in text and "canaryIMG" not in text
    undoing.undo()
    assert "canaryscan" not in said()
    left = [each.document for each in made.left_out]
    assert including.keep_in_the_office(left[:1]) == 1
    again = packet.packet_of(packet_office.meeting.id, TODAY)
    assert [each.title for each in again.left_out] == ["scan 1", "scan 2"] and "IMG 4471" not in " ".join(
        again.warnings
    )
    with pytest.raises(WorkbenchError, match="said of these documents already"):
        including.print_with_the_packet([])


def test_a_survey_tells_of_other_items_their_section_alone_and_of_minutes_their_day(
    decided_before: PacketOffice, said: Any
):
    put = decided_before.put
    put("Other business", title="Complaint about canaryconduct", asked="Refer to canarypeer")
    put("FPPE and OPPE", title="FPPE failed canaryfppe", provider=decided_before.renewed.provider)
    put("Policy", title="Call schedule 2027", asked="Adopt canaryasked")
    put("Reports", title="Mortality of okafor")
    with history.step("Titled"):
        AgendaItem.update(title="Suspension of canarytitle").where(
            AgendaItem.application == decided_before.flagged
        ).execute()
    proof = decided_before.attach(
        decided_before.clean.provider, "canaryfile.pdf", small_pdf(says=("proofbody",)), title="canaryname"
    )
    with history.step("Proves"):
        proof.credential = Credential.get(
            Credential.provider == decided_before.clean.provider, Credential.number == "036-151822"
        )
        proof.save()
    text = said("Survey")
    assert "canary" not in text and "Not approved" not in text and "OPPE of" not in text and "Telemedicine" not in text
    assert "Minutes of Nov 3 2026" in text and "Call schedule 2027" in text and "Other business" in text
    assert "proofbody" in text and "State license 036-151822" in text and "Morris, Kevin T., DO" in text
    told = packet.packet_of(decided_before.meeting.id, TODAY, "Survey").warnings
    assert any("“Okafor” is the name of somebody on file, and a survey edition" in each for each in told)
    committee = said()
    assert "canaryconduct" in committee and "canarytitle" in committee and "canarypeer" in committee
