"""What an outcome says besides its word: who may decide, with which reasons, for which term, until when, of which privileges."""

from datetime import date, timedelta
from typing import Any

import pytest

from tests.actions.test_agendas import LATER, SOON, file, held_on, messages, put_on
from tests.conftest import CATEGORY_1, TODAY, dump
from workbench.actions import meetings, recusing
from workbench.lists import agenda, ready, recommended
from workbench.papers import minutes, said_before
from workbench.records.application import Application
from workbench.records.appointment import Appointment
from workbench.records.committee import Committee, Seat
from workbench.records.meeting import AgendaItem, Attendance, Meeting, Recusal
from workbench.records.policy import Policy
from workbench.records.privilege import HeldPrivilege, Privilege, PrivilegeForm, PrivilegeRequest
from workbench.records.recommendation import Recommendation
from workbench.rules import dossier, review
from workbench.rules.quorum import THERE
from workbench.store import history, settings


@pytest.fixture
def committee(office: Any, make: Any) -> Committee:
    return make(Committee, name="Credentials Committee", short="Credentials", level="Credentials committee", quorum=1)


@pytest.fixture
def meeting(committee: Committee) -> Meeting:
    return held_on(committee, SOON)


BORNE = "The committee saw the file and what bears it"


def board_meeting(make: Any, held: date = LATER) -> Meeting:
    return held_on(make(Committee, name="Board", level="Governing board"), held)


def two_years(asked_from: date = LATER) -> dict[str, Any]:
    return {"term_starts": asked_from, "term_ends": asked_from.replace(year=asked_from.year + 2) - timedelta(days=1)}


def privileges(make: Any, asked: Application, *names: str) -> list[PrivilegeRequest]:
    form = make(PrivilegeForm, name="Surgery", state="In force")
    lines = [make(Privilege, form=form, name=name, position=n, sort="Core") for n, name in enumerate(names)]
    return [make(PrivilegeRequest, application=asked, privilege=line, chair_view="Recommend") for line in lines]


def mended(asked: Application) -> Application:
    return Application.get_by_id(asked.id)


# Who may decide


@pytest.fixture
def own(meeting: Meeting, committee: Committee, make: Any) -> tuple[int, Seat]:
    """An item whose applicant sits there."""
    asked = file(make, "Abel")
    seat = make(Seat, committee=committee, name="Abel, Ann", provider=asked.provider)
    make(Seat, committee=committee, name="Marsh, Helen, MD")
    return put_on(meeting, asked)[0], seat


def test_an_applicant_who_sits_on_the_committee_is_said_on_its_agenda(
    meeting: Meeting, own: tuple[int, Seat], assert_undoable: Any
) -> None:
    item, seat = own

    def told() -> list[str]:
        found = agenda.read(meeting.id, TODAY)
        assert found is not None
        return [str(each) for each in found.problems if each.seat == seat.id and each.item == item]

    (said,) = told()
    assert "4.1 Abel, Ann sits on this committee" in said and "Ctrl+Shift+U" in said
    recusing.recuse(Recusal(item=item, seat=seat, reason="The applicant"))
    assert told() == []


def test_what_is_only_told_asks_for_no_recusal(meeting: Meeting, own: tuple[int, Seat]) -> None:
    meetings.set_information([own[0]], True)
    found = agenda.read(meeting.id, TODAY)
    assert found is not None and not [each for each in found.problems if each.seat == own[1].id]


@pytest.mark.parametrize("outcome", ["Approved", "Approved with conditions", "Not approved", "Referred"])
def test_nothing_is_decided_while_the_applicant_may_have_taken_part(
    meeting: Meeting, own: tuple[int, Seat], outcome: str
) -> None:
    before = dump()
    wrong = meetings.record_outcome([own[0]], outcome, TODAY, conditions="Ten cases", reason="It was discussed")
    assert "Abel, Ann sits on this committee and takes no part in a decision about themselves" in messages(wrong)
    assert "Record the recusal (Recusals, Ctrl+Shift+U)" in messages(wrong)
    assert dump() == before


