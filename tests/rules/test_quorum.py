"""Quorum and seats: who votes on a day, how many are needed, what no meeting can stand on; the day before and the day after."""

from dataclasses import replace
from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from workbench.rules import quorum, seats
from workbench.rules.quorum import Member

ON = date(2026, 12, 1)


def committee(rule: str = "Percent of voting members", number: int = 50, level: str = "Credentials committee") -> Any:
    return SimpleNamespace(quorum_rule=rule, quorum=number, level=level, quorum_basis="Per item")


def member(seat: int, role: str = "Member", **more: Any) -> Member:
    return Member(
        seat, more.pop("name", f"Dr. {seat}"), role, more.pop("votes", True), more.pop("physician", True), **more
    )


def nine(**more: Any) -> tuple[Member, ...]:
    return (member(1, "Chair"), *(member(n, **more) for n in range(2, 10)))


def said(found: Any) -> str:
    return " | ".join(f"{each.tone}: {each}" for each in found)


@pytest.mark.parametrize(
    ("rule", "number", "votes", "needed"),
    [
        ("Percent of voting members", 50, 9, 5),
        ("Percent of voting members", 50, 10, 5),
        ("Percent of voting members", 51, 10, 6),
        ("Percent of voting members", 1, 9, 1),
        ("Percent of voting members", 100, 9, 9),
        ("Number of voting members", 3, 9, 3),
        ("Those present", 0, 9, 1),
    ],
)
def test_a_quorum_is_counted_by_its_rule(rule: str, number: int, votes: int, needed: int) -> None:
    assert quorum.needed(committee(rule, number), votes) == needed


def test_a_term_counts_on_its_last_day_and_not_the_day_after() -> None:
    people = (member(1, ends=ON), member(2, starts=ON))
    assert [each.seat for each in quorum.sitting(people, ON)] == [1, 2]
    assert [each.seat for each in quorum.sitting(people, ON + timedelta(1))] == [2]
    assert [each.seat for each in quorum.sitting(people, ON - timedelta(1))] == [1]


def test_staff_and_alternates_and_those_without_a_vote_do_not_count() -> None:
    people = (member(1, "Ex officio"), member(2, "Ex officio", votes=False), member(3, "Alternate"), member(4, "Staff"))
    assert [each.seat for each in quorum.voting(people, ON)] == [1]


def test_an_alternate_votes_for_whom_is_missing_and_never_beside_him() -> None:
    people = (member(1), member(2), member(3, "Alternate", stands_in_for=2), member(4, "Alternate"))
    here = {1: "Present", 2: "Present", 3: "Present", 4: "Present"}
    assert quorum.present(people, ON, here) == 2
    assert quorum.present(people, ON, here | {2: "Excused"}) == 2
    assert quorum.present(people, ON, here | {1: "Absent", 2: "Absent"}) == 2
    assert quorum.present(people, ON, {1: "By telephone or video"}) == 1
    assert quorum.present(people, ON, here | {3: "Absent", 4: "Absent", 2: "Absent"}) == 1


def test_an_alternate_goes_with_the_person_whose_term_was_renewed() -> None:
    old, new = member(2, name="Ngo, Binh", ends=ON - timedelta(1)), member(5, name="ngo, binh", starts=ON)
    people = (member(1), old, new, member(3, "Alternate", stands_in_for=2, for_name="Ngo, Binh"))
    assert quorum.present(people, ON, {1: "Present", 3: "Present"}) == 2
    assert quorum.present(quorum.sitting(people, ON), ON, {1: "Present", 3: "Present"}) == 2
    assert quorum.present(people, ON - timedelta(1), {1: "Present", 3: "Present"}) == 2
    other = (member(1), old, member(5, name="Ito, Ann", starts=ON), people[-1])
    assert quorum.present(other, ON, {1: "Present", 3: "Present"}) == 1


def test_who_is_on_the_staff_is_known_by_the_file_and_others_by_their_name() -> None:
    assert quorum.same_person(member(1, name="Ito, A", provider=7), member(2, name="Ito, Ann", provider=7))
    assert not quorum.same_person(member(1, name="Ito, Ann", provider=7), member(2, name="Ito, Ann", provider=8))
    assert quorum.same_person(member(1, name="ITO, Ann"), member(2, name="Ito, Ann", provider=8))


def test_an_alternate_who_can_stand_in_for_nobody_is_said() -> None:
    chair, over = member(1, "Chair"), member(2, name="Ngo, Binh", ends=ON - timedelta(1))
    named = member(3, "Alternate", name="Ito, Ann", stands_in_for=2, for_name="Ngo, Binh")
    found = said(seats.remarks(committee(), (chair, over, named), ON))
    assert "Ito, Ann stands in for Ngo, Binh, who has no vote on Dec 1 2026. Say for whom instead" in found
    assert "stands in for" not in said(seats.remarks(committee(), (chair, over, named), ON - timedelta(1)))
    mute = member(4, "Alternate", name="Poe, Eve", votes=False)
    assert "Poe, Eve is an alternate without a vote" in said(seats.remarks(committee(), (chair, mute), ON))


