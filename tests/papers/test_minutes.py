"""Minutes: what was recorded, said in full; what was not, said to be missing; nothing before the meeting was held."""

import re
import subprocess
from datetime import date

import pytest

from tests import needs
from tests.papers.conftest import pages_of
from workbench.actions import meetings, taking_minutes
from workbench.errors import WorkbenchError
from workbench.papers import minutes
from workbench.papers import minutes_drawing as drawing
from workbench.papers.pictures import Pages
from workbench.records import texts
from workbench.records.committee import Committee, Seat
from workbench.records.meeting import ActionItem, AgendaItem, Attendance, Meeting, Recusal
from workbench.store import history

TODAY = date(2026, 11, 24)
HELD = date(2026, 11, 3)


@pytest.fixture
def meeting(office, make):
    committee = make(
        Committee,
        name="Credentials Committee",
        short="Credentials",
        legend="Privileged under the act.",
        quorum=50,
        quorum_basis="Per item",
    )
    held = make(
        Meeting,
        committee=committee,
        held=HELD,
        starts="07:30",
        place="Board Room",
        state="Held",
        opened="07:32",
        adjourned="08:48",
    )
    for name, role, votes, presence in (
        ("Michael Quimby, MD", "Chair", True, "Present"),
        ("José Núñez, MD", "Member", True, "By telephone or video"),
        ("Naomi Ito, MD", "Member", True, "Excused"),
        ("Wei Chen, MD", "Member", True, "Absent"),
        ("Rosa Alvarez", "Staff", False, "Present"),
    ):
        seat = make(Seat, committee=committee, name=name, role=role, votes=votes)
        make(Attendance, meeting=held, seat=seat, presence=presence)
    make(AgendaItem, meeting=held, section="Call to order", position=1, title="Call to order")
    make(
        AgendaItem,
        meeting=held,
        section="Policy",
        position=2,
        title="Policy on <proctoring> & FPPE",
        asked="Approve",
        outcome="Approved with conditions",
        conditions="Six cases by March.",
        conclusion="The text fits the bylaws.",
        reason="Two members asked for a number.",
    )
    make(AgendaItem, meeting=held, section="Reports", position=3, title="Volumes", information=True)
    return held


def whole(meeting):
    with Pages(taking_minutes.minutes_pdf(meeting.id, TODAY)) as pages:
        return re.sub(r"\s+", " ", " ".join(pages.text(n) for n in range(1, pages.count + 1)))


def test_who_was_there_and_the_quorum_are_told(meeting):
    said = whole(meeting)
    assert "Present Michael Quimby, MD (chair); José Núñez, MD (by telephone or video)" in said
    assert "Without a vote Rosa Alvarez (staff)" in said
    assert "Excused Naomi Ito, MD" in said and "Absent Wei Chen, MD" in said
    assert "2 of 4 votes were there; the quorum is 2, counted per item: a quorum was present." in said


def test_an_item_is_told_with_its_conditions_conclusion_and_reason(meeting):
    said = whole(meeting)
    parts = (
        "Policy on <proctoring> & FPPE",
        "Asked: Approve",
        "Approved with conditions",
        "Conditions: Six cases by March.",
        "Conclusion: The text fits the bylaws.",
        "Reason: Two members asked for a number.",
    )
    places = [said.index(part) for part in parts]
    assert places == sorted(places)
    assert "Volumes" in said and "For information" in said


def test_it_begins_and_ends_with_the_times_and_is_to_be_signed(meeting):
    said = whole(meeting)
    assert "Called to order at 7:32 am by Michael Quimby, MD." in said
    assert "Adjourned at 8:48 am." in said
    assert "Chair: Michael Quimby, MD" in said and "Recorded by" in said
    assert "Privileged under the act." in said and "CONFIDENTIAL PEER REVIEW" in said and "Page 1 of 1" in said


def test_action_items_are_told_with_owner_and_day(meeting, make):
    before = make(Meeting, committee=meeting.committee, held=date(2026, 10, 6), state="Held")
    make(ActionItem, committee=meeting.committee, raised_at=before, title="Ask the chair", owner="Quimby")
    make(
        ActionItem,
        committee=meeting.committee,
        raised_at=meeting,
        title="Revise the form",
        owner="Alvarez",
        due=date(2026, 12, 1),
    )
    made = minutes.minutes_of(meeting.id, TODAY)
    assert made.raised == (minutes.Task("Revise the form", "Alvarez", "Dec 1 2026", "Open"),)
    assert made.carried == (minutes.Task("Ask the chair", "Quimby", "No date", "Open"),)
    said = whole(meeting)
    assert "Revise the form Alvarez Dec 1 2026 Open" in said
    assert said.index("Revise the form") < said.index("Ask the chair")


def test_a_complete_meeting_lacks_nothing(meeting):
    assert minutes.minutes_of(meeting.id, TODAY).lacks == ()
    assert "Not complete" not in whole(meeting)