def test_it_is_decided_once_the_recusal_is_recorded_or_with_it_in_one_step(
    meeting: Meeting, own: tuple[int, Seat], assert_undoable: Any
) -> None:
    item, seat = own
    assert [each.name for each in meetings.own_items([item]).values()] == ["Abel, Ann"]
    record = lambda: meetings.record_outcome([item], "Approved", TODAY, recuse_applicants=True)  # noqa: E731
    assert assert_undoable(record) == []
    kept = Recusal.get()
    assert (kept.item_id, kept.seat_id, kept.reason) == (item, seat.id, "The applicant")
    assert meetings.own_items([item]) == {}


def test_who_was_not_there_needs_no_recusal_and_what_is_put_off_needs_none(
    meeting: Meeting, own: tuple[int, Seat], make: Any
) -> None:
    item, seat = own
    assert meetings.record_outcome([item], "Deferred", TODAY, reason="A third reference") == []
    make(Attendance, meeting=meeting, seat=Seat.get(Seat.name == "Marsh, Helen, MD"), presence="Present")
    there = make(Attendance, meeting=meeting, seat=seat, presence="Excused")
    assert meetings.record_outcome([item], "Approved", TODAY) == []
    with history.step("There"):
        there.presence = "Present"
        there.save()
    assert there.presence in THERE
    assert "takes no part" in messages(meetings.record_outcome([item], "Approved", TODAY))


def test_the_recusal_of_the_applicant_is_counted_out_of_the_quorum(own: tuple[int, Seat], meeting: Meeting) -> None:
    item, seat = own
    with history.step("Two are needed, and nobody else came"):
        Committee.update(quorum_rule="Number of voting members", quorum=1).execute()
        Meeting.update(held=TODAY).execute()
    meetings.keep_attendance(meeting.id, {seat.id: "Present"}, TODAY)
    wrong = meetings.record_outcome([item], "Approved", TODAY, recuse_applicants=True)
    assert "0 votes were left without those recused" in messages(wrong)


# With which reasons


def test_a_file_in_full_review_is_approved_with_what_bears_it(
    meeting: Meeting, make: Any, assert_undoable: Any
) -> None:
    full, short = file(make, "Abel", review="Category 2"), file(make, "Beck", **CATEGORY_1)
    items = put_on(meeting, full, short)
    before = dump()
    assert meetings.discussed(items) == ["Abel, Ann"]
    assert "conclusion: Abel, Ann is Category 2" in messages(meetings.record_outcome(items, "Approved", TODAY))
    assert dump() == before
    assert meetings.record_outcome(items[1:], "Approved", TODAY) == []
    said = {"conclusion": "The claims were discussed; volumes support it."}
    assert assert_undoable(lambda: meetings.record_outcome(items[:1], "Approved", TODAY, **said)) == []


def test_full_review_is_what_the_rules_say_where_the_office_said_nothing(meeting: Meeting, make: Any) -> None:
    items = put_on(
        meeting,
        file(make, "Abel", chair_view="Recommend with conditions", chair_on=TODAY, chair_report="Ten cases", review=""),
    )
    assert "is Category 2" in messages(meetings.record_outcome(items, "Approved", TODAY))
    assert meetings.record_outcome(items, "Approved", TODAY, reason="Limits lie with the department.") == []
    meetings.record_outcome(items, "", TODAY)
    meetings.set_information(items, True)
    assert meetings.record_outcome(items, "Accepted for information", TODAY) == []


# For which term


def test_a_shorter_term_goes_with_the_file_to_the_appointment(
    meeting: Meeting, make: Any, assert_undoable: Any
) -> None:
    asked = file(make, "Abel", **two_years())
    items = put_on(meeting, asked)
    record = lambda: meetings.record_outcome(items, "Approved", TODAY, term_months=12)  # noqa: E731
    assert assert_undoable(record) == []
    assert mended(asked).term_months == 12
    found = dossier.of_application(asked.id)
    assert found is not None
    assert "shorter term" in [each.brief for each in review.why(found, LATER, settings.load(Policy))]
    (word,) = said_before.words([asked.id], LATER)[asked.id]
    assert "Term of 12 months" in word.said
    with history.step("The MEC recommends it too"):
        Application.update(stage="Governing board").execute()
    decided = put_on(board_meeting(make), asked)
    assert meetings.record_outcome(decided, "Approved", TODAY, conclusion="As recommended.") == []
    term = Appointment.get()
    assert (term.starts, term.ends) == (LATER, LATER.replace(year=LATER.year + 1) - timedelta(days=1))
    assert "Term of 12 months, as recommended" in mended(asked).remarks