def test_recused_members_leave_the_count_of_an_item() -> None:
    people = nine()
    here = {n: "Present" for n in range(1, 8)}
    assert quorum.present(people, ON, here) == 7
    assert quorum.present(people, ON, here, recused=[1, 2, 3]) == 4


def test_a_quorum_that_no_seat_can_meet_is_said_and_one_that_all_together_meet_is_not() -> None:
    number = committee("Number of voting members", 10)
    assert "The quorum is 10, and 9 seats vote" in said(seats.remarks(number, nine(), ON))
    assert "Fill 1 more, or correct the quorum." in said(seats.remarks(number, nine(), ON))
    number.quorum = 9
    assert seats.remarks(number, nine(), ON) == ()
    assert "Nobody votes" in said(seats.remarks(committee(), (), ON))


def test_a_seat_beyond_its_term_is_said_from_the_day_after() -> None:
    people = (*nine(), member(20, name="Dr. Ngo", ends=ON))
    assert seats.remarks(committee(), people, ON) == ()
    after = seats.remarks(committee(), people, ON + timedelta(1))
    assert [each.seat for each in after] == [20]
    assert "The term of Dr. Ngo ended Dec 1 2026" in after[0].sentence and "Renew the term" in after[0].remedy
    assert seats.remarks(committee(), people, ON + seats.REMEMBERED + timedelta(1)) == ()


def test_a_seat_that_was_handed_over_or_renewed_is_not_said() -> None:
    ended = member(20, name="Dr. Ngo", ends=ON)
    again = member(21, name="Dr. Ngo", starts=ON + timedelta(1))
    heir = member(22, name="Dr. Marsh", starts=ON + timedelta(1))
    for follows in (again, heir):
        assert seats.remarks(committee(), (*nine(), ended, follows), ON + timedelta(1)) == ()
    two = (*nine(), ended, member(23, name="Dr. Other", ends=ON), heir)
    assert len(seats.remarks(committee(), two, ON + timedelta(1))) == 1  # one heir takes one seat


def test_a_term_that_ends_before_the_next_meeting_is_foreseen() -> None:
    people = (*nine(), member(20, name="Dr. Ngo", ends=date(2026, 12, 31)))
    later = [date(2027, 1, 5), date(2026, 12, 31)]
    found = seats.remarks(committee(), people, ON, later)
    assert said(found).startswith("info: The term of Dr. Ngo ends Dec 31 2026, before the meeting of Jan 5 2027.")
    assert seats.remarks(committee(), people, ON, later[1:]) == ()
    renewed = (*people, member(21, name="Dr. Ngo", starts=date(2027, 1, 1)))
    assert seats.remarks(committee(), renewed, ON, later) == ()


def test_half_the_mec_is_no_majority_of_physicians_and_one_more_is() -> None:
    mec = committee(level="Medical executive committee")
    half = (member(1, "Chair"), member(2), member(3, physician=False), member(4, physician=False))
    assert "2 of 4 voting members of the MEC are MD or DO" in said(seats.remarks(mec, half, ON))
    assert seats.remarks(mec, (*half, member(5)), ON) == ()
    assert seats.remarks(mec, (*half[:3], member(9, "Alternate", physician=False)), ON) == ()
    assert seats.remarks(committee(), half, ON) == ()  # other committees may


@pytest.mark.parametrize(
    ("rule", "number"),
    [("Percent of voting members", 50), ("Number of voting members", 1), ("Those present", 0)],
)
def test_one_alone_never_decides_an_expedited_approval(rule: str, number: int) -> None:
    board, two = committee(rule, number, "Expedited board committee"), (member(1, "Chair"), member(2))
    assert quorum.needed(board, 2) == 2 and quorum.said(board, two, ON) == "2 voting members, quorum 2"
    assert quorum.needed(committee("Percent of voting members", 50, "Expedited board committee"), 7) == 4
    assert quorum.needed(committee(rule, number, "Governing board"), 2) == 1


@pytest.mark.parametrize(
    "degrees",
    ["MD", "M.D.", "MD PhD", "MD, PhD", "DO MPH", "MBBS", "MB BS", "M.B., B.S.", "MBChB", "MB ChB, FRCS", "PhD/MD"],
)
def test_a_doctor_of_medicine_is_one_by_any_degree(degrees: str) -> None:
    assert quorum.is_physician(degrees)


@pytest.mark.parametrize("degrees", ["", "DPM", "DDS", "DMD", "PhD", "DNP", "PA-C", "MDiv", "DOM", "MB", "PharmD"])
def test_others_are_none(degrees: str) -> None:
    assert not quorum.is_physician(degrees)


