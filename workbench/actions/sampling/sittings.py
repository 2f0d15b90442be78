"""The sample's meetings: the held ones with who came and what was decided, and the agendas of the next ones."""

import random
from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta

from workbench.actions import agendas, keeping_seats
from workbench.lists import ready
from workbench.records.application import STAGES, Application
from workbench.records.committee import FINAL, Committee, Seat
from workbench.records.meeting import ActionItem, AgendaItem, Attendance, Meeting, Recusal
from workbench.records.meeting_words import CONSENT, HELD, OF_SORT, SECTIONS
from workbench.records.policy import Policy
from workbench.records.privilege import PrivilegeRequest
from workbench.records.recommendation import Recommendation
from workbench.rules import dossier, quorum
from workbench.rules.chain import STAGE_OF
from workbench.rules.dossier import Dossier
from workbench.store import settings

_TOPICS = (
    ("Policy", "Telemedicine credentialing by proxy, draft 3", "Recommend", 10),
    ("Reports", "Expirables report", "", 5),
    ("FPPE and OPPE", "FPPE completed since the last meeting", "Accept", 5),
    ("Policy", "Criteria for robotic-assisted surgery", "Recommend", 10),
    ("Reports", "Turnaround of applications", "", 5),
)
"""Section, title, what is asked (nothing of what is for information), minutes."""
_ACTIONS = (
    ("Ask the department of surgery for its robotic criteria", "Chair of surgery", -20, None),
    ("Counsel's opinion on the telemedicine agreement", "Alvarez", 12, None),
    ("Send the new OPPE indicators to all chairs", "Alvarez", 30, None),
    ("Compare the moderate sedation policy with the nursing policy", "Pharmacy", -45, -30),
)
"""What, owner, due and done in days from today."""
_SAID = (
    "The file was reviewed; training, current competence and references support what is asked for.",
    "Verified sources agree with the application; the committee found no concern.",
    "Volumes and OPPE of the term support renewal of all privileges asked for.",
)


def hold(today: date, rng: random.Random) -> None:
    """Close what is past, with attendance and outcomes, and put the agendas of the next meetings together; inside a step."""
    stood = _stood(today)
    for committee in Committee.select().order_by(Committee.id):
        meetings = list(committee.meetings.order_by(Meeting.held))
        for number, meeting in enumerate(meetings):
            if meeting.held < today:
                _attend(meeting, rng)
                _topic(meeting, number)
        _earlier_files(committee, stood.get(committee.id, ()))
        for meeting in meetings:
            if meeting.held < today:
                _decide(meeting, rng)
        _next(committee, [each for each in meetings if each.held >= today], today)
    _come_and_go(today)
    _actions(today)


def _attend(meeting: Meeting, rng: random.Random) -> None:
    members = quorum.sitting(quorum.members_of(meeting.committee_id), meeting.held)
    for each in members:
        presence = rng.choices(("Present", "By telephone or video", "Excused", "Absent"), (80, 8, 9, 3))[0]
        Attendance.create(meeting=meeting, seat=each.seat, presence="Present" if each.role == "Chair" else presence)
    hour, minute = divmod(
        int(meeting.starts[:2]) * 60 + int(meeting.starts[3:]) + meeting.length - rng.randrange(25), 60
    )
    meeting.state, meeting.opened, meeting.adjourned = HELD, meeting.starts, f"{hour:02}:{minute:02}"  # type: ignore[assignment]
    meeting.save()
    keeping_seats.keep(meeting)


def _come_and_go(today: date) -> None:
    """At the newest meeting of Credentials one member came late, and one left the room for a partner's file."""
    committee = Committee.get(Committee.level == "Credentials committee")
    held = committee.meetings.where(Meeting.held < today).order_by(Meeting.held.desc()).first()
    if held is None:
        return
    here = list(held.attendance.join(Seat).where((Attendance.presence == "Present") & (Seat.role == "Member")))
    files = list(held.items.where(AgendaItem.application.is_null(False)).order_by(AgendaItem.position))
    if len(here) > 1:
        here[0].arrived = f"{held.opened[:3]}{int(held.opened[3:]) % 50 + 9:02}"
        here[0].save()
    partners = [each for each in here[1:] if files and each.seat.provider_id != files[-1].application.provider_id]
    if partners:
        times = {"left": f"{int(held.opened[:2]) + 1:02}:02", "returned": f"{int(held.opened[:2]) + 1:02}:11"}
        Recusal.create(item=files[-1], seat=partners[0].seat, reason="Same group practice", **times)


def _topic(meeting: Meeting, number: int) -> None:
    section, title, asked, minutes = _TOPICS[number % len(_TOPICS)]
    agendas.put(meeting.id, section, title=title, asked=asked, information=not asked, minutes=minutes)