def test_a_term_that_is_taken_back_or_is_the_one_asked_for_leaves_nothing(meeting: Meeting, make: Any) -> None:
    asked = file(make, "Abel", **two_years())
    items = put_on(meeting, asked)
    meetings.record_outcome(items, "Approved", TODAY, term_months=12)
    meetings.record_outcome(items, "", TODAY)
    assert mended(asked).term_months is None
    meetings.record_outcome(items, "Approved", TODAY, term_months=24)
    assert mended(asked).term_months is None


@pytest.mark.parametrize(
    ("outcome", "months", "said"),
    [
        ("Approved", 0, "1 to 36 months"),
        ("Approved", 37, "1 to 36 months"),
        ("Approved", 25, "not longer"),
        ("Deferred", 12, "Only an approved file has a term"),
    ],
)
def test_a_term_that_cannot_be_is_refused(meeting: Meeting, make: Any, outcome: str, months: int, said: str) -> None:
    items = put_on(meeting, file(make, "Abel", **two_years()))
    before = dump()
    assert said in messages(meetings.record_outcome(items, outcome, TODAY, reason="x", term_months=months))
    assert dump() == before


# Until when


def test_what_is_deferred_until_a_day_comes_back_at_the_first_meeting_from_then(
    committee: Committee, meeting: Meeting, make: Any, assert_undoable: Any
) -> None:
    second, third = held_on(committee, LATER), held_on(committee, LATER + timedelta(days=30))
    asked = file(make, "Abel")
    items = put_on(meeting, asked)
    on = lambda held: held.items.where(AgendaItem.application == asked).count()  # noqa: E731
    defer = lambda until: meetings.record_outcome(  # noqa: E731
        items, "Deferred", TODAY, reason="A third reference", deferred_until=until
    )
    assert assert_undoable(lambda: defer(LATER + timedelta(days=1))) == []
    assert (on(second), on(third)) == (0, 1)
    assert asked.id not in ready.waiting(second)
    assert defer(None) == [] and (on(second), on(third)) == (1, 0), "put off anew, it stands on one agenda alone"
    assert defer(LATER + timedelta(days=90)) == [] and (on(second), on(third)) == (0, 0)
    fourth = held_on(committee, LATER + timedelta(days=91))
    assert on(fourth) == 1
    assert "Deferred until" in said_before.words([asked.id], LATER)[asked.id][0].said


def test_a_day_that_cannot_be_is_refused(meeting: Meeting, make: Any) -> None:
    items = put_on(meeting, file(make, "Abel"))
    assert "say a later day" in messages(
        meetings.record_outcome(items, "Deferred", TODAY, reason="x", deferred_until=SOON)
    )
    assert "Only what is deferred" in messages(meetings.record_outcome(items, "Approved", TODAY, deferred_until=LATER))


# Of which privileges