def test_what_is_not_recorded_is_said_on_the_paper_itself(office, make):
    bare = make(Meeting, committee=make(Committee, name="Bylaws Committee"), held=HELD, state="Held")
    make(AgendaItem, meeting=bare, section="Policy", title="Policy")
    lacks = taking_minutes.lacks(bare.id, TODAY)
    assert [each.split(":")[0] for each in lacks] == [
        "Nobody's attendance is recorded",
        "When it was called to order is not recorded",
        "When it was adjourned is not recorded",
        "One item is without an outcome",
        "There is no confidentiality legend",
    ]
    said = whole(bare)
    assert all(re.sub(r"\s+", " ", each) in said for each in lacks)
    assert "No outcome recorded" in said


def test_who_recused_and_what_was_left_stand_with_the_item(meeting, make):
    chair = Seat.get(Seat.name == "Michael Quimby, MD")
    policy = AgendaItem.get(AgendaItem.section == "Policy")
    make(Recusal, item=policy, seat=chair, reason="Same group practice", left="07:50", returned="08:02")
    with history.step("Times"):
        Attendance.update(arrived="07:40").where(Attendance.seat == chair).execute()
    said = whole(meeting)
    assert "Recused: Michael Quimby, MD (same group practice; left 7:50 am, returned 8:02 am)" in said
    assert "Quorum: 1 vote was left without those recused; the quorum is 2." in said
    assert "Michael Quimby, MD (chair, arrived 7:40 am)" in said
    assert "2: no quorum was left; say what the chair chose" in said
    with history.step("Chosen"):
        AgendaItem.update(quorum_choice="Sent to the next meeting by mail.").where(AgendaItem.id == policy).execute()
        Committee.update(quorum_basis="At call to order").execute()
    said = whole(meeting)
    assert "choice: Sent to the next meeting by mail." in said and "no quorum was left" not in said
    assert "arrived 7:40 am" not in said, "it matters where the quorum is counted per item"


def _leave(name: str, **times: str) -> None:
    with history.step("Times"):
        Attendance.update(**times).where(Attendance.seat == Seat.get(Seat.name == name)).execute()


@pytest.mark.parametrize(
    ("times", "doubtful", "throughout"),
    [
        ({"left": "07:35"}, True, "1 of them throughout"),
        ({"left": "07:42"}, True, "1 of them throughout"),
        ({"left": "07:43"}, False, "1 of them throughout"),
        ({"arrived": "07:43"}, True, "1 of them throughout"),
        ({"arrived": "07:42"}, False, "1 of them throughout"),
        ({}, False, ""),
    ],
)
def test_an_item_for_which_too_few_had_come_or_stayed_is_asked_about(meeting, make, times, doubtful, throughout):
    with history.step("Minutes"):
        AgendaItem.update(minutes=10).where(AgendaItem.section == "Call to order").execute()
    if times:
        _leave("José Núñez, MD", **times)
    made = minutes.minutes_of(meeting.id, TODAY)
    asked = [each for each in made.lacks if "when it came up by the agenda" in each]
    assert len(asked) == doubtful
    assert not asked or asked[0].startswith(
        "2: at 7:42 am, when it came up by the agenda, 1 vote was there; the quorum is 2."
    )
    assert ("throughout" in made.quorum) == bool(throughout) and throughout in made.quorum
    assert made.quorum.endswith("a quorum was not present throughout." if throughout else "a quorum was present.")


def test_nobody_is_asked_where_the_recusal_or_the_chairs_choice_says_it_or_nothing_is_decided(meeting, make):
    policy = AgendaItem.get(AgendaItem.section == "Policy")
    for name in ("Michael Quimby, MD", "José Núñez, MD"):
        _leave(name, left="07:31")
    asked = lambda: [each for each in minutes.minutes_of(meeting.id, TODAY).lacks if "by the agenda" in each]  # noqa: E731
    assert len(asked()) == 1 and "0 votes were there" in asked()[0]
    with history.step("Chosen"):
        AgendaItem.update(quorum_choice="The rest decided by mail.").where(AgendaItem.id == policy).execute()
    assert asked() == []
    with history.step("Not"):
        AgendaItem.update(quorum_choice="", outcome="").where(AgendaItem.id == policy).execute()
    assert asked() == []
    with history.step("At the call to order"):
        AgendaItem.update(outcome="Approved").where(AgendaItem.id == policy).execute()
        Committee.update(quorum_basis="At call to order").execute()
    assert asked() == [] and "throughout" not in minutes.minutes_of(meeting.id, TODAY).quorum


def test_too_few_are_no_quorum(meeting, make):
    seat = Seat.get(Seat.name == "José Núñez, MD").id
    meetings.keep_attendance(meeting.id, {seat: "Absent"}, TODAY)
    assert "1 of 4 votes were there; the quorum is 2, counted per item: there was no quorum." in whole(meeting)


@pytest.mark.parametrize(
    ("outcome", "standing"),
    [
        ("Approved", "Approved Nov 17 2026."),
        ("Approved with conditions", "Approved with corrections Nov 17 2026."),
        ("Deferred", "Draft, to be approved at the next meeting."),
    ],
)
def test_the_next_meeting_makes_the_draft_the_minutes(meeting, make, outcome, standing):
    assert minutes.minutes_of(meeting.id, TODAY).standing == "Draft, to be approved at the next meeting."
    after = make(Meeting, committee=meeting.committee, held=date(2026, 11, 17), state="Held")
    make(AgendaItem, meeting=after, section="Minutes", outcome=outcome)
    assert minutes.minutes_of(meeting.id, TODAY).standing == standing