def _stood(today: date) -> dict[int, list[tuple[Application, Meeting]]]:
    """By committee the files that are past it, each with the meeting at which it stood: the newest by the day of its decision, or
    of its stage, and at each committee before that one's."""
    chain = [each for each in Committee.select() if each.level in STAGE_OF]
    chain.sort(key=lambda each: STAGES.index(STAGE_OF[each.level]), reverse=True)
    held = {each.id: list(each.meetings.where(Meeting.held < today).order_by(Meeting.held.desc())) for each in chain}
    found: dict[int, list[tuple[Application, Meeting]]] = defaultdict(list)
    for file in Application.select().order_by(Application.id):
        by = file.decided or file.stage_since or today
        for committee in chain:
            meeting = next((each for each in held[committee.id] if each.held <= by), None)
            if meeting is not None and _went_through(file, committee):
                found[committee.id].append((file, meeting))
                by = meeting.held - timedelta(days=1)
    return found


def _went_through(file: Application, committee: Committee) -> bool:
    """Whether a file is past a committee that decides on such as it."""
    if STAGES.index(file.stage) <= STAGES.index(STAGE_OF[committee.level]) or file.outcome == "Withdrawn":
        return False
    if committee.level == "Department":
        return bool(file.department_id == committee.department_id)
    short = file.review == "Category 1"
    return (
        short if committee.level == "Expedited board committee" else committee.level != "Governing board" or not short
    )


def _earlier_files(committee: Committee, stood: Sequence[tuple[Application, Meeting]]) -> None:
    """Files that are past this committee stood on one of its meetings."""
    for file, meeting in stood:
        section = OF_SORT[file.sort] if file.review == "Category 2" else CONSENT
        asked = "Approve" if committee.level in FINAL else "Recommend"
        agendas.put(meeting.id, section, application=file.id, asked=asked)


def _decide(meeting: Meeting, rng: random.Random) -> None:
    """What was said at a meeting: nothing is moved here, the files stand where they stand."""
    for item in meeting.items:
        if item.section in ("Call to order", "Action items"):
            continue
        item.outcome = (
            "Approved"
            if not item.information and (item.application_id or item.section in ("Minutes", "Policy"))
            else "Accepted for information"
        )
        if item.application_id:
            item.conclusion = rng.choice(_SAID)
            _follow_the_chair(item)
        item.save()


def _follow_the_chair(item: AgendaItem) -> None:
    """A committee recommended each privilege as the chair had."""
    for request in item.application.privilege_requests.where(PrivilegeRequest.chair_view != ""):
        limits = request.conditions if request.chair_view == "Recommend with conditions" else ""
        Recommendation.create(item=item, request=request, view=request.chair_view, conditions=limits)
        request.committee_view = request.chair_view
        request.save()


def _next(committee: Committee, coming: Sequence[Meeting], today: date) -> None:
    if not coming:
        return
    meeting, policy = coming[0], settings.load(Policy)
    for file in _chosen(committee, ready.files(meeting.id, today)):
        item = agendas.file_item(file, meeting, policy)
        agendas.put(meeting.id, item.pop("section"), **item)
    if committee.level == "Credentials committee":
        _held_back(meeting)
        for section, title, asked, minutes in sorted(_TOPICS[:3], key=lambda each: SECTIONS.index(each[0])):
            agendas.put(meeting.id, section, title=title, asked=asked, information=not asked, minutes=minutes)


def _chosen(committee: Committee, files: Sequence[Dossier]) -> Sequence[Dossier]:
    """The newest file of Credentials waits to be added; what the board may decide in short goes to its committee."""
    if committee.level == "Governing board":
        return [each for each in files if each.application and each.application.review != "Category 1"]
    return files[:-1] if committee.level == "Credentials committee" else files


def _held_back(meeting: Meeting) -> None:
    """One file that is not complete is told of, for information: the referees are waited for."""
    taken = {each.application_id for each in AgendaItem.select().where(AgendaItem.meeting == meeting)}
    waiting = Application.select().where(Application.stage.in_(("Verification", "Credentials committee")))
    files: list[Dossier] = list(dossier.of_applications(each.id for each in waiting if each.id not in taken).values())
    for file in files[:1]:
        asked = file.application
        assert asked is not None
        section = OF_SORT[asked.sort]
        agendas.put(meeting.id, section, application=asked.id, minutes=2, information=True)


def _actions(today: date) -> None:
    committee = Committee.get(Committee.level == "Credentials committee")
    raised = committee.meetings.where(Meeting.held < today).order_by(Meeting.held.desc()).first()
    for title, owner, due, done in _ACTIONS:
        ActionItem.create(
            committee=committee,
            raised_at=raised,
            title=title,
            owner=owner,
            due=today + timedelta(days=due),
            done=today + timedelta(days=done) if done else None,
        )