def test_each_privilege_is_said_kept_and_granted_as_recommended(
    meeting: Meeting, make: Any, assert_undoable: Any
) -> None:
    asked = file(make, "Abel", **two_years())
    core, robot, spine = privileges(make, asked, "Core", "Robotic", "Spine")
    said = {
        core.id: ("Recommend", ""),
        robot.id: ("Recommend with conditions", "Ten cases proctored"),
        spine.id: ("Do not recommend", ""),
    }
    items = put_on(meeting, asked)
    assert assert_undoable(lambda: meetings.record_outcome(items, "Approved", TODAY, privileges=said)) == []
    views = [each.committee_view for each in PrivilegeRequest.select().order_by(PrivilegeRequest.id)]
    assert views == ["Recommend", "Recommend with conditions", "Do not recommend"]
    words = "Recommended: Core; Robotic: recommended with conditions (Ten cases proctored); Spine: not recommended"
    assert said_before.words([asked.id], LATER)[asked.id][0].said == words
    with history.step("Held"):
        Meeting.update(held=TODAY).where(Meeting.id == meeting.id).execute()
        Application.update(stage="Governing board").execute()
    (decided,) = [
        each for part in minutes.minutes_of(meeting.id, TODAY).parts for each in part.items if each.title == "Abel, Ann"
    ]
    assert "; ".join(decided.more) == words
    board = put_on(board_meeting(make), asked)
    assert meetings.record_outcome(board, "Approved", TODAY, conclusion="As recommended.") == []
    held = {each.privilege.name: each.conditions for each in HeldPrivilege.select()}
    assert held == {"Core": "", "Robotic": "Ten cases proctored"}


def test_the_boards_own_word_on_a_privilege_counts(make: Any, office: Any, assert_undoable: Any) -> None:
    asked = file(make, "Abel", stage="Governing board", **two_years())
    core, robot = privileges(make, asked, "Core", "Robotic")
    items = put_on(board_meeting(make), asked)
    said = {core.id: ("Recommend", ""), robot.id: ("Do not recommend", "")}
    assert assert_undoable(lambda: meetings.record_outcome(items, "Approved", TODAY, privileges=said)) == []
    assert [each.privilege.name for each in HeldPrivilege.select()] == ["Core"]
    assert [each.decision for each in PrivilegeRequest.select().order_by(PrivilegeRequest.id)] == [
        "Granted",
        "Not granted",
    ]


def test_a_later_committee_says_otherwise_and_every_word_stays(meeting: Meeting, make: Any) -> None:
    asked = file(make, "Abel")
    (core,) = privileges(make, asked, "Core")
    meetings.record_outcome(put_on(meeting, asked), "Approved", TODAY, privileges={core.id: ("Recommend", "")})
    mec = held_on(make(Committee, name="MEC", level="Medical executive committee"), LATER)
    items = put_on(mec, asked)
    meetings.record_outcome(items, "Approved", TODAY, privileges={core.id: ("Defer", "")})
    view = lambda: PrivilegeRequest.get_by_id(core.id).committee_view  # noqa: E731
    assert view() == "Defer" and Recommendation.select().count() == 2
    meetings.record_outcome(items, "", TODAY)
    assert view() == "Recommend" and Recommendation.select().count() == 1


def test_what_cannot_be_said_of_privileges_is_refused(meeting: Meeting, make: Any) -> None:
    one, other = file(make, "Abel"), file(make, "Beck")
    (core,) = privileges(make, one, "Core")
    items = put_on(meeting, one, other)
    before = dump()
    for which, outcome, view in (
        (items, "Approved", ("Recommend", "")),
        (items[1:], "Approved", ("Recommend", "")),
        (items[:1], "Deferred", ("Recommend", "")),
        (items[:1], "Approved", ("Perhaps", "")),
        (items[:1], "Approved", ("Recommend with conditions", " ")),
    ):
        wrong = meetings.record_outcome(which, outcome, TODAY, reason="x", privileges={core.id: view})
        assert [each.field for each in wrong] == ["privileges"]
    assert dump() == before


# Under which conditions


LIMITS = "Proctoring of the first ten cases"


def recommended_with_conditions(meeting: Meeting, make: Any, **more: Any) -> Application:
    """A file that the credentials committee recommended with conditions, and the MEC after it as it was."""
    asked = file(make, "Abel", **two_years(), **more)
    privileges(make, asked, "Core")
    outcome = {"conditions": LIMITS, "term_months": 12}
    assert meetings.record_outcome(put_on(meeting, asked), "Approved with conditions", TODAY, **outcome) == []
    mec = held_on(make(Committee, name="MEC", level="Medical executive committee"), LATER - timedelta(days=1))
    assert meetings.record_outcome(put_on(mec, mended(asked)), "Approved", TODAY, conclusion=BORNE) == []
    return mended(asked)