def test_there_are_none_before_the_meeting_and_none_of_one_that_was_cancelled(meeting, make):
    ahead = make(Meeting, committee=meeting.committee, held=date(2026, 12, 1))
    off = make(Meeting, committee=meeting.committee, held=date(2026, 10, 6), state="Cancelled")
    with pytest.raises(WorkbenchError, match="the meeting is on Dec 1 2026"):
        taking_minutes.minutes_pdf(ahead.id, TODAY)
    with pytest.raises(WorkbenchError, match="the meeting was not held"):
        taking_minutes.minutes_pdf(off.id, TODAY)


def test_long_minutes_go_on_over_pages_and_every_page_is_labelled(meeting, make):
    for n in range(40):
        make(
            AgendaItem,
            meeting=meeting,
            section="Other business",
            position=10 + n,
            title=f"Matter {n:02}",
            outcome="Deferred",
            reason="More is to be known. " * 12,
        )
    pdf = taking_minutes.minutes_pdf(meeting.id, TODAY)
    with Pages(pdf) as pages:
        said = [pages.text(n) for n in range(1, pages.count + 1)]
    assert len(said) > 2
    for number, page in enumerate(said, 1):
        assert f"Page {number} of {len(said)}" in page and "CONFIDENTIAL PEER REVIEW" in page
    assert all("".join(said).count(f"Matter {n:02}") == 1 for n in range(40))


def test_they_are_saved_whole_and_qpdf_finds_nothing_wrong(meeting, tmp_path):
    needs.nothing_of(needs.programs("qpdf"))
    to = tmp_path / taking_minutes.minutes_name(meeting.id)
    to.write_bytes(taking_minutes.minutes_pdf(meeting.id, TODAY))
    assert to.name == "Minutes Credentials 2026-11-03.pdf"
    done = subprocess.run(["qpdf", "--check", to], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_file_of_the_consent_list_is_told_with_its_category_and_term(packet_office, tmp_path):
    with history.step("It was held"):
        Meeting.update(state="Held", opened="07:30", adjourned="08:30").where(
            Meeting.id == packet_office.meeting.id
        ).execute()
    said = minutes.minutes_of(packet_office.meeting.id, date(2026, 12, 2))
    (listed,) = next(part for part in said.parts if part.name == "Consent list").items
    asked = packet_office.clean
    assert listed.file == (
        f"Initial appointment, Provisional staff, {texts.day(asked.term_starts)} to {texts.day(asked.term_ends)}"
    )
    drawing.write(said, tmp_path / "m.pdf")
    pages = pages_of(tmp_path / "m.pdf")
    assert " ".join(listed.file.split()) in " ".join(" ".join(pages).split())


def test_the_legend_and_the_lines_to_sign_are_on_no_page_of_their_own(meeting, make, tmp_path):
    for count in range(1, 30):
        make(
            AgendaItem,
            meeting=meeting,
            section="Reports",
            position=10 + count,
            title=f"Report {count}",
            outcome="Approved",
        )
        said = minutes.minutes_of(meeting.id, TODAY)
        drawing.write(said, tmp_path / "m.pdf")
        pages = pages_of(tmp_path / "m.pdf")
        assert "Privileged under the act." in pages[0] and "Adjourned" in pages[-1] and "Recorded by" in pages[-1]


def test_an_item_is_on_one_page_wherever_it_falls(meeting, make, tmp_path):
    words = [f"{n}canary" for n in range(1, 5)]
    make(
        AgendaItem,
        meeting=meeting,
        section="Reports",
        position=90,
        title=words[0],
        asked=words[1],
        outcome="Approved",
        conclusion=words[2],
        reason=words[3],
    )
    for count in range(18, 28):
        make(
            AgendaItem,
            meeting=meeting,
            section="Policy",
            position=10 + count,
            title=f"Policy {count}",
            outcome="Approved",
        )
        drawing.write(minutes.minutes_of(meeting.id, TODAY), tmp_path / "m.pdf")
        on = [{n for n, page in enumerate(pages_of(tmp_path / "m.pdf")) if word in page} for word in words]
        assert all(len(each) == 1 and each == on[0] for each in on)


def test_an_item_longer_than_a_page_goes_on_over_it(meeting, make, tmp_path):
    told = " ".join(f"word{n}" for n in range(2500))
    make(AgendaItem, meeting=meeting, section="Reports", position=90, title="Long", outcome="Approved", conclusion=told)
    drawing.write(minutes.minutes_of(meeting.id, TODAY), tmp_path / "m.pdf")
    pages = pages_of(tmp_path / "m.pdf")
    assert len(pages) > 2 and "Long" in pages[0] and all(f"word{n}" in " ".join(pages) for n in (0, 1250, 2499))