def test_an_expedited_committee_has_two_votes() -> None:
    board = committee(level="Expedited board committee")
    assert "takes two voting members" in said(seats.remarks(board, (member(1, "Chair"),), ON))
    two = (member(1, "Chair"), member(2))
    assert seats.remarks(board, two, ON, board=two) == ()
    assert "cannot be seen to be its member" in said(seats.remarks(board, two, ON))


def test_who_decides_for_the_board_is_of_the_board() -> None:
    expedited = committee(level="Expedited board committee")
    board = (member(1, "Chair"), member(2), member(3), replace(member(4), votes=False))
    named = (member(1, "Chair"), replace(member(8), name="Secretary"))
    found = said(seats.remarks(expedited, named, ON, board=board))
    assert "and 1 of those who vote sit on it on Dec 1 2026" in found
    assert "Secretary votes here and has no vote on the governing board" in found
    three = (member(1, "Chair"), member(2), replace(member(9), name="Janitor"))
    assert [each.tone for each in seats.remarks(expedited, three, ON, board=board)] == ["warn"]
    assert quorum.of_board((member(4),), board, ON) == (), "who has no vote on the board has none for it"
    whole = (replace(member(1), name="Marsh, Helen, MD", provider=None),)
    assert quorum.of_board((replace(member(5), name="Helen Marsh"),), whole, ON)
    assert not quorum.of_board((replace(member(5), name="Helen Marshall"),), whole, ON)


def test_the_majority_of_the_mec_counts_those_who_vote_unless_the_office_says_all() -> None:
    mec = committee(level="Medical executive committee")
    ten = tuple(member(place, physician=place <= 5) for place in range(2, 11))
    whole = (member(1, "Chair", physician=True), *ten)
    five = [each for each in whole if each.physician]
    assert (len(five), len(whole)) == (5, 10)
    guest = replace(member(11, "Ex officio", physician=True), votes=False)
    assert "5 of 10 voting members of the MEC" in said(seats.remarks(mec, (*whole, guest), ON))
    assert seats.remarks(mec, (*whole, guest), ON, counted="All members") == ()
    voting = replace(guest, votes=True)
    assert seats.remarks(mec, (*whole, voting), ON) == ()
    ceo = replace(member(12, "Ex officio", physician=False), votes=False)
    assert seats.remarks(mec, (*whole, voting, ceo), ON) == ()
    assert "6 of 12 members of the MEC" in said(seats.remarks(mec, (*whole, voting, ceo), ON, counted="All members"))


def test_a_committee_without_a_chair_is_told() -> None:
    assert "Nobody sits as the chair" in said(seats.remarks(committee(), (member(1), member(2)), ON))


@pytest.mark.parametrize(
    "name", ["Vacant", "VACANT (surgery)", "vacancy - at large", "Open seat", "TBD", "To be named", "—", " "]
)
def test_nobody_sits_on_a_vacant_seat(name: str) -> None:
    empty = member(2, name=name)
    assert empty.vacant and quorum.sitting((member(1, "Chair"), empty), ON) == (member(1, "Chair"),)
    told = said(seats.remarks(committee(), (member(1, "Chair"), empty), ON))
    assert "warn: A seat is vacant on Dec 1 2026 (member)" in told
    over = member(2, name=name, ends=ON - timedelta(1))
    assert "vacant" not in said(seats.remarks(committee(), (member(1, "Chair"), over), ON))


@pytest.mark.parametrize("name", ["Open, Mark, MD", "Vacante, Rosa, MD", "Nobody, Ann", "Ng"])
def test_a_name_is_somebodys(name: str) -> None:
    assert not member(1, name=name).vacant


def test_whoever_is_on_the_staff_is_there_whatever_the_seat_is_called() -> None:
    assert not member(1, name="Vacant", provider=7).vacant


def test_who_left_the_staff_and_still_sits_is_said() -> None:
    told = said(seats.remarks(committee(), (member(1, "Chair"), member(2, gone="Deceased")), ON))
    assert "warn: Dr. 2 is deceased and sits on the committee on Dec 1 2026" in told


def test_an_alternate_votes_in_the_place_of_who_is_missing_or_recused_and_of_nobody_else() -> None:
    named = member(10, "Alternate", stands_in_for=2)
    spare = member(11, "Alternate")
    people = (*nine(), named, spare)
    presence = dict.fromkeys(range(1, 12), "Present")
    assert quorum.standing_in(people, ON, presence) == {}
    assert quorum.standing_in(people, ON, presence | {2: "Excused"}) == {10: people[1]}
    both = quorum.standing_in(people, ON, presence | {2: "Excused", 3: "Absent"})
    assert both == {10: people[1], 11: people[2]}
    assert quorum.standing_in(people, ON, presence | {3: "Absent"}) == {11: people[2]}
    assert quorum.standing_in(people, ON, presence, recused=[2]) == {10: people[1]}
    assert quorum.standing_in(people, ON, presence | {2: "Excused"}, recused=[10]) == {11: people[1]}
    assert quorum.present(people, ON, presence | {2: "Excused", 3: "Absent", 4: "Absent"}) == 8