def at_mec(asked: Application) -> AgendaItem:
    items = AgendaItem.select().join(Meeting).join(Committee).where(Committee.name == "MEC")
    return items.where(AgendaItem.application == asked).get()


def test_an_approval_that_says_nothing_of_conditions_is_recorded_and_granted_with_them(
    meeting: Meeting, make: Any, assert_undoable: Any
) -> None:
    asked = recommended_with_conditions(meeting, make)
    mec = at_mec(asked)
    assert (mec.outcome, mec.conditions, asked.conditions) == ("Approved with conditions", LIMITS, LIMITS)
    held = board_meeting(make)
    items = put_on(held, asked)
    assert assert_undoable(lambda: meetings.record_outcome(items, "Approved", TODAY, conclusion=BORNE)) == []
    row = AgendaItem.get_by_id(items[0])
    assert (row.outcome, row.conditions, row.term_months) == ("Approved with conditions", LIMITS, 12)
    assert [each.conditions for each in HeldPrivilege.select()] == [LIMITS]
    assert mended(asked).outcome == "Approved with conditions"


CHAIRS = {"chair_view": "Recommend with conditions", "chair_on": TODAY, "chair_report": LIMITS}


def test_the_chairs_conditions_are_recorded_and_go_on_unless_they_are_taken_out(
    meeting: Meeting, make: Any, assert_undoable: Any
) -> None:
    asked, other = (file(make, last, **two_years(), **CHAIRS) for last in ("Abel", "Beck"))
    items = put_on(meeting, asked, other)
    assert meetings.from_chair(items)
    assert assert_undoable(lambda: meetings.record_outcome(items[:1], "Approved", TODAY, conclusion=BORNE)) == []
    row = AgendaItem.get_by_id(items[0])
    assert (row.outcome, row.conditions, mended(asked).conditions) == ("Approved with conditions", LIMITS, LIMITS)
    meetings.record_outcome(items[1:], "Approved", TODAY, conclusion=BORNE, conditions="")
    assert not meetings.from_chair(items)
    mec = held_on(make(Committee, name="MEC", level="Medical executive committee"), LATER)
    assert meetings.record_outcome(put_on(mec, mended(asked), mended(other)), "Approved", TODAY, conclusion=BORNE) == []
    outcomes = [row.outcome for row in AgendaItem.select().where(AgendaItem.meeting == mec, AgendaItem.outcome != "")]
    assert outcomes == ["Approved with conditions", "Approved"], "what one committee dropped comes from no chair again"


def test_a_chair_who_names_no_conditions_leaves_them_to_be_said(meeting: Meeting, make: Any) -> None:
    items = put_on(meeting, file(make, "Abel", **CHAIRS | {"chair_report": " "}))
    assert "recommends Abel, Ann with conditions, and the report names none" in messages(
        meetings.record_outcome(items, "Approved", TODAY, conclusion=BORNE)
    )
    assert meetings.record_outcome(items, "Approved", TODAY, conclusion=BORNE, conditions="") == []


def test_the_board_drops_conditions_and_nothing_is_held_under_them(meeting: Meeting, make: Any) -> None:
    asked = recommended_with_conditions(meeting, make)
    items = put_on(board_meeting(make), asked)
    assert meetings.record_outcome(items, "Approved", TODAY, conclusion=BORNE, conditions="") == []
    assert (AgendaItem.get_by_id(items[0]).outcome, mended(asked).outcome) == ("Approved", "Approved")
    assert [each.conditions for each in HeldPrivilege.select()] == [""]
    assert mended(asked).conditions == ""


def test_a_later_committees_conditions_take_the_place_of_the_earlier_ones(meeting: Meeting, make: Any) -> None:
    asked = recommended_with_conditions(meeting, make)
    mec = at_mec(asked)
    meetings.record_outcome([mec.id], "Approved with conditions", TODAY, conclusion=BORNE, conditions="Fifteen cases")
    assert mended(asked).conditions == "Fifteen cases"
    meetings.record_outcome([mec.id], "", TODAY)
    assert mended(asked).conditions == LIMITS


def test_the_conditions_of_a_privilege_stand_in_the_boards_record_too(meeting: Meeting, make: Any) -> None:
    asked = file(make, "Abel", **two_years())
    core, robot = privileges(make, asked, "Core", "Robotic")
    said = {core.id: ("Recommend", ""), robot.id: ("Recommend with conditions", "Ten cases")}
    meetings.record_outcome(put_on(meeting, asked), "Approved", TODAY, conclusion=BORNE, privileges=said)
    Application.get_by_id(asked.id)
    with history.step("On to the board"):
        Application.update(stage="Governing board").execute()
    items = put_on(board_meeting(make), mended(asked))
    assert meetings.record_outcome(items, "Approved", TODAY, conclusion=BORNE) == []
    lines = recommended.of_items(items)[items[0]]
    assert [(each.name, each.view, each.conditions) for each in lines] == [
        ("Core", "Recommend", ""),
        ("Robotic", "Recommend with conditions", "Ten cases"),
    ]
    assert {each.privilege.name: each.conditions for each in HeldPrivilege.select()} == {
        "Core": "",
        "Robotic": "Ten cases",
    }


# What earlier committees said


def test_a_committee_of_the_same_day_counts_if_it_met_before(meeting: Meeting, make: Any) -> None:
    asked = file(make, "Abel")
    meetings.record_outcome(put_on(meeting, asked), "Approved with conditions", TODAY, conditions=LIMITS)
    assert [each.committee for each in said_before.words([asked.id], SOON, "16:00")[asked.id]] == [
        "Credentials Committee"
    ]
    assert said_before.words([asked.id], SOON, meeting.starts) == said_before.words([asked.id], SOON) == {}
    board = make(Committee, name="Board", level="Governing board", starts="16:00")
    for starts, told in (("16:00", ["conditions of Credentials"]), ("07:00", [])):
        held = held_on(board, SOON) if starts == "16:00" else held_on(make(Committee, name="Early"), SOON)
        with history.step("Its hour"):
            Meeting.update(starts=starts).where(Meeting.id == held.id).execute()
        put_on(held, mended(asked))
        found = agenda.read(held.id, TODAY)
        assert found is not None
        flags = [text for item in found.items for _, text in item.flags if text.startswith("conditions of")]
        assert flags == told


def test_the_gravest_flag_stands_first(meeting: Meeting, own: tuple[int, Seat]) -> None:
    found = agenda.read(meeting.id, TODAY)
    assert found is not None
    flags = next(item.flags for item in found.items if item.id == own[0])
    assert flags[0][0] == "bad" and ("warn", "sits on this committee") in flags
    assert [tone == "bad" for tone, _ in flags] == sorted((tone == "bad" for tone, _ in flags), reverse=True)


# Attendance


def test_nobody_came_to_a_meeting_that_is_to_come(meeting: Meeting, own: tuple[int, Seat]) -> None:
    before = dump()
    wrong = meetings.keep_attendance(meeting.id, {own[1].id: "Present"}, TODAY)
    assert messages(wrong) == f"attendance: {meetings.not_yet(SOON)}" and "recorded once it is held" in messages(wrong)
    assert "once it is held" in messages(recusing.keep_times(meeting.id, [own[1].id], "07:40", "", TODAY))
    assert dump() == before


def test_where_all_was_recommended_as_asked_for_the_minutes_name_it_and_the_next_packet_counts_it() -> None:
    lines = [recommended.Line(n, name, "Recommend", "") for n, name in enumerate(("Core", "Robotic"))]
    level = "Credentials committee"
    assert recommended.lines_said(lines, level) == ("Recommended as asked for: Core, Robotic",)
    assert recommended.lines_said(lines, level, brief=True) == ("Recommended as asked for: all 2 privileges",)
    assert recommended.lines_said(lines[:1], level, brief=True) == ("Recommended as asked for: Core",)
    assert recommended.lines_said(lines, "Governing board") == ("Granted as asked for: Core, Robotic",)
